/// The language in which people are spoken to. Keywords of both languages are live in every script whatever this is.
public enum Language: String, Sendable, CaseIterable {
  case zh, en

  /// Chooses the language. Chinese unless somebody asks for English.
  /// - Parameters:
  ///   - preference: what the user set (`ZHIBEN_LANG`): `en`, `zh`, or a locale name. Empty or unknown counts as not set.
  ///   - locale: the locale of the process or of the request (`en_US.UTF-8`, `zh-CN`, `C`).
  public static func select(preference: String?, locale: String?) -> Language {
    if let preference, let chosen = named(preference) { return chosen }
    if let locale, let chosen = named(locale) { return chosen }
    return .zh
  }

  private static func named(_ text: String) -> Language? {
    let head = text.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
    switch head {
    case "en", "english", "英文": return .en
    case "zh", "chinese", "中文": return .zh
    default: return nil
    }
  }
}
