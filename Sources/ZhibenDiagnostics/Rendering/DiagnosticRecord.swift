import ZhibenSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A diagnostic for programs: editors, servers, CI. Keys are English and sorted; both languages are given.
public struct DiagnosticRecord: Encodable, Sendable {
  /// The version of this layout; it grows when a key changes its meaning.
  public static let schema = 1

  /// A text in both languages.
  public struct Text: Encodable, Sendable {
    /// Chinese.
    public let zh: String
    /// English.
    public let en: String

    init(_ wording: Wording) { (zh, en) = (wording.zh, wording.en) }
  }

  /// A column in the three ways of counting, from 1.
  public struct Column: Encodable, Sendable {
    /// In UTF-8 bytes.
    public let utf8: Int
    /// In characters.
    public let character: Int
    /// In UTF-16 code units.
    public let utf16: Int
  }

  /// A line and a column, from 1.
  public struct Position: Encodable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Column

    init(_ offset: Int, _ file: SourceFile, _ marks: PositionMarks) {
      let position = SourcePosition(of: offset, in: file, marks: marks)
      line = position.line
      column = Column(
        utf8: position.utf8, character: position.character, utf16: position.utf16)
    }
  }

  /// A half-open range of byte offsets, from 0.
  public struct Range: Encodable, Sendable {
    /// The first byte.
    public let start: Int
    /// The byte after the last.
    public let end: Int

    init(_ span: Span) { (start, end) = (span.start, span.end) }
  }

  /// A place. In a script `start`, `end` and `span` are given, in data `row` and `column`.
  public struct Place: Encodable, Sendable {
    /// The file's name.
    public let file: String
    /// Where it begins.
    public let start: Position?
    /// Where it ends.
    public let end: Position?
    /// Its bytes.
    public let span: Range?
    /// The row of data, from 1, header included.
    public let row: Int?
    /// The name of the column of data.
    public let column: String?
    /// What it has to do with the message.
    public let label: Text?

    init?(_ location: Location, label: Wording?, _ marks: PositionMarks) {
      switch location {
      case .file(let source, let range):
        file = source.name
        start = Position(range.start, source, marks)
        end = Position(range.end, source, marks)
        span = Range(range)
        row = nil
        column = nil
      case .data(let name, let dataRow, let dataColumn):
        file = name
        start = nil
        end = nil
        span = nil
        row = dataRow
        column = dataColumn
      case .none: return nil
      }
      self.label = label.map(Text.init)
    }
  }

  /// A change of the script.
  public struct Change: Encodable, Sendable {
    /// The bytes that go.
    public let span: Range
    /// The text that takes their place.
    public let replacement: String
    /// What the change does.
    public let title: Text?
    /// Whether it may be applied without asking.
    public let safe: Bool
  }

  /// The code.
  public let code: String
  /// `error`, `warning` or `note`.
  public let severity: String
  /// The sentence.
  public let message: Text
  /// What to write instead.
  public let help: Text?
  /// The place; absent if there is none.
  public let place: Place?
  /// Further places.
  public let related: [Place]
  /// Changes to choose from.
  public let fixes: [Change]
  /// Further lines.
  public let notes: [Text]

  /// The record of a diagnostic.
  public init(_ diagnostic: Diagnostic) { self.init(diagnostic, PositionMarks()) }

  init(_ diagnostic: Diagnostic, _ marks: PositionMarks) {
    code = diagnostic.code.rawValue
    severity = diagnostic.severity.rawValue
    message = Text(
      Wording(zh: diagnostic.message(in: .zh), en: diagnostic.message(in: .en)))
    if let zh = diagnostic.help(in: .zh), let en = diagnostic.help(in: .en) {
      help = Text(Wording(zh: zh, en: en))
    } else {
      help = nil
    }
    place = Place(diagnostic.primary, label: diagnostic.label, marks)
    related = diagnostic.secondary.compactMap { Place($0.location, label: $0.label, marks) }
    fixes = diagnostic.fixes.map {
      Change(
        span: Range($0.span), replacement: $0.replacement, title: $0.title.map(Text.init),
        safe: diagnostic.isFixSafe)
    }
    notes = diagnostic.notes.map(Text.init)
  }
}

/// What a run has to say, for programs.
public struct DiagnosticReport: Encodable, Sendable {
  /// `DiagnosticRecord.schema`.
  public let schema: Int
  /// The diagnostics in order.
  public let diagnostics: [DiagnosticRecord]
  /// How many errors there are, those that are not listed included.
  public let errors: Int
  /// How many warnings there are, those that are not listed included.
  public let warnings: Int

  /// The report of a collection.
  public init(_ diagnostics: Diagnostics) {
    schema = DiagnosticRecord.schema
    let marks = PositionMarks(kept: true)
    self.diagnostics = diagnostics.ordered.map { DiagnosticRecord($0, marks) }
    errors = diagnostics.count(of: .error)
    warnings = diagnostics.count(of: .warning)
  }

  /// The report as one JSON document with sorted keys.
  /// - Parameter pretty: indented, one key per line.
  /// - Throws: what `JSONEncoder` throws; texts and integers give it no cause.
  public func json(pretty: Bool = false) throws -> String {
    try StableJSON.text(self, pretty: pretty)
  }
}
