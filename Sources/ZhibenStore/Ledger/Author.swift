import ZhibenDiagnostics

/// Who writes to a store, as the host says: the library asks nobody, since only the host knows whom its process works for. All blank: nobody knows.
public struct Author: Hashable, Sendable {
  /// The login name of the user whose rights the process has.
  public var login: String
  /// Who took on that user's rights, as `sudo` says; blank if nobody did.
  public var onBehalfOf: String
  /// The name that a person gave.
  public var name: String

  /// Names an author.
  /// - Parameters:
  ///   - login: the login name of the user whose rights the process has.
  ///   - onBehalfOf: who took on that user's rights, as `sudo` says.
  ///   - name: the name that a person gave.
  public init(login: String = "", onBehalfOf: String = "", name: String = "") {
    (self.login, self.onBehalfOf, self.name) = (login, onBehalfOf, name)
  }

  /// Whether nobody knows who it is, as of what was written before stores kept it.
  public var isUnknown: Bool { login.isEmpty && onBehalfOf.isEmpty && name.isEmpty }

  /// `张三（root，sudo zhang）`
  public var words: Wording {
    if isUnknown { return Wording(zh: "未知", en: "unknown") }
    let account = [login, onBehalfOf.isEmpty ? "" : "sudo " + onBehalfOf].filter { !$0.isEmpty }
    if name.isEmpty {
      return Wording(zh: account.joined(separator: "，"), en: account.joined(separator: ", "))
    }
    if account.isEmpty { return Wording(name) }
    return Wording(
      zh: "\(name)（\(account.joined(separator: "，"))）",
      en: "\(name) (\(account.joined(separator: ", ")))")
  }
}
