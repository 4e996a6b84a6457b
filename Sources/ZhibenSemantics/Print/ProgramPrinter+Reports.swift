extension ProgramPrinter {
  /// 报送 as text.
  func report(_ report: ReportRule) -> [String] {
    var lines = duty(report.duty) + parties("致", report.to) + parties("抄送", report.copies)
    for span in report.spans {
      let day = span.due.map { "\($0.month)-\($0.day)：" } ?? ""
      lines.append("  期间 \(day)\(text(span.first)) 至 \(text(span.last))")
    }
    for column in report.columns {
      let value = column.value.map { " = \(text($0))" } ?? ""
      lines.append("  栏目 \(column.name)\(value)\(column.isTotalled ? " 合计" : "")")
    }
    return lines
  }
}
