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

  init(_ store: TinyStore = TinyStore(schema: Town.schema), program: Program = Town.program()) {
    self.program = program
    self.store = store
  }

  private func reference() -> ReferenceEvaluator {
    let evaluator = ReferenceEvaluator(
      program: program, snapshot: store.snapshot, calendar: .china)
    evaluator.targetPeriod = targetPeriod
    return evaluator
  }

  func value(
    _ core: Core, subject: Int32 = 0, row: Int32 = -1, on day: String = "2024-06-30",
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Value? {
    let number = date(day).days
    let meant = reference().value(core, subject: subject, row: row, day: number)
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
    let evaluator = reference()
    let meant = evaluator.rows(
      of: evaluator.prepare(rows: aggregate), subject: subject, row: -1, day: number)
    return meant
  }

  func blanks(_ core: Core, subject: Int32 = 0, on day: String = "2024-06-30") -> Set<FieldRef> {
    let number = date(day).days
    let evaluator = reference()
    evaluator.collectsBlanks = true
    _ = evaluator.truth(core, subject: subject, row: -1, day: number)
    return evaluator.blanks
  }

  func explain(_ core: Core, subject: Int32 = 0, on day: String = "2024-06-30") -> Explanation {
    reference().explain(core, subject: subject, row: -1, day: date(day).days)
  }
}

extension Truth: CustomTestStringConvertible {
  public var testDescription: String { self == .yes ? "yes" : self == .no ? "no" : "unknown" }
}
