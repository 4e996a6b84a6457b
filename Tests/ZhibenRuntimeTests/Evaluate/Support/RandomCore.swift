import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Makes random expressions of a type. `frames` are the registers of the frames in force.
struct RandomCore {
  var program: Program
  var rng: SeededGenerator
  /// How deep aggregates may still be nested.
  private var nesting = 2

  init(program: Program, rng: SeededGenerator) { (self.program, self.rng) = (program, rng) }

  private static let terms = [
    Term(1, .day), Term(10, .day), Term(30, .calendarDay), Term(2, .week), Term(1, .tenDays),
    Term(1, .month), Term(3, .month), Term(1, .quarter), Term(1, .halfYear), Term(1, .year),
    Term(5, .workday), Term(1, .workday), Term(36, .hour), Term(90, .minute), Term(0, .day),
  ]

  // MARK: - Values

  static func plain(_ type: ValueType, _ rng: inout SeededGenerator) -> Value? {
    switch type {
    case .bool: return .bool(rng.chance(50))
    case .number(let unit):
      let whole = rng.below(7) - 1
      return .number(
        unit.isEmpty ? Rational(whole) : Rational(whole * 2 + 1, over: 4) ?? Rational(whole))
    case .text: return .text(rng.pick(["甲", "乙", "甲乙", "", "丙甲"]))
    case .date: return .date(RandomWorld.day(&rng))
    case .moment: return .moment(Int(RandomWorld.day(&rng).days) * 1440 + rng.below(1440))
    case .enumeration(let list): return .enumeration(list, rng.below(3))
    case .term: return .term(rng.pick(terms))
    case .record, .list, .map, .structure, .cadence, .period: return nil
    }
  }

  private mutating func constant(_ type: ValueType) -> Core {
    rng.chance(10) ? .constant(nil, type) : .constant(Self.plain(type, &rng), type)
  }

  // MARK: - Types

  mutating func bool(_ depth: Int, _ frames: [RegisterID]) -> Core {
    if depth <= 0 { return leaf(.bool, frames) }
    switch rng.below(21) {
    case 0: return leaf(.bool, frames)
    case 1, 2: return Core(.and((0..<rng.below(4)).map { _ in bool(depth - 1, frames) }))
    case 3: return Core(.or((0..<rng.below(4)).map { _ in bool(depth - 1, frames) }))
    case 4: return .not(bool(depth - 1, frames))
    case 5, 6, 7, 8: return comparison(depth - 1, frames)
    case 9:
      let type = comparableType()
      let items = (0..<rng.below(4)).map { _ -> Core in
        if rng.chance(15) {
          let values = (0..<rng.below(3)).compactMap { _ in Self.plain(type, &rng) }
          return .constant(.list(values), .list(type))
        }
        return rng.chance(70) ? constant(type) : make(type, depth - 1, frames)
      }
      let element = rng.chance(25) ? list(type, depth - 1, frames) : make(type, depth - 1, frames)
      return Core(.isIn(element, items, isOpen: rng.chance(40)))
    case 10:
      if rng.chance(40) {
        return Core(.contains(make(.text, depth - 1, frames), make(.text, depth - 1, frames)))
      }
      let type = rng.chance(30) ? recordType() : comparableType()
      return Core(.contains(list(type, depth - 1, frames), make(type, depth - 1, frames)))
    case 11:
      let part =
        rng.chance(30)
        ? list(comparableType(), depth - 1, frames) : make(anyType(), depth - 1, frames)
      return Core(.isEmpty(part))
    case 12:
      let type = rng.pick([ValueType.number(unit: ""), .date, .moment, .enumeration(EnumID(0))])
      return Core(
        .between(
          make(type, depth - 1, frames), make(type, depth - 1, frames),
          make(type, depth - 1, frames)))
    case 13: return conditional(.bool, depth, frames)
    case 14:
      guard let scope = program.scopes.indices.randomElement(using: &rng) else {
        return leaf(.bool, frames)
      }
      return Core(.inScope(scope, record(program.scopes[scope].register, depth - 1, frames)))
    case 15: return Core(.at(bool(depth - 1, frames), day: make(.date, depth - 1, frames)))
    case 16: return Core(.builtin(.isWorkday, [make(.date, depth - 1, frames)]))
    case 17: return everOrHistory(depth - 1, frames)
    default:
      return aggregate(rng.pick([.exists, .none, .every]), .bool, depth, frames)
        ?? leaf(.bool, frames)
    }
  }

  private mutating func everOrHistory(_ depth: Int, _ frames: [RegisterID]) -> Core {
    let window = rng.chance(50) ? window(depth, frames) : nil
    if rng.chance(60) { return Core(.ever(bool(depth, frames), window)) }
    let type = comparableType()
    let history = Core(.history(make(type, min(depth, 1), frames), window), .list(type))
    if rng.chance(30) { return Core(.isEmpty(history)) }
    return Core(.contains(history, make(type, depth, frames)))
  }

  private mutating func comparison(_ depth: Int, _ frames: [RegisterID]) -> Core {
    let operation = rng.pick([
      ComparisonOperator.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ])
    switch rng.below(8) {
    case 0, 1:
      // The shapes whose edges are exact: a date against the judged day.
      let date = make(.date, depth, frames)
      let term = rng.pick(Self.terms)
      let moved = Core(.shift(.today, rng.pick([.before, .after]), term), .date)
      let day = rng.chance(30) ? Core.today : moved
      return rng.chance(50) ? .compare(date, operation, day) : .compare(day, operation, date)
    case 2:
      let date = make(.date, depth, frames)
      let apart = rng.chance(50) ? Core.daysBetween(date, .today) : .daysBetween(.today, date)
      let bound = Core.constant(
        Rational(rng.below(40) - 10, over: 1 + rng.below(2)).map { .number($0) },
        .number(unit: "日"))
      return rng.chance(50) ? .compare(apart, operation, bound) : .compare(bound, operation, apart)
    case 3:
      return .compare(leaf(.number(unit: ""), frames), operation, leaf(.number(unit: "元"), frames))
    case 4:
      let type = rng.chance(50) ? ValueType.bool : recordType()
      let equality = rng.chance(50) ? ComparisonOperator.equal : .notEqual
      return .compare(make(type, depth, frames), equality, make(type, depth, frames))
    default:
      let type = comparableType()
      return .compare(make(type, depth, frames), operation, make(type, depth, frames))
    }
  }

  mutating func make(_ type: ValueType, _ depth: Int, _ frames: [RegisterID]) -> Core {
    if depth <= 0 { return leaf(type, frames) }
    if rng.chance(8) { return conditional(type, depth, frames) }
    if rng.chance(8) {
      return Core(.at(make(type, depth - 1, frames), day: make(.date, depth - 1, frames)), type)
    }
    switch type {
    case .bool: return bool(depth, frames)
    case .number(let unit): return number(unit, depth, frames)
    case .date: return dateCore(depth, frames)
    case .moment:
      if rng.chance(30) {
        let base = make(.moment, depth - 1, frames)
        return Core(.shift(base, rng.pick([.before, .after]), rng.pick(Self.terms)), .moment)
      }
      return extreme(type, depth, frames)
    case .enumeration(let list):
      if list == EnumID(0), rng.chance(25),
        let partition = program.partitions.indices.randomElement(using: &rng)
      {
        let part = record(program.partitions[partition].register, depth - 1, frames)
        return Core(.partition(partition, part), type)
      }
      return extreme(type, depth, frames)
    case .text: return extreme(type, depth, frames)
    case .record(let register): return record(register, depth, frames)
    case .list(let element): return list(element, depth, frames)
    case .term, .map, .structure, .cadence, .period: return constant(type)
    }
  }

  private mutating func number(_ unit: String, _ depth: Int, _ frames: [RegisterID]) -> Core {
    let type = ValueType.number(unit: unit)
    switch rng.below(9) {
    case 0:
      let operation = rng.pick([BinaryOperator.add, .subtract, .multiply, .divide])
      let (left, right) = (make(type, depth - 1, frames), make(type, depth - 1, frames))
      return Core(.arithmetic(operation, left, right), type)
    case 1: return Core(.negate(make(type, depth - 1, frames)), type)
    case 2:
      let (left, right) = (make(.date, depth - 1, frames), make(.date, depth - 1, frames))
      return Core(.daysBetween(left, right), type)
    case 3:
      let function = rng.pick([Builtin.roundUp, .roundDown, .absolute])
      return Core(.builtin(function, [make(type, depth - 1, frames)]), type)
    case 4:
      let dates = (0..<2).map { _ in make(.date, depth - 1, frames) }
      return Core(.builtin(rng.pick([.workdaysBetween, .yearsBetween]), dates), type)
    case 5, 6:
      return aggregate(
        rng.pick([.count, .sum, .average, .share, .distinct]), type, depth, frames)
        ?? leaf(type, frames)
    default: return extreme(type, depth, frames)
    }
  }

  private mutating func dateCore(_ depth: Int, _ frames: [RegisterID]) -> Core {
    switch rng.below(6) {
    case 0:
      let part = make(.date, depth - 1, frames)
      return Core(.shift(part, rng.pick([.before, .after]), rng.pick(Self.terms)), .date)
    case 1: return Core(.periodDay(period(), last: rng.chance(50)), .date)
    case 2: return .today
    case 3: return leaf(.date, frames)
    default: return extreme(.date, depth, frames)
    }
  }

  /// The greatest or least of some values, by a library function or over rows; or a leaf.
  private mutating func extreme(
    _ type: ValueType, _ depth: Int, _ frames: [RegisterID]
  ) -> Core {
    switch rng.below(5) {
    case 0:
      let parts = (0..<rng.below(4)).map { _ in make(type, depth - 1, frames) }
      return Core(.builtin(rng.pick([.maximum, .minimum]), parts), type)
    case 1, 2:
      return aggregate(rng.pick([.maximum, .minimum]), type, depth, frames) ?? leaf(type, frames)
    default: return leaf(type, frames)
    }
  }

  private mutating func conditional(
    _ type: ValueType, _ depth: Int, _ frames: [RegisterID]
  ) -> Core {
    Core(
      .conditional(
        bool(depth - 1, frames), make(type, depth - 1, frames), make(type, depth - 1, frames)),
      type)
  }

  // MARK: - Records, fields, lists

  private mutating func record(
    _ register: RegisterID, _ depth: Int, _ frames: [RegisterID]
  ) -> Core {
    if depth > 0, rng.chance(25),
      let chosen = aggregate(rng.pick([.latest, .earliest]), .record(register), depth, frames)
    {
      return chosen
    }
    var ways = frames.indices.filter { frames[$0] == register }.map {
      Core(.record(frame: $0), .record(register))
    }
    for (frame, from) in frames.enumerated() {
      for (field, schema) in program.schema[from].fields.enumerated()
      where schema.type == .reference(register) && !schema.isMany {
        ways.append(
          .field(
            of: Core(.record(frame: frame), .record(from)), FieldRef(from, field), program.schema))
      }
    }
    guard let way = ways.randomElement(using: &rng) else {
      return .constant(nil, .record(register))
    }
    return way
  }

  private mutating func list(_ type: ValueType, _ depth: Int, _ frames: [RegisterID]) -> Core {
    if depth > 0, rng.chance(15) { return conditional(.list(type), depth, frames) }
    if rng.chance(20) {
      let values = (0..<rng.below(4)).compactMap { _ in Self.plain(type, &rng) }
      return .constant(.list(values), .list(type))
    }
    return field(type, isMany: true, frames) ?? .constant(nil, .list(type))
  }

  private mutating func leaf(_ type: ValueType, _ frames: [RegisterID]) -> Core {
    switch type {
    case .record(let register): return record(register, 0, frames)
    case .list(let element): return list(element, 0, frames)
    default: break
    }
    if rng.chance(25) { return constant(type) }
    if type == .date, rng.chance(15) { return .today }
    return field(type, isMany: false, frames) ?? constant(type)
  }

  /// A field of that type of a frame's record, or of one that it refers to.
  private mutating func field(
    _ type: ValueType, isMany: Bool, _ frames: [RegisterID]
  ) -> Core? {
    var found: [Core] = []
    func look(_ base: Core, _ register: RegisterID, _ further: Bool) {
      for (position, schema) in program.schema[register].fields.enumerated() {
        let core = Core.field(of: base, FieldRef(register, position), program.schema)
        if schema.isMany == isMany, ValueType(schema.type) == type { found.append(core) }
        if further, case .reference(let target) = schema.type, !schema.isMany {
          look(core, target, false)
        }
      }
    }
    for (frame, register) in frames.enumerated() {
      look(Core(.record(frame: frame), .record(register)), register, true)
    }
    return found.randomElement(using: &rng)
  }

  // MARK: - Aggregates

  mutating func aggregate(
    _ kind: Aggregate.Kind, _ type: ValueType, _ depth: Int, _ frames: [RegisterID]
  ) -> Core? {
    guard nesting > 0 else { return nil }
    nesting -= 1
    defer { nesting += 1 }
    var wanted: RegisterID?
    if case .record(let register) = type { wanted = register }
    let rows = source(wanted, depth, frames)
    let register = rows.register(scopes: program.scopes)
    let inner = frames + [register]
    let value: Core? =
      switch kind {
      case .exists, .none, .count, .latest, .earliest: nil
      case .every: rng.chance(90) ? bool(depth - 1, inner) : nil
      case .share: bool(depth - 1, inner)
      case .sum, .average: rng.chance(50) ? leaf(type, inner) : make(type, depth - 1, inner)
      case .maximum, .minimum: make(type, depth - 1, inner)
      case .distinct: make(anyType(), depth - 1, inner)
      }
    return .aggregate(
      Aggregate(
        kind: kind, rows: rows, window: rng.chance(50) ? window(depth - 1, frames) : nil,
        filter: rng.chance(60) ? bool(depth - 1, inner) : nil, value: value, frame: frames.count),
      type)
  }

  private mutating func source(
    _ wanted: RegisterID?, _ depth: Int, _ frames: [RegisterID]
  ) -> RowSource {
    var links: [FieldRef] = []
    for (register, schema) in program.schema.registers.enumerated() {
      for (field, schema) in schema.fields.enumerated() {
        guard case .reference = schema.type else { continue }
        if wanted == nil || wanted == RegisterID(register) {
          links.append(FieldRef(RegisterID(register), field))
        }
      }
    }
    for _ in 0..<3 {
      guard rng.chance(80), let link = links.randomElement(using: &rng),
        case .reference(let register) = program.schema[link].type
      else { break }
      let owner = record(register, depth - 1, frames)
      if case .constant = owner.node, rng.chance(90) { continue }
      return .related(link, owner: owner)
    }
    let scopes = program.scopes.indices.filter {
      wanted == nil || program.scopes[$0].register == wanted
    }
    if rng.chance(40), let scope = scopes.randomElement(using: &rng) { return .scope(scope) }
    return .all(wanted ?? RegisterID(rng.below(program.schema.registers.count)))
  }

  private mutating func window(_ depth: Int, _ frames: [RegisterID]) -> Window {
    switch rng.below(9) {
    case 0: .before(make(.date, depth, frames), rng.pick(Self.terms))
    case 1: .after(make(.date, depth, frames), rng.pick(Self.terms))
    case 2: .days(make(.date, depth, frames), make(.date, depth, frames))
    case 3, 4: .period(period())
    case 5: .targetPeriod
    default: .lookBack(rng.pick(Self.terms))
    }
  }

  private mutating func period() -> PeriodSpec {
    switch rng.below(6) {
    case 0:
      let first = RandomWorld.day(&rng)
      return .fixed(DayRange(first, first.advanced(byDays: rng.below(60) - 5)))
    case 1: return .samePeriodLastYear
    case 2:
      return .part(
        yearOffset: rng.below(3) - 1, rng.pick([.halfYear, .quarter, .month]), 1 + rng.below(5))
    default: return .relative(rng.below(4) - 2, rng.pick(CalendarUnit.allCases))
    }
  }

  // MARK: - Choosing types

  private mutating func comparableType() -> ValueType {
    rng.pick([
      .number(unit: ""), .number(unit: "元"), .date, .date, .moment, .text,
      .enumeration(EnumID(0)), .enumeration(EnumID(1)), .term,
    ])
  }

  private mutating func recordType() -> ValueType {
    .record(RegisterID(rng.below(program.schema.registers.count)))
  }

  /// The type of a question whose answer is a value.
  mutating func valueType() -> ValueType {
    rng.chance(15) ? .list(comparableType()) : anyType()
  }

  private mutating func anyType() -> ValueType {
    rng.chance(20) ? recordType() : rng.chance(20) ? .bool : comparableType()
  }
}

extension Core {
  static func daysBetween(_ later: Core, _ earlier: Core) -> Core {
    Core(.daysBetween(later, earlier), .number(unit: "日"))
  }
}
