import ZhibenSyntax

/// A text in both languages. A name or a value that is the same in both is written as a plain string literal or interpolation.
public struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The Chinese text.
  public let zh: String
  /// The English text.
  public let en: String

  /// Makes a text from its two forms.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Makes a text that is the same in both languages: a name, a value, a path.
  public init(_ text: String) { self.init(zh: text, en: text) }

  /// Makes a text that is the same in both languages.
  public init(stringLiteral value: String) { self.init(value) }

  /// The form in `language`.
  public subscript(language: Language) -> String { language == .zh ? zh : en }

  /// A word of the language in both spellings: `频次`, `cadence`.
  public static func keyword(_ keyword: Keyword) -> Wording {
    guard let row = KeywordTable.rows.first(where: { $0.keyword == keyword }) else {
      return Wording(keyword.rawValue)
    }
    return Wording(zh: row.chinese.first ?? row.english, en: row.english)
  }

  /// The texts one after another: `甲、乙` and `甲, 乙`.
  public static func list(_ items: [String]) -> Wording {
    Wording(zh: items.joined(separator: "、"), en: items.joined(separator: ", "))
  }

  /// The texts one after another, each in its language.
  public static func list(_ items: [Wording]) -> Wording {
    Wording(
      zh: items.map(\.zh).joined(separator: "、"), en: items.map(\.en).joined(separator: ", "))
  }
}
