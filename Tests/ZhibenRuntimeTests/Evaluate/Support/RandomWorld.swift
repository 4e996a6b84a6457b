import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A random schema, random facts with many blanks, and scopes and partitions over them.
struct RandomWorld {
  /// The days of the facts lie around it; it is close to ends of months, a leap day and the spring festival's make-up days.
  static let centre = date("2024-03-01")

  var program: Program
  var store: TinyStore
  var rng: SeededGenerator

  init(seed: UInt64) {
    rng = SeededGenerator(seed: seed)
    let schema = Self.schema(&rng)
    let plan = PlanHeader(name: "试", period: DayRange(Self.centre, Self.centre))
    program = Program(sources: [], plan: plan, schema: schema)
    store = TinyStore(schema: schema)
    fillStore()
    // Each may use those before it.
    for index in 0..<2 {
      let register = RegisterID(rng.below(schema.registers.count))
      var core = RandomCore(program: program, rng: rng)
      let condition = core.bool(3, [register])
      program.scopes.append(
        ScopeDefinition(
          name: "范围\(index)", register: register, condition: condition, origin: nowhere))
      core = RandomCore(program: program, rng: core.rng)
      let domain = core.bool(1, [register])
      let arms = [core.bool(2, [register]), core.bool(1, [register]), Core.constant(.bool(true))]
      program.partitions.append(
        PartitionDefinition(
          name: "划分\(index)", register: register, domain: domain, classes: EnumID(0), arms: arms,
          origin: nowhere))
      rng = core.rng
    }
  }

  // MARK: - Schema

  private static func schema(_ rng: inout SeededGenerator) -> Schema {
    let registers = 3 + rng.below(2)
    let enumerations = [
      EnumSchema(name: "等级", values: ["A", "B", "C"], isOrdered: true),
      EnumSchema(name: "类别", values: ["甲", "乙", "丙", "丁"]),
    ]
    return Schema(
      registers: (0..<registers).map { index in
        var fields: [FieldSchema] = []
        func add(_ type: FieldType, isMany: Bool = false) {
          let name = "f\(fields.count)"
          fields.append(FieldSchema(name: name, column: name, type: type, isMany: isMany))
        }
        // Everything refers to the first register, which refers to itself.
        add(.reference(RegisterID(0)), isMany: index > 0 && rng.chance(30))
        add(.date)
        add(.enumeration(EnumID(rng.below(2))))
        add(.bool)
        for _ in 0..<(2 + rng.below(4)) {
          switch rng.below(9) {
          case 0: add(.reference(RegisterID(rng.below(registers))), isMany: rng.chance(40))
          case 1: add(.text, isMany: rng.chance(40))
          case 2: add(.moment)
          case 3: add(.number(unit: "元"), isMany: rng.chance(20))
          case 4, 5: add(.integer, isMany: rng.chance(20))
          case 6: add(.enumeration(EnumID(rng.below(2))), isMany: rng.chance(40))
          case 7: add(.date, isMany: rng.chance(20))
          default: add(.bool)
          }
        }
        let isDated = index > 0 ? rng.chance(75) : rng.chance(20)
        return RegisterSchema(
          name: "表\(index)", table: "t\(index)", fields: fields, dateField: isDated ? 1 : nil,
          isComplete: rng.chance(85))
      }, enumerations: enumerations)
  }

  // MARK: - Facts

  private mutating func fillStore() {
    let schema = program.schema
    let counts = schema.registers.map { _ in rng.below(13) }
    for (index, register) in schema.registers.enumerated() {
      store.records[index] = (0..<counts[index]).map { _ in
        register.fields.map { field in
          var timeline: TinyStore.Timeline = [(.min, value(field, counts))]
          if rng.chance(15) {
            let first = Self.day(&rng)
            // Some histories begin on a day: nothing was known before.
            if rng.chance(20) { timeline = [] }
            timeline.append((first.days, value(field, counts)))
            if rng.chance(40) {
              timeline.append((first.days + 1 + Int32(rng.below(40)), value(field, counts)))
            }
          }
          return timeline
        }
      }
    }
  }

  private mutating func value(_ field: FieldSchema, _ counts: [Int]) -> Value? {
    if rng.chance(30) { return nil }
    if field.isMany {
      return .list((0..<rng.below(4)).compactMap { _ in single(field.type, counts) })
    }
    return single(field.type, counts)
  }

  private mutating func single(_ type: FieldType, _ counts: [Int]) -> Value? {
    switch type {
    case .reference(let register):
      let count = counts[register.index]
      return count == 0 ? nil : .record(register, rng.below(count))
    default: return RandomCore.plain(ValueType(type), &rng)
    }
  }

  /// A day near the centre, often just at the end of a look-back from there.
  static func day(_ rng: inout SeededGenerator) -> CivilDate {
    let near = centre.advanced(byDays: rng.below(81) - 40)
    switch rng.below(8) {
    case 0: return near.addingMonths(-1)
    case 1: return near.addingYears(-1)
    case 2: return CalendarUnit.month.period(containing: near).last
    case 3: return near.addingMonths(3)
    default: return near
    }
  }
}
