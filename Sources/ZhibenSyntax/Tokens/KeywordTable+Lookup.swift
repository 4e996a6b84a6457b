/// The two languages in which every keyword and literal can be spelt.
public enum ScriptLanguage: String, Hashable, Sendable, CaseIterable {
  case chinese, english
}

/// A contextual keyword of several words. The lexer gives its words as single tokens; the parser joins them.
public struct MultiWordKeyword: Sendable {
  /// The words, to be compared with `Token.text` of consecutive tokens.
  public let words: [String]
  /// The keyword they make.
  public let keyword: Keyword
}

extension KeywordTable {
  /// Every keyword with this spelling, reserved ones first; empty for a name. Spellings of several words hold one blank between words.
  public static func keywords(spelling: String) -> [Keyword] { table[spelling]?.all ?? [] }

  /// The same with whether a contextual keyword of several words begins so.
  static func entry(spelling: String) -> Entry? {
    guard let first = spelling.unicodeScalars.first?.value, mayBegin(first) else { return nil }
    return table[spelling]
  }

  /// What is known of a spelling.
  struct Entry: Sendable {
    /// Every keyword spelt so, reserved ones first.
    var all: [Keyword] = []
    /// `all` if one of them is reserved; else empty.
    var reserved: [Keyword] = []
    /// The contextual keywords of several words that begin so, the longest first.
    var phrases: [MultiWordKeyword] = []
  }

  /// The keywords a token with this spelling stands for if it is reserved, contextual ones that share the spelling included (于 is both
  /// `during` and the `in` of 对); empty when no reserved word is spelt so.
  public static func reserved(_ text: String) -> [Keyword] { table[text]?.reserved ?? [] }

  /// The contextual keywords with this spelling, in either language.
  public static func contextual(_ text: String) -> [Keyword] {
    keywords(spelling: text).filter { binding(of: $0) == .contextual }
  }

  /// The canonical spelling of a keyword.
  public static func spelling(of keyword: Keyword, in language: ScriptLanguage) -> String {
    guard let row = byKeyword[keyword] else { return keyword.rawValue }
    return language == .english ? row.english : row.chinese.first ?? row.english
  }

  /// Whether the keyword is reserved or contextual.
  public static func binding(of keyword: Keyword) -> KeywordClass {
    byKeyword[keyword]?.binding ?? .contextual
  }

  /// Contextual keywords of several words (`in force`, `as of`, `first time`, `not counting`), the longest first.
  ///
  /// The lexer joins blanks only in *reserved* words (`at least` is one token), since a contextual word is a name wherever the grammar does
  /// not ask for it. The first word of some of these is itself reserved (`in`, `not`, `first`, `per`), so it arrives as `.reserved`; both
  /// kinds carry their spelling in `Token.text`. The parser joins them where the grammar expects the keyword: take consecutive tokens of kind
  /// `.word` or `.reserved` on one line whose texts equal `words`.
  public static let multiWordContextual: [MultiWordKeyword] =
    rows.filter { $0.binding == .contextual && $0.english.utf8.contains(0x20) }
    .map { MultiWordKeyword(words: split($0.english), keyword: $0.keyword) }
    .sorted { $0.words.count > $1.words.count }

  /// Reserved words of several words by their first word, the longest first.
  static let reservedPhrases: SpellingTable<[[String]]> = {
    var phrases: [String: [[String]]] = [:]
    for (spelling, entry) in entries where !entry.reserved.isEmpty && spelling.utf8.contains(0x20) {
      let words = split(spelling)
      phrases[words.first ?? "", default: []].append(words)
    }
    return SpellingTable(phrases.mapValues { $0.sorted { $0.count > $1.count } })
  }()

  /// Whether a reserved word may begin with this scalar: most words are told from them without a look-up.
  static func mayBeReserved(_ first: UInt32) -> Bool { reservedFirsts.contains(first) }

  /// The same of any keyword.
  static func mayBegin(_ first: UInt32) -> Bool { firsts.contains(first) }

  private static let reservedFirsts = ScalarSet(
    firstOf: entries.lazy.filter { !$0.value.reserved.isEmpty }.map(\.key))
  private static let firsts = ScalarSet(firstOf: entries.keys)

  private static let byKeyword: [Keyword: KeywordRow] = Dictionary(
    rows.map { ($0.keyword, $0) }, uniquingKeysWith: { first, _ in first })

  private static let table = SpellingTable(entries)

  /// Made before the first word is read, in every run of the program: one pass, and no look-up by keyword, which is slow.
  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(3 * rows.count)
    for binding in [KeywordClass.reserved, .contextual] {
      for row in rows where row.binding == binding {
        for spelling in [row.english] + row.chinese {
          entries[spelling, default: Entry()].all.append(row.keyword)
          if binding == .reserved || entries[spelling]?.reserved.isEmpty == false {
            entries[spelling]?.reserved.append(row.keyword)
          }
        }
      }
    }
    for phrase in multiWordContextual {
      guard let first = phrase.words.first else { continue }
      entries[first, default: Entry()].phrases.append(phrase)
    }
    return entries
  }()

  private static func split(_ spelling: String) -> [String] {
    spelling.split(separator: " ").map(String.init)
  }
}
