import ZhibenCalendar
import ZhibenFacts

/// Days with one state, both ends included.
struct Segment<State: Equatable>: Equatable {
  var from: Int32
  var to: Int32
  var state: State
}

/// Walks the days `from … through` and joins days of equal state.
///
/// The evaluator says how long a judgement holds (`edge`), so that a subject of which nothing changes is judged once, however long the
/// plan. The reference evaluator says "one day", which makes this loop its own plain definition: judge every day.
func timeline<E: Evaluator, State: Equatable>(
  _ evaluator: E, from: Int32, through: Int32, judge: (Int32) -> State
) -> [Segment<State>] {
  var segments: [Segment<State>] = []
  var day = from
  while day <= through {
    evaluator.edge = .max
    let state = judge(day)
    let next = max(evaluator.edge, day + 1)
    let last = next > through ? through : next - 1
    if let previous = segments.last, previous.state == state {
      segments[segments.count - 1].to = last
    } else {
      segments.append(Segment(from: day, to: last, state: state))
    }
    if next > through { break }
    day = next
  }
  return segments
}

extension Array {
  /// The state on a day; nil outside the walked days.
  func state<State>(on day: Int32) -> State? where Element == Segment<State> {
    last { $0.from <= day && day <= $0.to }?.state
  }
}

extension [DayRange] {
  /// Whether one of the ranges has the day; lowers the evaluator's `edge` to the next day on which that changes.
  func contain<E: Evaluator>(_ day: Int32, _ evaluator: E) -> Bool {
    var isInside = false
    for range in self {
      let (first, last) = (range.first.days, range.last.days)
      if day < first { evaluator.edge = Swift.min(evaluator.edge, first) }
      guard first <= day, day <= last else { continue }
      isInside = true
      evaluator.edge = Swift.min(evaluator.edge, last + 1)
    }
    return isInside
  }
}
