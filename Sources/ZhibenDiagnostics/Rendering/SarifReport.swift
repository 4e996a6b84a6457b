import ZhibenSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a run has to say in the form that code servers and editors read: SARIF 2.1.0 (OASIS). Columns count UTF-16 code units from 1.
public struct SarifReport: Encodable, Sendable {
  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// The report of a collection.
  /// - Parameters:
  ///   - language: of the sentences; SARIF holds one.
  ///   - version: the program's.
  public init(_ diagnostics: Diagnostics, in language: Language, version: String) {
    let marks = PositionMarks(kept: true)
    let ordered = diagnostics.ordered
    let codes = Set(ordered.map(\.code)).sorted()
    runs = [
      Run(
        tool: Tool(
          driver: Driver(
            name: "zhiben", version: version, rules: codes.map { Rule($0, language) })),
        columnKind: "utf16CodeUnits",
        results: ordered.map { diagnostic in
          Result(
            diagnostic, index: codes.firstIndex(of: diagnostic.code) ?? 0, language, marks)
        })
    ]
  }

  /// The report as one JSON document with sorted keys.
  /// - Parameter pretty: indented, one key per line.
  /// - Throws: what `JSONEncoder` throws; texts and integers give it no cause.
  public func json(pretty: Bool = false) throws -> String {
    try StableJSON.text(self, pretty: pretty)
  }

  // MARK: - Parts, named as in the standard (SARIF 2.1.0, 3.14–3.57)

  private struct Run: Encodable {
    let tool: Tool
    let columnKind: String
    let results: [Result]
  }

  private struct Tool: Encodable { let driver: Driver }

  private struct Driver: Encodable {
    let name: String
    let version: String
    let rules: [Rule]
  }

  fileprivate struct Message: Encodable { let text: String }

  private struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let fullDescription: Message?

    init(_ code: DiagnosticCode, _ language: Language) {
      id = code.rawValue
      let sentence = Catalogue.entry(for: code)?.message.filled(with: [:], in: language)
      shortDescription = Message(text: sentence ?? code.rawValue)
      fullDescription = CataloguePage.page(for: code).map { Message(text: $0.text[language]) }
    }
  }

  private struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Place]
    let relatedLocations: [Place]?
    let fixes: [Change]?

    init(
      _ diagnostic: Diagnostic, index: Int, _ language: Language, _ marks: PositionMarks
    ) {
      ruleId = diagnostic.code.rawValue
      ruleIndex = index
      level = diagnostic.severity.rawValue
      let lines =
        [diagnostic.message(in: language), diagnostic.help(in: language)].compactMap(\.self)
        + diagnostic.notes.map { $0[language] }
      message = Message(text: lines.joined(separator: "\n"))
      locations = Place(diagnostic.primary, nil, marks).map { [$0] } ?? []
      let related = diagnostic.secondary.compactMap {
        Place($0.location, $0.label[language], marks)
      }
      relatedLocations = related.isEmpty ? nil : related
      guard case .file(let file, _) = diagnostic.primary, !diagnostic.fixes.isEmpty else {
        fixes = nil
        return
      }
      fixes = diagnostic.fixes.map { Change($0, file, language, marks) }
    }
  }

  private struct Artifact: Encodable {
    let uri: String

    /// A path as a URI: what may not stand in one is escaped byte by byte (RFC 3986).
    init(_ path: String) {
      uri = path.utf8.map { byte in
        let isPlain =
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "-._~/".utf8.contains(byte)
        if isPlain { return String(Character(Unicode.Scalar(byte))) }
        return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
    }
  }

  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
    let endLine: Int?
    let endColumn: Int?

    init(_ span: Span, _ file: SourceFile, _ marks: PositionMarks) {
      let start = SourcePosition(of: span.start, in: file, marks: marks)
      let end = SourcePosition(of: span.end, in: file, marks: marks)
      (startLine, startColumn) = (start.line, start.utf16)
      (endLine, endColumn) = (end.line, end.utf16)
    }

    init(row: Int) { (startLine, startColumn, endLine, endColumn) = (row, nil, nil, nil) }
  }

  private struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Place: Encodable {
    let physicalLocation: PhysicalLocation
    let message: Message?

    init?(_ location: Location, _ label: String?, _ marks: PositionMarks) {
      switch location {
      case .file(let file, let span):
        physicalLocation = PhysicalLocation(
          artifactLocation: Artifact(file.name), region: Region(span, file, marks))
      case .data(let file, let row, _):
        physicalLocation = PhysicalLocation(
          artifactLocation: Artifact(file), region: row.map { Region(row: $0) })
      case .none: return nil
      }
      message = label.map { Message(text: $0) }
    }
  }

  private struct Change: Encodable {
    let description: Message?
    let artifactChanges: [ArtifactChange]

    init(_ fix: Fix, _ file: SourceFile, _ language: Language, _ marks: PositionMarks) {
      description = fix.title.map { Message(text: $0[language]) }
      artifactChanges = [
        ArtifactChange(
          artifactLocation: Artifact(file.name),
          replacements: [
            Replacement(
              deletedRegion: Region(fix.span, file, marks),
              insertedContent: Message(text: fix.replacement))
          ])
      ]
    }
  }

  private struct ArtifactChange: Encodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }

  private struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Message
  }
}
