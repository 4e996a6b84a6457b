import Zhiben

/// Writes the answer to a question. Data go out; what was left out because it is unknown is said beside them.
struct AnswerText {
  let session: Session
  let answer: Answer

  func write(_ format: TableFormat) {
    for (position, table) in answer.tables.enumerated() {
      if position > 0, format != .json { session.print("") }
      switch format {
      case .table: writeTable(table)
      case .csv: writeCSV(table)
      case .json: session.print(document(table).compact)
      case .md: writeMarkdown(table)
      }
      if table.undecided > 0, format != .json {
        session.say(
          session.text(
            "另有 \(table.undecided.grouped) 条因资料空缺不能判断，没有列入。",
            "\(table.undecided.grouped) more cannot be decided since facts are blank; they are left out."
          ))
      }
    }
  }

  private func text(_ value: Value?) -> String { answer.words.text(value, in: session.language) }

  private func title(_ column: StructureField, of table: Answer.Table) -> String {
    column.name.isEmpty ? table.title : column.name
  }

  private func writeTable(_ table: Answer.Table) {
    session.output.write(rendered(table))
    let count = table.rows.count.grouped
    session.say(session.text("\(count) 行", "\(count) rows"))
  }

  /// The table as it stands on a screen.
  func rendered(_ table: Answer.Table) -> String {
    let columns = table.columns.map { column in
      var isNumber = false
      if case .number = column.type { isNumber = true }
      return TextTable.Column(title(column, of: table), alignment: isNumber ? .right : .left)
    }
    let rows = table.rows.map { $0.map(text) }
    return TextTable(columns: columns, rows: rows).render(
      width: session.width, maxColumns: session.columns)
  }

  private func writeCSV(_ table: Answer.Table) {
    func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }
    session.output.write(line(table.columns.map { title($0, of: table) }))
    for row in table.rows { session.output.write(line(row.map { $0 == nil ? "" : text($0) })) }
  }

  private func quoted(_ cell: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private func writeMarkdown(_ table: Answer.Table) {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.replacing("|", with: "\\|").replacing("\n", with: " ")
        }.joined(separator: " | ") + " |"
    }
    session.print(line(table.columns.map { title($0, of: table) }))
    session.print(line(table.columns.map { _ in "---" }))
    for row in table.rows { session.print(line(row.map(text))) }
  }

  func document(_ table: Answer.Table) -> JSON {
    .object([
      ("question", .text(table.title)),
      ("columns", .array(table.columns.map { .text(title($0, of: table)) })),
      ("rows", .array(table.rows.map { .array($0.map(value)) })),
      ("undecided", .number(table.undecided)),
    ])
  }

  /// Days as ISO 8601, whole numbers as numbers, other numbers as exact texts, records by name.
  func value(_ value: Value?) -> JSON {
    switch value {
    case nil, .unknown?: .null
    case .bool(let flag)?: .bool(flag)
    case .number(let number)? where number.isInteger: .number(number.numerator)
    case .date(let date)?: .day(date)
    case .list(let elements)?: .array(elements.map { self.value($0) })
    case .structure(let values)?: .array(values.map { self.value($0) })
    default: .text(text(value))
    }
  }
}
