import ZhibenFacts
import ZhibenSemantics

/// Counts who is in, out or unknown in each scope, and which blanks are behind the unknown ones.
struct ScopeCounter<E: Evaluator> {
  let context: PlanContext<E>

  func counts() -> [ScopeCount] {
    let evaluator = context.evaluator
    evaluator.collectsBlanks = true
    defer { evaluator.collectsBlanks = false }
    return context.program.scopes.enumerated().map { number, scope in
      let condition = evaluator.prepare(scope.condition)
      let dates = RecordDates(scope.register, context.snapshot)
      var count = ScopeCount(scope: number, inside: 0, outside: 0, unknown: 0, blanks: [])
      var blanks: [FieldRef: Int] = [:]
      for position in 0..<context.snapshot[scope.register].count {
        guard context.goesOn(at: position) else { break }
        if dates.isAbsent(Int32(clamping: position), on: context.asOf, evaluator) { continue }
        evaluator.blanks = []
        switch evaluator.truth(condition, subject: Int32(position), row: -1, day: context.asOf) {
        case .yes: count.inside += 1
        case .no: count.outside += 1
        case .unknown:
          count.unknown += 1
          for field in evaluator.blanks { blanks[field, default: 0] += 1 }
        }
      }
      count.blanks = blanks.map { BlankField(field: $0.key, count: $0.value) }.sorted {
        ($1.count, $0.field) < ($0.count, $1.field)
      }
      return count
    }
  }
}
