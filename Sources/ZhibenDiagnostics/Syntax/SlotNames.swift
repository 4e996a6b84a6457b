import ZhibenSyntax

/// The English of the slots that the parser names in Chinese.
enum SlotNames {
  /// A slot as it stands in a sentence: `频次的值`, `条款`, `「：」`. Words that the table does not hold are the same in both languages.
  static func wording(_ slot: String) -> Wording {
    if table[slot] == nil, let keyword = keywords[slot] {
      return Wording(zh: "「\(slot)」", en: "“\(keyword)”")
    }
    return Wording(zh: slot, en: english(slot) ?? quoted(slot))
  }

  /// A kind of declaration as the owner of clauses: `职责`, `a duty`.
  static func body(_ word: String) -> Wording {
    guard let english = keywords[word] else { return wording(word) }
    return Wording(zh: "「\(word)」", en: "“\(english)”")
  }

  private static func english(_ slot: String) -> String? {
    if let known = table[slot] { return known }
    if let keyword = keywords[slot] { return "“\(keyword)”" }
    if let end = slot.range(ofLast: "的"), let part = table[String(slot[end.upperBound...])] {
      let owner = String(slot[..<end.lowerBound])
      let bare = part.drop(article: ["a ", "an ", "the "])
      return "the \(bare) of \(english(owner) ?? quoted(owner))"
    }
    if slot.contains("或"), !slot.contains("「") {
      return slot.split(separator: "或").map { english(String($0)) ?? String($0) }
        .joined(separator: " or ")
    }
    return nil
  }

  /// Signs come in 「」 already.
  private static func quoted(_ text: String) -> String {
    guard text.first == "「", text.last == "」", text.count > 2 else { return text }
    return "“\(text.dropFirst().dropLast())”"
  }

  private static let keywords: [String: String] = {
    var result: [String: String] = [:]
    for row in KeywordTable.rows {
      for spelling in row.chinese where result[spelling] == nil { result[spelling] = row.english }
    }
    return result
  }()

  private static let table: [String: String] = [
    "内容": "something",
    "值": "a value",
    "这几个值": "these values",
    "一组值": "a set of values",
    "名称": "a name",
    "条款": "a clause",
    "条件": "a condition",
    "表达式": "an expression",
    "语句": "a statement",
    "要假设的内容": "what is supposed",
    "声明": "a declaration",
    "规定": "a declaration",
    "规则": "a rule",
    "规则名": "the name of a rule",
    "登记": "a register",
    "登记或范围": "a register or a scope",
    "登记名": "the name of a register",
    "字段": "a field",
    "字段名": "the name of a field",
    "类型": "a type",
    "取值": "an enum value",
    "标签": "a label",
    "分支": "an arm",
    "台阶": "a rung",
    "措施": "a measure",
    "动作": "an action",
    "参数": "an argument",
    "文字": "a text in quotes",
    "数": "a number",
    "数量": "a quantity",
    "日期": "a date",
    "期间": "a period",
    "时长": "a duration",
    "期限": "a term",
    "频次": "a cadence",
    "比例": "a share",
    "单位": "a unit",
    "时刻": "a time of day",
    "公式": "a formula",
    "名单": "a list",
    "文件名": "a file name",
    "括号": "a bracket",
    "右括号": "a closing bracket",
    "分号": "a semicolon",
    "换行": "a new line",
    "分号或换行": "a semicolon or a new line",
    "行末": "the end of the line",
    "文件末尾": "the end of the file",
    "脚本": "the script",
    "文件": "the file",
    "这一行": "this line",
    "这里": "this",
  ]
}

extension String {
  fileprivate func range(ofLast character: Character) -> Range<String.Index>? {
    guard let index = lastIndex(of: character) else { return nil }
    return index..<self.index(after: index)
  }

  fileprivate func drop(article articles: [String]) -> Substring {
    for article in articles where hasPrefix(article) { return dropFirst(article.count) }
    return self[...]
  }
}
