import Foundation
import GRDB
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// A folder of its own for each test, removed at the end.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "zhiben-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }

  /// A new store with the sample registers.
  func store(_ name: String = "台账.db", schema: Schema? = Sample.schema) throws -> Store {
    let store = try Store.open(path: path(name), mode: .readWrite, create: true)
    if let schema { try store.prepare(schema: schema) }
    return store
  }
}

/// A few registers that use every type of field, refer to each other in a circle, and have a list without key.
enum Sample {
  static let enterprise = RegisterID(0)
  static let person = RegisterID(1)
  static let hazard = RegisterID(2)

  static let schema = Schema(
    registers: [
      RegisterSchema(
        name: "企业", table: "enterprise",
        fields: [
          FieldSchema(
            name: "统一社会信用代码", column: "credit_code", type: .text, isKey: true, isRequired: true),
          FieldSchema(name: "名称", column: "name", type: .text, isRequired: true),
          FieldSchema(name: "等级", column: "grade", type: .enumeration(EnumID(0))),
          FieldSchema(
            name: "行业", column: "industries", type: .enumeration(EnumID(1)), isMany: true),
          FieldSchema(name: "从业人数", column: "headcount", type: .integer),
          FieldSchema(name: "产值", column: "output", type: .number(unit: "元")),
          FieldSchema(name: "有限空间", column: "confined_space", type: .bool),
          FieldSchema(name: "投产日期", column: "started_on", type: .date),
          FieldSchema(name: "主要负责人", column: "principal", type: .reference(RegisterID(1))),
          FieldSchema(
            name: "安全员", column: "officers", type: .reference(RegisterID(1)), isMany: true),
          FieldSchema(name: "曾用名", column: "former_names", type: .text, isMany: true),
        ], keyField: 0),
      RegisterSchema(
        name: "人员", table: "person",
        fields: [
          FieldSchema(name: "编号", column: "code", type: .text, isKey: true),
          FieldSchema(name: "姓名", column: "full_name", type: .text, isRequired: true),
          FieldSchema(name: "证件号", column: "id_number", type: .text, isConfidential: true),
          FieldSchema(name: "雇主", column: "employer", type: .reference(RegisterID(0))),
        ], keyField: 0),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(name: "企业", column: "enterprise", type: .reference(RegisterID(0))),
          FieldSchema(name: "级别", column: "level", type: .enumeration(EnumID(2))),
          FieldSchema(name: "发现日期", column: "found_on", type: .date),
          FieldSchema(name: "发现时刻", column: "found_at", type: .moment),
          FieldSchema(name: "整改率", column: "share", type: .number(unit: "%")),
          FieldSchema(
            name: "来源", column: "origin", type: .text, defaultValue: .text("自查")),
        ], dateField: 2),
    ],
    enumerations: [
      EnumSchema(
        name: "等级", values: ["A", "B", "C", "D"], synonyms: [["A级"], ["B级"], ["C级"], ["D级"]],
        isOrdered: true),
      EnumSchema(
        name: "行业", values: ["机械", "轻工", "纺织"], synonyms: [[], ["轻工业"], []]),
      EnumSchema(name: "隐患级别", values: ["一般", "重大"], isOrdered: true),
    ])

  /// Every field of every register.
  static let demand = Demand(
    fields: Dictionary(
      uniqueKeysWithValues: schema.registers.indices.map {
        (RegisterID($0), Set(schema.registers[$0].fields.indices))
      }))
}

extension CivilDate {
  /// A day of a test.
  static func iso(_ text: String) -> CivilDate { CivilDate(iso: text) ?? .min }
}

extension Store {
  /// Runs SQL as another program would.
  func edit(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  /// The rows of a query, values joined by `|`.
  func rows(_ sql: String) throws -> [String] {
    try queue.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "–" : String.fromDatabaseValue($0) ?? "\($0)" }
          .joined(separator: "|")
      }
    }
  }
}

extension Snapshot {
  /// All values of a field, as a user would write them.
  func values(_ register: String, _ field: String) throws -> [String] {
    let id = try #require(schema.register(named: register))
    let index = try #require(schema[id].fields.firstIndex { $0.name == field })
    let column = try #require(self[id].columns[index])
    return column.cells.map { text($0, column, schema[id].fields[index]) }
  }

  /// One cell as a user would write it: `–` for unknown, `[]` for an empty list, a record by its position.
  func text(_ cell: Int64, _ column: ZhibenFacts.Column, _ field: FieldSchema) -> String {
    if cell == unknownCell { return "–" }
    if field.isMany {
      let range = column.offsets[Int(cell)]..<column.offsets[Int(cell) + 1]
      let parts = range.map { scalar(column.elements[Int($0)], field.type) }
      return "[" + parts.joined(separator: "、") + "]"
    }
    return scalar(cell, field.type)
  }

  private func scalar(_ cell: Int64, _ type: FieldType) -> String {
    switch CellCoding.value(of: cell, as: type, symbols: symbols) {
    case .bool(let flag)?: flag ? "是" : "否"
    case .number(let number)?: number.description
    case .text(let text)?: text
    case .date(let date)?: date.description
    case .moment(let minutes)?: "\(minutes)"
    case .enumeration(let id, let position)?: schema[id].values[position]
    case .record(_, let position)?: "#\(position)"
    default: "–"
    }
  }

  /// The timeline of a record's field: `from value; …`.
  func timeline(_ register: String, _ position: Int, _ field: String) throws -> String {
    let id = try #require(schema.register(named: register))
    let index = try #require(schema[id].fields.firstIndex { $0.name == field })
    let column = try #require(self[id].columns[index])
    let entries = column.history?.timelines[Int32(position)] ?? []
    return entries.map { entry in
      let from = entry.from == Int32.min ? "…" : CivilDate(days: entry.from).description
      return "\(from) \(text(entry.cell, column, schema[id].fields[index]))"
    }.joined(separator: "; ")
  }
}

/// The codes of what was thrown.
func codes(_ body: () throws -> Void) -> [String] {
  do {
    try body()
    return []
  } catch let diagnostics as Diagnostics {
    return diagnostics.ordered.map(\.code.rawValue)
  } catch {
    return ["\(error)"]
  }
}

/// A small generator with a fixed seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
