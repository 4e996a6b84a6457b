import Zhiben
import ZhibenSession

/// What a script reads, writes, calls and costs, for people.
struct InspectText {
  let session: Session
  let script: Script

  private var schema: Schema { script.program.schema }

  func write() {
    let inspection = script.inspection
    let title = script.program.plan.title
    session.print(
      session.text(
        "\(title)  \(script.program.rules.count) 条规则",
        "\(title)  \(script.program.rules.count) rules"))
    reads(inspection)
    writes(inspection)
    calls(inspection.footprint)
    costs(inspection)
  }

  // MARK: - Reads

  private func reads(_ inspection: Inspection) {
    let reads = inspection.footprint.reads
    let fields = reads.reduce(0) { $0 + $1.fields.count }
    session.print(
      session.text(
        "\n读取 \(reads.count) 个登记的 \(fields) 个字段：",
        "\nreads \(fields) fields of \(reads.count) registers:"))
    var table = TextTable(columns: [
      .init(session.text("登记", "register")), .init(session.text("表", "table")),
      .init(session.text("字段", "fields")),
    ])
    table.rows = reads.map { [schema[$0.register].name, schema[$0.register].table, names($0)] }
    table.rows += inspection.names.map {
      [
        schema[$0.register].name, schema[$0.register].table,
        session.text("只为称呼：", "only for names: ") + names($0),
      ]
    }
    write(table)
  }

  private func names(_ use: Footprint.Use) -> String {
    use.fields.map { schema[use.register].fields[$0].name }
      .joined(separator: session.text("、", ", "))
  }

  // MARK: - Writes

  private func writes(_ inspection: Inspection) {
    session.print(session.text("\n写入：", "\nwrites:"))
    let outcomes = inspection.outcomes.map { kind, rules in
      session.text("\(kind.words.zh)（\(rules) 条规则）", "\(kind.words.en) (rules: \(rules))")
    }
    line(session.text("结果", "outcomes"), outcomes)
    let registers = inspection.footprint.writes.map { use in
      let fields = names(use)
      let name = schema[use.register].name
      return fields.isEmpty ? name : session.text("\(name)（\(fields)）", "\(name) (\(fields))")
    }
    line(session.text("登记", "registers"), registers)
  }

  // MARK: - Calls

  private func calls(_ footprint: Footprint) {
    session.print(session.text("\n调用：", "\ncalls:"))
    for (title, calls) in [
      (session.text("库函数", "library"), footprint.library),
      (session.text("脚本函数", "script"), footprint.functions),
      (session.text("宿主函数", "host"), footprint.hostFunctions),
    ] {
      line(
        title,
        calls.map { call in
          let needs = call.capability.map { session.text("（须 \($0)）", " (needs \($0))") } ?? ""
          return "\(call.name[session.language])\(needs) \(call.places)"
        })
    }
  }

  /// `  结果  义务、台阶`; nothing is 无.
  private func line(_ title: String, _ items: [String]) {
    let list = items.joined(separator: session.text("、", ", "))
    session.print(
      "  \(session.width.padded(title, to: 10))"
        + (items.isEmpty ? session.text("无", "none") : list))
  }

  // MARK: - Costs

  private func costs(_ inspection: Inspection) {
    let statements = inspection.statements
    session.print(
      session.text(
        "\n费用：每次预演 \(statements.lowerBound)—\(statements.upperBound) 条 SQL 语句，不随记录和规则增多；每个对象每个判断日：",
        "\ncosts: \(statements.lowerBound)–\(statements.upperBound) SQL statements for a plan, however many records or rules; for each subject and day judged:"
      ))
    var table = TextTable(columns: [
      .init(session.text("规则", "rule")), .init(session.text("对象", "subject")),
      .init(session.text("步", "steps"), alignment: .right),
      .init(session.text("逐条看", "goes through")),
    ])
    table.rows = inspection.footprint.costs.map { cost in
      [
        script.program.rules[cost.rule].name, cost.register.map { schema[$0].name } ?? "–",
        cost.steps.grouped, scans(cost.scans),
      ]
    }
    write(table)
  }

  /// `租赁、全部 事故 › 检查`: what is gone through for each row stands behind it.
  private func scans(_ scans: [RuleCost.Scan]) -> String {
    var text = ""
    for scan in scans {
      let name =
        (scan.isWhole ? session.text("全部 ", "all ") : "") + schema[scan.register].name
      text += text.isEmpty ? "" : scan.depth > 1 ? " › " : session.text("、", ", ")
      text += name
    }
    return text
  }

  private func write(_ table: TextTable) {
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }
}
