/// Which tokens can end a line and which lines continue the one before: the words of rule N1.
enum LineRules {
  /// Whether a clause can end after this token.
  static func canEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .sign(let sign):
      switch sign {
      case .rightBrace, .rightParen, .question: return true
      default: return false
      }
    case .reserved(let ids):
      guard let id = ids.first else { return true }
      switch id {
      case .isEmpty, .notEmpty, .before: return true
      // 分组 stands after its keys, `group by` before them.
      case .group: return token.text == KeywordTable.spelling(of: .group, in: .chinese)
      default: return false
      }
    default: return true
    }
  }

  /// Whether a line that begins with `token` continues the line before. 前 does so only before a number: `前10年：` begins a phase.
  static func continues(_ token: Token, after next: Token?) -> Bool {
    switch token.kind {
    case .sign(.leftBrace), .sign(.rightParen), .sign(.comma), .sign(.dot): return true
    case .reserved(let ids):
      guard let id = ids.first else { return false }
      switch id {
      case .where, .and, .or, .then, .else, .by, .group, .stat, .sort, .select, .union, .minus,
        .both:
        return true
      case .first:
        if let next, case .literal(.number) = next.kind { return true }
        return false
      default: return false
      }
    default: return false
    }
  }

  /// Whether a word opens a declaration.
  static func isDeclaration(_ text: String) -> Bool { declarations[text] != nil }

  /// Whether a word begins a statement and wants an operand.
  static func isStatement(_ text: String) -> Bool { statements[text] != nil }

  private static let statements = spellings(of: [
    .for, .return, .show, .insert, .update, .delete, .assert, .expect,
  ])

  private static let declarations: SpellingTable<Bool> = {
    let keywords: [Keyword] = [
      .plan, .register, .enumeration, .scope, .partition, .span, .cycle, .parameter, .reading,
      .table, .duty, .inspection, .draw, .require, .when, .escalation, .workflow, .target, .rating,
      .incentive, .team, .merge, .report, .deem, .reckoning, .test, .function,
    ]
    return spellings(of: keywords)
  }()

  private static func spellings(of keywords: [Keyword]) -> SpellingTable<Bool> {
    let spellings = keywords.flatMap { keyword in
      ScriptLanguage.allCases.map { KeywordTable.spelling(of: keyword, in: $0) }
    }
    return SpellingTable(Dictionary(spellings.map { ($0, true) }) { first, _ in first })
  }
}
