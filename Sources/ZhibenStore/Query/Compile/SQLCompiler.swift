import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

/// Writes checked expressions as SQL over the store's tables, so that each has the value that the reference evaluator gives it, or says why
/// it cannot.
final class SQLCompiler {
  let program: Program
  let dialect: Dialect
  /// What the store has.
  let facts: StoredFacts
  /// Works out what depends on no row.
  let constant: (Core, CivilDate) -> Value?
  let calendar: WorkCalendar
  let variables: [Value?]
  private var aliasCount = 0

  init(
    program: Program, dialect: Dialect, facts: StoredFacts, calendar: WorkCalendar,
    variables: [Value?], constant: @escaping (Core, CivilDate) -> Value?
  ) {
    self.program = program
    self.dialect = dialect
    self.facts = facts
    self.calendar = calendar
    self.variables = variables
    self.constant = constant
  }

  var schema: Schema { program.schema }

  /// A fresh alias.
  func newAlias(_ stem: StaticString = "t") -> String {
    aliasCount += 1
    return "\(stem)\(aliasCount)"
  }

  /// From where an expression is judged.
  struct Standpoint {
    /// The tables that are at hand.
    var context: RowContext
    /// What the frames and slots hold, and in which SELECT that stands.
    var frames: [Int: (value: SQLValue, context: RowContext)] = [:]
    var slots: [Int: (row: RowSQL, context: RowContext)] = [:]
    var day: CivilDate

    /// With a record in that frame and none further in.
    func with(_ record: RecordSQL, inFrame frame: Int, of context: RowContext) -> Standpoint {
      var copy = self
      copy.frames = frames.filter { $0.key < frame }
      copy.frames[frame] = (.record(record), context)
      copy.context = context
      return copy
    }

    /// The standpoint of a scope or partition: the record in frame 0, nothing else.
    func alone(_ record: RecordSQL) -> Standpoint {
      Standpoint(context: context, frames: [0: (.record(record), context)], day: day)
    }
  }

  // MARK: Rows

  /// A SELECT over the rows of a register, all of them, visible or not.
  func rows(of register: RegisterID) -> (context: RowContext, row: RecordSQL) {
    let alias = newAlias()
    let context = RowContext(facts.source(of: schema[register]), alias: alias)
    let row = RecordSQL(
      register: register, id: context.column("_id"), alias: alias, isOptional: false)
    return (context, row)
  }

  /// The table of a record's row.
  func alias(of record: RecordSQL, _ context: RowContext) -> String {
    if let alias = record.alias { return alias }
    let source = facts.source(of: schema[record.register])
    return context.join("\(source) \(record.id)", as: newAlias(), source) {
      "\(name: $0).\"_id\" = \(record.id)"
    }
  }

  /// The field of a record as of the judged day (time 5).
  func field(_ ref: FieldRef, of record: RecordSQL, _ here: Standpoint) throws(Unpushable)
    -> SQLValue
  {
    let field = schema[ref]
    guard facts.hasColumn(field, of: schema[ref.register]) else { return .unknown }
    let alias = alias(of: record, here.context)
    let cell = try cell(ref, of: record, alias, here)
    if field.isMany {
      return .list(ListSQL(field: ref, count: cell, owner: "\(name: alias).\"_id\""))
    }
    return value(of: cell, field.type, here)
  }

  private func value(of cell: Fragment, _ type: FieldType, _ here: Standpoint) -> SQLValue {
    switch type {
    case .bool: return .plain(cell, .bool)
    case .integer: return .number(NumberSQL(cell))
    case .number: return .number(NumberSQL(cell, scale: 1_000_000))
    case .text: return .text(cell)
    case .date: return .plain(cell, .date)
    case .moment: return .plain(cell, .moment)
    case .enumeration(let id):
      return .plain(facts.position(of: cell, in: id, schema), .enumeration(id))
    case .reference(let target):
      guard facts.hasTable(schema[target]) else { return .unknown }
      // A reference to what is not there is unknown.
      var record = RecordSQL(register: target, id: cell, alias: nil, isOptional: true)
      let alias = alias(of: record, here.context)
      record.id = "\(name: alias).\"_id\""
      record.alias = alias
      return .record(record)
    }
  }

  /// The cell as the store has it, as of the judged day.
  func cell(
    _ ref: FieldRef, of record: RecordSQL, _ alias: String, _ here: Standpoint
  ) throws(Unpushable) -> Fragment {
    let (register, field) = (schema[ref.register], schema[ref])
    let current: Fragment = "\(name: alias).\(name: field.column)"
    guard facts.changes(field, of: register, after: here.day) else { return current }
    if field.isMany { throw Unpushable(.listHistory) }
    let history = facts.history(of: field, register, on: here.day)
    let key: Fragment = "\(history) \(name: alias)"
    let past = here.context.join(key, as: newAlias("h"), history) {
      "\(name: $0).\"row\" = \(name: alias).\"_id\""
    }
    return "(CASE WHEN \(name: past).\"row\" IS NULL THEN \(current) ELSE \(name: past).value END)"
  }

  /// The records that are there on the judged day: those without a date, and those dated up to it; not those struck off by then.
  func visible(_ row: RecordSQL, _ here: Standpoint) throws(Unpushable) -> [Fragment] {
    let day = Fragment.bound(Int64(here.day.days))
    var conditions: [Fragment] = []
    if facts.hasRemovals(schema[row.register]) {
      let gone: Fragment = "\(name: alias(of: row, here.context)).\(name: TableNames.goneFrom)"
      conditions.append(
        dialect.apply(.or, dialect.apply(.isUnknown, gone), dialect.apply(.less, day, gone)))
    }
    if let date = try date(of: row, here) {
      conditions.append(
        dialect.apply(
          .or, dialect.apply(.isUnknown, date), dialect.apply(.lessOrEqual, date, day)))
    }
    return conditions
  }

  /// The day of a record; nil if its register has no date field.
  func date(of row: RecordSQL, _ here: Standpoint) throws(Unpushable) -> Fragment? {
    guard let field = schema[row.register].dateField else { return nil }
    guard
      case .plain(let date, .date) = try self.field(FieldRef(row.register, field), of: row, here)
    else { return Fragment.null }
    return date
  }

  /// Whether the record's day lies in the window.
  func isIn(_ window: Window, _ row: RecordSQL, _ here: Standpoint) throws(Unpushable)
    -> Fragment
  {
    func day(_ core: Core) throws(Unpushable) -> CivilDate? {
      guard isConstant(core, here) else { throw Unpushable(.rowDay) }
      if case .date(let date)? = constant(core, here.day) { return date }
      return nil
    }
    let bounds: (first: CivilDate?, last: CivilDate?)
    switch window {
    case .lookBack(let term):
      let days = calendar.lookBack(term, endingOn: here.day)
      bounds = (days.first, days.last)
    case .before(let anchor, let term):
      let anchor = try day(anchor)
      bounds = (anchor.map { calendar.end(of: term.times(-1), after: $0) }, anchor?.previous)
    case .after(let anchor, let term):
      let anchor = try day(anchor)
      bounds = (anchor?.next, anchor.map { calendar.end(of: term, after: $0) })
    case .period(let spec):
      let place = Origin(source: -1, span: Span(0, 0))
      bounds = (
        try day(Core(.periodDay(spec, last: false), .date, place)),
        try day(Core(.periodDay(spec, last: true), .date, place))
      )
    case .days(let first, let last): bounds = (try day(first), try day(last))
    case .targetPeriod: return .yes
    }
    func bound(_ day: CivilDate?) -> Fragment { day.map { .bound(Int64($0.days)) } ?? .null }
    let date = try date(of: row, here) ?? .null
    // NULL where the record has no day, whatever the ends.
    return dialect.all([
      dialect.apply(.lessOrEqual, bound(bounds.first), date),
      dialect.apply(.lessOrEqual, date, bound(bounds.last)),
    ])
  }
}
