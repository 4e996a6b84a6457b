import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// A record that proves, or may prove, that a duty was done.
struct Completion: Equatable {
  /// The day it happened; `Outcome.noDay` if that is blank.
  var day: Int32
  /// Its position in the evidence register.
  var row: Int32
  /// False when a blank leaves open whether it counts.
  var isCertain: Bool
}

/// Finds a subject's completions. A record reads its subject as of the record's own day (time 5).
struct CompletionReader<E: Evaluator> {
  private let evaluator: E
  private let rows: E.PreparedRows
  private let filter: E.Prepared?
  private let dates: Column?
  private let asOf: Int32

  init(_ evidence: Evidence, _ context: PlanContext<E>) {
    evaluator = context.evaluator
    rows = evaluator.prepare(rows: Aggregate(kind: .exists, rows: evidence.rows, frame: 1))
    filter = evidence.filter.map(evaluator.prepare)
    let register = evidence.rows.register(scopes: context.program.scopes)
    dates = context.snapshot.dateColumn(of: register)
    asOf = context.asOf
  }

  /// All completions through the as-of, by day; those without a day last.
  func completions(of subject: Int32) -> [Completion] {
    var found: [Completion] = []
    for candidate in evaluator.rows(of: rows, subject: subject, row: -1, day: asOf) {
      let cell = dates?.cells[Int(candidate.row)] ?? unknownCell
      let day = cell == unknownCell ? Outcome.noDay : Int32(clamping: cell)
      guard day <= asOf else { continue }
      var truth = candidate.truth
      if let filter {
        let judged = evaluator.truth(
          filter, subject: subject, row: candidate.row, day: day == Outcome.noDay ? asOf : day)
        if judged == .no { continue }
        if judged == .unknown { truth = .unknown }
      }
      found.append(
        Completion(
          day: day, row: candidate.row, isCertain: truth == .yes && day != Outcome.noDay))
    }
    return found.sorted { a, b in
      let (x, y) = (a.day == Outcome.noDay ? .max : a.day, b.day == Outcome.noDay ? .max : b.day)
      return (x, a.row) < (y, b.row)
    }
  }
}

extension Array where Element == Completion {
  /// Certain completions whose day lies in the range.
  func certain(from first: Int32, through last: Int32) -> [Completion] {
    filter { $0.isCertain && first <= $0.day && $0.day <= last }
  }

  /// How many more may lie in the range.
  func doubtful(from first: Int32, through last: Int32) -> Int {
    reduce(0) { count, completion in
      guard !completion.isCertain else { return count }
      let inside =
        completion.day == Outcome.noDay || (first <= completion.day && completion.day <= last)
      return count + (inside ? 1 : 0)
    }
  }
}
