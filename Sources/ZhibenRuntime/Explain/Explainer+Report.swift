import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Explainer {
  /// What the figures are about, and the figures of the unit.
  func explain(_ report: ReportRule, _ outcome: Outcome) -> [WhyReport.Section] {
    let due = report.dueDay(of: outcome.key)
    guard let reader = FilingReader(rule: Int(outcome.key.rule), context: context),
      let sheet = reader.sheet(due: due)
    else { return [] }
    var lines = [
      WhyLine(
        "期间 \(sheet.span)，数据截至 \(sheet.cutOff)，缺报的列为未知",
        "About \(sheet.span.english), read as of \(sheet.cutOff); what is missing is unknown")
    ]
    if let row = sheet.rows.first(where: { $0.unit == outcome.key.subject }) {
      for (column, value) in zip(report.columns, row.values) {
        let words =
          column.value == nil
          ? Wording(zh: "（填报）", en: "(to be filled in)") : facts.words(value)
        var children: [WhyLine] = []
        if let core = column.value, value == nil {
          children = [decidingTrace(core, row.unit, on: sheet.cutOff.days)]
        }
        lines.append(
          WhyLine("\(column.name)：\(words.zh)", "\(column.name): \(words.en)", children: children))
      }
    }
    return [WhyReport.Section("数据", "Figures", lines)]
  }
}
