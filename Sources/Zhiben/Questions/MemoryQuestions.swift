import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore
import ZhibenSyntax

/// Does what the database cannot: hands questions to the interpreter, which is their meaning.
struct MemoryQuestions: QueryEvaluator {
  let program: Program
  /// The variables that a question may name.
  let slots: [Slot]
  let calendar: WorkCalendar
  let hostFunctions: [World.HostBody?]
  var budget = Budget.standard
  var cancellation: Cancellation?

  func value(of core: Core, on day: CivilDate, variables: [Value?]) -> Value? {
    let empty = SnapshotBuilder(schema: program.schema).snapshot()
    return try? run(core, empty, day, variables).result
  }

  func answer(
    _ query: Query, among rows: [Int]?, in snapshot: Snapshot, on day: CivilDate,
    variables: [Value?]
  ) throws -> FoundRows? {
    let query = rows.map { query.restricted(to: $0, on: day, calendar, program) } ?? query
    let core = Core(.query(query), .list(.structure([])), Self.nowhere)
    do {
      let run = try run(core, snapshot, day, variables)
      guard case .list(let elements)? = run.result else { return nil }
      return FoundRows(
        rows: elements, undecided: run.undecided.reduce(0) { $0 + $1.count })
    } catch let failure as ScriptFailure {
      throw Diagnostics([failure.diagnostic(sources: program.sources)])
    }
  }

  private func run(
    _ core: Core, _ snapshot: Snapshot, _ day: CivilDate, _ variables: [Value?]
  ) throws -> ScriptRun {
    let steps = [Step(.giveBack(core), core.origin)]
    let procedure = Procedure(
      name: "", slots: slots, parameterCount: variables.count, result: core.type, body: steps,
      origin: core.origin)
    let world = World(
      program: program, snapshot: snapshot, calendar: calendar, day: day,
      hostFunctions: hostFunctions)
    return try FastInterpreter(world).run(
      procedure, arguments: variables, budget: budget, cancellation: cancellation)
  }

  fileprivate static let nowhere = Origin(source: -1, span: Span(0, 0))
}

extension Query {
  /// The same question over some of its source's records, of which it is known that the others are out.
  fileprivate func restricted(
    to positions: [Int], on day: CivilDate, _ calendar: WorkCalendar, _ program: Program
  ) -> Query {
    guard case .rows(let rows, let window) = source else { return self }
    let register = rows.register(scopes: program.scopes)
    let nowhere = MemoryQuestions.nowhere
    let type = ValueType.record(register)
    let row: Core =
      switch binding {
      case .frame(let frame): Core(.record(frame: frame), type, nowhere)
      case .variable(let slot): Core(.variable(slot), type, nowhere)
      }
    var conditions: [Core] = []
    if case .scope(let scope) = rows {
      conditions.append(Core(.inScope(scope, row), .bool, nowhere))
    }
    if let (first, last) = window?.ends(on: day, calendar) {
      let date: Core =
        program.schema[register].dateField.map {
          Core(.field(row, FieldRef(register, $0)), .date, nowhere)
        } ?? Core(.constant(nil), .date, nowhere)
      conditions.append(Core(.between(date, first, last), .bool, nowhere))
    }
    conditions += [filter].compactMap { $0 }
    var copy = self
    copy.source = .list(
      Core(.constant(.list(positions.map { .record(register, $0) })), .list(type), nowhere))
    copy.filter = conditions.isEmpty ? nil : Core(.and(conditions), .bool, nowhere)
    return copy
  }
}

extension Window {
  /// Its first and last day as expressions; nil if it leaves out no day.
  fileprivate func ends(on day: CivilDate, _ calendar: WorkCalendar) -> (Core, Core)? {
    let nowhere = MemoryQuestions.nowhere
    func date(_ node: Core.Node) -> Core { Core(node, .date, nowhere) }
    let oneDay = Term(1, .calendarDay)
    switch self {
    case .lookBack(let term):
      let days = calendar.lookBack(term, endingOn: day)
      return (date(.constant(.date(days.first))), date(.constant(.date(days.last))))
    case .before(let anchor, let term):
      return (date(.shift(anchor, .before, term)), date(.shift(anchor, .before, oneDay)))
    case .after(let anchor, let term):
      return (date(.shift(anchor, .after, oneDay)), date(.shift(anchor, .after, term)))
    case .period(let spec):
      return (date(.periodDay(spec, last: false)), date(.periodDay(spec, last: true)))
    case .days(let first, let last): return (first, last)
    case .targetPeriod: return nil
    }
  }
}
