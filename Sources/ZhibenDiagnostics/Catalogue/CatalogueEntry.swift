/// The sentences of one code.
public struct CatalogueEntry: Sendable {
  /// The code.
  public let code: DiagnosticCode
  /// What is wrong, in the user's words.
  public let message: Template
  /// What to write instead.
  public let help: Template?
  /// Who may apply its changes.
  public let fixing: Fixing

  /// Who may apply the changes that a diagnostic offers.
  public enum Fixing: Sendable {
    /// A person, who knows what was meant.
    case byHand
    /// The program, if there is one change only: it unifies the writing and means what was written.
    case safe
    /// The program: all changes are spellings of the same thing, and it takes the one that fits the script's language.
    case spelling
  }

  /// Makes an entry. Placeholders are written `{name}`; both languages hold the same ones.
  /// - Parameters:
  ///   - zhHelp: given together with `enHelp`, or not at all.
  public init(
    _ code: DiagnosticCode, zh: String, en: String, zhHelp: String? = nil, enHelp: String? = nil,
    fixing: Fixing = .byHand
  ) {
    self.code = code
    self.fixing = fixing
    message = Template(zh: zh, en: en)
    if let zhHelp, let enHelp {
      help = Template(zh: zhHelp, en: enHelp)
    } else {
      help = nil
    }
  }

  /// How grave it is.
  public var severity: Severity { code.severity }
}
