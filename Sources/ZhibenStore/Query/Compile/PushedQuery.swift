import ZhibenSemantics

/// A question as far as it could be written in SQL.
struct PushedQuery {
  /// The tables and, with the source's conditions, the rows that are there.
  var context: RowContext
  /// Two-valued: the rows that are looked at.
  var conditions: [Fragment] = []
  /// Kleene: the parts of window, membership and filter that could be written.
  var truths: [Fragment] = []
  /// Sort keys, then the source's order.
  var order: [Fragment] = []
  /// The source's order: an integer.
  var position: Fragment
  var limit: Int?
  /// The row id of the row, if rows are records.
  var record: RecordSQL?
  /// Whether rows come straight from a register, in the order of row ids.
  var isStored = false
  /// Whether each row is one plain value and no structure.
  var isList = true
  var shape: Shape = .columns([])
  /// What became of each step, in the order of the question.
  var steps: [QueryStep] = []
  /// How far the database goes.
  var reach: Reach = .shape
  /// Statements that count the undecided rows of the questions it is built on.
  var innerCounts: [Fragment] = []

  enum Shape {
    case columns([SQLValue])
    case groups(keys: [SQLValue], aggregates: [(column: Query.GroupColumn, folding: Folding)])
  }

  enum Reach: Int, Comparable {
    /// Rows that may be in; memory does the rest.
    case candidates
    /// The rows that are in; memory sorts, cuts and shapes.
    case filter
    /// The rows in order and cut; memory shapes.
    case limit
    /// Everything.
    case shape
    static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
  }
}

/// A statement whose rows are values.
struct ValueSelect {
  var sql: Fragment
  /// How each value is read from the statement's columns.
  var values: [SQLValue]
}

extension PushedQuery {
  /// The row ids, in order: of the candidates, or of the rows that are in.
  func selectRows(_ dialect: Dialect) -> Fragment? {
    guard let record else { return nil }
    let truth = dialect.all(truths)
    var all = conditions
    if reach == .candidates {
      if !truths.isEmpty { all.append(dialect.apply(.isNotFalse, truth)) }
    } else {
      all += truths
    }
    var sql: Fragment = "SELECT \(record.id) FROM \(context.from)\(Self.filter(all))"
    sql = "\(sql) ORDER BY \((reach >= .limit ? order : [position]).joined(by: ", "))"
    if reach >= .limit, let limit { sql = "\(sql) LIMIT \(.bound(Int64(limit)))" }
    return sql
  }

  /// Counts the rows for which the filter is unknown; nil where there is no filter.
  func countUndecided(_ dialect: Dialect) -> Fragment? {
    guard !truths.isEmpty else { return nil }
    let isUnknown = dialect.apply(.isUnknown, dialect.all(truths))
    return "SELECT count(*) FROM \(context.from)\(Self.filter(conditions + [isUnknown]))"
  }

  /// The whole question. `ordinal` is the last column: an integer that orders the rows.
  func select(_ compiler: SQLCompiler, ordinal: Bool) throws(Unpushable) -> ValueSelect {
    let dialect = compiler.dialect
    // At the top of WHERE a row counts only if all are true; bare, so that indexes serve.
    let filter = Self.filter(conditions + truths)
    let isSorted = order.count > 1
    let rank = isSorted ? dialect.apply(.rowNumber, order.joined(by: ", ")) : position
    var tail: Fragment = " ORDER BY \(order.joined(by: ", "))"
    if let limit { tail = "\(tail) LIMIT \(.bound(Int64(limit)))" }
    switch shape {
    case .columns(let values):
      var cells = Cells(compiler)
      let columns = cells.add(values)
      if ordinal {
        cells.columns.append(rank)
        if limit == nil { tail = "" }
      }
      return ValueSelect(
        sql: "SELECT \(cells.list) FROM \(context.from)\(filter)\(tail)", values: columns)
    case .groups(let keys, let aggregates):
      return try groups(
        keys, aggregates, compiler, filter: filter, rank: rank, cut: limit == nil ? "" : tail,
        ordinal: ordinal)
    }
  }

  private func groups(
    _ keys: [SQLValue], _ aggregates: [(column: Query.GroupColumn, folding: Folding)],
    _ compiler: SQLCompiler, filter: Fragment, rank: Fragment, cut: Fragment, ordinal: Bool
  ) throws(Unpushable) -> ValueSelect {
    let dialect = compiler.dialect
    var inner = InnerRows(compiler.newAlias("s"))
    let rankColumn = inner.add(rank)
    let keys = keys.map { inner.add($0, compiler) }
    let group = compiler.newAlias("g")
    var grouped: [Fragment] = []
    func column(_ sql: Fragment) -> Fragment {
      let position = grouped.firstIndex(of: sql) ?? grouped.count
      if position == grouped.count { grouped.append(sql) }
      return "\(name: group).\(name: "c\(position)")"
    }
    let ordinalColumn = column(dialect.apply(.minimum, rankColumn))
    var results: [SQLValue] = []
    var groupBy: [Fragment] = []
    for key in keys {
      switch key {
      case .unknown, .constants, .list: results.append(.unknown)
      case .plain(let sql, let kind):
        results.append(.plain(column(sql), kind))
        groupBy.append(sql)
      case .text(let sql):
        results.append(.text(column(sql)))
        groupBy.append(dialect.apply(.textKey, sql))
      case .number(let number):
        if number.divisor != nil { throw Unpushable(.division) }
        results.append(.number(NumberSQL(column(number.sql), scale: number.scale)))
        groupBy.append(number.sql)
      case .record(let record):
        results.append(
          .record(
            RecordSQL(
              register: record.register, id: column(record.id), alias: nil, isOptional: true)))
        groupBy.append(record.id)
      }
    }
    // Keys that are the same for every row still make no group of no row.
    if groupBy.isEmpty, !keys.isEmpty { groupBy.append("NULL") }
    for (aggregate, folding) in aggregates {
      var folding = folding
      folding.truth = folding.truth.map { inner.add($0) }
      folding.value = folding.value.map { inner.add($0, compiler) }
      folding.day = folding.day.map { inner.add($0) }
      if var row = folding.row {
        row.id = inner.add(row.id)
        folding.row = row
      }
      results.append(try folding.fold(aggregate.kind, compiler) { sql, _ in column(sql) })
    }
    inner.tail = "\(filter)\(cut)"
    var sql: Fragment = "SELECT "
    sql =
      "\(sql)\(grouped.enumerated().map { "\($1) AS \(name: "c\($0)")" as Fragment }.joined(by: ", "))"
    sql = "\(sql) FROM \(inner.select(from: context))"
    if !groupBy.isEmpty { sql = "\(sql) GROUP BY \(groupBy.joined(by: ", "))" }
    var cells = Cells(compiler)
    let values = cells.add(results)
    if ordinal { cells.columns.append(ordinalColumn) }
    return ValueSelect(
      sql: """
        SELECT \(cells.list) FROM (\(sql)) AS \(name: group) \
        ORDER BY \(ordinalColumn)
        """, values: values)
  }

  static func filter(_ conditions: [Fragment]) -> Fragment {
    let conditions = conditions.filter { $0 != .yes }
    return conditions.isEmpty ? "" : " WHERE \(conditions.joined(by: " AND "))"
  }
}

/// The columns of a SELECT, and where the parts of each value stand in it.
private struct Cells {
  let compiler: SQLCompiler
  var columns: [Fragment] = []

  init(_ compiler: SQLCompiler) { self.compiler = compiler }

  /// Adds values; each comes back in terms of the SELECT's columns.
  mutating func add(_ values: [SQLValue]) -> [SQLValue] { values.map { add($0) } }

  private mutating func add(_ value: SQLValue) -> SQLValue {
    func column(_ sql: Fragment) -> Fragment {
      columns.append(sql)
      return "\(name: "y\(columns.count - 1)")"
    }
    switch value {
    case .unknown, .constants, .list: return value
    case .plain(let sql, let kind): return .plain(column(sql), kind)
    case .text(let sql): return .text(column(sql))
    case .number(let number):
      return .number(
        NumberSQL(
          column(compiler.settled(number)), scale: number.scale,
          divisor: number.divisor.map { column($0) }))
    case .record(let record):
      return .record(
        RecordSQL(
          register: record.register, id: column(record.id), alias: nil,
          isOptional: record.isOptional))
    }
  }

  var list: Fragment {
    columns.isEmpty
      ? "1"
      : columns.enumerated().map { "\($1) AS \(name: "y\($0)")" as Fragment }.joined(by: ", ")
  }
}
