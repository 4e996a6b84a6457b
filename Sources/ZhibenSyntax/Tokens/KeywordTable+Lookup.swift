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
  static func entry(spelling: String) -> Entry { table[spelling] ?? Entry.none }

  /// What is known of a spelling.
  struct Entry: Sendable {
    /// Every keyword spelt so, reserved ones first.
    var all: [Keyword] = []
    /// `all` if one of them is reserved; else empty.
    var reserved: [Keyword] = []
    /// The contextual keywords of several words that begin so, the longest first.
    var phrases: [MultiWordKeyword] = []

    static let none = Entry()
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
    for spelling in reservedSpellings.keys where spelling.utf8.contains(0x20) {
      let words = split(spelling)
      phrases[words.first ?? "", default: []].append(words)
    }
    return SpellingTable(phrases.mapValues { $0.sorted { $0.count > $1.count } })
  }()

  /// Whether a reserved word may begin with this scalar: most words are told from them without a look-up.
  static func mayBeReserved(_ first: UInt32) -> Bool {
    first < UInt32(reservedFirsts.count) && reservedFirsts[Int(first)]
  }

  private static let reservedFirsts: [Bool] = {
    var firsts = [Bool](repeating: false, count: 0xA000)
    for case let first? in reservedSpellings.keys.map({ $0.unicodeScalars.first?.value })
    where first < UInt32(firsts.count) {
      firsts[Int(first)] = true
    }
    return firsts
  }()

  private static let byKeyword: [Keyword: KeywordRow] = Dictionary(
    rows.map { ($0.keyword, $0) }, uniquingKeysWith: { first, _ in first })

  private static let bySpelling: [String: [Keyword]] = {
    var table: [String: [Keyword]] = [:]
    for binding in [KeywordClass.reserved, .contextual] {
      for row in rows where row.binding == binding {
        for spelling in [row.english] + row.chinese {
          table[spelling, default: []].append(row.keyword)
        }
      }
    }
    return table
  }()

  private static let reservedSpellings: [String: [Keyword]] = bySpelling.filter {
    $0.value.contains { binding(of: $0) == .reserved }
  }

  private static let table: SpellingTable<Entry> = {
    var entries: [String: Entry] = [:]
    for (spelling, keywords) in bySpelling {
      entries[spelling] = Entry(all: keywords, reserved: reservedSpellings[spelling] ?? [])
    }
    for phrase in multiWordContextual {
      guard let first = phrase.words.first else { continue }
      entries[first, default: Entry()].phrases.append(phrase)
    }
    return SpellingTable(entries)
  }()

  private static func split(_ spelling: String) -> [String] {
    spelling.split(separator: " ").map(String.init)
  }
}
