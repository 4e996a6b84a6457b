import Zhiben
import ZhibenSyntax

// 帮助, and what a name means.

extension Conversation {
  func help(about topic: String) {
    if topic.isEmpty { return session.output.write(overview) }
    if ["全部", "all"].contains(topic.lowercased()) { return session.output.write(everything) }
    let pages = pages(about: topic)
    if pages.isEmpty {
      session.say(
        session.text(
          "没有找到「\(topic)」；:帮助 全部 列出所有主题", "nothing is known of \(topic); :help all lists the topics"
        ))
    }
    for page in pages.prefix(Self.part.head) { session.print(page) }
  }

  private var language: Language { session.language }

  /// Fits a screen of 25 lines and 80 columns.
  private var overview: String {
    var text = session.text(
      "输入问句、式子、语句或声明；上次 = 上一个结果；名称？是什么，名称？？看原文\nTab 补全，拼音也行；Ctrl-C 取消，Ctrl-D 退出；命令写开头几个字就够了\n",
      "type questions, expressions, statements, declarations; 上次 is the last result\nNAME? what it is, NAME?? its text; Tab completes; Ctrl-C cancels, Ctrl-D leaves\n"
    )
    for group in MetaCommand.Group.allCases {
      for (number, command) in MetaCommand.all.filter({ $0.group == group }).enumerated() {
        let head = number == 0 ? group.title[language] : ""
        text += session.width.padded(head, to: language == .zh ? 4 : 10)
        text += session.width.padded(command.label(in: language), to: language == .zh ? 26 : 23)
        text += " \(command.help[language])\n"
      }
    }
    return text
  }

  private var everything: String {
    var text = overview
    text += session.text("\n函数：\n", "\nfunctions:\n")
    for function in Library.functions {
      text +=
        "  \(session.width.padded(function.names[language], to: 20)) \(function.summary[language])\n"
    }
    return text
  }

  private func pages(about topic: String) -> [String] {
    let word = topic.lowercased()
    let named = MetaCommand.all.filter { $0.names.contains(word) }.map {
      "\($0.label(in: language))  \($0.help[language])"
    }
    let pages = named + meanings(of: topic)
    let codes = CodeQuery.codes(matching: topic)
    if pages.isEmpty, codes.count == 1, let page = codes.first.flatMap(CataloguePage.page) {
      return [pageText.text(of: page)]
    }
    return named.isEmpty ? pages + mentions(of: topic, codes) : pages
  }

  private var pageText: PageText {
    PageText(language: language, width: session.width, columns: min(session.columns ?? 80, 100))
  }

  /// So many places of one kind are shown that merely mention a topic.
  private static let mentionLimit = 5

  /// Commands, functions, messages and examples that mention a topic.
  private func mentions(of topic: String, _ codes: [DiagnosticCode]) -> [String] {
    func lines(_ title: Wording, _ found: [String]) -> [String] {
      let rest = found.count - Self.mentionLimit
      return found.prefix(Self.mentionLimit).map { "\(title[language])  \($0)" }
        + (rest > 0
          ? [session.text("……还有 \(rest) 条\(title.zh)", "… \(rest) more: \(title.en)")] : [])
    }
    let commands = MetaCommand.all.filter { $0.help[language].contains(topic) }.map {
      "\($0.label(in: language))  \($0.help[language])"
    }
    let functions = Library.functions.filter { function in
      ([function.summary] + function.usage).contains { $0[language].contains(topic) }
    }.map { "\($0.names[language])  \($0.summary[language])" }
    let examples = CataloguePage.all.flatMap { page in
      page.example.right.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }
        .filter { $0.contains(topic) }
    }
    var seen: Set<String> = []
    return lines(Wording(zh: "命令", en: "command"), commands)
      + lines(Wording(zh: "函数", en: "function"), functions)
      + lines(Wording(zh: "提示", en: "message"), codes.map { pageText.headline(of: $0) })
      + lines(Wording(zh: "例子", en: "example"), examples.filter { seen.insert($0).inserted })
  }

  // MARK: - Names

  func help(_ question: NameQuestion) throws {
    let definitions = Definitions(script: script).named(question.name)
    if question.wantsText, !definitions.isEmpty {
      for found in definitions { show(found) }
      return
    }
    var lines = definitions.flatMap { found in
      [line(found)] + [facts(about: question.name, found)].compactMap { $0.map { "  " + $0 } }
    }
    lines += meanings(of: question.name)
    guard !lines.isEmpty else {
      let near = Suggestions.closest(
        to: question.name, among: Array(Set(names.map(\.name))).sorted(), limit: 3)
      throw SessionProblem(
        Wording(zh: "没有「\(question.name)」", en: "there is no \(question.name)")
          .offering(near, to: "问"))
    }
    for line in lines { session.print(line) }
  }

  /// `整改期限  字段  登记 隐患：日期  标准台账.plan:41`
  private func line(_ found: Definitions.Found) -> String {
    let schema = script.program.schema
    if let owner = found.owner, let id = schema.register(named: owner) {
      let name = found.text.split { $0.isWhitespace || "：:".contains($0) }.first.map(String.init)
      let field = schema[id].fields.first { $0.name == name }
      let type = field.map { schema.name(of: ValueType($0))[language] } ?? ""
      return [
        name ?? "", session.text("字段", "field"),
        session.text("登记 \(owner)：\(type)", "of \(owner): \(type)"), found.place,
      ].joined(separator: "  ")
    }
    let head = found.text.prefix { !$0.isNewline && $0 != "{" && $0 != "｛" && $0 != "【" }
    return "\(String(head).trimmingBlanks)  \(found.place)"
  }

  /// Words of the language, functions, values and variables of that name.
  private func meanings(of name: String) -> [String] {
    let word = name.lowercased()
    var lines: [String] = []
    for function in Library.functions where [function.names.zh, function.names.en].contains(word) {
      lines.append("\(function.names[language])  \(function.summary[language])")
      lines += function.usage.map { "  " + $0[language] }
      if let edges = function.edges { lines.append("  " + edges[language]) }
    }
    for row in KeywordTable.rows where row.english == word || row.chinese.contains(name) {
      let spellings = ([row.english] + row.chinese).joined(separator: session.text("、", ", "))
      lines.append(session.text("\(name)  关键字  \(spellings)", "\(name)  keyword  \(spellings)"))
    }
    for list in script.program.schema.enumerations where list.values.contains(name) {
      let others = list.values.joined(separator: session.text("、", ", "))
      lines.append(
        session.text(
          "\(name)  取值 \(list.name)：\(others)", "\(name)  value of \(list.name): \(others)"))
    }
    for variable in state.workspace.variables where variable.name == name {
      let type = script.program.schema.name(of: variable.type)[language]
      let value = summary(variable.type, state.workspace.value(of: name), lastAnswer?.words)
      lines.append(session.text("\(name)  变量：\(type)  ", "\(name)  variable: \(type)  ") + value)
    }
    return lines
  }

  /// What the store knows of a register or a field: how many, how many blank, from where to where, a few values.
  private func facts(about name: String, _ found: Definitions.Found) -> String? {
    let schema = script.program.schema
    guard found.keyword == .register, let id = schema.register(named: found.owner ?? name) else {
      return nil
    }
    let register = schema[id]
    let all = quoted(register.name)
    guard found.owner != nil else {
      return values(of: ["数量（全部 \(all)）"])?.first.map {
        $0 == "0"
          ? session.text("还没有记录", "no records yet")
          : session.text("\($0) 条记录", "\($0) records")
      }
    }
    guard let field = register.fields.first(where: { $0.name == name || $0.column == name }),
      !field.isConfidential, !register.isConfidential
    else { return nil }
    let path = "\(all).\(quoted(field.name))"
    let isBlank = "数量（全部 \(all) 其中 \(quoted(field.name)) 为空）"
    let counts = values(of: ["数量（全部 \(all)）", isBlank]) ?? []
    guard let count = counts.first, let blank = counts.last else { return nil }
    if count == "0" { return session.text("还没有记录", "no records yet") }
    if count == blank {
      return session.text("\(count) 条，都没有填", "\(count) records, all blank")
    }
    var text = session.text("\(count) 条，缺 \(blank)", "\(count) records, \(blank) blank")
    switch field.type {
    case .date, .integer, .number:
      let ends = field.isMany ? nil : values(of: ["最小（\(path)）", "最大（\(path)）"])
      if let first = ends?.first, let last = ends?.last {
        text += session.text("；从 \(first) 到 \(last)", "; from \(first) to \(last)")
      }
    case .text, .enumeration, .reference, .bool, .moment:
      if !field.isMany, let samples = samples(path), !samples.isEmpty {
        text +=
          session.text("；如 ", "; such as ")
          + samples.joined(separator: session.text("、", ", "))
      }
    }
    return text
  }

  private func quoted(_ name: String) -> String { Names.asWritten(name) }

  /// The values of expressions, in words; nil if they cannot be had.
  private func values(of expressions: [String]) -> [String]? {
    let limits = limits
    let text = "显示 " + expressions.joined(separator: "，") + "\n"
    guard
      let turn = try? engine.evaluate(
        SourceFile(name: "", text: text), in: state.workspace, script: script, asOf: day,
        budget: limits.budget,
        cancellation: limits.cancellation)
    else { return nil }
    let values = turn.answer.tables.map { turn.answer.words.text($0.value, in: language) }
    return values.count == expressions.count ? values : nil
  }

  private func samples(_ path: String) -> [String]? {
    let limits = limits
    guard
      let turn = try? engine.evaluate(
        SourceFile(name: "", text: "\(path) 前 50\n"), in: state.workspace, script: script,
        asOf: day,
        budget: limits.budget, cancellation: limits.cancellation)
    else { return nil }
    var samples: [String] = []
    for value in (turn.answer.tables.first?.rows ?? []).compactMap({ $0.first.flatMap { $0 } }) {
      let text = turn.answer.words.text(value, in: language)
      if samples.count < 3, !samples.contains(text) { samples.append(text) }
    }
    return samples
  }
}
