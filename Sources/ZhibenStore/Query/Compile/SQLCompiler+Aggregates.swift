import ZhibenSemantics

extension SQLCompiler {
  /// The value of an aggregate: one grouped subquery for all rows around it, never one for each.
  func value(of aggregate: Aggregate, _ here: Standpoint) throws(Unpushable) -> SQLValue {
    let register = aggregate.rows.register(scopes: program.scopes)
    var owner: RecordSQL?
    if case .related(_, let whose) = aggregate.rows {
      guard case .record(let record) = try value(of: whose, here) else { return .unknown }
      owner = record
    }
    let (rows, row) = self.rows(of: register)
    let there = here.with(row, inFrame: aggregate.frame, of: rows)

    var conditions: [Fragment] = []
    if let window = aggregate.window { conditions.append(try isIn(window, row, there)) }
    if case .scope(let scope) = aggregate.rows, program.scopes.indices.contains(scope) {
      conditions.append(try truth(program.scopes[scope].condition, there.alone(row)))
    }
    if let filter = aggregate.filter { conditions.append(try truth(filter, there)) }
    conditions.removeAll { $0 == .yes }

    let detail = newAlias("d")
    var inner = InnerRows(detail)
    var folding = Folding(
      dialect: dialect, mayLackRows: !schema[register].isComplete, truth: nil, value: nil)
    if !conditions.isEmpty {
      let truth = inner.add(dialect.all(conditions))
      folding.truth = truth
      inner.filter = dialect.apply(.isNotFalse, truth)
    }
    if let value = aggregate.value {
      folding.value = inner.add(try self.value(of: value, there), self)
    }
    if aggregate.kind == .latest || aggregate.kind == .earliest {
      folding.day = try date(of: row, there).map { inner.add($0) }
      folding.row = RecordSQL(
        register: register, id: inner.add(row.id), alias: nil, isOptional: false)
    }
    inner.conditions = try visible(row, there)
    var link: Fragment?
    if case .related(let field, _) = aggregate.rows {
      link = inner.add(try self.link(field, row, &inner, there))
    }

    // Filled in once the grouping SELECT has its columns, since the alias stands in the text of its results.
    let group = newAlias("g")
    var columns: [Fragment] = []
    let result = try folding.fold(aggregate.kind, self) { column, isCount in
      let position = columns.firstIndex(of: column) ?? columns.count
      if position == columns.count { columns.append(column) }
      let name: Fragment = "\(name: group).\(name: "c\(position)")"
      return isCount && link != nil ? dialect.apply(.coalesce, name, .bound(0)) : name
    }
    if columns.isEmpty { return owner.map { known($0, result) } ?? result }
    var select = columns.enumerated().map { "\($1) AS \(name: "c\($0)")" as Fragment }
    if let link { select.insert("\(link) AS \"owner\"", at: 0) }
    var sql: Fragment = "SELECT \(select.joined(by: ", ")) FROM \(inner.select(from: rows))"
    if let filter = inner.filter { sql = "\(sql) WHERE \(filter)" }
    if let link { sql = "\(sql) GROUP BY \(link)" }
    _ = here.context.join("\(name: group)", as: group, "(\(sql))") { alias in
      guard let owner else { return "1" }
      return "\(name: alias).\"owner\" = \(owner.id)"
    }
    return owner.map { known($0, result) } ?? result
  }

  /// The row id of the owner of a row, as the grouping goes by it.
  private func link(
    _ field: FieldRef, _ row: RecordSQL, _ inner: inout InnerRows, _ here: Standpoint
  ) throws(Unpushable) -> Fragment {
    let schema = schema[field]
    guard facts.hasColumn(schema, of: self.schema[field.register]) else { return .null }
    let cell = try cell(field, of: row, alias(of: row, here.context), here)
    guard schema.isMany else { return cell }
    // Each owner once, however often a list names it.
    let elements = facts.elements(of: schema, self.schema[field.register])
    let alias = newAlias("e")
    inner.extra = """
       JOIN (SELECT DISTINCT e.owner AS "row", e.value AS value FROM \(elements) AS e) \
      AS \(name: alias) ON \(name: alias)."row" = \(row.id)
      """
    return "\(name: alias).value"
  }

  private func known(_ owner: RecordSQL, _ value: SQLValue) -> SQLValue {
    switch value {
    case .plain(let sql, let kind): return .plain(known(owner, sql), kind)
    case .text(let sql): return .text(known(owner, sql))
    case .number(var number):
      number.sql = known(owner, number.sql)
      return .number(number)
    case .record(var record):
      record.id = known(owner, record.id)
      return .record(record)
    case .unknown, .list, .constants: return value
    }
  }
}

/// The rows that an aggregate looks at, as a subquery whose columns the aggregates name.
struct InnerRows {
  let alias: String
  private var columns: [Fragment] = []
  /// What a row must certainly meet to be looked at.
  var conditions: [Fragment] = []
  /// What the aggregates leave out, in terms of the subquery's columns.
  var filter: Fragment?
  /// A join that multiplies rows.
  var extra: Fragment = ""
  /// What follows the conditions.
  var tail: Fragment = ""

  init(_ alias: String) { self.alias = alias }

  /// Adds a column; returns its name outside.
  mutating func add(_ column: Fragment) -> Fragment {
    let position = columns.firstIndex(of: column) ?? columns.count
    if position == columns.count { columns.append(column) }
    return "\(name: alias).\(name: "x\(position)")"
  }

  /// Adds a value; returns it as it stands outside.
  mutating func add(_ value: SQLValue, _ compiler: SQLCompiler) -> SQLValue {
    switch value {
    case .unknown, .constants, .list: return value
    case .plain(let sql, let kind): return .plain(add(sql), kind)
    case .text(let sql): return .text(add(sql))
    case .number(let number):
      return .number(
        NumberSQL(
          add(compiler.settled(number)), scale: number.scale,
          divisor: number.divisor.map { add($0) }))
    case .record(let record):
      return .record(
        RecordSQL(
          register: record.register, id: add(record.id), alias: nil, isOptional: record.isOptional))
    }
  }

  /// The subquery; its rows come from `context`.
  func select(from context: RowContext) -> Fragment {
    var names = columns.enumerated().map { "\($1) AS \(name: "x\($0)")" as Fragment }
    if names.isEmpty { names = ["1 AS \"x0\""] }
    var sql: Fragment = "SELECT \(names.joined(by: ", ")) FROM \(context.from)\(extra)"
    if !conditions.isEmpty { sql = "\(sql) WHERE \(conditions.joined(by: " AND "))" }
    return "(\(sql)\(tail)) AS \(name: alias)"
  }
}
