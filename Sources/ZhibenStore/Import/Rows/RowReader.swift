import ZhibenFacts

/// Reads the rows of a file into the columns of a batch.
struct RowReader {
  /// What a column of the file is read into.
  enum Role {
    case column(Int)
    case validFrom, recordedOn, passedOver
  }

  private let batch: ImportBatch
  private let roles: [Role]
  private var readers: [ColumnReader]
  /// The batch's columns, while they are filled.
  private var columns: [BatchColumn]
  /// What a blank becomes, by column of the batch.
  private let defaults: [Int64]
  /// Whether a blank keeps the row out, by column of the batch.
  private let required: [Bool]

  init(
    batch: ImportBatch, roles: [Role], readers: [ColumnReader], defaults: [Int64], required: [Bool]
  ) {
    self.batch = batch
    self.roles = roles
    self.readers = readers
    columns = batch.columns
    self.defaults = defaults
    self.required = required
  }

  /// Reads all rows below the header.
  mutating func read() {
    var scanner = CSVScanner(batch.arena.file, delimiter: batch.delimiter)
    var cells: [CSVCell] = []
    while scanner.row < batch.header.row, scanner.next(&cells) {}
    while scanner.next(&cells) {
      switch kind(of: cells, scanner) {
      case .blank: continue
      case .remark: batch.report.skipped += 1
      case .data: append(cells, scanner)
      }
    }
    batch.columns = columns
    batch.unclosedQuoteRow = scanner.unclosedQuoteRow
  }

  // MARK: Kinds of rows

  private enum Kind { case blank, remark, data }

  private static let totals: Set<String> = ["合计", "总计", "小计", "共计"]
  private static let remarks = ["填表人", "制表人", "审核人", "填报人", "备注：", "备注:", "注：", "注:", "说明："]

  /// Rows of totals and remarks begin with such a word and leave the columns that must be filled in blank, but for the first.
  private func kind(of cells: [CSVCell], _ scanner: CSVScanner) -> Kind {
    var first: (index: Int, text: CellBytes)?
    for (index, cell) in cells.enumerated() where cell.end > cell.start {
      let text = CellText.trimmed(scanner.text(of: cell, batch.arena))
      if !text.isEmpty {
        first = (index, text)
        break
      }
    }
    guard let first else { return .blank }
    guard first.text.count <= 64, first.text.first ?? 0 >= 0x80 else { return .data }
    let word = String(decoding: first.text, as: UTF8.self)
    let isRemark =
      Self.totals.contains(word.filter { $0 != " " && $0 != "　" })
      || Self.remarks.contains(where: word.hasPrefix)
    guard isRemark else { return .data }
    let isRecord = roles.enumerated().contains { index, role in
      guard index != first.index, case .column(let column) = role, required[column],
        cells.indices.contains(index)
      else { return false }
      return !CellText.trimmed(scanner.text(of: cells[index], batch.arena)).isEmpty
    }
    return isRecord ? .data : .remark
  }

  // MARK: Rows of data

  private mutating func append(_ cells: [CSVCell], _ scanner: CSVScanner) {
    let row = batch.count
    batch.rowNumbers.append(Int32(clamping: scanner.row))
    batch.rowRanges.append(scanner.rowRange)
    batch.isRefused.append(false)
    batch.isSuperseded.append(false)
    batch.report.rowCount += 1
    var (validFrom, recordedOn) = (unknownCell, unknownCell)
    let isRagged = isRagged(cells, scanner)
    if isRagged {
      batch.refuse(
        row, column: nil, value: "",
        CellProblem(
          ImportCode.ragged, ["found": "\(cells.count)", "expected": "\(roles.count)"]))
    }
    for (index, role) in roles.enumerated() {
      let text =
        isRagged
        ? CellBytes(rebasing: batch.arena.file[0..<0])
        : CellText.trimmed(scanner.text(of: cells[index], batch.arena))
      switch role {
      case .column(let column): read(text, row, column, isRagged: isRagged)
      case .validFrom: validFrom = day(text, row, index)
      case .recordedOn: recordedOn = day(text, row, index)
      case .passedOver: break
      }
    }
    if batch.header.roles.contains(.validFrom) { batch.validFrom.append(validFrom) }
    if batch.header.roles.contains(.recordedOn) { batch.recordedOn.append(recordedOn) }
  }

  /// A row that is too short, or too long by more than blanks.
  private func isRagged(_ cells: [CSVCell], _ scanner: CSVScanner) -> Bool {
    if cells.count < roles.count { return true }
    return cells[roles.count...].contains { cell in
      !CellText.trimmed(scanner.text(of: cell, batch.arena)).isEmpty
    }
  }

  private mutating func read(_ text: CellBytes, _ row: Int, _ column: Int, isRagged: Bool) {
    guard !CellText.isBlank(text) else {
      columns[column].cells.append(defaults[column])
      if required[column], defaults[column] == unknownCell, !isRagged {
        let name = readers[column].field.name
        batch.refuse(row, column: name, value: "", CellProblem(ImportCode.blank))
      }
      return
    }
    do throws(CellProblem) {
      if readers[column].field.isMany {
        try readList(text, column)
      } else {
        columns[column].cells.append(try readers[column].cell(text, batch.arena))
      }
    } catch {
      columns[column].cells.append(unknownCell)
      batch.refuse(
        row, column: readers[column].field.name, value: String(decoding: text, as: UTF8.self),
        error)
    }
  }

  /// `机械、轻工`; 无 is the list of nothing. What is named twice stands once.
  private mutating func readList(_ text: CellBytes, _ column: Int) throws(CellProblem) {
    var elements: [Int64] = []
    var seen = SymbolTable()
    let word = text.count <= 6 ? String(decoding: text, as: UTF8.self) : ""
    if word != "无" && word != "没有" {
      for part in ListCell.parts(of: text) {
        let cell = try readers[column].cell(part, batch.arena)
        let number =
          readers[column].holdsText
          ? seen.intern(UnsafeRawBufferPointer(batch.arena.text(cell)))
          : withUnsafeBytes(of: cell) { seen.intern($0) }
        if number == Int64(elements.count) { elements.append(cell) }
      }
    }
    columns[column].append(list: elements)
  }

  private func day(_ text: CellBytes, _ row: Int, _ index: Int) -> Int64 {
    if CellText.isBlank(text) { return unknownCell }
    do throws(CellProblem) {
      return try DateText.day(text)
    } catch {
      batch.refuse(
        row, column: batch.header.titles[index], value: String(decoding: text, as: UTF8.self),
        error)
      return unknownCell
    }
  }
}

/// A cell that lists several values.
enum ListCell {
  /// The values, trimmed, without blanks: parted by 、 ， ； ｜ of either width or by line ends.
  static func parts(of text: CellBytes) -> [CellBytes] {
    var parts: [CellBytes] = []
    var (start, index) = (0, 0)
    func add(_ end: Int) {
      let part = CellText.trimmed(CellBytes(rebasing: text[start..<end]))
      if !CellText.isBlank(part) { parts.append(part) }
    }
    while index < text.count {
      let width = separatorWidth(text, index)
      if width > 0 {
        add(index)
        start = index + width
      }
      index += max(1, width)
    }
    add(text.count)
    return parts
  }

  private static func separatorWidth(_ text: CellBytes, _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A, 0x0D: return 1
    case 0xE3 where index + 2 < text.count:
      return (text[index + 1], text[index + 2]) == (0x80, 0x81) ? 3 : 0
    case 0xEF where index + 2 < text.count:
      switch (text[index + 1], text[index + 2]) {
      case (0xBC, 0x8C), (0xBC, 0x9B), (0xBD, 0x9C): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
