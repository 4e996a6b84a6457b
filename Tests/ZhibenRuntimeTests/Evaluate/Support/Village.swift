import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The registers of the hand-written tables: 企业 and its 隐患 and 事故.
enum Village {
  static let firms = RegisterID(0)
  static let hazards = RegisterID(1)
  static let accidents = RegisterID(2)
  static let grades = EnumID(0)
  static let levels = EnumID(1)
  static let trades = EnumID(2)

  static let schema = Schema(
    registers: [
      RegisterSchema(
        name: "企业", table: "firm",
        fields: [
          FieldSchema(name: "名称", column: "name", type: .text),
          FieldSchema(name: "在产", column: "is_open", type: .bool),
          FieldSchema(name: "人数", column: "staff", type: .integer),
          FieldSchema(name: "等级", column: "grade", type: .enumeration(grades)),
          FieldSchema(name: "行业", column: "trade", type: .enumeration(trades)),
          FieldSchema(name: "到期日", column: "expires_on", type: .date),
          FieldSchema(name: "产值", column: "output", type: .number(unit: "元")),
          FieldSchema(name: "标签", column: "tags", type: .text, isMany: true),
        ], keyField: 0),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(name: "企业", column: "firm_id", type: .reference(firms)),
          FieldSchema(name: "级别", column: "level", type: .enumeration(levels)),
          FieldSchema(name: "发现日期", column: "found_on", type: .date),
          FieldSchema(name: "销号", column: "is_closed", type: .bool),
          FieldSchema(name: "罚款", column: "fine", type: .number(unit: "元")),
        ], dateField: 2),
      RegisterSchema(
        name: "事故", table: "accident",
        fields: [
          FieldSchema(name: "企业", column: "firm_ids", type: .reference(firms), isMany: true),
          FieldSchema(name: "日期", column: "happened_on", type: .date),
        ], dateField: 1),
    ],
    enumerations: [
      EnumSchema(name: "等级", values: ["A", "B", "C", "D"], isOrdered: true),
      EnumSchema(name: "级别", values: ["一般", "重大"], isOrdered: true),
      EnumSchema(name: "行业", values: ["危化品", "交通运输", "建筑施工", "纺织"]),
      EnumSchema(name: "监管类别", values: ["重点", "一般"]),
    ])

  static func field(_ register: RegisterID, _ name: String) -> FieldRef {
    let fields = schema[register].fields
    return FieldRef(register, fields.firstIndex { $0.name == name } ?? -1)
  }

  static func program(
    scopes: [ScopeDefinition] = [], partitions: [PartitionDefinition] = []
  ) -> Program {
    Program(
      sources: [],
      plan: PlanHeader(name: "试", period: DayRange(date("2024-01-01"), date("2024-12-31"))),
      schema: schema, scopes: scopes, partitions: partitions)
  }

  static func firm(_ row: Int) -> Value { .record(firms, row) }
  static func grade(_ position: Int) -> Value { .enumeration(grades, position) }
  static func level(_ position: Int) -> Value { .enumeration(levels, position) }
  static func trade(_ position: Int) -> Value { .enumeration(trades, position) }
}

extension Value {
  static func number(_ number: Int) -> Value { .number(Rational(number)) }
}

/// The day written `2024-05-06`; the first of all days if it is none.
func date(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .min }

// MARK: - Expressions in few words

/// A source without place.
let nowhere = Origin(source: -1, span: Span(0, 0))

extension Core {
  init(_ node: Node, _ type: ValueType = .bool) { self.init(node, type, nowhere) }

  static func constant(_ value: Value?, _ type: ValueType = .bool) -> Core {
    Core(.constant(value), type)
  }
  static func day(_ iso: String) -> Core { .constant(.date(date(iso)), .date) }
  static func whole(_ number: Int) -> Core { .constant(.number(number), .number(unit: "")) }
  static let today = Core(.today, .date)
  static func record(_ register: RegisterID, frame: Int = 0) -> Core {
    Core(.record(frame: frame), .record(register))
  }
  /// A field of the record in that frame.
  static func field(_ register: RegisterID, _ name: String, frame: Int = 0) -> Core {
    .field(of: .record(register, frame: frame), Village.field(register, name), Village.schema)
  }
  static func field(of base: Core, _ field: FieldRef, _ schema: Schema) -> Core {
    let type = ValueType(schema[field].type)
    return Core(.field(base, field), schema[field].isMany ? .list(type) : type)
  }
  static func compare(_ left: Core, _ operation: ComparisonOperator, _ right: Core) -> Core {
    Core(.compare(operation, left, right))
  }
  static func and(_ parts: Core...) -> Core { Core(.and(parts)) }
  static func or(_ parts: Core...) -> Core { Core(.or(parts)) }
  static func not(_ part: Core) -> Core { Core(.not(part)) }
  static func aggregate(_ aggregate: Aggregate, _ type: ValueType = .bool) -> Core {
    Core(.aggregate(aggregate), type)
  }
}

extension ValueType {
  /// The type of a single value of a field.
  init(_ type: FieldType) {
    switch type {
    case .bool: self = .bool
    case .integer: self = .number(unit: "")
    case .number(let unit): self = .number(unit: unit)
    case .text: self = .text
    case .date: self = .date
    case .moment: self = .moment
    case .enumeration(let list): self = .enumeration(list)
    case .reference(let register): self = .record(register)
    }
  }
}
