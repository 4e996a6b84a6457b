import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// An edge on the timeline of a record: the day on which something began, and what is known of it.
struct EventEdge: Equatable {
  enum Standing: Equatable {
    case certain
    /// What it rests on is blank: for a person to settle (time 7).
    case unknown
    /// It was one, or might have been, by what was known earlier; now it is known that it was none (time 21, 40).
    case annulled
  }
  var day: Int32
  /// The day from which it was known to be one; of one that is unknown the first day on which it might be.
  var known: Int32
  var standing: Standing
}

/// Finds the edges of one trigger. Every day is judged by what was valid on it (time 5), and with the as-of edges only come to be or are
/// annulled, none disappears: one run after an outage finds what daily runs found (time 1).
struct EventReader<E: Evaluator> {
  let trigger: EventRule.Trigger
  private let context: PlanContext<E>
  private let followed: E.Prepared?
  private let condition: E.Prepared?
  private let dates: RecordDates
  private let start: Int32
  private let horizon: Int32
  /// The edges of counted records, which depend on others.
  private let counted: [Int32: [EventEdge]]

  init?(_ trigger: EventRule.Trigger, of rule: Rule, _ context: PlanContext<E>) {
    guard let days = context.days(of: rule) else { return nil }
    (start, horizon) = days
    (self.trigger, self.context) = (trigger, context)
    followed = trigger.kind.cores.first.map(context.evaluator.prepare)
    condition = trigger.condition.map(context.evaluator.prepare)
    dates = RecordDates(trigger.register, context.snapshot)
    if case .tally(let tally) = trigger.kind {
      counted = TallyReader(
        tally, trigger: trigger, group: followed, condition: condition, days: days, context
      ).edges()
    } else {
      counted = [:]
    }
  }

  /// The edges of a record, by day.
  func edges(of record: Int32) -> [EventEdge] {
    switch trigger.kind {
    case .added:
      guard let born = dates.day(of: record, on: horizon), start <= born, born <= horizon else {
        return []
      }
      return settled(EventEdge(day: born, known: born, standing: .certain), record).map { [$0] }
        ?? []
    case .changed: return changes(of: record).compactMap { settled($0, record) }
    case .becomes, .entered: return turns(of: record, to: .yes).compactMap { settled($0, record) }
    case .left: return turns(of: record, to: .no).compactMap { settled($0, record) }
    case .expired(_, let before):
      return expiries(of: record, before).compactMap { settled($0, record) }
    case .tally: return counted[record] ?? []
    }
  }

  /// Every edge of every record: by day, those of one day in the order of the register.
  func all() -> [(record: Int32, edge: EventEdge)] {
    var found: [(record: Int32, edge: EventEdge)] = []
    for position in 0..<context.snapshot[trigger.register].count
    where context.goesOn(at: position) {
      let record = Int32(clamping: position)
      found += edges(of: record).map { (record, $0) }
    }
    return found.sorted { ($0.edge.day, $0.record) < ($1.edge.day, $1.record) }
  }

  // MARK: - 其中

  /// The edge with what its condition says from its day on, as soon as that is known; nil where it was none from the first.
  private func settled(_ edge: EventEdge, _ record: Int32) -> EventEdge? {
    guard let condition, edge.standing == .certain else { return edge }
    let evaluator = context.evaluator
    var result = edge
    var day = edge.known
    while day <= horizon {
      evaluator.edge = .max
      // Who leaves is judged by what was said last.
      let isGone = dates.isAbsent(record, on: day, evaluator)
      if isGone, case .left = trigger.kind {
        let truth = evaluator.truth(condition, subject: record, row: -1, day: day - 1)
        return truth == .no ? nil : with(edge, truth == .yes ? .certain : .unknown)
      }
      let truth = isGone ? .no : evaluator.truth(condition, subject: record, row: -1, day: day)
      switch truth {
      case .yes:
        result.known = day
        return result
      case .no: return day == edge.known ? nil : with(edge, .annulled)
      case .unknown: day = max(evaluator.edge, day + 1)
      }
    }
    return with(edge, .unknown)
  }

  private func with(_ edge: EventEdge, _ standing: EventEdge.Standing) -> EventEdge {
    EventEdge(day: edge.day, known: edge.known, standing: standing)
  }

  // MARK: - What is followed

  /// What stands in a field on a day.
  private enum Reading: Equatable {
    case absent
    case blank
    case known(Value)
  }

  private func readings(of record: Int32) -> [Segment<Reading>] {
    guard let followed else { return [] }
    let evaluator = context.evaluator
    return timeline(evaluator, from: start - 1, through: horizon) { day in
      if dates.isAbsent(record, on: day, evaluator) { return .absent }
      return evaluator.value(followed, subject: record, row: -1, day: day).map { .known($0) }
        ?? .blank
    }
  }

  /// 变更: from one known value to another. A blank between leaves the day open; the first known one counts.
  private func changes(of record: Int32) -> [EventEdge] {
    var (edges, latest): ([EventEdge], Value?) = ([], nil)
    for segment in readings(of: record) {
      switch segment.state {
      case .absent: latest = nil
      case .blank: break
      case .known(let value):
        if let latest, latest != value, segment.from >= start {
          edges.append(EventEdge(day: segment.from, known: segment.from, standing: .certain))
        }
        latest = value
      }
    }
    return edges
  }

  /// 届满: the day itself, if the date stood there by then; one that was blank until later counts, one that was already past when the record
  /// came or the date was set does not.
  private func expiries(of record: Int32, _ before: Term?) -> [EventEdge] {
    var edges: [EventEdge] = []
    var latest = Reading.absent
    for segment in readings(of: record) {
      defer { latest = segment.state }
      guard case .known(.date(let date)) = segment.state else { continue }
      let day =
        before.map {
          context.calendar.before($0, anchor: date, isWindow: false).deadline.days
        } ?? date.days
      guard day >= start, day <= segment.to else { continue }
      if day >= segment.from || latest == .blank {
        edges.append(
          EventEdge(day: day, known: max(day, segment.from), standing: .certain))
      }
    }
    // A date that was blank twice may be named twice.
    var days: Set<Int32> = []
    return edges.filter { days.insert($0.day).inserted }.sorted { $0.day < $1.day }
  }

  /// The days on which the condition turns. For membership a record that is not there is no member; of a field it says nothing, so that a
  /// record which begins so has not become so.
  private func turns(of record: Int32, to wanted: Truth) -> [EventEdge] {
    guard let followed else { return [] }
    let evaluator = context.evaluator
    let isMembership = if case .becomes = trigger.kind { false } else { true }
    let segments = timeline(evaluator, from: start - 1, through: horizon) { day -> Truth? in
      if dates.isAbsent(record, on: day, evaluator) { return isMembership ? .no : nil }
      return evaluator.truth(followed, subject: record, row: -1, day: day)
    }
    var edges: [EventEdge] = []
    /// Whether the last known state was the other one.
    var isOther = false
    var doubtful: Int32?
    for segment in segments {
      switch segment.state {
      case nil: (isOther, doubtful) = (false, nil)
      case .unknown?: if isOther, segment.from >= start { doubtful = doubtful ?? segment.from }
      case let truth?:
        let day = doubtful ?? segment.from
        if truth == wanted {
          if isOther, day >= start {
            edges.append(EventEdge(day: day, known: segment.from, standing: .certain))
          }
        } else if let doubtful {
          edges.append(EventEdge(day: doubtful, known: doubtful, standing: .annulled))
        }
        (isOther, doubtful) = (truth != wanted, nil)
      }
    }
    if let doubtful {
      edges.append(EventEdge(day: doubtful, known: doubtful, standing: .unknown))
    }
    return edges
  }
}
