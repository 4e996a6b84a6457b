import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// What all rules of one run share.
struct PlanContext<E: Evaluator> {
  let program: Program
  let snapshot: Snapshot
  let calendar: WorkCalendar
  /// The day as of which is judged, in days.
  let asOf: Int32
  let evaluator: E
  /// Whether somebody has stopped the run: what is yielded from then on is thrown away.
  var isStopped: @Sendable () -> Bool = { false }
  /// Looking ahead: what falls due from this day on is taken as done on its due day, which is when the next interval begins. Nil where only what
  /// has happened counts.
  var presumesDoneFrom: Int32?
  /// The lists that were frozen for draws by earlier runs.
  var draws: [FrozenDraw] = []

  /// Whether to go on at this place of a long loop; asks once in a while.
  func goesOn(at position: Int) -> Bool { position & 63 != 0 || !isStopped() }

  /// The day on which something is taken as done that nothing proves; nil where that is not taken for granted.
  func presumedDone(due: Int32) -> Int32? {
    guard let from = presumesDoneFrom, due != Outcome.noDay else { return nil }
    let day = max(due, from)
    return day <= asOf ? day : nil
  }

  /// The days on which a rule is judged: from its first day to the as-of or its last day. Nil before its first day.
  func days(of rule: Rule) -> (start: Int32, horizon: Int32)? {
    let start = rule.inForce.first.days
    let horizon = min(asOf, rule.inForce.last.days)
    return start <= horizon ? (start, horizon) : nil
  }
}

/// A kind of rule, prepared for one run: yields one subject's outcomes.
///
/// What it yields grows with the as-of: while the facts stay, a later day has every key that an earlier one had, so that a run after an
/// outage gives what daily runs would have given (time 1). Rungs may differ after a gap (time 39).
protocol SubjectPlanner {
  /// The register whose records are the subjects.
  var register: RegisterID { get }
  /// Appends the outcomes of a subject in key order.
  func plan(subject: Int32, into outcomes: inout [Outcome])
}

/// The days on which a register's records happened, as known on the judged day (time 4, 5). A record is invisible before its day; one
/// without a day always was there.
struct RecordDates {
  private let column: Column?
  private let goneFrom: [Int32: Int32]

  init(_ register: RegisterID, _ snapshot: Snapshot) {
    column = snapshot.dateColumn(of: register)
    goneFrom = snapshot[register].goneFrom
  }

  /// The record's day as known on `day`; nil if blank.
  func day(of record: Int32, on day: Int32) -> Int32? {
    guard let column else { return nil }
    var cell = column.cells[Int(record)]
    if let timeline = column.history?.timelines[record], !timeline.isEmpty {
      cell = timeline.last { $0.from <= day }?.cell ?? unknownCell
    }
    return cell == unknownCell ? nil : Int32(clamping: cell)
  }

  /// Whether the record is still invisible on `day`, or was taken out (注销); lowers the evaluator's `edge` to the next day that may answer
  /// differently.
  func isAbsent<E: Evaluator>(_ record: Int32, on day: Int32, _ evaluator: E) -> Bool {
    if let gone = goneFrom[record] {
      if gone <= day { return true }
      evaluator.edge = min(evaluator.edge, gone)
    }
    guard let column else { return false }
    if let next = column.history?.timelines[record]?.first(where: { $0.from > day }) {
      evaluator.edge = min(evaluator.edge, next.from)
    }
    guard let born = self.day(of: record, on: day), born > day else { return false }
    evaluator.edge = min(evaluator.edge, born)
    return true
  }
}

extension Snapshot {
  /// The column of a register's day of happening, if it has one and it was loaded.
  func dateColumn(of register: RegisterID) -> Column? {
    schema[register].dateField.flatMap { self[register].columns[$0] }
  }
}
