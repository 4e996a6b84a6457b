// What an expression is made of: the one walk of the typed tree.

extension Core {
  /// The expressions directly within this one, in the order in which they are written; those of scopes and partitions that it names are not.
  public var parts: [Core] {
    switch node {
    case .constant, .record, .today, .periodDay, .variable: []
    case .field(let part, _), .not(let part), .isEmpty(let part), .negate(let part),
      .shift(let part, _, _), .inScope(_, let part), .partition(_, let part), .member(let part, _):
      [part]
    case .and(let parts), .or(let parts), .builtin(_, let parts), .call(_, let parts),
      .hostCall(_, let parts), .text(let parts), .list(let parts), .map(let parts),
      .structure(let parts):
      parts
    case .compare(_, let left, let right), .contains(let left, let right),
      .arithmetic(_, let left, let right), .daysBetween(let left, let right),
      .element(let left, let right), .setOperation(_, let left, let right):
      [left, right]
    case .ever(let part, let window), .history(let part, let window):
      [part] + (window?.parts ?? [])
    case .fold(let fold): fold.parts
    case .query(let query): query.parts
    case .isIn(let element, let items, _): [element] + items
    case .between(let part, let lower, let upper): [part, lower, upper]
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .at(let part, let day): [part, day]
    case .aggregate(let aggregate): aggregate.parts
    }
  }

  /// The same expression with other parts.
  func mappingParts(_ map: (Core) -> Core) -> Core {
    let node: Node =
      switch self.node {
      case .constant, .record, .today, .periodDay, .variable: self.node
      case .field(let base, let ref): .field(map(base), ref)
      case .and(let parts): .and(parts.map(map))
      case .or(let parts): .or(parts.map(map))
      case .not(let inner): .not(map(inner))
      case .compare(let operation, let a, let b): .compare(operation, map(a), map(b))
      case .isIn(let value, let list, let isOpen): .isIn(map(value), list.map(map), isOpen: isOpen)
      case .contains(let a, let b): .contains(map(a), map(b))
      case .isEmpty(let inner): .isEmpty(map(inner))
      case .between(let a, let b, let c): .between(map(a), map(b), map(c))
      case .arithmetic(let operation, let a, let b): .arithmetic(operation, map(a), map(b))
      case .negate(let inner): .negate(map(inner))
      case .daysBetween(let a, let b): .daysBetween(map(a), map(b))
      case .shift(let day, let direction, let term): .shift(map(day), direction, term)
      case .conditional(let a, let b, let c): .conditional(map(a), map(b), map(c))
      case .aggregate(let aggregate): .aggregate(aggregate.mappingParts(map))
      case .inScope(let index, let record): .inScope(index, map(record))
      case .partition(let index, let record): .partition(index, map(record))
      case .at(let inner, let day): .at(map(inner), day: map(day))
      case .builtin(let function, let parts): .builtin(function, parts.map(map))
      case .ever(let inner, let window): .ever(map(inner), window?.mappingParts(map))
      case .history(let inner, let window): .history(map(inner), window?.mappingParts(map))
      case .call(let function, let parts): .call(function, parts.map(map))
      case .hostCall(let function, let parts): .hostCall(function, parts.map(map))
      case .text(let parts): .text(parts.map(map))
      case .list(let parts): .list(parts.map(map))
      case .map(let parts): .map(parts.map(map))
      case .structure(let parts): .structure(parts.map(map))
      case .member(let inner, let field): .member(map(inner), field)
      case .element(let a, let b): .element(map(a), map(b))
      case .fold(let fold): .fold(fold.mappingParts(map))
      case .query(let query): .query(query.mappingParts(map))
      case .setOperation(let operation, let a, let b): .setOperation(operation, map(a), map(b))
      }
    return Core(node, type, origin)
  }
}

extension Aggregate {
  /// The expressions directly within it.
  public var parts: [Core] {
    rows.parts + (window?.parts ?? []) + [filter, value].compactMap { $0 }
  }

  /// The same question with other parts.
  fileprivate func mappingParts(_ map: (Core) -> Core) -> Aggregate {
    var result = self
    result.rows = rows.mappingParts(map)
    result.window = window?.mappingParts(map)
    result.filter = filter.map(map)
    result.value = value.map(map)
    return result
  }
}

extension RowSource {
  /// The record whose rows they are, if it is written.
  fileprivate var parts: [Core] {
    if case .related(_, let owner) = self { [owner] } else { [] }
  }

  fileprivate func mappingParts(_ map: (Core) -> Core) -> RowSource {
    guard case .related(let field, let owner) = self else { return self }
    return .related(field, owner: map(owner))
  }
}

extension Window {
  /// The days that it is reckoned from.
  public var parts: [Core] {
    switch self {
    case .before(let day, _), .after(let day, _): [day]
    case .days(let first, let last): [first, last]
    case .lookBack, .period, .targetPeriod: []
    }
  }

  fileprivate func mappingParts(_ map: (Core) -> Core) -> Window {
    switch self {
    case .before(let day, let term): .before(map(day), term)
    case .after(let day, let term): .after(map(day), term)
    case .days(let first, let last): .days(map(first), map(last))
    case .lookBack, .period, .targetPeriod: self
    }
  }
}

extension Fold {
  /// The expressions directly within it.
  fileprivate var parts: [Core] { [list] + [filter, value].compactMap { $0 } }

  fileprivate func mappingParts(_ map: (Core) -> Core) -> Fold {
    Fold(
      kind: kind, list: map(list), slot: slot, filter: filter.map(map), value: value.map(map))
  }
}

extension Query {
  /// The expressions directly within it.
  public var parts: [Core] {
    var parts: [Core] =
      switch source {
      case .rows(let rows, let window): rows.parts + (window?.parts ?? [])
      case .list(let list): [list]
      }
    if let filter { parts.append(filter) }
    parts += sort.map(\.value)
    switch shape {
    case .rows: break
    case .values(let value): parts.append(value)
    case .columns(let columns): parts += columns.map(\.value)
    case .groups(let keys, let columns):
      parts += keys.map(\.value)
      for column in columns { parts += [column.value, column.filter].compactMap { $0 } }
    }
    return parts
  }

  fileprivate func mappingParts(_ map: (Core) -> Core) -> Query {
    var result = self
    switch source {
    case .rows(let rows, let window):
      result.source = .rows(rows.mappingParts(map), window?.mappingParts(map))
    case .list(let list): result.source = .list(map(list))
    }
    result.filter = filter.map(map)
    result.sort = sort.map { SortTerm(map($0.value), isDescending: $0.isDescending) }
    func mapped(_ columns: [Column]) -> [Column] {
      columns.map { Column(name: $0.name, value: map($0.value)) }
    }
    switch shape {
    case .rows: break
    case .values(let value): result.shape = .values(map(value))
    case .columns(let columns): result.shape = .columns(mapped(columns))
    case .groups(let keys, let aggregates):
      let keys = mapped(keys)
      let aggregates = aggregates.map { column in
        GroupColumn(
          name: column.name, kind: column.kind, value: column.value.map(map),
          filter: column.filter.map(map), type: column.type)
      }
      result.shape = .groups(keys: keys, aggregates: aggregates)
    }
    return result
  }
}
