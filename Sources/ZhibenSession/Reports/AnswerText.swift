import Zhiben

/// How a table is written.
package enum TableFormat: String, WordChoice {
  case table, records, csv, tsv, json, jsonl, md, html

  package var chinese: String {
    switch self {
    case .table: "表"
    case .records: "竖"
    case .csv: "表格文件"
    case .tsv: "制表符"
    case .json: "数据"
    case .jsonl: "逐行"
    case .md: "文档"
    case .html: "网页"
    }
  }

  /// Whether it is for programs and holds everything.
  var isDocument: Bool { self == .json || self == .jsonl }

  /// The format that the ending of a file's name says; nil if it says none.
  package init?(path: String) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md": self = .md
    case "html", "htm": self = .html
    case "txt": self = .table
    default: return nil
    }
  }
}

/// Writes the answer to a question. Data go out; what was left out because it is unknown is said beside them.
package struct AnswerText {
  let session: Session
  let answer: Answer
  /// How many rows are shown of a long table, at its beginning and its end; nil = all.
  package var part: (head: Int, tail: Int)?
  /// Whether a spreadsheet will open what is written: it takes a text that begins like a formula for one.
  var isForSpreadsheets = false

  package init(session: Session, answer: Answer) {
    (self.session, self.answer) = (session, answer)
  }

  package func write(_ format: TableFormat) {
    for (position, table) in answer.tables.enumerated() {
      if let plain = plain(table, format) {
        session.print(plain)
        continue
      }
      if position > 0, !format.isDocument { session.print("") }
      switch format {
      case .table, .records: writeTable(table, asRecords: format == .records)
      case .csv: writeCSV(table)
      case .tsv: writeTSV(table)
      case .json: session.print(document(table).compact)
      case .jsonl: writeLines(table)
      case .md: writeMarkdown(table)
      case .html: writeHTML(table)
      }
      if table.undecided > 0, !format.isDocument {
        note(
          session.text(
            "另有 \(table.undecided.grouped) 条因资料空缺不能判断，没有列入。",
            "\(table.undecided.grouped) more cannot be decided since facts are blank; they are left out."
          ))
      }
    }
  }

  /// Says of which day the outcomes are that were asked, if they are not of the judged day.
  package func tellRun(asOf: CivilDate) {
    if answer.asksOutcomes, answer.ledgerAsOf != asOf {
      session.say(
        answer.ledgerAsOf.map {
          session.text(
            "结果取自截至 \($0) 的运行，不是 \(asOf)。",
            "outcomes are those of the run as of \($0), not \(asOf).")
        } ?? session.text("还没有运行过，没有结果。", "there was no run yet, so there are no outcomes."))
    }
  }

  /// A single value, as a person reads it; nil for what is a table, or is to be read by a program.
  private func plain(_ table: Answer.Table, _ format: TableFormat) -> String? {
    guard session.isInteractive, format == .table, table.undecided == 0 else { return nil }
    switch table.type {
    case .list, .map, .structure: return nil
    default: return (answer.tables.count > 1 ? "\(table.title) = " : "") + cell(table.value)
    }
  }

  /// To a person it belongs under the table, to a program beside it.
  private func note(_ line: String) {
    if session.isInteractive { session.print(line) } else { session.say(line) }
  }

  private func text(_ value: Value?) -> String { answer.words.text(value, in: session.language) }

  /// What is missing is a dash, so that a blank cell is an empty text.
  private func cell(_ value: Value?) -> String {
    value == nil || value == .unknown ? "—" : text(value)
  }

  private func title(_ column: StructureField, of table: Answer.Table) -> String {
    column.name.isEmpty ? table.title : column.name
  }

  /// The titles of a table's columns.
  func titles(_ table: Answer.Table) -> [String] {
    table.columns.map { title($0, of: table) }
  }

  private func writeTable(_ table: Answer.Table, asRecords: Bool) {
    session.output.write(rendered(table, asRecords: asRecords))
    let count = table.rows.count
    if isCut(table), let part {
      let shown = part.head + part.tail
      note(
        session.text(
          "共 \(count.grouped) 行，显示 \(shown)；:全部 查看",
          "\(count.grouped) rows, \(shown) shown; :all shows them"))
    } else {
      note(
        session.text("\(count.grouped) 行", count == 1 ? "1 row" : "\(count.grouped) rows"))
    }
  }

  private func isCut(_ table: Answer.Table) -> Bool {
    part.map { table.rows.count > $0.head + $0.tail } ?? false
  }

  /// The table as it stands on a screen.
  func rendered(_ table: Answer.Table, asRecords: Bool = false) -> String {
    let columns = table.columns.map { column in
      var isNumber = false
      if case .number = column.type { isNumber = true }
      return TextTable.Column(title(column, of: table), alignment: isNumber ? .right : .left)
    }
    var rows: [[String]]
    if isCut(table), let part {
      rows = table.rows.prefix(part.head).map { $0.map(cell) }
      rows.append(columns.map { _ in "…" })
      rows += table.rows.suffix(part.tail).map { $0.map(cell) }
    } else {
      rows = table.rows.map { $0.map(cell) }
    }
    let text = TextTable(columns: columns, rows: rows)
    return asRecords
      ? text.records(width: session.width, maxColumns: session.columns ?? 100)
      : text.render(width: session.width, maxColumns: session.columns)
  }

  private func writeCSV(_ table: Answer.Table) {
    func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }
    session.output.write(line(titles(table)))
    for row in table.rows { session.output.write(line(row.map(plainCell))) }
  }

  /// The text of a value; a blank before a text that a spreadsheet would reckon out, which an import does not see.
  private func plainCell(_ value: Value?) -> String {
    guard value != nil else { return "" }
    let cell = text(value)
    if isForSpreadsheets, case .text? = value, let first = cell.first, "=+-@".contains(first) {
      return "\t" + cell
    }
    return cell
  }

  private func quoted(_ cell: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard cell.unicodeScalars.contains(where: special.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Cells are one line each: tabs and newlines in them become blanks.
  private func writeTSV(_ table: Answer.Table) {
    func line(_ cells: [String]) -> String {
      cells.map { String($0.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }
        .joined(separator: "\t")
    }
    session.print(line(titles(table)))
    for row in table.rows { session.print(line(row.map { $0 == nil ? "" : text($0) })) }
  }

  private func writeMarkdown(_ table: Answer.Table) {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.replacing("|", with: "\\|").replacing("\n", with: " ")
        }.joined(separator: " | ") + " |"
    }
    session.print(line(titles(table)))
    session.print(line(table.columns.map { _ in "---" }))
    for row in table.rows { session.print(line(row.map(cell))) }
  }

  private func writeHTML(_ table: Answer.Table) {
    func line(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(HTMLText.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    session.print("<table>")
    session.print(line(titles(table), "th"))
    for row in table.rows { session.print(line(row.map(cell), "td")) }
    session.print("</table>")
  }

  /// What programs may rest on: fields are added, none is changed.
  private static let schema = "zhiben.answer/1"

  /// The table for programs.
  package func document(_ table: Answer.Table) -> JSON {
    .object([
      ("schema", .text(Self.schema)),
      ("question", .text(table.title)),
      ("columns", .array(titles(table).map { .text($0) })),
      ("rows", .array(table.rows.map { .array($0.map(value)) })),
      ("undecided", .number(table.undecided)),
    ])
  }

  /// The same a line at a time: what is asked, each row, what was left out.
  private func writeLines(_ table: Answer.Table) {
    func write(_ type: String, _ fields: [(String, JSON)]) {
      session.print(JSON.object([("type", .text(type))] + fields).compact)
    }
    write(
      "table",
      [
        ("schema", .text(Self.schema)), ("question", .text(table.title)),
        ("columns", .array(titles(table).map { .text($0) })),
      ])
    for row in table.rows { write("row", [("values", .array(row.map(value)))]) }
    write("end", [("rows", .number(table.rows.count)), ("undecided", .number(table.undecided))])
  }

  /// Days as ISO 8601, whole numbers as numbers, other numbers as exact texts, records by name.
  package func value(_ value: Value?) -> JSON {
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
