import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension SQLCompiler {
  /// A question in SQL, as far as it goes.
  /// - Throws: where its rows come from cannot be written.
  func compile(_ query: Query, _ day: CivilDate) throws(Unpushable) -> PushedQuery {
    var (pushed, here) = try source(of: query, day)
    conjuncts(of: query, here, into: &pushed)
    sort(query, here, into: &pushed)
    shape(query, here, into: &pushed)
    return pushed
  }

  // MARK: Source

  private func source(of query: Query, _ day: CivilDate) throws(Unpushable) -> (
    PushedQuery, Standpoint
  ) {
    switch query.source {
    case .list(let list):
      guard case .query(let inner) = list.node else { throw Unpushable(.listSource) }
      return try derived(from: inner, query.binding, day)
    case .rows(let rows, let window):
      let (context, row) = self.rows(of: rows.register(scopes: program.scopes))
      var pushed = PushedQuery(
        context: context, order: [row.id], position: row.id, record: row)
      pushed.isStored = true
      let here = standpoint(.value(.record(row)), query.binding, context, day)
      pushed.conditions = try visible(row, here)
      pushed.steps.append(QueryStep(.source, schema[row.register].name, nil))
      if case .related(let field, let owner) = rows {
        pushed.conditions.append(try belongs(row, field, to: owner, here))
      }
      if case .scope(let scope) = rows, program.scopes.indices.contains(scope) {
        let definition = program.scopes[scope]
        attempt(.membership, definition.name, in: &pushed, reaching: .candidates) {
          p throws(Unpushable) in
          p.truths.append(try self.truth(definition.condition, here.alone(row)))
        }
      }
      if let window {
        attempt(.window, "", in: &pushed, reaching: .candidates) { p throws(Unpushable) in
          p.truths.append(try self.isIn(window, row, here))
        }
      }
      return (pushed, here)
    }
  }

  private func belongs(
    _ row: RecordSQL, _ field: FieldRef, to owner: Core, _ here: Standpoint
  ) throws(Unpushable) -> Fragment {
    guard case .record(let record) = try value(of: owner, here) else {
      throw Unpushable(.unknownOwner)
    }
    let (schema, register) = (schema[field], schema[field.register])
    guard facts.hasColumn(schema, of: register) else { return .no }
    let cell = try cell(field, of: row, alias(of: row, here.context), here)
    guard schema.isMany else { return dialect.apply(.equal, cell, record.id) }
    return """
      (\(row.id) IN (SELECT e.owner FROM \(facts.elements(of: schema, register)) AS e \
      WHERE e.value = \(record.id)))
      """
  }

  /// The rows of another question.
  private func derived(from inner: Query, _ binding: RowBinding, _ day: CivilDate)
    throws(Unpushable) -> (PushedQuery, Standpoint)
  {
    let base = try compile(inner, day)
    guard base.reach == .shape else { throw Unpushable(.followsMemory) }
    let select = try base.select(self, ordinal: true)
    let alias = newAlias("q")
    let context = RowContext("(\(select.sql))", alias: alias)
    // The ordinal stands behind all parts of all values.
    let position = context.column("y\(select.values.reduce(0) { $0 + $1.width })")
    let values = select.values.map { $0.behind(alias) }
    var pushed = PushedQuery(context: context, order: [position], position: position)
    let row: RowSQL = base.isList && values.count == 1 ? .value(values[0]) : .structure(values)
    if case .value(.record(let record)) = row { pushed.record = record }
    pushed.isList = base.isList
    pushed.steps = base.steps
    pushed.innerCounts = base.innerCounts + [base.countUndecided(dialect)].compactMap { $0 }
    return (pushed, standpoint(row, binding, context, day))
  }

  private func standpoint(
    _ row: RowSQL, _ binding: RowBinding, _ context: RowContext, _ day: CivilDate
  ) -> Standpoint {
    var here = Standpoint(context: context, day: day)
    switch (binding, row) {
    case (.variable(let slot), _): here.slots[slot] = (row, context)
    case (.frame(let frame), .value(let value)): here.frames[frame] = (value, context)
    case (.frame, .structure): break
    }
    return here
  }

  // MARK: Filter and order

  private func conjuncts(of query: Query, _ here: Standpoint, into pushed: inout PushedQuery) {
    guard let filter = query.filter else { return }
    for part in filter.conjuncts {
      attempt(.condition, text(part), in: &pushed, reaching: .candidates) { p throws(Unpushable) in
        p.truths.append(try self.truth(part, here))
      }
    }
  }

  private func sort(_ query: Query, _ here: Standpoint, into pushed: inout PushedQuery) {
    var keys: [Fragment] = []
    for term in query.sort {
      attempt(.sort, text(term.value), in: &pushed, reaching: .filter, after: .filter) {
        _ throws(Unpushable) in
        keys.append(try self.order(self.value(of: term.value, here), term.isDescending))
      }
    }
    pushed.order = keys + [pushed.position]
    guard let limit = query.limit else { return }
    attempt(.limit, "\(limit)", in: &pushed, reaching: .filter, after: .filter, needs: .limit) {
      p throws(Unpushable) in p.limit = max(0, limit)
    }
  }

  private func order(_ value: SQLValue, _ isDescending: Bool) throws(Unpushable) -> Fragment {
    let plain: DialectOperation = isDescending ? .descending : .ascending
    switch value {
    case .unknown: return dialect.apply(plain, .null)
    case .plain(let sql, _): return dialect.apply(plain, sql)
    case .record(let record): return dialect.apply(plain, record.id)
    case .text(let sql):
      return dialect.apply(isDescending ? .textDescending : .textAscending, sql)
    case .number(let number):
      guard number.divisor == nil else { throw Unpushable(.division) }
      return dialect.apply(plain, settled(number))
    case .list, .constants: throw Unpushable(.noOrder)
    }
  }

  // MARK: Shape

  private func shape(_ query: Query, _ here: Standpoint, into pushed: inout PushedQuery) {
    switch query.shape {
    case .rows:
      if let record = pushed.record {
        pushed.shape = .columns([.record(record)])
      } else if case .variable(let slot) = query.binding, let bound = here.slots[slot] {
        pushed.shape = .columns(bound.row.columns)
      }
    case .values(let value):
      pushed.isList = true
      attempt(.output, text(value), in: &pushed, reaching: .limit, after: .limit) {
        p throws(Unpushable) in p.shape = .columns([try self.output(value, here)])
      }
    case .columns(let columns):
      pushed.isList = false
      var values: [SQLValue] = []
      for column in columns {
        attempt(.output, column.name, in: &pushed, reaching: .limit, after: .limit) {
          _ throws(Unpushable) in
          values.append(try self.output(column.value, here))
        }
      }
      pushed.shape = .columns(values)
    case .groups(let keys, let aggregates):
      pushed.isList = false
      var values: [SQLValue] = []
      for key in keys {
        attempt(.key, key.name, in: &pushed, reaching: .limit, after: .limit) {
          _ throws(Unpushable) in
          let value = try self.output(key.value, here)
          if case .number(let number) = value, number.divisor != nil {
            throw Unpushable(.division)
          }
          values.append(value)
        }
      }
      var columns: [(Query.GroupColumn, Folding)] = []
      for column in aggregates {
        // Of records of one day the later one in the order counts, which is that of row ids only where nothing is sorted.
        let record = pushed.order.count == 1 && pushed.isStored ? pushed.record : nil
        attempt(.aggregate, column.name, in: &pushed, reaching: .limit, after: .limit) {
          _ throws(Unpushable) in
          columns.append((column, try self.folding(column, record, here)))
        }
      }
      pushed.shape = .groups(keys: values, aggregates: columns)
    }
  }

  private func output(_ core: Core, _ here: Standpoint) throws(Unpushable) -> SQLValue {
    let value = try value(of: core, here)
    switch value {
    case .list, .constants: throw Unpushable(.compositeValue)
    default: return value
    }
  }

  private func folding(
    _ column: Query.GroupColumn, _ record: RecordSQL?, _ here: Standpoint
  ) throws(Unpushable) -> Folding {
    var folding = Folding(dialect: dialect, mayLackRows: false, truth: nil, value: nil)
    if let filter = column.filter {
      // What is not certain is left out, as undecided rows are.
      folding.truth = dialect.apply(.isTrue, try truth(filter, here))
    }
    if let value = column.value {
      let value = try output(value, here)
      // A value counts only in the rows that count.
      folding.value = value
    }
    if column.kind == .latest || column.kind == .earliest {
      guard let record else { throw Unpushable(.noOrder) }
      folding.day = try date(of: record, here)
      folding.row = record
    }
    return folding
  }

  // MARK: Steps

  /// Tries to write a step, and notes where it runs.
  /// - Parameters:
  ///   - reaching: how far the database goes if it cannot.
  ///   - after: how far it must have gone before.
  private func attempt(
    _ kind: QueryStep.Kind, _ text: String, in pushed: inout PushedQuery,
    reaching: PushedQuery.Reach, after: PushedQuery.Reach = .candidates,
    needs: PushedQuery.Reach? = nil,
    _ body: (inout PushedQuery) throws(Unpushable) -> Void
  ) {
    var reason: ResidualReason?
    if pushed.reach < (needs ?? after) {
      reason = .followsMemory
    } else {
      do {
        var copy = pushed
        try pushed.context.attempting { () throws(Unpushable) in try body(&copy) }
        pushed = copy
      } catch {
        reason = error.reason
      }
    }
    if reason != nil { pushed.reach = min(pushed.reach, reaching) }
    pushed.steps.append(QueryStep(kind, text, reason))
  }

  private func text(_ core: Core) -> String {
    let sources = program.sources
    guard sources.indices.contains(core.origin.source) else { return "" }
    return sources[core.origin.source].text(core.origin.span)
  }
}

extension Core {
  /// The conditions of which all must hold.
  fileprivate var conjuncts: [Core] {
    if case .and(let parts) = node { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}

extension SQLValue {
  /// How many columns it takes.
  var width: Int {
    switch self {
    case .unknown, .constants, .list: 0
    case .plain, .text, .record: 1
    case .number(let number): number.divisor == nil ? 1 : 2
    }
  }

  /// The same, of a subquery with that alias.
  fileprivate func behind(_ alias: String) -> SQLValue {
    func outer(_ column: Fragment) -> Fragment { "\(name: alias).\(column)" }
    switch self {
    case .unknown, .constants, .list: return self
    case .plain(let sql, let kind): return .plain(outer(sql), kind)
    case .text(let sql): return .text(outer(sql))
    case .number(let number):
      return .number(
        NumberSQL(
          outer(number.sql), scale: number.scale, divisor: number.divisor.map { outer($0) }))
    case .record(let record):
      return .record(
        RecordSQL(
          register: record.register, id: outer(record.id), alias: nil,
          isOptional: record.isOptional))
    }
  }
}
