import Zhiben
import ZhibenSyntax

// What there is.

extension Conversation {
  private var schema: Schema { script.program.schema }

  func tables() throws {
    let counts = Dictionary(
      try engine.contents().registers.map { ($0.name, $0.records) }, uniquingKeysWith: +)
    var table = TextTable(columns: [
      .init(session.text("登记", "register")), .init(session.text("表", "table")),
      .init(session.text("字段", "fields"), alignment: .right),
      .init(session.text("记录", "records"), alignment: .right),
    ])
    table.rows = schema.recorded.map { register in
      [
        register.name, register.table, "\(register.fields.count)",
        (counts[register.name] ?? 0).grouped,
      ]
    }
    write(table)
    list(session.text("范围", "scopes"), script.program.scopes.map(\.name))
    list(session.text("划分", "partitions"), script.program.partitions.map(\.name))
    list(session.text("参数", "parameters"), script.program.parameters.map(\.name))
    list(session.text("取值", "enums"), schema.recordedLists.map(\.name).filter { !$0.contains(".") })
    list(session.text("函数", "functions"), script.program.functions.map(\.name))
  }

  private func list(_ title: String, _ names: [String]) {
    guard !names.isEmpty else { return }
    let head = title + session.text("：", ": ")
    let lines = TextWrap.lines(
      head + names.joined(separator: session.text("、", ", ")), columns: session.columns ?? 100,
      width: session.width)
    for line in lines { session.print(line) }
  }

  func columns(_ name: String) throws {
    guard let id = schema.register(named: name) else {
      let names = schema.registers.map(\.name)
      let near = Suggestions.closest(to: name, among: names, limit: 3)
      throw SessionProblem(
        Wording(zh: "没有登记「\(name)」", en: "there is no register \(name)").offering(
          near, to: "看", otherwise: Wording(zh: "；:表 看有哪些", en: "; :tables lists them")))
    }
    var table = TextTable(columns: [
      .init(session.text("字段", "field")), .init(session.text("列", "column")),
      .init(session.text("类型", "type")), .init(session.text("说明", "notes")),
    ])
    let register = schema[id]
    table.rows = register.fields.enumerated().map { number, field in
      [
        field.name, field.column, schema.name(of: ValueType(field))[session.language],
        notes(field, isDate: register.dateField == number),
      ]
    }
    write(table)
  }

  private func notes(_ field: FieldSchema, isDate: Bool) -> String {
    var notes: [Keyword] = []
    if field.isKey { notes.append(.key) }
    if isDate { notes.append(.date) }
    if field.isRequired { notes.append(.required) }
    if field.isConfidential { notes.append(.confidential) }
    return notes.map(spelling).joined(separator: " ")
  }

  func spelling(_ keyword: Keyword) -> String {
    KeywordTable.spelling(of: keyword, in: session.language == .zh ? .chinese : .english)
  }

  func rules(_ name: String) throws {
    guard name.isEmpty else {
      let rule = try script.selecting(rule: name).program.rules.first
      let found = rule.flatMap { Definitions(script: script).named($0.name).first }
      if let found { show(found) }
      return
    }
    var table = TextTable(columns: [
      .init(session.text("规则", "rule")), .init(session.text("对象", "subject")),
      .init(session.text("依据", "basis")), .init(session.text("写在", "stands in")),
    ])
    let program = script.program
    table.rows = program.rules.map { rule in
      let source = rule.origin.source
      let place =
        program.sources.indices.contains(source)
        ? "\(program.sources[source].name):\(program.sources[source].line(at: rule.origin.span.start))"
        : ""
      return [
        rule.name, rule.subject.map { schema[$0.register].name } ?? "",
        script.clauses(of: rule).joined(separator: " "), place,
      ]
    }
    if !table.rows.isEmpty { write(table) }
    session.say(
      session.text("\(program.rules.count) 条规则", "\(program.rules.count) rules"))
  }

  func show(_ found: Definitions.Found) {
    session.print(found.place)
    session.print(found.text)
  }

  func variables() {
    let workspace = state.workspace
    var table = TextTable(columns: [
      .init(session.text("变量", "variable")), .init(session.text("类型", "type")),
      .init(session.text("值", "value")),
    ])
    table.rows = workspace.variables.map { variable in
      [
        variable.name, schema.name(of: variable.type)[session.language],
        summary(variable.type, workspace.value(of: variable.name), lastAnswer?.words),
      ]
    }
    if table.rows.isEmpty, workspace.writes.isEmpty {
      session.say(session.text("没有变量，也没有待写入的变更。", "no variables, and no changes that wait."))
    }
    if !table.rows.isEmpty { write(table) }
    if !workspace.writes.isEmpty {
      let count = workspace.writes.count.grouped
      session.say(session.text("待写入 \(count) 条变更", "changes that wait: \(count)"))
    }
  }

  func sql() {
    let plans = lastAnswer?.tables.compactMap(\.plan) ?? []
    if plans.isEmpty {
      session.say(
        session.text("上一条不是问句，没有用到 SQL。", "the last input was no question that the store answered.")
      )
    }
    for plan in plans { session.print(plan.description(in: session.language)) }
  }
}
