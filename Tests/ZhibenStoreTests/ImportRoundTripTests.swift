import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSheets
import ZhibenSyntax

@testable import ZhibenStore

/// Random facts, written as people write them, imported and read, are the facts that were meant.
@Suite struct ImportRoundTripTests {
  /// In which form the facts are written.
  enum Form: String, CaseIterable, Sendable { case utf8, gb18030, workbook }

  @Test(arguments: Form.allCases, 1...6 as ClosedRange<UInt64>)
  func whatIsMeantIsRead(_ form: Form, _ seed: UInt64) throws {
    var writer = LedgerText(seed: seed)
    let bench = try ImportBench()
    var builder = SnapshotBuilder(schema: Sample.schema)
    let ledgers = writer.ledgers()
    for ledger in ledgers {
      for record in ledger.records {
        try builder.add(to: ledger.name, record, recordedOn: .iso("2025-06-30"))
      }
    }
    let files = try writer.files(of: ledgers, form)
    let reports = try bench.load(files.shuffled(using: &writer.generator))
    #expect(reports.flatMap(\.problems).allSatisfy { $0.hasSuffix("W0621") }, "seed \(seed)")
    #expect(reports.allSatisfy { ($0.sheet != nil) == (form == .workbook) })
    let (expected, actual) = (builder.snapshot(), try bench.snapshot())
    for register in Sample.schema.registers {
      for field in register.fields {
        #expect(
          try actual.values(register.name, field.name)
            == expected.values(register.name, field.name),
          "\(form), seed \(seed): \(register.name).\(field.name)")
      }
    }
    let again = try bench.load(files.shuffled(using: &writer.generator), on: "2025-12-31")
    #expect(again.allSatisfy { $0.inserted + $0.updated + $0.refused == 0 }, "seed \(seed)")
  }
}

/// Makes up ledgers: the text of each, and the values that it means.
private struct LedgerText {
  typealias Record = [String: Value?]
  var generator: SplitMix64
  private let enterprises = 12
  private let people = 15

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// A ledger: its titles, what is written, and what is meant.
  struct Ledger {
    var name: String
    var titles: [String]
    var rows: [[Cell]]
    var records: [Record]
  }

  mutating func ledgers() -> [Ledger] {
    [
      ledger("企业", enterprises) { writer, index in writer.enterprise(index) },
      ledger("人员", people) { writer, index in writer.person(index) },
      ledger("隐患", 30) { writer, _ in writer.hazard() },
    ]
  }

  typealias Cell = (field: String, text: String, value: Value?)

  private mutating func ledger(
    _ name: String, _ count: Int, _ row: (inout LedgerText, Int) -> [Cell]
  ) -> Ledger {
    let rows = (0..<count).map { row(&self, $0) }
    let order = (rows.first ?? []).map(\.field).shuffled(using: &generator)
    return Ledger(
      name: name, titles: order,
      rows: rows.map { row in order.compactMap { field in row.first { $0.field == field } } },
      records: rows.map { row in
        Dictionary(row.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
      })
  }

  // MARK: Files

  mutating func files(
    of ledgers: [Ledger], _ form: ImportRoundTripTests.Form
  ) throws -> [ImportFile] {
    if form == .workbook { return try workbook(of: ledgers) }
    return try ledgers.map { ledger in
      let lines = ledger.rows.map { row in row.map { quoted($0.text) } }
      let text = ([ledger.titles] + lines).map { $0.joined(separator: ",") }
        .joined(separator: pick(["\n", "\r\n"]))
      let encoding: TextEncoding = form == .utf8 ? .utf8 : .gb18030
      return ImportFile(
        name: ledger.name + ".csv",
        bytes: encoding.bytes(of: text, marked: Bool.random(using: &generator)),
        register: try #require(Sample.schema.register(named: ledger.name)))
    }
  }

  private mutating func workbook(of ledgers: [Ledger]) throws -> [ImportFile] {
    let sheets = ledgers.map { ledger in
      SheetContent(
        name: ledger.name, columns: ledger.titles.map { SheetColumn(title: $0, kind: .text) },
        rows: ledger.rows.map { row in row.map { value(of: $0) } })
    }
    return try Importer.ledgers(
      in: try WorkbookWriter.bytes(sheets), named: "台账.xlsx", schema: Sample.schema,
      options: ImportOptions(importedOn: .iso("2025-06-30")))
  }

  /// What a spreadsheet keeps of a cell: what was typed, or what it took it for.
  private mutating func value(of cell: Cell) -> SheetValue {
    if cell.text.isEmpty { return .blank }
    let typed = SheetValue.text(cell.text)
    guard Bool.random(using: &generator), let value = cell.value else { return typed }
    switch value {
    case .date(let day): return .day(Int(day.days))
    case .moment(let minutes): return .moment(minutes * 60)
    case .bool(let flag): return .bool(flag)
    case .number(let number):
      let double = Double(number.numerator) / Double(number.denominator)
      return cell.field == "整改率" ? .percent(double) : .number(double)
    default: return typed
    }
  }

  private mutating func enterprise(_ index: Int) -> [Cell] {
    let key = Self.key(index)
    return [
      ("统一社会信用代码", pick([key, key.lowercased(), " \(key)"]), .text(key)),
      ("名称", "企业\(index)（洋口）", .text("企业\(index)（洋口）")), grade(), industries(), headcount(),
      output(), flag(), date("投产日期"), reference("主要负责人", Sample.person, people),
      references("安全员", Sample.person, people),
      ("曾用名", "甲；乙，厂", .list(["甲", "乙", "厂"].map { .text($0) })),
    ]
  }

  private mutating func person(_ index: Int) -> [Cell] {
    [
      ("编号", "P\(index)", .text("P\(index)")), ("姓名", "张\"\(index)\"，三", .text("张\"\(index)\"，三")),
      ("证件号", "", nil), reference("雇主", Sample.enterprise, enterprises),
    ]
  }

  private mutating func hazard() -> [Cell] {
    let share = Int.random(in: 0...1000, using: &generator)
    let minute = Int.random(in: 0..<1440, using: &generator)
    let day = randomDay()
    let time = pick([" ", "  "]) + "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    return [
      reference("企业", Sample.enterprise, enterprises), date("发现日期"),
      ("级别", pick(["重大", " 重大 "]), .enumeration(EnumID(2), 1)),
      ("发现时刻", day.description + time, .moment(Int(day.days) * 1440 + minute)),
      ("整改率", "\(share / 10).\(share % 10)%", Rational(share, over: 1000).map { .number($0) }),
      ("来源", "", .text("自查")),
    ]
  }

  // MARK: Cells

  private mutating func grade() -> Cell {
    let position = Int.random(in: 0...3, using: &generator)
    let value = ["A", "B", "C", "D"][position]
    return isBlank()
      ? ("等级", pick(["", "/", "——"]), nil)
      : ("等级", pick([value, value + "级", value.lowercased()]), .enumeration(EnumID(0), position))
  }

  private mutating func industries() -> Cell {
    let names = ["机械", "轻工", "纺织"]
    let chosen = [0, 1, 2].shuffled(using: &generator).prefix(
      Int.random(in: 0...3, using: &generator))
    let text = chosen.map { names[$0] }.joined(separator: pick(["、", "，", "; "]))
    if isBlank() { return ("行业", "", nil) }
    return ("行业", chosen.isEmpty ? "无" : text, .list(chosen.map { .enumeration(EnumID(1), $0) }))
  }

  private mutating func headcount() -> Cell {
    let count = Int.random(in: 1000...9999, using: &generator)
    let grouped = "\(count / 1000),\(String(count % 1000 + 1000).dropFirst())"
    let wide = String(
      String(count).unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map {
        Character($0)
      })
    return ("从业人数", pick(["\(count)", grouped, wide, "\(count).0"]), .number(Rational(count)))
  }

  private mutating func output() -> Cell {
    let count = Int.random(in: 1...99_999, using: &generator)
    return ("产值", pick(["\(count)", "\(count)元", "¥\(count).00"]), .number(Rational(count)))
  }

  private mutating func flag() -> Cell {
    let isSet = Bool.random(using: &generator)
    return isBlank()
      ? ("有限空间", "", nil)
      : ("有限空间", isSet ? pick(["是", "√", "有", "1"]) : pick(["否", "×", "无", "N"]), .bool(isSet))
  }

  private mutating func randomDay() -> CivilDate {
    CivilDate(days: Int32.random(in: 14000...20000, using: &generator))
  }

  private mutating func date(_ field: String) -> Cell {
    let day = randomDay()
    let (year, month, number) = day.parts
    let spellings =
      [
        day.description, "\(year)年\(month)月\(number)日", "\(year)/\(month)/\(number)",
        "\(year).\(month).\(number)",
        "\(year * 10_000 + month * 100 + number)",
      ] + (day.days + 25_569 >= 20_000 ? ["\(day.days + 25_569)"] : [])
    return isBlank() ? (field, "", nil) : (field, pick(spellings), .date(day))
  }

  private mutating func reference(_ field: String, _ register: RegisterID, _ count: Int) -> Cell {
    if isBlank() { return (field, "", nil) }
    let target = Int.random(in: 0..<count, using: &generator)
    return (field, spelling(register, target), .record(register, target))
  }

  private mutating func references(_ field: String, _ register: RegisterID, _ count: Int) -> Cell {
    let targets = Array(0..<count).shuffled(using: &generator).prefix(3)
    let text = targets.map { "P\($0)" }.joined(separator: "、")
    return (field, text, .list(targets.map { .record(register, $0) }))
  }

  private mutating func spelling(_ register: RegisterID, _ target: Int) -> String {
    if register == Sample.person { return "P\(target)" }
    return pick([
      Self.key(target), Self.key(target).lowercased(), "企业\(target)（洋口）", "企业\(target)(洋口)",
    ])
  }

  // MARK: Parts

  /// 15 digits, as old registrations have them: no check digit to reckon.
  private static func key(_ index: Int) -> String { "32062300001\(1000 + index)" }

  private mutating func isBlank() -> Bool { Int.random(in: 0..<5, using: &generator) == 0 }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &generator) ?? ""
  }

  private func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
