import ZhibenSyntax

/// Words of spreadsheets, SQL and programming languages, and what is written for them here.
enum ForeignHabits {
  /// What is written instead of a foreign word.
  struct Answer {
    /// Spellings that may take its place as it stands.
    var spellings: [String] = []
    /// Where more than the word changes: how it is said here.
    var hint: Wording?
  }

  /// The answer to a word in any case; nil for words that are no such habit.
  static func answer(to word: String) -> Answer? {
    guard word.utf8.count <= 16 else { return nil }
    return table[word.lowercased()]
  }

  /// The answer to the name of a function.
  static func answer(toFunction name: String) -> Answer? {
    guard name.utf8.count <= 16 else { return nil }
    return functions[name.lowercased()]
  }

  private static func spelt(_ keyword: Keyword) -> Answer {
    Answer(spellings: ScriptLanguage.allCases.map { KeywordTable.spelling(of: keyword, in: $0) })
  }

  private static func said(_ zh: String, _ en: String) -> Answer {
    Answer(hint: Wording(zh: zh, en: en))
  }

  private static let blank = said(
    "问有没有填，写「为空」或「不为空」", "to ask for blanks write “is empty” or “not empty”")
  private static let branch = said(
    "写「若 … 则 … 否则 …」", "write “if … then … else …”")

  private static let table: [String: Answer] = [
    "and": spelt(.and), "or": spelt(.or), "not": spelt(.not), "in": spelt(.in),
    "where": spelt(.where), "between": spelt(.between), "like": spelt(.contains),
    "is": blank, "null": blank, "none": blank, "nil": blank, "isnull": blank, "notnull": blank,
    "true": said("是否字段直接写字段名，如「高危」", "write the field alone, such as “高危”"),
    "false": said("是否字段的否定写「非」，如「非 高危」", "write “not” before the field"),
    "if": branch, "case": branch, "when": branch,
    "select": said(
      "要一批记录，写「登记 其中 条件」", "for records write “REGISTER where CONDITION”"),
  ]

  private static let functions: [String: Answer] = [
    "if": branch, "iif": branch, "ifs": branch,
    "and": said("条件之间写「且」", "write “and” between conditions"),
    "or": said("条件之间写「或」", "write “or” between conditions"),
    "not": said("条件前面写「非」", "write “not” before the condition"),
    "countif": said("写「数量(… 其中 …)」", "write “count(… where …)”"),
    "countifs": said("写「数量(… 其中 …)」", "write “count(… where …)”"),
    "sumif": said("写「求和(….字段 其中 …)」", "write “sum(….field where …)”"),
    "sumifs": said("写「求和(….字段 其中 …)」", "write “sum(….field where …)”"),
    "averageif": said("写「平均(….字段 其中 …)」", "write “average(….field where …)”"),
    "vlookup": said("取另一条记录的字段用点号，如「村.名称」", "take a field of another record by a dot"),
    "xlookup": said("取另一条记录的字段用点号，如「村.名称」", "take a field of another record by a dot"),
    "today": said("今天写「今日」，不加括号", "for this day write “today”, without parentheses"),
    "now": said("今天写「今日」，不加括号", "for this day write “today”, without parentheses"),
    "isblank": blank, "isnull": blank, "ifnull": blank, "coalesce": blank,
    "datediff": said("两个日期相减就是天数", "one date minus another is a number of days"),
    "datedif": said("两个日期相减就是天数", "one date minus another is a number of days"),
  ]
}

extension Diagnostic {
  /// The diagnostic with an answer, where what was not understood is a habit of another notation and nothing better is offered.
  func answeringForeignHabits() -> Diagnostic {
    guard case .file(let file, let span) = primary, span.end - span.start <= 16
    else { return self }
    let word = file.text(span)
    let answer =
      switch code {
      case "E0312": ForeignHabits.answer(toFunction: word)
      case "E0201", "E0301", "E0302": ForeignHabits.answer(to: word)
      default: nil as ForeignHabits.Answer?
      }
    guard let answer else { return self }
    var result = self
    if fixes.isEmpty { result.fixes = answer.spellings.map { Fix(span, $0) } }
    if let hint = answer.hint { result.notes.insert(hint, at: 0) }
    return result
  }
}
