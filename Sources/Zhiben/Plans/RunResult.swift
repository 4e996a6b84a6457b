import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenStore

/// What a run did. Small however many changes it wrote.
public struct RunResult: Sendable {
  /// What was found; nil if nothing had changed since the last run, so that nothing was planned.
  public internal(set) var summary: PlanSummary?
  /// What somebody should look at first, with an example or two: of all days that the run stands for.
  public internal(set) var highlights = RunHighlights()
  /// Script, facts and names, to put the highlights into words; nil if nothing was planned.
  public internal(set) var context: RunContext?
  /// What the statements at the top of the script came to on the judged day; nil if there are none.
  public internal(set) var statements: StatementRun?
  /// The lines of the run log, one for each day that was run, the judged day last; none if nothing was written.
  public internal(set) var records: [RunRecord] = []
  /// The days for which it stands.
  public let span: RunSpan

  init(span: RunSpan) { self.span = span }

  /// The line of the run log for the judged day; nil if nothing was written.
  public var record: RunRecord? { records.last }

  /// Whether registers or ledger changed.
  public var hasChanged: Bool { records.contains { !$0.isEmpty } }

  /// How many records of the ledger changed, of all days that were run.
  public var changeCounts: [Change.Kind: Int] {
    records.reduce(into: [:]) { counts, record in
      for (kind, count) in [
        (Change.Kind.insert, record.inserted), (.update, record.updated),
        (.withdraw, record.withdrawn),
      ] where count > 0 { counts[kind, default: 0] += count }
    }
  }
}

/// The days for which a run stands: those behind the last run of its plan, up to the judged day (time 1, 39).
public struct RunSpan: Hashable, Sendable {
  /// The day as of which the plan was run before; nil if it never was.
  public let last: CivilDate?
  /// The judged day.
  public let asOf: CivilDate
  /// The days in between, on which nothing was run; nil if there are none.
  public let missed: ClosedRange<CivilDate>?
  /// Those of them that were made up, each by a run of its own; nil if there are none.
  public let caughtUp: ClosedRange<CivilDate>?

  /// - Parameter catchingUp: how many of the days that were missed are made up at most, the latest.
  init(last: CivilDate?, asOf: CivilDate, catchingUp: Int) {
    (self.last, self.asOf) = (last, asOf)
    guard let last, asOf.days - last.days > 1 else {
      (missed, caughtUp) = (nil, nil)
      return
    }
    let (first, end) = (last.days + 1, asOf.days - 1)
    missed = CivilDate(days: first)...CivilDate(days: end)
    let limit = Int32(clamping: catchingUp)
    caughtUp = limit > 0 ? CivilDate(days: max(first, end - limit + 1))...CivilDate(days: end) : nil
  }

  /// The missed days for which nothing was run; nil if there are none.
  public var leftOut: ClosedRange<CivilDate>? {
    guard let missed, let caughtUp else { return missed }
    guard missed.lowerBound < caughtUp.lowerBound else { return nil }
    return missed.lowerBound...CivilDate(days: caughtUp.lowerBound.days - 1)
  }

  /// The first day for which it stands.
  public var first: CivilDate { missed?.lowerBound ?? asOf }

  /// Whether the plan was not run before as of the judged day.
  public var isNewDay: Bool { last != asOf }

  /// The days that are made up, in order.
  var days: [CivilDate] {
    caughtUp.map { ($0.lowerBound.days...$0.upperBound.days).map { CivilDate(days: $0) } } ?? []
  }
}
