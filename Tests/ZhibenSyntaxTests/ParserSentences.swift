@testable import ZhibenSyntax

/// Makes sentences of the shipped grammar in one keyword language. A third of the names are spelt like contextual keywords of either
/// language wherever K2 lets them be names.
struct SentenceMaker {
  private let grammar: GrammarFile
  private let language: ScriptLanguage
  private var random: LexerRandom
  private let least: [String: Int]

  init(_ grammar: GrammarFile, _ language: ScriptLanguage, seed: UInt64) {
    (self.grammar, self.language) = (grammar, language)
    random = LexerRandom(seed: seed)
    least = Self.leastDepths(grammar)
  }

  /// One sentence of `symbol`, nested at most about `depth` rules deep.
  mutating func sentence(_ symbol: String, depth: Int) -> String {
    var pieces: [String] = []
    make(.symbol(symbol), depth, into: &pieces)
    return joined(pieces)
  }

  private mutating func make(_ part: GrammarPart, _ depth: Int, into pieces: inout [String]) {
    switch part {
    case .sequence(let parts): for part in parts { make(part, depth, into: &pieces) }
    case .choice(let parts):
      let fitting = parts.filter { Self.least($0, least) <= depth }
      let shallow = parts.min { Self.least($0, least) < Self.least($1, least) }
      if let chosen = fitting.randomElement(using: &random) ?? shallow {
        make(chosen, depth, into: &pieces)
      }
    case .optional(let inner):
      if Self.least(inner, least) <= depth, Int.random(in: 0..<5, using: &random) < 2 {
        make(inner, depth, into: &pieces)
      }
    case .many(let inner):
      guard Self.least(inner, least) <= depth else { return }
      while Int.random(in: 0..<3, using: &random) == 0 { make(inner, depth, into: &pieces) }
    case .keyword(let keyword): pieces.append(spelling(keyword))
    case .sign(let sign):
      pieces.append((Self.signs[sign] ?? [sign]).randomElement(using: &random) ?? sign)
    case .terminal(let terminal): pieces.append(text(terminal))
    case .symbol(let name):
      guard let body = grammar.byName[name] else { return }
      if name.hasPrefix("Plain") {
        makePlain(body, depth - 1, into: &pieces)
      } else {
        make(body, depth - 1, into: &pieces)
      }
    }
  }

  /// What begins like no statement, no declaration and no clause.
  private mutating func makePlain(_ part: GrammarPart, _ depth: Int, into pieces: inout [String]) {
    let start = pieces.count
    repeat {
      pieces.removeSubrange(start...)
      make(part, depth, into: &pieces)
    } while ["{", "｛", "【", "若", "if"].contains(pieces[start])
    if Self.hostile.contains(pieces[start]) { pieces[start] = pick(Self.names) }
  }

  private mutating func spelling(_ keyword: Keyword) -> String {
    guard language == .chinese,
      let row = KeywordTable.rows.first(where: { $0.keyword == keyword })
    else { return KeywordTable.spelling(of: keyword, in: language) }
    let words = row.chinese.filter { !$0.utf8.contains { $0 < 0x80 } }
    return words.randomElement(using: &random) ?? row.english
  }

  private mutating func text(_ terminal: String) -> String {
    let isHostile = Int.random(in: 0..<3, using: &random) == 0
    switch terminal {
    case "NAME", "WORD": return pick(isHostile ? Self.hostile : Self.names)
    case "HNAME", "VERB", "EVERB":
      return isHostile ? "「" + pick(Self.hostile) + "」" : pick(Self.names)
    case "HWORD": return pick(Self.names)
    case "SEP": return Bool.random(using: &random) ? "；" : "\n"
    default: return pick(SentenceSamples.samples(terminal, language))
    }
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  /// Blanks between the pieces; a newline only where rule N1 lets it end the item.
  private func joined(_ pieces: [String]) -> String {
    var text = ""
    for (index, piece) in pieces.enumerated() {
      let next = index + 1 < pieces.count ? pieces[index + 1] : ""
      let before = index > 0 ? pieces[index - 1] : ""
      if piece == "\n", before == "group by" || ["{", "｛", "【", "-", "－", "−"].contains(next) {
        text += "； "
      } else if piece == "." || piece == "(" || piece == "（" {
        while text.last == " " { text.removeLast() }
        text += piece
      } else {
        text += piece + " "
      }
    }
    return text
  }

  // MARK: - Tables

  private static let names = ["甲", "乙企业", "内容A", "本企业", "丙"]
  private static let hostile = KeywordTable.rows.filter { $0.binding == .contextual }
    .flatMap { [$0.english] + $0.chinese }
    .filter { !$0.contains(" ") && KeywordTable.reserved($0).isEmpty }
  private static let signs: [String: [String]] = [
    ",": ["，", "、", ","], ":": ["：", ":"], "{": ["{", "｛", "【"], "}": ["}", "｝", "】"],
    "(": ["(", "（"], ")": [")", "）"], "=": ["=", "＝"], "≠": ["≠", "!="], "≤": ["≤", "<="],
    "≥": ["≥", ">="], "+": ["+", "＋"], "-": ["-", "−"], "*": ["×", "*"], "/": ["/", "÷"],
    "?": ["?", "？"], ":=": [":=", "：＝"], "->": ["->", "→"],
  ]

  /// How many rules deep a part nests at least.
  private static func leastDepths(_ grammar: GrammarFile) -> [String: Int] {
    var depths: [String: Int] = [:]
    var changed = true
    while changed {
      changed = false
      for rule in grammar.rules {
        let depth = 1 + least(rule.body, depths)
        if depth < depths[rule.name] ?? 1_000 {
          depths[rule.name] = depth
          changed = true
        }
      }
    }
    return depths
  }

  private static func least(_ part: GrammarPart, _ depths: [String: Int]) -> Int {
    switch part {
    case .sequence(let parts): parts.map { least($0, depths) }.max() ?? 0
    case .choice(let parts): parts.map { least($0, depths) }.min() ?? 0
    case .optional, .many, .keyword, .sign, .terminal: 0
    case .symbol(let name): depths[name] ?? 1_000
    }
  }
}

/// Tokens of every kind in both languages.
enum SentenceSamples {
  static func samples(_ terminal: String, _ language: ScriptLanguage) -> [String] {
    (language == .english ? english[terminal] : nil) ?? both[terminal] ?? ["?"]
  }

  private static let both: [String: [String]] = [
    "QNAME": ["「甲厂」"], "STRING": ["\"甲\"", "“乙”"], "TITLE": ["《安全生产法》"], "ARTICLE": ["第十六条"],
    "NUM": ["3", "10.5"], "COUNT": ["10"], "VERSION": ["1"], "QTY": ["10%", "20人", "5万元", "1次"],
    "DATE": ["2024年5月6日", "2024-05-06"], "YEARDAY": ["6月10日"],
    "PERIOD": ["2024年", "第二季度", "2024—2026年", "上季度"], "DEADLINE": ["2024年底前", "6月10日前"],
    "DAYBY": ["12月10日前"], "DUR": ["3日", "5个工作日"], "DURRANGE": ["5个月至7个月"], "WITHIN": ["3日内"],
    "LOOKBACK": ["近3年"], "EVERYN": ["每6个月"], "CADENCE": ["每季度至少1次", "每隔90日", "每周一"],
    "YEARCAD": ["每年6月10日", "每年6月10日前"], "OVERDUE": ["逾期15日"], "TALLY": ["累计3次", "连续 2次"],
    "EXPIRY": ["届满前1个月内"],
    "BOUND": ["20%以上", "5人以上"], "TIME": ["8:00"], "HOURS": ["8:00—18:00"], "RELDAY": ["次年1月1日"],
    "RATE": ["每件20分"],
  ]

  private static let english: [String: [String]] = [
    "NUM": ["3"], "QTY": ["10%", "20人"], "DATE": ["2024-05-06"], "YEARDAY": ["Jun 10"],
    "PERIOD": ["2024 Q2", "year 2024", "last quarter"],
    "DEADLINE": ["by end of 2024", "by Jun 10"], "DAYBY": ["by Dec 10"],
    "DUR": ["3 days", "5 workdays"], "WITHIN": ["within 3 days"], "LOOKBACK": ["last 3 years"],
    "EVERYN": ["every 6 months"],
    "CADENCE": ["every quarter at least 1", "every 90 days since last", "every Monday"],
    "YEARCAD": ["every year on Jun 10", "every year by Jun 10"], "OVERDUE": ["overdue 15 days"],
    "TALLY": ["total 3 times", "consecutive 2 times"],
    "EXPIRY": ["within 1 month before expiry"], "BOUND": ["20% or more", "5人 or more"],
    "RELDAY": ["next year Jan 1"], "RATE": ["each 件 20分"],
  ]
}
