import ZhibenSemantics
import ZhibenSyntax

extension SQLCompiler {
  /// Kleene comparison. Unknown if a side is, or if the two cannot be compared.
  func compare(_ left: SQLValue, _ operation: ComparisonOperator, _ right: SQLValue)
    throws(Unpushable) -> Fragment
  {
    let isEquality = operation == .equal || operation == .notEqual
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return .null
    case (.plain(let a, let kind), .plain(let b, let other)):
      // Bools are equal or not; values of two lists are neither.
      guard kind == other, kind != .bool || isEquality else { return .null }
      return try integers(a, operation, b)
    case (.number(let a), .number(let b)):
      let (a, b) = try comparable(a, b)
      return try integers(a, operation, b)
    case (.text(let a), .text(let b)):
      switch operation {
      case .equal: return dialect.apply(.textEqual, a, b)
      case .notEqual: return dialect.apply(.textNotEqual, a, b)
      case .less: return dialect.apply(.textLess, a, b)
      case .lessOrEqual: return dialect.apply(.textLessOrEqual, a, b)
      case .greater: return dialect.apply(.textLess, b, a)
      case .greaterOrEqual: return dialect.apply(.textLessOrEqual, b, a)
      case .isIn, .notIn, .contains, .notContains: return .null
      }
    case (.record(let a), .record(let b)):
      guard a.register == b.register, isEquality else { return .null }
      return try integers(a.id, operation, b.id)
    default: throw Unpushable(.compositeValue)
    }
  }

  private func integers(_ a: Fragment, _ operation: ComparisonOperator, _ b: Fragment)
    throws(Unpushable) -> Fragment
  {
    switch operation {
    case .equal: return dialect.apply(.equal, a, b)
    case .notEqual: return dialect.apply(.notEqual, a, b)
    case .less: return dialect.apply(.less, a, b)
    case .lessOrEqual: return dialect.apply(.lessOrEqual, a, b)
    case .greater: return dialect.apply(.less, b, a)
    case .greaterOrEqual: return dialect.apply(.lessOrEqual, b, a)
    case .isIn, .notIn, .contains, .notContains: return .null
    }
  }

  // MARK: Membership

  func isIn(_ element: Core, _ items: [Core], isOpen: Bool, _ here: Standpoint)
    throws(Unpushable) -> Fragment
  {
    let element = try value(of: element, here)
    if case .unknown = element { return .null }
    if case .list(let list) = element {
      return try holdsAny(of: list, items, isOpen: isOpen, here)
    }
    if items.isEmpty { throw Unpushable(.compositeValue) }
    var hits: [Fragment] = []
    for item in items {
      let item = try value(of: item, here)
      switch item {
      case .list, .constants: hits.append(try contains(item, element))
      default: hits.append(try compare(element, .equal, item))
      }
    }
    let hit = dialect.any(hits)
    return isOpen ? dialect.apply(.openHit, hit) : hit
  }

  /// Whether any element of a field is listed. Items that depend on rows are not looked for.
  private func holdsAny(of list: ListSQL, _ items: [Core], isOpen: Bool, _ here: Standpoint)
    throws(Unpushable) -> Fragment
  {
    var wanted: [Value] = []
    for item in items {
      guard isConstant(item, here) else { throw Unpushable(.compositeValue) }
      switch constant(item, here.day) {
      case nil, .unknown?: throw Unpushable(.compositeValue)
      case .list(let elements)?: wanted += elements
      case let value?: wanted.append(value)
      }
    }
    let hit = try holds(list, anyOf: wanted)
    let isEmpty = dialect.apply(.equal, list.count, .bound(0))
    let miss: Fragment =
      isOpen ? dialect.apply(.choose, isEmpty, .no, .null) : .no
    return dialect.apply(
      .whenKnown, list.count, dialect.apply(.choose, hit, .yes, miss))
  }

  func contains(_ whole: SQLValue, _ part: SQLValue) throws(Unpushable) -> Fragment {
    switch (whole, part) {
    case (.unknown, _), (_, .unknown): return .null
    case (.text(let text), .text(let part)): return dialect.apply(.contains, text, part)
    case (.list(let list), _):
      let element = try self.element(of: list, part)
      // By the owner's key: the elements of one row.
      let hit: Fragment = """
        EXISTS (SELECT 1 FROM \(elements(of: list)) AS e WHERE e.owner = \(list.owner) \
        AND \(matches("e.value", element, list)))
        """
      return dialect.apply(
        .whenKnown, list.count, dialect.apply(.whenKnown, element, hit))
    case (.constants(let values), let part):
      if values.isEmpty { throw Unpushable(.compositeValue) }
      var hits: [Fragment] = []
      for value in values {
        hits.append(try compare(try literal(value == .unknown ? nil : value), .equal, part))
      }
      return dialect.any(hits)
    default: throw Unpushable(.compositeValue)
    }
  }

  /// Whether a value is unknown; for a list also whether it is empty.
  func isEmpty(_ value: SQLValue) throws(Unpushable) -> Fragment {
    switch value {
    case .unknown: return .yes
    case .plain(let sql, _), .text(let sql): return dialect.apply(.isUnknown, sql)
    case .number(let number): return dialect.apply(.isUnknown, settled(number))
    case .record(let record): return dialect.apply(.isUnknown, record.id)
    case .list(let list):
      return dialect.apply(.equal, dialect.apply(.coalesce, list.count, .bound(0)), .bound(0))
    case .constants(let values): return values.isEmpty ? .yes : .no
    }
  }

  // MARK: Elements

  private func elements(of list: ListSQL) -> Fragment {
    facts.elements(of: schema[list.field], schema[list.field.register])
  }

  private func matches(_ cell: Fragment, _ given: Fragment, _ list: ListSQL) -> Fragment {
    dialect.apply(schema[list.field].type == .text ? .textEqual : .equal, cell, given)
  }

  /// What an element has to equal, as the store has elements.
  private func element(of list: ListSQL, _ part: SQLValue) throws(Unpushable) -> Fragment {
    switch (schema[list.field].type, part) {
    case (.text, .text(let sql)): return sql
    case (.bool, .plain(let sql, .bool)), (.date, .plain(let sql, .date)),
      (.moment, .plain(let sql, .moment)):
      return sql
    case (.enumeration(let id), .plain(let sql, .enumeration(let other))) where id == other:
      guard facts.codesArePositions(id) else { throw Unpushable(.compositeValue) }
      return sql
    case (.reference(let target), .record(let record)) where record.register == target:
      return record.id
    case (.integer, .number(let number)):
      guard number.scale == 1, number.divisor == nil else { throw Unpushable(.compositeValue) }
      return settled(number)
    default: throw Unpushable(.compositeValue)
    }
  }

  /// Whether the field holds one of these values; two-valued for a known list.
  private func holds(_ list: ListSQL, anyOf values: [Value]) throws(Unpushable) -> Fragment {
    var tests: [Fragment] = []
    for value in values {
      tests.append(matches("e.value", try element(of: list, try literal(value)), list))
    }
    if tests.isEmpty { return .no }
    return """
      (\(list.owner) IN (SELECT e.owner FROM \(elements(of: list)) AS e \
      WHERE \(dialect.any(tests))))
      """
  }
}
