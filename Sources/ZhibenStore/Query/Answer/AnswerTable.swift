import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The answer to a question: a table.
public struct AnswerTable: Sendable {
  /// The columns; one, named after the register, where the rows are records.
  public var columns: [StructureField]
  /// The rows in order; nil is unknown.
  public var rows: [[Value?]]
  /// How many records were left out because the filter is unknown for them, those of inner questions included.
  public var undecided: Int
  /// How it was found.
  public var plan: QueryPlan
  /// Whether the rows are records or plain values and not structures.
  public var isList: Bool
  /// Whether it is unknown whose rows they would be; then there are none.
  public var isUnknown = false

  /// The answer as a value: a list of records, plain values or structures.
  public var value: Value? {
    isUnknown ? nil : .list(rows.map { isList ? ($0.first ?? nil) ?? .unknown : .structure($0) })
  }
}

/// What a question yields in memory.
public struct FoundRows: Sendable {
  /// Records, structures or plain values, in order.
  public var rows: [Value]
  /// How many were left out because the filter is unknown for them.
  public var undecided: Int
  /// Makes it.
  public init(rows: [Value], undecided: Int) {
    self.rows = rows
    self.undecided = undecided
  }
}

/// The meaning of questions, in memory: does what the database cannot.
public protocol QueryEvaluator {
  /// The calendar of the plan.
  var calendar: WorkCalendar { get }

  /// The value of an expression that reads no record.
  func value(of core: Core, on day: CivilDate, variables: [Value?]) -> Value?

  /// The answer over the facts of `snapshot`; nil if the list is unknown.
  /// - Parameter rows: the positions of the only records of the source that can be in, ascending or in order; nil = all. Those left out are
  ///   certainly not in.
  func answer(
    _ query: Query, among rows: [Int]?, in snapshot: Snapshot, on day: CivilDate,
    variables: [Value?]
  ) throws -> FoundRows?
}

extension Query {
  /// The columns of its answer, and whether each row is one value.
  func columns(_ program: Program) -> (columns: [StructureField], isList: Bool) {
    switch shape {
    case .values(let value): return ([StructureField("", value.type)], true)
    case .columns(let columns):
      return (columns.map { StructureField($0.name, $0.value.type) }, false)
    case .groups(let keys, let aggregates):
      return (
        keys.map { StructureField($0.name, $0.value.type) }
          + aggregates.map { StructureField($0.name, $0.type) }, false
      )
    case .rows:
      switch source {
      case .rows(let rows, _):
        let register = rows.register(scopes: program.scopes)
        return ([StructureField(program.schema[register].name, .record(register))], true)
      case .list(let list):
        guard case .list(let element) = list.type else { return ([], true) }
        switch element {
        case .structure(let fields): return (fields, false)
        case .record(let register):
          return ([StructureField(program.schema[register].name, element)], true)
        default: return ([StructureField("", element)], true)
        }
      }
    }
  }
}
