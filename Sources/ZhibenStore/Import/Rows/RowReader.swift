import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSheets

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
  /// What was read otherwise than it stands in the row.
  private var noted: [Noted] = []

  private struct Noted {
    var kind: ImportNote.Kind
    var column: Int
    var text: CellBytes
    var value: Int64
    var isNew: Bool
  }

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
    var cursor = RowCursor(batch.arena, batch.form)
    var cells: [LedgerCell] = []
    while cursor.row < batch.header.rows.upperBound, cursor.advance(&cells) {}
    while cursor.advance(&cells) {
      switch kind(of: cells, cursor) {
      case .blank: continue
      case .remark(let word): skip(word)
      case .data: append(cells, cursor)
      }
    }
    if let first = batch.rowNumbers.first, let last = batch.rowNumbers.last {
      batch.report.dataRows = Int(first)...Int(max(first, last))
    }
    batch.columns = columns
    batch.unclosedQuoteRow = cursor.unclosedQuoteRow
  }

  // MARK: Kinds of rows

  private enum Kind {
    case blank, data
    case remark(String)
  }

  private func skip(_ word: String) {
    batch.report.skipped += 1
    if !batch.report.skippedWords.contains(word), batch.report.skippedWords.count < 5 {
      batch.report.skippedWords.append(word)
    }
  }

  private static let totals: Set<String> = ["合计", "总计", "小计", "共计"]
  private static let remarks = [
    "填表人", "制表人", "审核人", "填报人", "填报单位", "备注：", "备注:", "注：", "注:", "说明：", "说明:", "合计：", "合计:",
    "总计：", "总计:", "小计：", "小计:",
  ]

  /// Rows of totals and remarks begin with such a word and leave the columns that must be filled in blank, but for the first.
  private func kind(of cells: [LedgerCell], _ cursor: RowCursor) -> Kind {
    var first: (index: Int, text: CellBytes)?
    for (index, cell) in cells.enumerated()
    where !cell.isFilled && (cell.end > cell.start || cell.kind == .formula) {
      if cell.kind == .formula { return .data }
      let text = CellText.trimmed(cursor.text(of: cell, batch.arena))
      if !text.isEmpty {
        first = (index, text)
        break
      }
    }
    guard let first else { return .blank }
    guard first.text.count <= 64, first.text.first ?? 0 >= 0x80 else { return .data }
    let word = String(decoding: first.text, as: UTF8.self)
    let total = word.filter { $0 != " " && $0 != "　" }
    let remark =
      Self.totals.contains(total) || total == "备注"
      ? total : Self.remarks.first(where: word.hasPrefix)
    guard let remark else { return .data }
    let isTotal = Self.totals.contains(total)
    let isRecord = roles.enumerated().contains { index, role in
      guard index != first.index, case .column(let column) = role, required[column],
        cells.indices.contains(index), !cells[index].isFilled
      else { return false }
      let text = CellText.trimmed(cursor.text(of: cells[index], batch.arena))
      // A total counts what stands above it.
      return !text.isEmpty && !(isTotal && Self.isFigure(text))
    }
    return isRecord ? .data : .remark(remark.filter { $0 != "：" && $0 != ":" })
  }

  private static func isFigure(_ text: CellBytes) -> Bool {
    text.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == 0x2C }
  }

  // MARK: Rows of data

  private mutating func append(_ cells: [LedgerCell], _ cursor: RowCursor) {
    let row = batch.count
    batch.rowNumbers.append(Int32(clamping: cursor.row))
    batch.rowRanges.append(cursor.rowRange)
    batch.isRefused.append(false)
    batch.isSuperseded.append(false)
    batch.report.rowCount += 1
    var (validFrom, recordedOn) = (unknownCell, unknownCell)
    let isRagged = isRagged(cells, cursor)
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
        : CellText.trimmed(cursor.text(of: cells[index], batch.arena))
      switch role {
      case .column(let column):
        let cell = isRagged ? LedgerCell(start: 0, end: 0) : cells[index]
        read(text, cell, row, column, place: index, isRagged: isRagged)
      case .validFrom: validFrom = day(text, row, index)
      case .recordedOn: recordedOn = day(text, row, index)
      case .passedOver: break
      }
    }
    report(row)
    if batch.header.roles.contains(.validFrom) { batch.validFrom.append(validFrom) }
    if batch.header.roles.contains(.recordedOn) { batch.recordedOn.append(recordedOn) }
  }

  /// A row that is too short, or too long by more than blanks.
  private func isRagged(_ cells: [LedgerCell], _ cursor: RowCursor) -> Bool {
    if case .sheet = batch.form { return false }
    if cells.count < roles.count { return true }
    return cells[roles.count...].contains { cell in
      !CellText.trimmed(cursor.text(of: cell, batch.arena)).isEmpty
    }
  }

  private mutating func read(
    _ text: CellBytes, _ cell: LedgerCell, _ row: Int, _ column: Int, place: Int, isRagged: Bool
  ) {
    guard !CellText.isBlank(text) || cell.kind == .formula else {
      columns[column].cells.append(defaults[column])
      if required[column], defaults[column] == unknownCell, !isRagged {
        let name = readers[column].field.name
        batch.refuse(row, column: name, value: "", CellProblem(ImportCode.blank))
      }
      return
    }
    do throws(CellProblem) {
      try check(text, cell, row, place)
      if readers[column].field.isMany {
        try readList(text, column)
      } else {
        let value = try readers[column].cell(text, batch.arena, isNumber: cell.kind == .number)
        columns[column].cells.append(value)
        note(text, cell, value, column)
      }
    } catch {
      columns[column].cells.append(unknownCell)
      batch.refuse(
        row, column: readers[column].field.name, value: String(decoding: text, as: UTF8.self),
        error)
    }
  }

  /// What spreadsheets keep no value of.
  private func check(
    _ text: CellBytes, _ cell: LedgerCell, _ row: Int, _ place: Int
  ) throws(CellProblem) {
    let code: DiagnosticCode? =
      switch cell.kind {
      case .cutNumber: ImportCode.numberCut
      case .error, .formula: ImportCode.noResult
      case .text where text.first == UInt8(ascii: "#") && CellText.isFault(text):
        ImportCode.noResult
      default: nil
      }
    guard let code else { return }
    let address = SheetAddress.cell(row: Int(batch.rowNumbers[row]), column: place)
    throw CellProblem(code, ["address": Wording(address)])
  }

  /// Remembers what was read otherwise than it stands there.
  private mutating func note(
    _ text: CellBytes, _ cell: LedgerCell, _ value: Int64, _ column: Int
  ) {
    let kind =
      cell.isFilled
      ? .filled : readers[column].note(on: text, cell.kind, read: value, batch.arena)
    guard let kind else { return }
    noted.append(
      Noted(
        kind: kind, column: column, text: text, value: value,
        isNew: cell.isFilled || readers[column].isNewSpelling))
  }

  /// Says so, if the row comes.
  private mutating func report(_ row: Int) {
    defer { noted.removeAll(keepingCapacity: true) }
    if batch.isRefused[row] { return }
    for note in noted where batch.report.notes.count(note.kind) && note.isNew {
      let reader = readers[note.column]
      batch.report.notes.keep(
        ImportNote(
          row: Int(batch.rowNumbers[row]), column: reader.field.name,
          value: note.kind == .filled ? "" : String(decoding: note.text, as: UTF8.self),
          reading: reader.reading(note.value, batch.arena), kind: note.kind))
    }
  }

  /// `机械、轻工`; 无 is the list of nothing. What is named twice stands once.
  private mutating func readList(_ text: CellBytes, _ column: Int) throws(CellProblem) {
    var elements: [Int64] = []
    var seen = SymbolTable()
    let word = text.count <= 6 ? String(decoding: text, as: UTF8.self) : ""
    if word != "无" && word != "没有" {
      for part in readers[column].parts(of: text, batch.arena) {
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
