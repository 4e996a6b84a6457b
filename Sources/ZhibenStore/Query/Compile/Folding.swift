import ZhibenSemantics

/// An aggregate over the rows of a group, in two steps: columns that the grouping SELECT computes, and the value as it follows from them.
struct Folding {
  let dialect: Dialect
  /// Whether a register is not taken for complete, so that a row may be lacking (time 8).
  let mayLackRows: Bool
  /// Whether every row is certain.
  var truth: Fragment?
  /// What is summed, compared or shared.
  var value: SQLValue?
  /// The day and the row id of the row, for the latest and the earliest.
  var day: Fragment?
  var row: RecordSQL?

  /// Adds a column to the grouping SELECT and says how the outer one names it; counts are 0 where there is no group.
  typealias Columns = (_ column: Fragment, _ isCount: Bool) -> Fragment

  func fold(_ kind: Aggregate.Kind, _ compiler: SQLCompiler, _ columns: Columns)
    throws(Unpushable) -> SQLValue
  {
    func count(_ operation: DialectOperation, _ part: Fragment) -> Fragment {
      columns(dialect.apply(operation, part), true)
    }
    let zero = Fragment.bound(0)
    func isSome(_ count: Fragment) -> Fragment { dialect.apply(.less, zero, count) }
    func isNone(_ count: Fragment) -> Fragment { dialect.apply(.equal, count, zero) }
    /// False, or unknown where the count is not 0.
    func doubt(_ count: Fragment) -> Fragment {
      dialect.apply(.choose, isSome(count), .null, .no)
    }
    func certain() -> Fragment {
      truth.map { count(.countTrue, $0) } ?? columns(dialect.apply(.countRows), true)
    }
    let doubtful = truth.map { count(.countUnknown, $0) }

    switch kind {
    case .exists, .none:
      var parts = [isSome(certain())]
      if let doubtful { parts.append(doubt(doubtful)) }
      if mayLackRows { parts.append(.null) }
      let exists = dialect.any(parts)
      return .plain(kind == .exists ? exists : dialect.apply(.not, exists), .bool)
    case .every:
      guard let value else { return .plain(mayLackRows ? .null : .yes, .bool) }
      var part = try bool(value)
      if let truth { part = dialect.apply(.or, dialect.apply(.not, truth), part) }
      var parts = [isSome(count(.countFalse, part)), doubt(count(.countUnknown, part))]
      if mayLackRows { parts.append(.null) }
      return .plain(dialect.apply(.not, dialect.any(parts)), .bool)
    case .latest, .earliest:
      return latest(kind == .latest, columns)
    case .count:
      if mayLackRows { return .unknown }
      let all = certain()
      guard let doubtful else { return .number(NumberSQL(all)) }
      return .number(NumberSQL(dialect.apply(.choose, isNone(doubtful), all, .null)))
    case .sum, .average, .maximum, .minimum, .share, .distinct:
      if mayLackRows { return .unknown }
      guard let value else { return .unknown }
      if case .unknown = value {
        // Of no row it is what it is of nothing.
        let blank = SQLValue.number(NumberSQL(.null))
        return try folded(blank, kind, certain(), doubtful, compiler, columns)
      }
      return try folded(value, kind, certain(), doubtful, compiler, columns)
    }
  }

  private func folded(
    _ value: SQLValue, _ kind: Aggregate.Kind, _ all: Fragment, _ doubtful: Fragment?,
    _ compiler: SQLCompiler, _ columns: Columns
  ) throws(Unpushable) -> SQLValue {
    let zero = Fragment.bound(0)
    var sql = try cell(value, compiler)
    // Rows that are certainly out have no say.
    var isBlank = dialect.apply(.isUnknown, sql)
    if let truth {
      isBlank = dialect.apply(.and, dialect.apply(.isTrue, truth), isBlank)
      sql = dialect.apply(.choose, truth, sql, .null)
    }
    var known = [
      dialect.apply(.equal, columns(dialect.apply(.countTrue, isBlank), true), zero)
    ]
    if let doubtful { known.append(dialect.apply(.equal, doubtful, zero)) }
    let isKnown = dialect.all(known)
    let isKnownAndSome = dialect.all(known + [dialect.apply(.less, zero, all)])
    func result(_ operation: DialectOperation, of nothing: Fragment = .null) -> Fragment {
      let column = columns(dialect.apply(operation, sql), false)
      return dialect.apply(
        .choose, isKnown,
        nothing == .null ? column : dialect.apply(.coalesce, column, nothing), .null)
    }
    switch (kind, value) {
    case (.sum, .number(let number)):
      return .number(NumberSQL(result(.sum, of: zero), scale: number.scale))
    case (.average, .number(let number)):
      let sum = columns(dialect.apply(.sum, sql), false)
      return .number(
        NumberSQL(
          dialect.apply(.choose, isKnownAndSome, sum, .null), scale: number.scale, divisor: all))
    case (.maximum, .number(let number)):
      return .number(NumberSQL(result(.maximum), scale: number.scale))
    case (.minimum, .number(let number)):
      return .number(NumberSQL(result(.minimum), scale: number.scale))
    case (.maximum, .plain(_, let kind)) where kind != .bool: return .plain(result(.maximum), kind)
    case (.minimum, .plain(_, let kind)) where kind != .bool: return .plain(result(.minimum), kind)
    case (.maximum, .text): return .text(result(.textMaximum))
    case (.minimum, .text): return .text(result(.textMinimum))
    case (.maximum, _), (.minimum, _): return .unknown
    case (.share, .plain(_, .bool)):
      let hits = columns(dialect.apply(.countTrue, sql), true)
      return .number(
        NumberSQL(dialect.apply(.choose, isKnownAndSome, hits, .null), divisor: all))
    case (.distinct, .text): return .number(NumberSQL(result(.textCountDistinct, of: zero)))
    case (.distinct, _): return .number(NumberSQL(result(.countDistinct, of: zero)))
    default: throw Unpushable(.compositeValue)
    }
  }

  /// The only row there is; of several the certain one with the latest (earliest) day, unknown if a row that may be in, or one without a day,
  /// might take its place.
  private func latest(_ wantsLatest: Bool, _ columns: Columns) -> SQLValue {
    guard !mayLackRows, let row else { return .unknown }
    let stamped = day.map { latestStamped(wantsLatest, $0, row, columns) } ?? .null
    func isOne(_ count: Fragment) -> Fragment {
      dialect.apply(.equal, columns(count, true), .bound(1))
    }
    var (isOnly, own) = ([isOne(dialect.apply(.countRows))], row.id)
    if let truth {
      isOnly = [
        isOne(dialect.apply(.countTrue, dialect.apply(.isNotFalse, truth))),
        isOne(dialect.apply(.countTrue, truth)),
      ]
      own = dialect.apply(.choose, truth, row.id, .null)
    }
    let only = columns(dialect.apply(.maximum, own), false)
    let id = dialect.apply(.choose, dialect.all(isOnly), only, stamped)
    return .record(RecordSQL(register: row.register, id: id, alias: nil, isOptional: true))
  }

  private func latestStamped(
    _ wantsLatest: Bool, _ day: Fragment, _ row: RecordSQL, _ columns: Columns
  ) -> Fragment {
    let stamp = dialect.apply(.stamp, day, row.id)
    let extreme: DialectOperation = wantsLatest ? .maximum : .minimum
    var (best, undated) = (stamp, dialect.apply(.isUnknown, day))
    var rivals: [Fragment] = []
    if let truth {
      undated = dialect.apply(.and, dialect.apply(.isNotFalse, truth), undated)
      best = dialect.apply(.choose, truth, stamp, .null)
    }
    best = columns(dialect.apply(extreme, best), false)
    rivals.append(
      dialect.apply(.equal, columns(dialect.apply(.countTrue, undated), true), .bound(0)))
    if let truth {
      let doubtful = dialect.apply(.choose, dialect.apply(.isUnknown, truth), stamp, .null)
      let rival = columns(dialect.apply(extreme, doubtful), false)
      let isBehind =
        wantsLatest ? dialect.apply(.less, rival, best) : dialect.apply(.less, best, rival)
      rivals.append(dialect.apply(.or, dialect.apply(.isUnknown, rival), isBehind))
    }
    return dialect.apply(.choose, dialect.all(rivals), dialect.apply(.stampRow, best), .null)
  }

  private func bool(_ value: SQLValue) throws(Unpushable) -> Fragment {
    switch value {
    case .plain(let sql, .bool): return sql
    case .unknown: return .null
    default: throw Unpushable(.compositeValue)
    }
  }

  private func cell(_ value: SQLValue, _ compiler: SQLCompiler) throws(Unpushable) -> Fragment {
    switch value {
    case .unknown: return .null
    case .plain(let sql, _), .text(let sql): return sql
    case .number(let number):
      guard number.divisor == nil else { throw Unpushable(.division) }
      return compiler.settled(number)
    case .record(let record): return record.id
    case .list, .constants: throw Unpushable(.compositeValue)
    }
  }
}
