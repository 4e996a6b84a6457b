import Zhiben
import ZhibenSheets

/// Answers as a file that spreadsheets and other programs open.
package struct AnswerFile {
  private let session: Session
  private let answers: [Answer]

  /// - Parameter answers: what the file is to hold, in this order.
  package init(session: Session, answers: [Answer]) {
    (self.session, self.answers) = (session, answers)
  }

  /// Writes the file so that nobody ever sees half of it. The ending of its name says what it is: a workbook (.xlsx), or what `TableFormat`
  /// knows; CSV gets a byte order mark, without which Excel takes it for something else.
  /// - Parameters:
  ///   - path: where it goes.
  ///   - format: what it is where its ending says nothing.
  ///   - encoding: of a CSV file.
  /// - Throws: it cannot be written (E0730).
  package func write(
    to path: String, format: TableFormat = .csv, encoding: TextEncoding = .utf8
  ) throws(Diagnostics) {
    try OutputFile.write(
      try bytes(path: path, format: format, encoding: encoding), to: path)
  }

  /// Whether a path is that of a workbook.
  package static func isWorkbook(_ path: String) -> Bool {
    path.split(separator: ".").last?.lowercased() == "xlsx"
  }

  private func bytes(
    path: String, format: TableFormat, encoding: TextEncoding
  ) throws(Diagnostics) -> [UInt8] {
    if Self.isWorkbook(path) {
      return try WorkbookFile.bytes(answers.flatMap(sheets), path: path)
    }
    let format = TableFormat(path: path) ?? format
    var copy = session
    copy.output = ByteStream()
    copy.columns = nil
    for answer in answers {
      var text = AnswerText(session: copy, answer: answer)
      text.isForSpreadsheets = format == .csv
      text.write(format)
    }
    let text = copy.output.take()
    return format == .csv ? encoding.bytes(of: text, marked: true) : Array(text.utf8)
  }

  // MARK: Workbooks

  private func sheets(_ answer: Answer) -> [SheetContent] {
    let text = AnswerText(session: session, answer: answer)
    return answer.tables.enumerated().map { number, table in
      let rows = table.rows.map { row in row.map { value($0, answer.words) } }
      let columns = zip(table.columns, text.titles(table)).enumerated().map { index, column in
        SheetColumn(
          title: column.1, kind: kind(column.0.type),
          width: rows.reduce(session.width.of(column.1)) { width, row in
            max(width, row.indices.contains(index) ? self.width(row[index]) : 0)
          })
      }
      return SheetContent(
        name: answer.tables.count + answers.count > 2
          ? session.text("表\(number + 1)", "Table \(number + 1)") : session.text("表", "Table"),
        columns: columns, rows: rows)
    }
  }

  private func kind(_ type: ValueType) -> SheetColumn.Kind {
    switch type {
    case .number(let unit): unit == "%" ? .percent : .number
    case .date: .date
    case .moment: .moment
    default: .text
    }
  }

  /// Days, moments and numbers as such, as far as a spreadsheet can keep them whole; all else as text.
  private func value(_ value: Value?, _ words: AnswerWords) -> SheetValue {
    switch value {
    case nil, .unknown?: .blank
    case .date(let date)?: .day(Int(date.days))
    case .moment(let minutes)?: .moment(minutes * 60)
    case .number(let number)?
    where number.numerator.magnitude < 1 << 49 && number.denominator < 1 << 20:
      .number(Double(number.numerator) / Double(number.denominator))
    default: .text(words.text(value, in: session.language))
    }
  }

  private func width(_ value: SheetValue) -> Int {
    switch value {
    case .blank: 0
    case .text(let text): session.width.of(text.prefix(60))
    case .number(let number), .percent(let number): "\(number)".count
    case .day: 10
    case .moment: 16
    case .bool: 5
    }
  }
}
