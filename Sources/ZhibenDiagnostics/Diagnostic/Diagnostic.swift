import ZhibenSyntax

/// One message to the user: a code of the catalogue, the values that fill its sentence, and the places it speaks of.
public struct Diagnostic: Error, Sendable {
  /// The code; the catalogue holds its sentences.
  public var code: DiagnosticCode
  /// The values of the placeholders of the code's sentences.
  public var arguments: [String: Wording]
  /// Where it is.
  public var primary: Location
  /// What stands beside the carets, where the sentence alone is not enough.
  public var label: Wording?
  /// Further places, in the order in which they matter.
  public var secondary: [LabelledLocation]
  /// Changes to choose from, best first.
  public var fixes: [Fix]
  /// Further lines: the values involved, the call path, the key of the row.
  public var notes: [Wording]
  /// The error of the host that is behind it, as the host threw it; nil if there is none.
  public var cause: (any Error)?

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode, at primary: Location, _ arguments: [String: Wording] = [:],
    label: Wording? = nil, secondary: [LabelledLocation] = [], fixes: [Fix] = [],
    notes: [Wording] = []
  ) {
    self.code = code
    self.arguments = arguments
    self.primary = primary
    self.label = label
    self.secondary = secondary
    self.fixes = fixes
    self.notes = notes
  }

  /// Makes a diagnostic whose values are the same in both languages.
  public init(
    _ code: DiagnosticCode, at primary: Location, _ arguments: [String: String],
    label: Wording? = nil, secondary: [LabelledLocation] = [], fixes: [Fix] = [],
    notes: [Wording] = []
  ) {
    self.init(
      code, at: primary, arguments.mapValues { Wording($0) }, label: label, secondary: secondary,
      fixes: fixes, notes: notes)
  }

  /// How grave it is.
  public var severity: Severity { code.severity }

  /// Whether the program may apply a change without asking.
  public var isFixSafe: Bool {
    switch Catalogue.entry(for: code)?.fixing {
    case .safe: fixes.count == 1
    case .spelling: Set(fixes.map { Self.meaning(of: $0.replacement) }).count == 1
    case .byHand, nil: false
    }
  }

  /// What a spelling stands for: a keyword in either language, or itself.
  private static func meaning(of spelling: String) -> String {
    let word = spelling.filter { $0 != " " }
    return KeywordTable.keywords(spelling: word).first?.rawValue ?? word
  }

  /// The sentence that says what is wrong. A value that was not given shows as `…`.
  public func message(in language: Language) -> String {
    guard let entry = Catalogue.entry(for: code) else {
      return arguments.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value[language])" }.joined(separator: ", ")
    }
    return entry.message.filled(with: arguments, in: language)
  }

  /// The line that says what to write instead; `nil` if the code has none or a value that it names was not given.
  public func help(in language: Language) -> String? {
    guard let help = Catalogue.entry(for: code)?.help,
      help.placeholders.allSatisfy({ arguments[$0]?[language].isEmpty == false })
    else { return nil }
    return help.filled(with: arguments, in: language)
  }
}
