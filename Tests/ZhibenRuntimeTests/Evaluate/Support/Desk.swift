import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// Judges with both evaluators, which must agree.
struct Desk {
  var program: Program
  var store: TinyStore
  var targetPeriod: DayRange?

  init(_ store: TinyStore = TinyStore(schema: Village.schema), program: Program = Village.program())
  {
    self.program = program
    self.store = store
  }

  private func make<E: Evaluator>(_: E.Type) -> E {
    let evaluator = E(program: program, snapshot: store.snapshot, calendar: .china)
    evaluator.targetPeriod = targetPeriod
    return evaluator
  }

  func value(
    _ core: Core, subject: Int32 = 0, row: Int32 = -1, on day: String = "2024-06-30",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Value? {
    let number = date(day).days
    let meant = make(ReferenceEvaluator.self).value(
      core, subject: subject, row: row, day: number)
    let fast = make(FastEvaluator.self)
    let found = fast.value(fast.prepare(core), subject: subject, row: row, day: number)
    #expect(found == meant, "the fast evaluator", sourceLocation: sourceLocation)
    return meant
  }

  func truth(
    _ core: Core, subject: Int32 = 0, row: Int32 = -1, on day: String = "2024-06-30",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Truth {
    Truth(value(core, subject: subject, row: row, on: day, sourceLocation: sourceLocation))
  }

  func rows(
    _ aggregate: Aggregate, subject: Int32 = 0, on day: String = "2024-06-30",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [JudgedRow] {
    let number = date(day).days
    func ask(_ evaluator: some Evaluator) -> [JudgedRow] {
      evaluator.rows(
        of: evaluator.prepare(rows: aggregate), subject: subject, row: -1, day: number)
    }
    let meant = ask(make(ReferenceEvaluator.self))
    #expect(
      ask(make(FastEvaluator.self)) == meant, "the fast evaluator", sourceLocation: sourceLocation)
    return meant
  }

  func blanks(
    _ core: Core, subject: Int32 = 0, on day: String = "2024-06-30",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Set<FieldRef> {
    let number = date(day).days
    func ask(_ evaluator: some Evaluator) -> Set<FieldRef> {
      evaluator.collectsBlanks = true
      _ = evaluator.truth(evaluator.prepare(core), subject: subject, row: -1, day: number)
      return evaluator.blanks
    }
    let meant = ask(make(ReferenceEvaluator.self))
    #expect(
      ask(make(FastEvaluator.self)) == meant, "the fast evaluator", sourceLocation: sourceLocation)
    return meant
  }

  /// The edge that the fast evaluator tells of a condition.
  func edge(_ core: Core, subject: Int32 = 0, on day: String = "2024-06-30") -> CivilDate? {
    let fast = make(FastEvaluator.self)
    _ = fast.truth(fast.prepare(core), subject: subject, row: -1, day: date(day).days)
    return fast.edge == .max ? nil : CivilDate(days: fast.edge)
  }

  func explain(_ core: Core, subject: Int32 = 0, on day: String = "2024-06-30") -> Explanation {
    make(ReferenceEvaluator.self).explain(
      core, subject: subject, row: -1, day: date(day).days)
  }
}

extension Truth: CustomTestStringConvertible {
  public var testDescription: String { self == .yes ? "yes" : self == .no ? "no" : "unknown" }
}
