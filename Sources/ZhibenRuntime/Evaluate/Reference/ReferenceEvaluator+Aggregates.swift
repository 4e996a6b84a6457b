import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension ReferenceEvaluator {
  /// The value of an aggregate as `Aggregate.Kind` documents it.
  func judge(_ aggregate: Aggregate, _ here: Standpoint, _ trace: Trace?) -> Value? {
    guard let rows = judgeRows(of: aggregate, here, trace, readsValue: true) else { return nil }
    trace?.rows = rows.map(\.read)
    // A register that is not taken for complete may lack a row, of which nothing is known (time 8).
    let register = aggregate.rows.register(scopes: program.scopes)
    let isComplete = snapshot.schema[register].isComplete
    trace?.mayLackRows = !isComplete
    let members = rows.filter { $0.read.truth != .no }.map { row in
      Folding.Row(
        element: .record(register, Int(row.read.row)), truth: row.read.truth, value: row.value,
        date: row.read.date)
    }
    return Folding.result(
      aggregate.kind, members, hasValue: aggregate.value != nil, mayLackRows: !isComplete,
      here.scene?.meter)
  }

  // MARK: - Rows

  struct RowValue {
    var read: Explanation.RowRead
    var value: Value?
  }

  /// The rows in position order; nil if it is unknown whose they would be.
  func judgeRows(
    of aggregate: Aggregate, _ here: Standpoint, _ trace: Trace?, readsValue: Bool
  ) -> [RowValue]? {
    let register = aggregate.rows.register(scopes: program.scopes)
    var owner: Int?
    if case .related(_, let whose) = aggregate.rows {
      guard case .record(_, let row)? = evaluate(whose, here, trace) else { return nil }
      owner = row
    }
    let window = aggregate.window.flatMap { bounds($0, here, trace) }
    // What a row is judged by is counted only where every row is judged (`Core.isMetered`).
    let here = aggregate.isMetered ? here : here.unmetered
    let dateField = snapshot.schema[register].dateField.map { FieldRef(register, $0) }
    let needsDate =
      window != nil || aggregate.kind == .latest || aggregate.kind == .earliest
    var rows: [RowValue] = []
    for row in 0..<snapshot[register].count {
      var date: CivilDate?
      if let dateField, case .date(let known)? = cell(dateField, row, on: here.day, nil) {
        date = known
      }
      if let date, date > here.day { continue }
      if let gone = snapshot[register].goneFrom[Int32(row)], gone <= here.day.days { continue }
      if case .related(let link, _) = aggregate.rows, let owner,
        !isLinked(row, by: link, to: owner, on: here.day)
      {
        continue
      }
      let within = here.with(Int32(row), inFrame: aggregate.frame)
      let rowTrace = trace.map { _ in Trace() }
      let inWindow = window.map { $0.contains(date) } ?? .yes
      var truths = [inWindow]
      if case .scope(let scope) = aggregate.rows {
        truths.append(
          Truth(evaluate(program.scopes[scope].condition, alone(row, here), rowTrace)))
      }
      // In procedures, where judging may have effects, a row that is certainly out is judged no further.
      if here.scene != nil, Kleene.and(truths) == .no { continue }
      if let filter = aggregate.filter { truths.append(Truth(evaluate(filter, within, rowTrace))) }
      let truth = Kleene.and(truths)
      var value: Value?
      if readsValue, truth != .no, let expression = aggregate.value {
        value = evaluate(expression, within, rowTrace)
      }
      let read = Explanation.RowRead(
        register: register, row: Int32(row), date: date, truth: truth, inWindow: inWindow,
        blankDate: needsDate && date == nil ? dateField : nil, children: rowTrace?.children ?? [])
      rows.append(RowValue(read: read, value: value))
    }
    return rows
  }

  /// A record whose reference is blank belongs to nobody: it does not make everybody's collection unknown.
  private func isLinked(_ row: Int, by link: FieldRef, to owner: Int, on day: CivilDate) -> Bool {
    switch cell(link, row, on: day, nil) {
    case .record(_, let target)?: target == owner
    case .list(let targets)?:
      targets.contains { if case .record(_, owner) = $0 { true } else { false } }
    default: false
    }
  }

  // MARK: - Windows

  /// The first and the last day of a window, each of which may be unknown.
  struct Bounds {
    var first: CivilDate?
    var last: CivilDate?

    func contains(_ date: CivilDate?) -> Truth {
      guard let date else { return .unknown }
      return Kleene.and([Truth(first.map { $0 <= date }), Truth(last.map { date <= $0 })])
    }
  }

  /// The days of a window; nil if it leaves out no day.
  func bounds(_ window: Window, _ here: Standpoint, _ trace: Trace?) -> Bounds? {
    func day(_ core: Core) -> CivilDate? {
      if case .date(let date)? = evaluate(core, here, trace) { date } else { nil }
    }
    switch window {
    case .lookBack(let term): return Bounds(calendar.lookBack(term, endingOn: here.day))
    case .before(let anchor, let term):
      return Bounds(day(anchor).map { calendar.days(before: $0, term) })
    case .after(let anchor, let term):
      return Bounds(day(anchor).map { calendar.days(after: $0, term) })
    case .period(let spec): return Bounds(spec.days(on: here.day, calendar: calendar))
    case .days(let first, let last): return Bounds(first: day(first), last: day(last))
    case .targetPeriod: return targetPeriod.map { Bounds($0) }
    }
  }
}

extension ReferenceEvaluator.Bounds {
  fileprivate init(_ range: DayRange?) { self.init(first: range?.first, last: range?.last) }
}
