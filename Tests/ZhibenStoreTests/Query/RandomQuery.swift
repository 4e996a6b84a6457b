import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// Invents questions over the sample registers, of every form that the checker lets through.
struct RandomQuery {
  var dice: SplitMix64
  static let nowhere = Origin(source: -1, span: Span(0, 0))
  static let classes = EnumID(3)

  /// The sample registers with scopes and a partition over them; 隐患 is not taken for complete if `isOpen`.
  static func program(seed: UInt64, isOpen: Bool) -> Program {
    var schema = Sample.schema
    schema.enumerations.append(EnumSchema(name: "类", values: ["高", "中", "低"]))
    schema.registers[Sample.hazard.index].isComplete = !isOpen
    var random = RandomQuery(dice: SplitMix64(seed: seed ^ 0x5EED))
    let plain = Program(
      sources: [],
      plan: PlanHeader(
        name: "试", period: DayRange(.iso("2025-01-01"), .iso("2025-12-31"))), schema: schema)
    let firm = ScopeDefinition(
      name: "某企业", register: Sample.enterprise,
      condition: random.condition(Row(Sample.enterprise, 0), 2, plain), origin: nowhere)
    let hazard = ScopeDefinition(
      name: "某隐患", register: Sample.hazard,
      condition: random.condition(Row(Sample.hazard, 0), 2, plain), origin: nowhere)
    let partition = PartitionDefinition(
      name: "类", register: Sample.enterprise,
      domain: random.condition(Row(Sample.enterprise, 0), 1, plain), classes: classes,
      arms: [
        random.condition(Row(Sample.enterprise, 0), 1, plain),
        random.condition(Row(Sample.enterprise, 0), 1, plain),
        random.core(.constant(.bool(true)), .bool),
      ], origin: nowhere)
    return Program(
      sources: [], plan: plain.plan, schema: schema, scopes: [firm, hazard],
      partitions: [partition])
  }

  /// How a row is called in an expression.
  struct Row {
    var register: RegisterID
    var frame: Int
    init(_ register: RegisterID, _ frame: Int) { (self.register, self.frame) = (register, frame) }
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
  func core(_ node: Core.Node, _ type: ValueType) -> Core { Core(node, type, Self.nowhere) }
  func record(_ row: Row) -> Core { core(.record(frame: row.frame), .record(row.register)) }

  // MARK: Questions

  mutating func query(_ program: Program) -> Query {
    let register = pick([Sample.enterprise, Sample.hazard, Sample.hazard])
    let row = Row(register, 0)
    var rows = RowSource.all(register)
    if below(4) == 0 { rows = .scope(register == Sample.enterprise ? 0 : 1) }
    if below(6) == 0 {
      rows = .related(
        FieldRef(Sample.hazard, 0),
        owner: core(.constant(.record(Sample.enterprise, below(4))), .record(Sample.enterprise)))
      return finish(Row(Sample.hazard, 0), rows, program)
    }
    return finish(row, rows, program)
  }

  private mutating func finish(_ row: Row, _ rows: RowSource, _ program: Program) -> Query {
    var query = Query(source: .rows(rows, window()), binding: .frame(0))
    if below(4) > 0 { query.filter = condition(row, 3, program) }
    for _ in 0..<below(3) {
      query.sort.append(.init(value(row, 1, program), isDescending: below(2) == 0))
    }
    if below(3) == 0 { query.limit = below(6) }
    switch below(5) {
    case 0: break
    case 1: query.shape = .values(value(row, 2, program))
    case 2, 3:
      query.shape = .columns(
        (0...below(3)).map { .init(name: "c\($0)", value: value(row, 2, program)) })
    default: query.shape = groups(row, program)
    }
    return below(3) == 0 ? outer(query, program) : query
  }

  private mutating func groups(_ row: Row, _ program: Program) -> Query.Shape {
    let keys = (0..<below(3)).map { Query.Column(name: "k\($0)", value: value(row, 1, program)) }
    let aggregates = (0...below(3)).map { number in
      let kind = pick(Self.kinds)
      let value = argument(kind, row, 1, program)
      return Query.GroupColumn(
        name: "s\(number)", kind: kind, value: value,
        filter: below(3) == 0 ? condition(row, 1, program) : nil,
        type: Self.type(of: kind, value, row.register))
    }
    return .groups(keys: keys, aggregates: aggregates)
  }

  /// A question over that one's rows.
  private mutating func outer(_ inner: Query, _ program: Program) -> Query {
    let (columns, isList) = inner.columns(program)
    let element: ValueType =
      isList ? columns[0].type : .structure(columns)
    let list = core(.query(inner), .list(element))
    let variable = core(.variable(0), element)
    var query = Query(source: .list(list), binding: .variable(0))
    func part(_ index: Int) -> Core {
      isList ? variable : core(.member(variable, index), columns[index].type)
    }
    let parts = columns.indices.map(part)
    for _ in 0..<below(3) { query.sort.append(.init(pick(parts), isDescending: below(2) == 0)) }
    if below(2) == 0 { query.limit = 1 + below(3) }
    if below(2) == 0 {
      query.filter = core(
        below(2) == 0
          ? .not(core(.isEmpty(pick(parts)), .bool))
          : .compare(.notEqual, pick(parts), pick(parts)), .bool)
      if case .compare(_, let a, let b)? = query.filter?.node, a.type != b.type {
        query.filter = core(.isEmpty(a), .bool)
      }
    }
    if below(3) == 0 { query.shape = .values(pick(parts)) }
    if below(3) == 0 {
      query.shape = .groups(
        keys: [.init(name: "k", value: pick(parts))],
        aggregates: [.init(name: "n", kind: .count, type: .number(unit: ""))])
    }
    return query
  }

  private mutating func window() -> Window? {
    switch below(8) {
    case 0: .lookBack(Term(1 + below(40), .day))
    case 1: .lookBack(Term(1 + below(2), .month))
    case 2: .period(.relative(-below(2), .month))
    case 3: .before(core(.today, .date), Term(20, .day))
    default: nil
    }
  }

  // MARK: Conditions

  mutating func condition(_ row: Row, _ depth: Int, _ program: Program) -> Core {
    let choice = below(depth > 0 ? 16 : 6)
    switch choice {
    case 0: return field(row, .bool) ?? core(.isEmpty(value(row, 0, program)), .bool)
    case 1: return core(.isEmpty(anyField(row)), .bool)
    case 2, 3, 4:
      let left = value(row, depth - 1, program)
      return compare(left, right(of: left, row, depth - 1, program))
    case 5: return isIn(row)
    case 6:
      return core(
        .and([condition(row, depth - 1, program), condition(row, depth - 1, program)]), .bool)
    case 7:
      return core(
        .or([condition(row, depth - 1, program), condition(row, depth - 1, program)]), .bool)
    case 8: return core(.not(condition(row, depth - 1, program)), .bool)
    case 9, 10, 11:
      return aggregate(pick([.exists, .none, .every]), row, depth - 1, program)
        ?? core(.constant(.bool(below(2) == 0)), .bool)
    case 12:
      guard !program.scopes.isEmpty, row.register != Sample.person else { return isIn(row) }
      return core(.inScope(row.register == Sample.enterprise ? 0 : 1, record(row)), .bool)
    case 13:
      return core(
        .at(
          condition(row, depth - 1, program),
          day: core(
            .shift(core(.today, .date), .before, Term(below(30), .day)), .date)), .bool)
    case 14:
      guard let date = field(row, .date) else { return isIn(row) }
      return core(
        .compare(
          .greater,
          core(.builtin(.workdaysBetween, [date, core(.today, .date)]), .number(unit: "日")),
          number(Rational(below(10)))), .bool)
    default:
      return core(
        .between(
          value(row, depth - 1, of: .date, program),
          core(.shift(core(.today, .date), .before, Term(20, .day)), .date),
          core(.today, .date)), .bool)
    }
  }

  private mutating func compare(_ left: Core, _ right: Core) -> Core {
    var operations: [ComparisonOperator] = [.equal, .notEqual]
    switch left.type {
    case .bool, .record: break
    default: operations += [.less, .lessOrEqual, .greater, .greaterOrEqual]
    }
    return core(.compare(pick(operations), left, right), .bool)
  }

  private mutating func right(of left: Core, _ row: Row, _ depth: Int, _ program: Program) -> Core {
    if below(3) == 0 { return value(row, depth, of: left.type, program) }
    return constant(left.type)
  }

  private mutating func isIn(_ row: Row) -> Core {
    switch below(3) {
    case 0:
      guard row.register == Sample.enterprise else { break }
      let list = pick([3, 9, 10])
      let type = fieldType(Sample.schema.registers[0].fields[list])
      guard case .list(let element) = type else { break }
      let field = core(.field(record(row), FieldRef(Sample.enterprise, list)), type)
      if below(2) == 0 { return core(.contains(field, constant(element)), .bool) }
      return core(
        .isIn(field, [constant(element), constant(element)], isOpen: below(2) == 0), .bool)
    case 1:
      if let text = field(row, .text) {
        return core(.contains(text, constant(.text)), .bool)
      }
    default: break
    }
    let left = anyScalar(row)
    return core(
      .isIn(left, (0...below(3)).map { _ in constant(left.type) }, isOpen: below(3) == 0), .bool)
  }

  // MARK: Values

  mutating func value(_ row: Row, _ depth: Int, _ program: Program) -> Core {
    switch below(depth > 0 ? 8 : 4) {
    case 0, 1, 2, 3: return anyScalar(row)
    case 4: return value(row, depth - 1, of: .number(unit: ""), program)
    case 5: return value(row, depth - 1, of: .date, program)
    case 6:
      guard row.register == Sample.enterprise, !program.partitions.isEmpty else {
        return anyScalar(row)
      }
      return core(.partition(0, record(row)), .enumeration(Self.classes))
    default:
      let then = anyScalar(row)
      return core(
        .conditional(condition(row, 0, program), then, constant(then.type)), then.type)
    }
  }

  private mutating func value(
    _ row: Row, _ depth: Int, of type: ValueType, _ program: Program
  ) -> Core {
    switch type {
    case .number:
      switch below(depth > 0 ? 9 : 3) {
      case 3:
        return core(
          .arithmetic(
            pick([.add, .subtract]), value(row, depth - 1, of: type, program),
            value(row, depth - 1, of: type, program)), type)
      case 4:
        return core(
          .arithmetic(
            pick([.multiply, .divide]), value(row, depth - 1, of: type, program),
            number(Rational(below(4)))), type)
      case 5: return core(.negate(value(row, depth - 1, of: type, program)), type)
      case 6, 7:
        return aggregate(
          pick([.count, .sum, .average, .maximum, .minimum, .share, .distinct]), row, depth - 1,
          program) ?? number(Rational(2))
      case 8:
        return core(
          .daysBetween(core(.today, .date), value(row, depth - 1, of: .date, program)), type)
      default: return field(row, type) ?? number(Rational(below(9), over: 2) ?? Rational(1))
      }
    case .date:
      switch below(depth > 0 ? 6 : 2) {
      case 2:
        return core(
          .shift(
            value(row, depth - 1, of: .date, program), .after,
            Term(below(20), pick([.day, .week, .workday]))), .date)
      case 3:
        guard row.register == Sample.enterprise else { break }
        let found = Aggregate(
          kind: pick([.latest, .earliest]),
          rows: .related(FieldRef(Sample.hazard, 0), owner: record(row)),
          filter: below(2) == 0 ? nil : condition(Row(Sample.hazard, row.frame + 1), 1, program),
          frame: row.frame + 1)
        return core(
          .field(core(.aggregate(found), .record(Sample.hazard)), FieldRef(Sample.hazard, 2)), .date
        )
      default: break
      }
      return field(row, .date) ?? core(.today, .date)
    default: return field(row, type) ?? constant(type)
    }
  }

  static let kinds: [Aggregate.Kind] = [
    .exists, .none, .every, .count, .sum, .average, .maximum, .minimum, .share, .latest, .earliest,
    .distinct,
  ]

  static func type(of kind: Aggregate.Kind, _ value: Core?, _ register: RegisterID) -> ValueType {
    switch kind {
    case .exists, .none, .every: .bool
    case .latest, .earliest: .record(register)
    case .maximum, .minimum: value?.type ?? .bool
    default: .number(unit: "")
    }
  }

  private mutating func argument(
    _ kind: Aggregate.Kind, _ row: Row, _ depth: Int, _ program: Program
  ) -> Core? {
    switch kind {
    case .exists, .none, .count, .latest, .earliest: nil
    case .every, .share: condition(row, depth, program)
    case .sum, .average: value(row, depth, of: .number(unit: ""), program)
    case .maximum, .minimum, .distinct: anyScalar(row)
    }
  }

  /// An aggregate over what belongs to the row, or over everything.
  private mutating func aggregate(
    _ kind: Aggregate.Kind, _ row: Row, _ depth: Int, _ program: Program
  ) -> Core? {
    let inner: Row
    let rows: RowSource
    switch (row.register, below(4)) {
    case (Sample.enterprise, 0), (Sample.enterprise, 1):
      (inner, rows) = (
        Row(Sample.hazard, row.frame + 1), .related(FieldRef(Sample.hazard, 0), owner: record(row))
      )
    case (Sample.enterprise, 2):
      (inner, rows) = (
        Row(Sample.person, row.frame + 1), .related(FieldRef(Sample.person, 3), owner: record(row))
      )
    case (Sample.hazard, 0), (Sample.hazard, 1):
      let owner = core(
        .field(record(row), FieldRef(Sample.hazard, 0)), .record(Sample.enterprise))
      (inner, rows) = (
        Row(Sample.hazard, row.frame + 1), .related(FieldRef(Sample.hazard, 0), owner: owner)
      )
    case (Sample.person, _):
      (inner, rows) = (
        Row(Sample.enterprise, row.frame + 1),
        .related(FieldRef(Sample.enterprise, 9), owner: record(row))
      )
    case (_, 3) where !program.scopes.isEmpty:
      (inner, rows) = (Row(Sample.enterprise, row.frame + 1), .scope(0))
    default: (inner, rows) = (Row(Sample.enterprise, row.frame + 1), .all(Sample.enterprise))
    }
    var value = argument(kind, inner, max(0, depth), program)
    if kind == .maximum || kind == .minimum {
      value = self.value(inner, 0, of: .number(unit: ""), program)
    }
    // Now and then a condition that looks at the row outside.
    var filter = below(2) == 0 ? nil : condition(inner, max(0, depth), program)
    if below(12) == 0 { filter = condition(row, 0, program) }
    let aggregate = Aggregate(
      kind: kind, rows: rows, window: below(3) == 0 ? window() : nil, filter: filter, value: value,
      frame: inner.frame)
    return core(.aggregate(aggregate), Self.type(of: kind, value, inner.register))
  }

  // MARK: Fields and constants

  func fieldType(_ field: FieldSchema) -> ValueType {
    let type: ValueType =
      switch field.type {
      case .bool: .bool
      case .integer: .number(unit: "")
      case .number: .number(unit: "")
      case .text: .text
      case .date: .date
      case .moment: .moment
      case .enumeration(let id): .enumeration(id)
      case .reference(let id): .record(id)
      }
    return field.isMany ? .list(type) : type
  }

  private mutating func anyField(_ row: Row) -> Core {
    let fields = Sample.schema[row.register].fields
    let index = below(fields.count)
    return core(.field(record(row), FieldRef(row.register, index)), fieldType(fields[index]))
  }

  /// A field that is no list, now and then of a record that the row names.
  private mutating func anyScalar(_ row: Row) -> Core {
    let base = path(row)
    let register = base.type.record ?? row.register
    let fields = Sample.schema[register].fields
    let index = pick(fields.indices.filter { !fields[$0].isMany })
    return core(.field(base, FieldRef(register, index)), fieldType(fields[index]))
  }

  private mutating func path(_ row: Row) -> Core {
    guard below(4) == 0 else { return record(row) }
    let fields = Sample.schema[row.register].fields
    for (index, field) in fields.enumerated() {
      if case .reference(let target) = field.type, !field.isMany {
        return core(.field(record(row), FieldRef(row.register, index)), .record(target))
      }
    }
    return record(row)
  }

  private mutating func field(_ row: Row, _ type: ValueType) -> Core? {
    let base = path(row)
    let register = base.type.record ?? row.register
    let fields = Sample.schema[register].fields
    let candidates = fields.indices.filter { fieldType(fields[$0]) == type }
    guard !candidates.isEmpty else { return nil }
    let index = pick(candidates)
    return core(.field(base, FieldRef(register, index)), type)
  }

  func number(_ number: Rational) -> Core { core(.constant(.number(number)), .number(unit: "")) }

  mutating func constant(_ type: ValueType) -> Core {
    if below(20) == 0 { return core(.constant(nil), type) }
    let value: Value? =
      switch type {
      case .bool: .bool(below(2) == 0)
      case .number: .number(Rational(below(11) - 2, over: pick([1, 1, 2, 3])) ?? Rational(0))
      case .text: .text(pick(RandomRegister.texts))
      case .date: .date(RandomRegister.day.advanced(byDays: below(40) - 30))
      case .moment: .moment(below(100))
      case .enumeration(let id): .enumeration(id, below(id == Self.classes ? 3 : 2))
      case .record(let register): .record(register, below(4))
      default: nil
      }
    return core(.constant(value), type)
  }
}
