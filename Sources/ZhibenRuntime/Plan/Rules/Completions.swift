import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// A record that proves, or may prove, that a duty was done.
struct Completion: Equatable {
  /// The day it happened.
  var day: Int32
  /// Its position in the evidence register.
  var row: Int32
  /// False when a blank leaves open whether it counts.
  var isCertain: Bool
}

/// A subject's completions through the as-of.
struct Completions {
  /// By day, then position.
  var dated: [Completion] = []
  /// How many have a blank for their day: each may lie anywhere.
  var undated = 0

  /// Those whose day lies in `first … last`.
  func between(_ first: Int32, _ last: Int32) -> ArraySlice<Completion> {
    let from = dated.partitioningIndex { first <= $0.day }
    let end = dated.partitioningIndex { last < $0.day }
    return dated[from..<max(from, end)]
  }

  /// The first certain one on or after the day.
  func next(onOrAfter day: Int32) -> Completion? {
    dated[dated.partitioningIndex { day <= $0.day }...].first(where: \.isCertain)
  }

  /// The day of the last certain one before the day.
  func lastDay(before day: Int32) -> Int32? {
    dated[..<dated.partitioningIndex { day <= $0.day }].last(where: \.isCertain)?.day
  }
}

/// Finds a subject's completions. A record reads its subject and its own fields as of the record's own day (time 5); one without a day is
/// read as of today.
struct CompletionReader<E: Evaluator> {
  /// Whether what is not in the register did not happen (齐全, time 8).
  let provesAbsence: Bool
  private let evaluator: E
  private let rows: E.PreparedRows
  private let filter: E.Prepared?
  private let dates: RecordDates
  private let asOf: Int32

  init(_ evidence: Evidence, _ context: PlanContext<E>) {
    evaluator = context.evaluator
    let register = evidence.rows.register(scopes: context.program.scopes)
    provesAbsence = context.program.schema[register].isComplete
    var (source, filter) = (evidence.rows, evidence.filter)
    if case .scope(let scope) = source {
      // Whether a record belongs to the scope is a question of its own day, too.
      let origin = context.program.scopes[scope].origin
      let row = Core(.record(frame: 1), .record(register), origin)
      let isMember = Core(.inScope(scope, row), .bool, origin)
      source = .all(register)
      filter = Core(.and([isMember] + [filter].compactMap { $0 }), .bool, origin)
    }
    rows = evaluator.prepare(rows: Aggregate(kind: .exists, rows: source, frame: 1))
    self.filter = filter.map(evaluator.prepare)
    dates = RecordDates(register, context.snapshot)
    asOf = context.asOf
  }

  /// All completions through the as-of.
  func completions(of subject: Int32) -> Completions {
    var found = Completions()
    for candidate in evaluator.rows(of: rows, subject: subject, row: -1, day: asOf) {
      let day = dates.day(of: candidate.row, on: asOf)
      guard day ?? asOf <= asOf else { continue }
      var truth = candidate.truth
      if let filter {
        let judged = evaluator.truth(
          filter, subject: subject, row: candidate.row, day: day ?? asOf)
        if judged == .no { continue }
        if judged == .unknown { truth = .unknown }
      }
      if let day {
        found.dated.append(Completion(day: day, row: candidate.row, isCertain: truth == .yes))
      } else {
        found.undated += 1
      }
    }
    found.dated.sort { ($0.day, $0.row) < ($1.day, $1.row) }
    return found
  }
}
