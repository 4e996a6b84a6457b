import Foundation
import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

/// What programs are handed: every key with its type, positions that survive the way through UTF-16.
@Suite struct MachineFormTests {
  /// The form of a JSON value.
  indirect enum Form: Sendable {
    case text, number, flag
    case one(of: [String])
    case list(Form)
    /// Keys that must be there, and keys that may.
    case object([String: Form], optional: [String: Form] = [:])
  }

  /// What does not fit, with the path to it.
  static func misfits(_ value: Any, _ form: Form, _ path: String = "$") -> [String] {
    switch form {
    case .text: return value is String ? [] : ["\(path) is no text"]
    case .number: return isFlag(value) == false ? [] : ["\(path) is no number"]
    case .flag: return isFlag(value) == true ? [] : ["\(path) is no flag"]
    case .one(let words):
      return (value as? String).map(words.contains) == true ? [] : ["\(path) is none of \(words)"]
    case .list(let element):
      guard let list = value as? [Any] else { return ["\(path) is no list"] }
      return list.enumerated().flatMap { misfits($1, element, "\(path)[\($0)]") }
    case .object(let required, let optional):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let missing = required.keys.filter { object[$0] == nil }.map { "\(path).\($0) is missing" }
      return missing
        + object.flatMap { key, inner in
          (required[key] ?? optional[key]).map { misfits(inner, $0, "\(path).\(key)") }
            ?? ["\(path).\(key) is unknown"]
        }
    }
  }

  /// Whether a number stands for yes or no; nil for what is no number.
  private static func isFlag(_ value: Any) -> Bool? {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" }
  }

  static let wording = Form.object(["zh": .text, "en": .text])
  static let position = Form.object([
    "line": .number,
    "column": .object(["utf8": .number, "character": .number, "utf16": .number]),
  ])
  static let range = Form.object(["start": .number, "end": .number])
  static let place = Form.object(
    ["file": .text],
    optional: [
      "start": position, "end": position, "span": range, "row": .number, "column": .text,
      "label": wording,
    ])
  /// The layout number 1 of `DiagnosticRecord.schema`.
  static let report = Form.object([
    "schema": .number, "errors": .number, "warnings": .number,
    "diagnostics": .list(
      .object(
        [
          "code": .text, "severity": .one(of: ["error", "warning", "note"]), "message": wording,
          "related": .list(place), "notes": .list(wording),
          "fixes": .list(
            .object(
              ["span": range, "replacement": .text, "safe": .flag], optional: ["title": wording])),
        ], optional: ["help": wording, "place": place])),
  ])

  /// The parts of SARIF 2.1.0 that are used; required properties are those of the standard.
  static let sarif: Form = {
    let message = Form.object(["text": .text])
    let artifact = Form.object(["uri": .text])
    let region = Form.object(
      ["startLine": .number],
      optional: ["startColumn": .number, "endLine": .number, "endColumn": .number])
    let location = Form.object(
      ["physicalLocation": .object(["artifactLocation": artifact], optional: ["region": region])],
      optional: ["message": message])
    let change = Form.object([
      "artifactLocation": artifact,
      "replacements": .list(.object(["deletedRegion": region, "insertedContent": message])),
    ])
    let result = Form.object(
      [
        "ruleId": .text, "ruleIndex": .number, "message": message,
        "level": .one(of: ["error", "warning", "note", "none"]), "locations": .list(location),
      ],
      optional: [
        "relatedLocations": .list(location),
        "fixes": .list(
          .object(["artifactChanges": .list(change)], optional: ["description": message])),
      ])
    let rule = Form.object(
      ["id": .text, "shortDescription": message], optional: ["fullDescription": message])
    return .object([
      "$schema": .text, "version": .one(of: ["2.1.0"]),
      "runs": .list(
        .object([
          "tool": .object([
            "driver": .object(["name": .text, "version": .text, "rules": .list(rule)])
          ]),
          "columnKind": .one(of: ["utf16CodeUnits"]), "results": .list(result),
        ])),
    ])
  }()

  static func sample(_ file: SourceFile, _ span: Span) -> Diagnostics {
    Diagnostics([
      Diagnostic(
        "E0303", at: .file(file, span), ["name": "乙", "candidates": "企业"],
        label: Wording(zh: "这里", en: "here"),
        secondary: [LabelledLocation(.file(file, Span(0, 0)), "丙")],
        fixes: [Fix(span, "企业", title: Wording(zh: "改", en: "change")), Fix(span, "丙")],
        notes: [Wording(zh: "注意", en: "note")]),
      Diagnostic("W0602", at: .data(file: "x/隐患.csv", row: 1, column: "时限"), ["register": "隐患"]),
      Diagnostic("E0701", at: .none, ["path": "\u{1B}[31m\"库\""]),
    ])
  }

  @Test func bothDocumentsFitTheirForm() throws {
    let file = SourceFile(name: "目录/甲 1.plan", text: "范围 😀甲 = 乙\n")
    let all = Self.sample(file, Span.of("乙", in: file))
    for (text, form) in [
      (try DiagnosticReport(all).json(), Self.report),
      (try SarifReport(all, in: .zh, version: "1").json(), Self.sarif),
      (try SarifReport(Diagnostics(), in: .en, version: "1").json(), Self.sarif),
    ] {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(Self.misfits(value, form).isEmpty, "\(Self.misfits(value, form))")
    }
    try Golden(path: "Diagnostics/report.sarif").check(
      try SarifReport(all, in: .zh, version: "1").json(pretty: true) + "\n")
  }

  @Test(arguments: [
    (#"{"schema":1}"#, 3), (#"{"schema":"1","errors":0,"warnings":0,"diagnostics":[]}"#, 1),
    (#"{"schema":1,"errors":0,"warnings":0,"diagnostics":[{}]}"#, 6),
    (#"{"schema":1,"errors":0,"warnings":0,"diagnostics":[],"more":1}"#, 1),
  ])
  func anotherFormIsNoticed(_ text: String, _ misfits: Int) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(Self.misfits(value, Self.report).count == misfits)
  }

  /// What an editor does with the positions of a report gives the bytes back, whatever the text holds.
  @Test(arguments: [31, 32, 33, 34] as [UInt64])
  func positionsSurviveTheWayThroughAnEditor(_ seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    for _ in 0..<150 {
      let text = RandomText.make(length: 60, using: &generator)
      let file = SourceFile(name: "a.plan", text: text)
      let bounds = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) }
      guard let first = bounds.randomElement(using: &generator),
        let last = bounds.randomElement(using: &generator)
      else { continue }
      let (low, high) = (min(first, last), max(first, last))
      let view = text.utf16
      func offset(_ units: Int) -> Int {
        text.utf8.distance(
          from: text.startIndex, to: view.index(view.startIndex, offsetBy: units))
      }
      let span = Span(offset(low), offset(high))
      let json = try DiagnosticReport(Diagnostics([Diagnostic("E0301", at: .file(file, span))]))
        .json()
      let record = try JSONDecoder().decode(Read.self, from: Data(json.utf8))
      let place = try #require(record.diagnostics.first?.place)
      for (position, byte) in [(place.start, span.start), (place.end, span.end)] {
        let back = SourcePosition.offset(
          line: position.line, utf16: position.column.utf16, in: file)
        #expect(back == byte, "seed \(seed): \(text.debugDescription) at \(byte)")
      }
    }
  }

  private struct Read: Decodable {
    struct Item: Decodable { let place: Place }
    struct Place: Decodable { let start, end: Position }
    struct Position: Decodable {
      let line: Int
      let column: Column
    }
    struct Column: Decodable { let utf16: Int }
    let diagnostics: [Item]
  }
}

/// Texts of any scalars, with those that matter for positions more often than chance has them.
enum RandomText {
  static func make(length: Int, using generator: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    let special: [Unicode.Scalar] = [
      "\n", "\r", "\t", "一", "😀", "\u{301}", "\u{200D}", "👩", "🇨", "🇳", "𠮷", "\u{FEFF}", "\0", "a",
    ]
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      if Bool.random(using: &generator), let scalar = special.randomElement(using: &generator) {
        text.append(scalar)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
