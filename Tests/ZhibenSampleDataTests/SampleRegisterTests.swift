import Foundation
import Testing
import ZhibenSampleData

/// Cells of the sample, by file and column.
private struct Sample {
  var tables: [String: [[String: String]]] = [:]
  var texts: [String: String] = [:]

  init(_ options: SampleOptions) {
    for file in SampleRegister.files(options) {
      let name = String(file.name.dropLast(4))
      texts[name] = file.text
      let all = rows(ofCSV: file.text)
      let header = all.first ?? []
      tables[name] = all.dropFirst().map {
        Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
      }
    }
  }

  func column(_ field: String, of table: String) -> [String] {
    (tables[table] ?? []).map { $0[field] ?? "" }
  }
}

/// What is wrong with the sample, judged by the standard register.
private func faults(of sample: Sample, in register: RegisterText) -> [String] {
  var keys: [String: Set<String>] = [:]
  var found: [String] = []
  for (name, fields) in register.registers {
    guard let key = fields.first(where: \.isKey) else { continue }
    let values = sample.column(key.name, of: name)
    keys[name] = Set(values)
    if keys[name]?.count != values.count { found.append("\(name)：标识重复") }
  }
  for (name, fields) in register.registers {
    for field in fields {
      for cell in sample.column(field.name, of: name) where !cell.isEmpty {
        let values = field.isMany ? cell.components(separatedBy: "、") : [cell]
        for value in values where !fits(value, field.type, keys, register) {
          found.append("\(name).\(field.name)：\(value)")
        }
      }
    }
  }
  return found.sorted()
}

private func fits(
  _ value: String, _ type: String, _ keys: [String: Set<String>], _ register: RegisterText
) -> Bool {
  switch type {
  case "文本": true
  case "整数", "数", "数（元）": Int(value) != nil
  case "是否": ["是", "否", "√"].contains(value)
  case "日期": day(written: value) != nil
  default: (keys[type] ?? register.lists[type])?.contains(value) == true
  }
}

/// The last character of a code, computed apart from the product.
private func checkCharacter(_ code: String) -> Character? {
  let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
  var weight = 1
  var sum = 0
  for character in code.prefix(17) {
    guard let value = alphabet.firstIndex(of: character) else { return nil }
    sum += value * weight
    weight = weight * 3 % 31
  }
  return alphabet[(31 - sum % 31) % 31]
}

@Suite struct SampleRegisterTests {
  @Test(arguments: [1, 2, 17, 60])
  func sameOptionsGiveTheSameBytes(enterprises: Int) {
    let options = SampleOptions(enterprises: enterprises)
    #expect(Sample(options).texts == Sample(options).texts)
    var other = options
    other.seed = 7
    #expect(Sample(options).texts["企业"] != Sample(other).texts["企业"])
  }

  @Test func moreEnterprisesKeepTheFirst() {
    let (few, many) = (
      Sample(SampleOptions(enterprises: 20)), Sample(SampleOptions(enterprises: 40))
    )
    for name in ["企业", "隐患", "自查", "人员"] {
      let start = few.texts[name] ?? ""
      #expect(!start.isEmpty && (many.texts[name] ?? "").hasPrefix(start), "\(name)")
    }
  }

  @Test func filesAreTheRegistersAndHeadersTheirFields() throws {
    let register = try RegisterText()
    let sample = Sample(SampleOptions(enterprises: 0))
    let changes = ["企业变更", "隐患变更"]
    #expect(Set(sample.texts.keys) == Set(register.registers.keys).union(changes))
    for (name, fields) in register.registers {
      #expect(SampleTable(rawValue: name)?.header == fields.map(\.name), "\(name)")
    }
    for name in changes {
      let header = try #require(SampleTable(rawValue: name)).header
      let fields = register.registers[String(name.dropLast(2))] ?? []
      #expect(
        header.first == "生效日" && header.dropFirst().allSatisfy { fields.map(\.name).contains($0) })
    }
  }

  @Test(arguments: ["企业变更", "隐患变更"])
  func aRecordChangesOnceADay(_ list: String) {
    let rows = rows(ofCSV: Sample(SampleOptions(enterprises: 90)).texts[list] ?? "").dropFirst()
    let changes = rows.map { $0.prefix(2).joined(separator: " ") }
    #expect(!changes.isEmpty && Set(changes).count == changes.count)
  }

  @Test(arguments: [
    SampleOptions(enterprises: 90), SampleOptions(seed: 31, enterprises: 45),
    SampleOptions(enterprises: 30, recordsPerEnterprise: 7),
  ])
  func everyCellFitsItsField(options: SampleOptions) throws {
    let sample = Sample(options)
    #expect(faults(of: sample, in: try RegisterText()) == [])
    for table in SampleTable.allCases {
      let widths = Set(rows(ofCSV: sample.texts[table.rawValue] ?? "").map(\.count))
      #expect(widths == [table.header.count], "\(table.rawValue)")
    }
  }

  @Test func creditCodesDifferAndCarryTheirCheckCharacter() {
    let codes = Sample(SampleOptions(enterprises: 2000, recordsPerEnterprise: 0))
      .column("统一社会信用代码", of: "企业")
    #expect(codes.count == 2000 && Set(codes).count == 2000)
    for code in codes {
      #expect(code.count == 18 && code.last == checkCharacter(code), "\(code)")
    }
  }

  @Test func dirtyRowsAreTheOnlyFaults() throws {
    let options = SampleOptions(enterprises: 12, dirty: true)
    let found = faults(of: Sample(options), in: try RegisterText())
    #expect(found.count == 4)
    for expected in ["企业.状态：半停产", "隐患.发现日期：2025年2月30日", "隐患.级别：特大"] {
      #expect(found.contains(expected))
    }
    #expect(found.contains { $0.hasPrefix("隐患.企业：") })
    let wrong = Sample(options).column("统一社会信用代码", of: "企业")
      .filter { $0.last != checkCharacter($0) }
    #expect(wrong.count == 2)
  }

  @Test func encodingsAndLineEndsDiffer() {
    let files = SampleRegister.files(seed: 1, enterprises: 10)
    #expect(files.map(\.name) == SampleTable.allCases.map { $0.rawValue + ".csv" })
    #expect(files.filter { $0.encoding == .utf8BOM }.map(\.name) == ["培训.csv"])
    #expect(files.filter { $0.encoding == .gb18030 }.map(\.name) == ["厂房.csv"])
    #expect(files.filter { $0.text.utf8.contains(0x0D) }.map(\.name) == ["证书.csv"])
    #expect(!files.contains { $0.text.hasPrefix("\u{FEFF}") })
  }

  @Test(arguments: [0, 1, 3, 8])
  func thinRegistersHaveTheAskedRecords(records: Int) {
    let sample = Sample(SampleOptions(enterprises: 50, recordsPerEnterprise: records))
    let related = ["检查", "隐患", "演练", "自查", "培训"]
    // Two drills and trainings belong to the town itself.
    let own = Sample(SampleOptions(enterprises: 0, recordsPerEnterprise: 0))
    let count = related.reduce(0) {
      $0 + (sample.tables[$1]?.count ?? 0) - (own.tables[$1]?.count ?? 0)
    }
    #expect(count == 50 * records)
    #expect(sample.tables["企业"]?.count == 50)
  }

  @Test func chunksJoinToTheWhole() throws {
    nonisolated(unsafe) var sizes: [SampleTable: Int] = [:]
    let options = SampleOptions(enterprises: 3000, recordsPerEnterprise: 1)
    try SampleRegister.write(options) { table, bytes in sizes[table, default: 0] += bytes.count }
    for file in SampleRegister.files(options) {
      let table = try #require(SampleTable(rawValue: String(file.name.dropLast(4))))
      #expect(sizes[table] == file.text.utf8.count, "\(file.name)")
    }
  }

  @Test func aFailedWriteIsThrown() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try SampleRegister.write(SampleOptions(enterprises: 3)) { _, _ in throw Full() }
    }
  }
}

/// What the sample must hold so that the town's plan has something to say on 2025-06-30.
@Suite struct SampleStoryTests {
  private static let sample = Sample(SampleOptions())

  /// Days since the due date of open major hazards, as known on the day of the count.
  private static let delays: [Int] = (sample.tables["隐患"] ?? []).compactMap { row in
    guard row["级别"]?.hasPrefix("重大") == true, row["状态"] == "整改中",
      let due = row["整改期限"].flatMap(day(written:)),
      let found = row["发现日期"].flatMap(day(written:)), (found.year, found.month) <= (2025, 6)
    else { return nil }
    return (2025 - due.year) * 365 + (6 - due.month) * 30 + 30 - due.day
  }

  @Test(arguments: [(1, 9), (10, 20), (21, 40), (41, 63), (64, 84), (85, 400)])
  func majorHazardsStandOnEveryRung(days: (Int, Int)) {
    #expect(Self.delays.contains { $0 >= days.0 && $0 <= days.1 })
  }

  @Test(arguments: [
    ("隐患", "状态", "待复查", 5), ("隐患", "状态", "延期待批", 5), ("隐患", "状态", "已销号", 500),
    ("企业", "状态", "停产", 2), ("企业", "状态", "停产整顿", 2), ("企业", "状态", "停产改造", 2),
    ("企业", "状态", "关停", 2), ("企业", "状态", "已销号", 4), ("企业", "状态", "新增", 5),
    ("企业", "等级", "", 5), ("企业", "等级", "D", 10), ("企业", "规模", "", 4), ("企业", "劳动密集", "", 4),
    ("企业", "标准化状态", "撤销", 1), ("租赁", "安全条件", "不具备", 3), ("自查", "带队人", "", 20),
    ("事故", "事故等级", "较大", 1),
  ])
  func theSampleHolds(table: String, field: String, value: String, least: Int) {
    let count = Self.sample.column(field, of: table).filter { $0 == value }.count
    #expect(count >= least, "\(table).\(field) = \(value)：\(count)")
  }

  @Test func someWereGradedDownOnTheTenthOfFebruary2025() {
    var before: [String: String] = [:]
    var moves: Set<String> = []
    for row in Self.sample.tables["企业变更"] ?? [] {
      let (code, grade) = (row["统一社会信用代码"] ?? "", row["等级"] ?? "")
      if let from = row["生效日"].flatMap(day(written:)), from == (2025, 2, 10), let old = before[code]
      {
        moves.insert("\(old)→\(grade)")
      }
      before[code] = grade
    }
    #expect(moves.contains("B→C"))
  }

  @Test func enterprisesResumeAfterAStop() {
    var before: [String: String] = [:]
    var resumed = 0
    for row in Self.sample.tables["企业变更"] ?? [] {
      let (code, status) = (row["统一社会信用代码"] ?? "", row["状态"] ?? "")
      if status == "在产", before[code]?.hasPrefix("停产") == true { resumed += 1 }
      before[code] = status
    }
    #expect(resumed >= 8)
  }

  /// The committed register is what the command writes for 24 enterprises:
  /// `zhiben-sample --enterprises 24 --out Tests/Fixtures/register`.
  @Test func theCommittedRegisterIsCurrent() throws {
    let folder = RegisterText.root.appendingPathComponent("Tests/Fixtures/register")
    for file in SampleRegister.files(SampleOptions(enterprises: 24)) {
      let data = try Data(contentsOf: folder.appendingPathComponent(file.name))
      let text: String?
      switch file.encoding {
      case .utf8: text = String(data: data, encoding: .utf8)
      case .utf8BOM:
        #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
        text = String(data: data.dropFirst(3), encoding: .utf8)
      case .gb18030: text = String(data: data, encoding: String.Encoding(rawValue: 0x8000_0632))
      }
      #expect(text == file.text, "\(file.name)")
    }
  }
}
