import CXlsxWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes workbooks as people want to print them: the titles stay when one scrolls and are repeated on each page, the page is A4 across, days
/// are days and codes are text.
public enum WorkbookWriter {
  /// The bytes of a workbook; the same sheets give the same bytes.
  /// - Parameter sheets: at least one; names that occur twice get a number.
  /// - Throws: libxlsxwriter is not installed, or a sheet holds more than a spreadsheet can show.
  public static func bytes(_ sheets: [SheetContent]) throws(WorkbookProblem) -> [UInt8] {
    guard var library = library else { throw .noWriter }
    // The library writes files only.
    guard let path = temporaryFile() else { throw .unwritable(String(cString: strerror(errno))) }
    defer { unlink(path) }
    var options = lxw_workbook_options()
    guard let book = library.workbook_new_opt(path, &options) else {
      throw .unwritable("workbook_new")
    }
    var problem: WorkbookProblem?
    do throws(WorkbookProblem) {
      try Drawing(library: library, book: book).write(sheets)
    } catch {
      problem = error
    }
    // Also one that went wrong has to be closed, to be freed.
    let status = library.workbook_close(book)
    if let problem { throw problem }
    guard status == LXW_NO_ERROR else { throw .unwritable(words(status, &library)) }
    return try contents(of: path)
  }

  private static func temporaryFile() -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((folder + "/zhiben-XXXXXX").utf8CString)
    let file = mkstemp(&name)
    if file < 0 { return nil }
    close(file)
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func contents(of path: String) throws(WorkbookProblem) -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw .unwritable(String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// The functions of libxlsxwriter; `nil` where it is not installed.
  private static var library: cxw_functions? {
    var functions = cxw_functions()
    return cxw_load(&functions) ? functions : nil
  }

  static func words(_ status: lxw_error, _ library: inout cxw_functions) -> String {
    library.lxw_strerror(status).map { String(cString: $0) } ?? "\(status.rawValue)"
  }
}

/// One workbook on its way into the library.
private struct Drawing {
  var library: cxw_functions
  let book: UnsafeMutablePointer<lxw_workbook>

  private static let lastRow = 1_048_575
  private static let lastColumn = 16_383
  /// The longest text that a cell can hold.
  private static let longestText = 32_767
  /// The longest list of choices that the format takes, in characters with the commas between them.
  private static let longestChoices = 255
  private static let font = "宋体"

  func write(_ sheets: [SheetContent]) throws(WorkbookProblem) {
    // The library would write down when it ran; the same sheets are to give the same bytes.
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    _ = library.workbook_set_properties(book, &properties)
    var names: Set<String> = []
    let formats = Formats(library, book)
    for sheet in sheets {
      let name = Self.tab(sheet.name, avoiding: names)
      names.insert(name.lowercased())
      guard let page = library.workbook_add_worksheet(book, name) else {
        throw .unwritable("workbook_add_worksheet \(name)")
      }
      guard sheet.rows.count <= Self.lastRow, sheet.columns.count <= Self.lastColumn else {
        throw .tooLarge(part: sheet.name)
      }
      lay(page, sheet)
      try writeTitles(page, sheet, formats)
      try writeRows(page, sheet, formats)
    }
  }

  /// What a tab can show: 31 characters, without the signs that formulas use.
  private static func tab(_ name: String, avoiding names: Set<String>) -> String {
    let kept = name.filter { !"[]:*?/\\'".contains($0) }
    let base = String((kept.isEmpty ? "Sheet" : kept).prefix(27))
    var (result, number) = (base, 1)
    while names.contains(result.lowercased()) {
      number += 1
      result = base + "_\(number)"
    }
    return result
  }

  private func lay(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetContent) {
    let last = UInt16(clamping: sheet.columns.count - 1)
    library.worksheet_freeze_panes(page, 1, 0)
    _ = library.worksheet_autofilter(page, 0, 0, UInt32(clamping: sheet.rows.count), last)
    _ = library.worksheet_repeat_rows(page, 0, 0)
    library.worksheet_set_landscape(page)
    library.worksheet_set_paper(page, 9)
    library.worksheet_fit_to_pages(page, 1, 0)
  }

  private func writeTitles(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetContent, _ formats: Formats
  ) throws(WorkbookProblem) {
    for (index, column) in sheet.columns.enumerated() {
      let place = UInt16(clamping: index)
      _ = library.worksheet_set_column(
        page, place, place, Double(min(60, max(6, column.width + 2))), formats.of(column.kind))
      try put(
        page, 0, place, .text(column.title), column.isRequired ? formats.required : formats.title,
        formats)
      if let note = column.note { _ = library.worksheet_write_comment(page, 0, place, note) }
      limit(page, place, column)
    }
  }

  /// Lets the cells below a title be chosen from a list.
  private func limit(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ place: UInt16, _ column: SheetColumn
  ) {
    let length = column.choices.reduce(0) { $0 + $1.unicodeScalars.count + 1 } - 1
    guard !column.choices.isEmpty, length <= Self.longestChoices else { return }
    var pointers: [UnsafeMutablePointer<CChar>?] = column.choices.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    pointers.withUnsafeMutableBufferPointer { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      // A synonym is as good: the import knows it.
      rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      rule.value_list = list.baseAddress
      _ = library.worksheet_data_validation_range(
        page, 1, place, UInt32(Self.lastRow), place, &rule)
    }
  }

  private func writeRows(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetContent, _ formats: Formats
  ) throws(WorkbookProblem) {
    for (number, row) in sheet.rows.enumerated() {
      for (index, value) in row.enumerated() where value != .blank {
        let kind = sheet.columns.indices.contains(index) ? sheet.columns[index].kind : .general
        try put(
          page, UInt32(clamping: number + 1), UInt16(clamping: index), value,
          formats.of(value, in: kind), formats)
      }
    }
  }

  private func put(
    _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ value: SheetValue, _ format: UnsafeMutablePointer<lxw_format>?, _ formats: Formats
  ) throws(WorkbookProblem) {
    let status: lxw_error
    switch value {
    case .blank: return
    case .text(let text):
      guard text.unicodeScalars.count <= Self.longestText else {
        throw .tooLarge(part: text.prefix(20) + "…")
      }
      status = library.worksheet_write_string(page, row, column, Self.escaped(text), format)
    case .number(let number), .percent(let number):
      status = library.worksheet_write_number(page, row, column, number, format)
    case .day(let day):
      guard let serial = Self.serial(day) else {
        return try put(page, row, column, .text("\(day)"), format, formats)
      }
      status = library.worksheet_write_number(page, row, column, Double(serial), format)
    case .moment(let seconds):
      let (day, rest) = (
        Self.floor(seconds, 86_400), seconds - Self.floor(seconds, 86_400) * 86_400
      )
      guard let serial = Self.serial(day) else {
        return try put(page, row, column, .text("\(seconds)"), format, formats)
      }
      status = library.worksheet_write_number(
        page, row, column, Double(serial) + Double(rest) / 86_400, format)
    case .bool(let flag):
      status = library.worksheet_write_boolean(page, row, column, flag ? 1 : 0, format)
    }
    guard status == LXW_NO_ERROR else {
      var library = library
      throw .unwritable(WorkbookWriter.words(status, &library))
    }
  }

  private static func floor(_ number: Int, _ size: Int) -> Int {
    number >= 0 ? number / size : -((size - 1 - number) / size)
  }

  /// The number of a day in the calendar of 1900; `nil` for days that it does not have.
  private static func serial(_ day: Int) -> Int? {
    let serial = day + 25_569
    return (61..<2_958_466).contains(serial) ? serial : nil
  }

  /// The library hides the characters that XML cannot hold, but not the texts that look as if it had.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    return text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_" + $0.output.1 }
  }
}

/// The formats of a workbook.
private struct Formats {
  let title: UnsafeMutablePointer<lxw_format>?
  let required: UnsafeMutablePointer<lxw_format>?
  private let general: UnsafeMutablePointer<lxw_format>?
  private let text: UnsafeMutablePointer<lxw_format>?
  private let percent: UnsafeMutablePointer<lxw_format>?
  private let date: UnsafeMutablePointer<lxw_format>?
  private let moment: UnsafeMutablePointer<lxw_format>?

  private static let shade = lxw_color_t(0xDDEBF7)
  private static let strongShade = lxw_color_t(0xFCE4D6)

  init(_ library: cxw_functions, _ book: UnsafeMutablePointer<lxw_workbook>) {
    func plain(_ number: String? = nil) -> UnsafeMutablePointer<lxw_format>? {
      guard let format = library.workbook_add_format(book) else { return nil }
      library.format_set_font_name(format, "宋体")
      library.format_set_font_size(format, 11)
      if let number { library.format_set_num_format(format, number) }
      return format
    }
    func head(_ color: lxw_color_t) -> UnsafeMutablePointer<lxw_format>? {
      guard let format = plain() else { return nil }
      library.format_set_bold(format)
      library.format_set_text_wrap(format)
      library.format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      library.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      library.format_set_bg_color(format, color)
      return format
    }
    title = head(Self.shade)
    required = head(Self.strongShade)
    general = plain()
    text = plain("@")
    percent = plain("0.######%")
    date = plain("yyyy-mm-dd")
    moment = plain("yyyy-mm-dd hh:mm")
  }

  /// The format of a column.
  func of(_ kind: SheetColumn.Kind) -> UnsafeMutablePointer<lxw_format>? {
    switch kind {
    case .general, .number: general
    case .text: text
    case .percent: percent
    case .date: date
    case .moment: moment
    }
  }

  /// The format of a value; a day is shown as one in any column.
  func of(_ value: SheetValue, in kind: SheetColumn.Kind) -> UnsafeMutablePointer<lxw_format>? {
    switch value {
    case .day: date
    case .moment: moment
    case .percent: percent
    case .number: general
    case .blank, .text, .bool: of(kind)
    }
  }
}
