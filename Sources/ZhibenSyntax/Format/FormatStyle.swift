/// How signs and keywords are written: the house style of one language.
struct FormatStyle {
  /// The language of signs; when translating of keywords and literals, too.
  let language: ScriptLanguage
  /// Whether keywords and literals are put into `language`.
  let isTranslating: Bool

  init(_ language: ScriptLanguage, isTranslating: Bool) {
    (self.language, self.isTranslating) = (language, isTranslating)
  }

  var isChinese: Bool { language == .chinese }

  /// Between items that stand on one line.
  var itemSeparator: String { isChinese ? "；" : ";" }

  /// Between the members of a list of names or values.
  var listComma: String { isChinese ? "、" : "," }

  /// Between arguments and columns, which are phrases.
  var argumentComma: String { isChinese ? "，" : "," }

  func spelling(of sign: Sign) -> String {
    switch sign {
    case .leftBrace: "{"
    case .rightBrace: "}"
    case .leftParen: isChinese ? "（" : "("
    case .rightParen: isChinese ? "）" : ")"
    case .comma: listComma
    case .colon: isChinese ? "：" : ":"
    case .dot: "."
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    case .plus: "+"
    case .minus: isChinese ? "−" : "-"
    case .times: isChinese ? "×" : "*"
    case .divide: "/"
    case .assign: ":="
    case .arrow: "→"
    case .question: "?"
    }
  }

  /// Whether a spelling is of English words: it has ASCII letters.
  static func isEnglish(_ text: String) -> Bool {
    text.utf8.contains { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
  }

  /// Whether a spelling has Chinese characters.
  static func isHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { 0x3005...0xFAFF ~= $0.value }
  }
}
