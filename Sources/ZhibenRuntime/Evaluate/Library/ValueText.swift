import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Values as people read them: what a text with values in it says. An unknown one reads 未知.
struct ValueText {
  private let schema: Schema
  private let words: FactWords
  private let printer: ProgramPrinter

  init(_ program: Program, _ snapshot: Snapshot) {
    schema = snapshot.schema
    words = FactWords(snapshot)
    printer = ProgramPrinter(program)
  }

  func text(_ value: Value?) -> String {
    switch value {
    case .text(let text)?: text
    case .list?, .map?, .structure?: value.map { pieces($0).joined() } ?? ""
    case .record(let register, let row)?: words.name(of: register, Int32(clamping: row))
    case .cadence(let cadence)?: printer.text(cadence)
    default: words.words(value).zh
    }
  }

  /// The same in parts, of which a long list has many.
  func pieces(_ value: Value) -> [String] {
    switch value {
    case .list(let elements): joined(elements.map { [text($0)] }, "、")
    case .map(let entries): ["{"] + joined(entries.map { [text($0), "：", text($1)] }, "，") + ["}"]
    case .structure(let values): ["{"] + joined(values.map { [text($0)] }, "，") + ["}"]
    default: [text(value)]
    }
  }

  private func joined(_ parts: [[String]], _ separator: String) -> [String] {
    Array(parts.joined(separator: [separator]))
  }
}
