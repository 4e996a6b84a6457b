// What an expression is made of.

extension Core {
  /// The expression asked of another record than the one in frame 0; nil if that cannot be written: rows of collections would get between.
  func asked(of record: Core) -> Core? {
    if case .record(frame: 0) = record.node { return self }
    guard record.innermostFrame == 0 || !hasAggregate else { return nil }
    return replacingSubject(by: record)
  }

  private var hasAggregate: Bool {
    switch node {
    case .aggregate, .query: return true
    default: break
    }
    return parts.contains(where: \.hasAggregate)
  }

  /// The innermost frame that it speaks of.
  private var innermostFrame: Int {
    if case .record(let frame) = node { return frame }
    return parts.map(\.innermostFrame).max() ?? 0
  }

  private func replacingSubject(by record: Core) -> Core {
    if case .record(frame: 0) = node { return record }
    return mappingParts { $0.replacingSubject(by: record) }
  }

  /// The parts that 且 joins, however they are grouped; the expression itself if none does.
  var conjuncts: [Core] {
    joined { if case .and(let parts) = $0 { parts } else { nil } }
  }

  /// The parts that 或 joins, however they are grouped; the expression itself if none does.
  var alternatives: [Core] {
    joined { if case .or(let parts) = $0 { parts } else { nil } }
  }

  /// Long chains are deep trees: they are walked without recursion.
  private func joined(_ split: (Node) -> [Core]?) -> [Core] {
    var found: [Core] = []
    var open = [self]
    while let next = open.popLast() {
      if let parts = split(next.node) { open += parts.reversed() } else { found.append(next) }
    }
    return found
  }

  /// The expressions that stand in it, in order.
  var parts: [Core] {
    var found: [Core] = []
    _ = mappingParts {
      found.append($0)
      return $0
    }
    return found
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
  fileprivate func mappingParts(_ map: (Core) -> Core) -> RowSource {
    guard case .related(let field, let owner) = self else { return self }
    return .related(field, owner: map(owner))
  }
}

extension Window {
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
  fileprivate func mappingParts(_ map: (Core) -> Core) -> Fold {
    Fold(
      kind: kind, list: map(list), slot: slot, filter: filter.map(map), value: value.map(map))
  }
}

extension Query {
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
      let aggregates = aggregates.map { column in
        GroupColumn(
          name: column.name, kind: column.kind, value: column.value.map(map),
          filter: column.filter.map(map), type: column.type)
      }
      result.shape = .groups(keys: mapped(keys), aggregates: aggregates)
    }
    return result
  }
}
