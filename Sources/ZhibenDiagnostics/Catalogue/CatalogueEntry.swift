/// The sentences of one code.
public struct CatalogueEntry: Sendable {
  /// The code.
  public let code: DiagnosticCode
  /// What is wrong, in the user's words.
  public let message: Template
  /// What to write instead.
  public let help: Template?

  /// Makes an entry. Placeholders are written `{name}`; both languages hold the same ones.
  /// - Parameters:
  ///   - zhHelp: given together with `enHelp`, or not at all.
  public init(
    _ code: DiagnosticCode, zh: String, en: String, zhHelp: String? = nil, enHelp: String? = nil
  ) {
    self.code = code
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
