import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Finds the records that reach a number, of 累计 and 连续 (time 40).
///
/// What counts is judged by what is known on the judged day: a decision that is annulled drops out retroactively, and the record that then
/// reaches the number may be another. So the count is made anew for each day on which something changes, and what an earlier day said and a
/// later one does not is annulled.
struct TallyReader<E: Evaluator> {
  private let tally: EventRule.Tally
  private let register: RegisterID
  private let group: E.Prepared?
  private let condition: E.Prepared?
  private let context: PlanContext<E>
  private let dates: RecordDates
  private let start: Int32
  private let horizon: Int32

  init(
    _ tally: EventRule.Tally, trigger: EventRule.Trigger, group: E.Prepared?,
    condition: E.Prepared?, days: (start: Int32, horizon: Int32), _ context: PlanContext<E>
  ) {
    (self.tally, register, self.group) = (tally, trigger.register, group)
    (self.condition, self.context) = (condition, context)
    (start, horizon) = days
    dates = RecordDates(trigger.register, context.snapshot)
  }

  /// A record that counts, or may.
  private struct Entry {
    var day: Int32
    var row: Int32
    var truth: Truth
  }

  func edges() -> [Int32: [EventEdge]] {
    var edges: [Int32: [EventEdge]] = [:]
    for (position, members) in groups().enumerated() where context.goesOn(at: position) {
      for (row, edge) in self.edges(among: members) { edges[row, default: []].append(edge) }
    }
    return edges
  }

  /// The records of each for whom is counted; those of nobody known count nowhere.
  private func groups() -> [[Int32]] {
    var places: [Value: Int] = [:]
    var groups: [[Int32]] = []
    for position in 0..<context.snapshot[register].count {
      let row = Int32(clamping: position)
      var owner = Value.bool(true)
      if let group {
        guard
          let value = context.evaluator.value(group, subject: row, row: -1, day: horizon)
        else { continue }
        owner = value
      }
      if let place = places[owner] {
        groups[place].append(row)
      } else {
        places[owner] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func edges(among rows: [Int32]) -> [(row: Int32, edge: EventEdge)] {
    guard rows.count >= tally.count else { return [] }
    let evaluator = context.evaluator
    var seen: [Int32: EventEdge] = [:]
    var day = start
    while day <= horizon {
      evaluator.edge = .max
      let entries = rows.compactMap { row -> Entry? in
        if dates.isAbsent(row, on: day, evaluator) { return nil }
        guard let born = dates.day(of: row, on: day) else { return nil }
        let truth =
          condition.map { evaluator.truth($0, subject: row, row: -1, day: day) } ?? .yes
        return truth == .no && !tally.isConsecutive ? nil : Entry(day: born, row: row, truth: truth)
      }.sorted { ($0.day, $0.row) < ($1.day, $1.row) }
      let reached = reached(entries)
      for (row, edge) in seen where edge.standing != .annulled && reached[row] == nil {
        seen[row]?.standing = .annulled
      }
      for (row, (happened, isCertain)) in reached where happened >= start {
        let standing: EventEdge.Standing = isCertain ? .certain : .unknown
        if let edge = seen[row], edge.day == happened, edge.standing == standing { continue }
        seen[row] = EventEdge(day: happened, known: day, standing: standing)
      }
      day = max(evaluator.edge, day + 1)
    }
    return seen.map { ($0.key, $0.value) }
  }

  /// The records at which the number is reached, with their day and whether that is certain.
  private func reached(_ entries: [Entry]) -> [Int32: (day: Int32, isCertain: Bool)] {
    var reached: [Int32: (day: Int32, isCertain: Bool)] = [:]
    var first = entries.startIndex
    for (index, entry) in entries.enumerated() where entry.truth != .no {
      if let window = tally.window {
        let from = context.calendar.lookBack(window, endingOn: CivilDate(days: entry.day)).first
        while entries[first].day < from.days { first += 1 }
      }
      let (least, most) =
        tally.isConsecutive
        ? (run(entries[first...index], .no), run(entries[first...index], .yes))
        : counts(entries[first...index])
      guard least <= tally.count, tally.count <= most else { continue }
      reached[entry.row] = (entry.day, least == most)
    }
    return reached
  }

  /// How many count for certain, and how many may. The last one counts in both.
  private func counts(_ entries: ArraySlice<Entry>) -> (Int, Int) {
    let doubtful = entries.count { $0.truth == .unknown }
    return (entries.count - doubtful, entries.count)
  }

  /// How many stand in a row up to the last, with what is unknown taken so.
  private func run(_ entries: ArraySlice<Entry>, _ unknown: Truth) -> Int {
    entries.reversed().prefix { $0.truth == .yes || $0.truth == .unknown && unknown == .yes }.count
  }
}
