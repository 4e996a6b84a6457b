import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension SQLCompiler {
  /// A condition: 1, 0 or NULL.
  func truth(_ core: Core, _ here: Standpoint) throws(Unpushable) -> Fragment {
    switch try value(of: core, here) {
    case .unknown: return .null
    case .plain(let sql, .bool): return sql
    default: throw Unpushable(.compositeValue)
    }
  }

  /// The value of an expression.
  func value(of core: Core, _ here: Standpoint) throws(Unpushable) -> SQLValue {
    if isConstant(core, here) { return try literal(constant(core, here.day)) }
    switch core.node {
    case .constant(let value): return try literal(value)
    case .variable(let slot): return try variable(slot, here)
    case .record(let frame):
      guard let bound = here.frames[frame] else { throw Unpushable(.outerRow) }
      guard bound.context === here.context else { throw Unpushable(.outerRow) }
      return bound.value
    case .field(let base, let ref):
      guard case .record(let record) = try value(of: base, here), record.register == ref.register
      else { return .unknown }
      return try field(ref, of: record, here)
    case .and(let parts): return .plain(dialect.all(try truths(parts, here)), .bool)
    case .or(let parts): return .plain(dialect.any(try truths(parts, here)), .bool)
    case .not(let part): return .plain(dialect.apply(.not, try truth(part, here)), .bool)
    case .compare(let operation, let left, let right):
      let (left, right) = (try value(of: left, here), try value(of: right, here))
      return .plain(try compare(left, operation, right), .bool)
    case .between(let part, let lower, let upper):
      let part = try value(of: part, here)
      return .plain(
        dialect.all([
          try compare(try value(of: lower, here), .lessOrEqual, part),
          try compare(part, .lessOrEqual, try value(of: upper, here)),
        ]), .bool)
    case .isIn(let element, let items, let isOpen):
      return .plain(try isIn(element, items, isOpen: isOpen, here), .bool)
    case .contains(let whole, let part):
      let (whole, part) = (try value(of: whole, here), try value(of: part, here))
      return .plain(try contains(whole, part), .bool)
    case .isEmpty(let part): return .plain(try isEmpty(try value(of: part, here)), .bool)
    case .arithmetic(let operation, let left, let right):
      guard let left = try number(left, here), let right = try number(right, here) else {
        return .unknown
      }
      return try combine(left, operation, right)
    case .negate(let part):
      guard var number = try number(part, here) else { return .unknown }
      number.sql = dialect.apply(.negate, number.sql)
      (number.constant, number.mayOverflow) = (nil, true)
      return .number(number)
    case .daysBetween(let left, let right):
      guard case .plain(let later, .date) = try value(of: left, here),
        case .plain(let earlier, .date) = try value(of: right, here)
      else { return .unknown }
      return .number(NumberSQL(dialect.apply(.subtract, later, earlier)))
    case .shift(let part, let direction, let term):
      return try shift(try value(of: part, here), direction, term)
    case .conditional(let condition, let then, let otherwise):
      return try choose(
        try truth(condition, here), try value(of: then, here), try value(of: otherwise, here))
    case .aggregate(let aggregate): return try value(of: aggregate, here)
    case .inScope(let scope, let part):
      guard program.scopes.indices.contains(scope),
        case .record(let record) = try value(of: part, here),
        record.register == program.scopes[scope].register
      else { return .unknown }
      let condition = try truth(program.scopes[scope].condition, here.alone(record))
      return .plain(known(record, condition), .bool)
    case .partition(let partition, let part):
      guard program.partitions.indices.contains(partition),
        case .record(let record) = try value(of: part, here),
        record.register == program.partitions[partition].register
      else { return .unknown }
      return try classify(program.partitions[partition], record, here)
    case .at(let part, let day):
      guard isConstant(day, here) else { throw Unpushable(.rowDay) }
      guard case .date(let date)? = constant(day, here.day) else { return .unknown }
      var there = here
      there.day = date
      return try value(of: part, there)
    case .builtin(let function, let arguments):
      return try call(function, arguments, here)
    case .member(let base, let position):
      guard case .variable(let slot) = base.node, let bound = here.slots[slot] else {
        throw Unpushable(.compositeValue)
      }
      guard bound.context === here.context else { throw Unpushable(.outerRow) }
      guard case .structure(let columns) = bound.row, columns.indices.contains(position) else {
        return .unknown
      }
      return columns[position]
    case .ever, .history: throw Unpushable(.history)
    case .call, .hostCall: throw Unpushable(.functionCall)
    case .query, .fold: throw Unpushable(.nestedQuestion)
    case .text, .list, .map, .structure, .element, .setOperation: throw Unpushable(.compositeValue)
    case .today, .periodDay: return try literal(constant(core, here.day))
    }
  }

  private func truths(_ parts: [Core], _ here: Standpoint) throws(Unpushable) -> [Fragment] {
    var result: [Fragment] = []
    for part in parts { result.append(try truth(part, here)) }
    return result
  }

  private func variable(_ slot: Int, _ here: Standpoint) throws(Unpushable) -> SQLValue {
    guard let bound = here.slots[slot] else {
      return try literal(variables.indices.contains(slot) ? variables[slot] : nil)
    }
    guard bound.context === here.context else { throw Unpushable(.outerRow) }
    guard case .value(let value) = bound.row else { throw Unpushable(.compositeValue) }
    return value
  }

  /// The value where the record is known, else unknown.
  func known(_ record: RecordSQL, _ value: Fragment) -> Fragment {
    record.isOptional ? dialect.apply(.whenKnown, record.id, value) : value
  }

  // MARK: Choices

  func choose(_ condition: Fragment, _ then: SQLValue, _ otherwise: SQLValue) throws(Unpushable)
    -> SQLValue
  {
    func pick(_ a: Fragment, _ b: Fragment) -> Fragment {
      dialect.apply(.choose, condition, a, b)
    }
    switch (then, otherwise) {
    case (.unknown, .unknown): return .unknown
    case (.plain(let a, let kind), .plain(let b, let other)) where kind == other:
      return .plain(pick(a, b), kind)
    case (.plain(let a, let kind), .unknown): return .plain(pick(a, .null), kind)
    case (.unknown, .plain(let b, let kind)): return .plain(pick(.null, b), kind)
    case (.text(let a), .text(let b)): return .text(pick(a, b))
    case (.text(let a), .unknown): return .text(pick(a, .null))
    case (.unknown, .text(let b)): return .text(pick(.null, b))
    case (.number(let a), .number(let b)):
      let (a, b, scale) = try aligned(a, b)
      return .number(NumberSQL(pick(a, b), scale: scale))
    case (.number(let a), .unknown) where a.divisor == nil:
      return .number(NumberSQL(pick(settled(a), .null), scale: a.scale))
    case (.unknown, .number(let b)) where b.divisor == nil:
      return .number(NumberSQL(pick(.null, settled(b)), scale: b.scale))
    case (.record(let a), .record(let b)) where a.register == b.register:
      return .record(
        RecordSQL(register: a.register, id: pick(a.id, b.id), alias: nil, isOptional: true))
    default: throw Unpushable(.compositeValue)
    }
  }

  private func classify(
    _ partition: PartitionDefinition, _ record: RecordSQL, _ here: Standpoint
  ) throws(Unpushable) -> SQLValue {
    let there = here.alone(record)
    // The first arm that is not false decides; one that is unknown leaves the class unknown.
    var result = Fragment.null
    for (position, arm) in partition.arms.enumerated().reversed() {
      result = dialect.apply(
        .choose, try truth(arm, there), .bound(Int64(position)), result)
    }
    let domain = try truth(partition.domain, there)
    result = dialect.apply(.choose, domain, result, .null)
    return .plain(known(record, result), .enumeration(partition.classes))
  }

  // MARK: Library

  private func call(_ function: Builtin, _ arguments: [Core], _ here: Standpoint)
    throws(Unpushable) -> SQLValue
  {
    switch (function, arguments.count) {
    case (.absolute, 1):
      guard var number = try number(arguments[0], here) else { return .unknown }
      number.sql = dialect.apply(.absolute, settled(number))
      (number.constant, number.mayOverflow) = (nil, false)
      return .number(number)
    case (.maximum, 1...), (.minimum, 1...):
      let operation: DialectOperation = function == .maximum ? .greater : .smaller
      var values: [SQLValue] = []
      for argument in arguments { values.append(try value(of: argument, here)) }
      guard let first = values.first else { return .unknown }
      return try values.dropFirst().reduce(first, or: operation, self)
    default: throw Unpushable(.libraryFunction)
    }
  }

  private func shift(_ value: SQLValue, _ direction: OffsetDirection, _ term: Term)
    throws(Unpushable) -> SQLValue
  {
    if case .unknown = value { return .unknown }
    guard case .plain(let date, .date) = value else { throw Unpushable(.calendar) }
    let days: Int
    switch term.unit {
    case .day, .calendarDay: days = term.count
    case .week: days = term.times(7).count
    default: throw Unpushable(.calendar)
    }
    // Further than the calendar reaches is as far as it reaches.
    guard abs(days.clamped) < 4_000_000 else { throw Unpushable(.calendar) }
    let moved = dialect.apply(
      direction == .after ? .add : .subtract, date, .bound(Int64(days)))
    let first = Fragment.bound(Int64(CivilDate.min.days))
    let last = Fragment.bound(Int64(CivilDate.max.days))
    return .plain(
      dialect.apply(.greater, first, dialect.apply(.smaller, last, moved)), .date)
  }
}

extension Int {
  /// Within half the range, so that its magnitude exists.
  fileprivate var clamped: Int { Swift.min(Swift.max(self, -(1 << 62)), 1 << 62) }
}

extension ArraySlice<SQLValue> {
  /// The greatest or least of values of one kind.
  fileprivate func reduce(
    _ first: SQLValue, or operation: DialectOperation, _ compiler: SQLCompiler
  ) throws(Unpushable) -> SQLValue {
    var result = first
    for next in self {
      switch (result, next) {
      case (.plain(let a, let kind), .plain(let b, let other))
      where kind == other && kind != .bool:
        result = .plain(compiler.dialect.apply(operation, a, b), kind)
      case (.number(let a), .number(let b)):
        let (a, b, scale) = try compiler.aligned(a, b)
        result = .number(NumberSQL(compiler.dialect.apply(operation, a, b), scale: scale))
      case (.unknown, _), (_, .unknown): return .unknown
      default: throw Unpushable(.libraryFunction)
      }
    }
    if case .text = result { throw Unpushable(.libraryFunction) }
    return result
  }
}
