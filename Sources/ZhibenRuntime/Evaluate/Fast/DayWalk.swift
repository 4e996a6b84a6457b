import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The first day that a fact tells of, found when first asked.
final class FirstTold {
  private let snapshot: Snapshot
  private(set) lazy var day = snapshot.firstTold

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }
}

/// The days of a window up to the judged one. Whoever walks them stops only on days on which something may differ.
final class DayWalk {
  let window: DayWindow?
  /// Whether every day has to be judged, since judging is counted.
  private let isDaily: Bool
  private let told: FirstTold

  init(_ window: DayWindow?, isDaily: Bool, told: FirstTold) {
    (self.window, self.isDaily, self.told) = (window, isDaily, told)
  }

  /// Calls `body` on the first day of each span of days on which it says the same, with whether the days are certainly in the window, until it
  /// says false: then the answer stands as long as that day stays in the window. Lowers the edge.
  func forEach(
    _ judgement: inout Judgement, isDaily: Bool = false,
    _ body: (inout Judgement, Truth) -> Bool
  ) {
    let (here, outer) = (judgement.day, judgement.edge)
    let bounds = window?.bounds(&judgement)
    let first = bounds.flatMap { $0.first == unknownCell ? nil : $0.first }
    let end = bounds.flatMap { $0.last == unknownCell ? nil : $0.last }
    let isIn: Truth = bounds == nil || (first != nil && end != nil) ? .yes : .unknown
    let windowEdge = judgement.edge
    var goesOn = true
    if first == nil {
      judgement.day = Snapshot.dayBefore(told.day).days
      goesOn = body(&judgement, isIn)
    }
    let start = first.map { Int32(clamping: $0) } ?? told.day?.days
    let last = min(here, Int32(clamping: end ?? Int64(here)))
    var (day, next) = (start ?? .max, Int32.max)
    var secondSpan: Int32?
    var walked = 0
    while goesOn, day <= last {
      walked += 1
      if walked & 63 == 0, !judgement.poll() { break }
      judgement.day = day
      judgement.edge = .max
      goesOn = body(&judgement, isIn)
      if !goesOn { break }
      next = max(judgement.edge, day.next)
      day = isDaily || self.isDaily ? day.next : next
      if secondSpan == nil, day <= last { secondSpan = day }
    }
    (judgement.day, judgement.edge) = (here, min(outer, windowEdge))
    if let window, window.isLookBack {
      let held = goesOn ? secondSpan.map { Int64($0) - 1 } : Int64(day)
      if let held { window.lowerEdge(&judgement, earliest: held) }
    }
    // Without an end in the past, days come in as time goes by.
    let grows = end.map { $0 > Int64(here) } ?? true || window?.isLookBack ?? false
    if grows, goesOn { judgement.lowerEdge(to: start.map { $0 > last ? $0 : next } ?? .max) }
  }
}

/// 曾
final class EverNode: Node {
  private let part: Node
  private let days: DayWalk

  init(_ part: Node, _ days: DayWalk) {
    (self.part, self.days) = (part, days)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    var result = Truth.no
    days.forEach(&judgement) { judgement, isIn in
      switch part.truth(&judgement) {
      case .yes: result = isIn == .yes ? .yes : .unknown
      case .unknown: result = .unknown
      case .no: break
      }
      return result != .yes
    }
    return result
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    for end in days.window?.ends ?? [] where end.isUnknown(&judgement) {
      end.blame(&judgement, &blanks)
    }
    var found: Set<FieldRef> = []
    days.forEach(&judgement, isDaily: true) { judgement, _ in
      if part.truth(&judgement) == .unknown { part.blame(&judgement, &found) }
      return true
    }
    blanks.formUnion(found)
  }
}

/// 历次
final class HistoryNode: Node {
  private let part: Node
  private let days: DayWalk
  private let functions: (FastMachine?) -> Functions

  init(_ part: Node, _ days: DayWalk, _ functions: @escaping (FastMachine?) -> Functions) {
    (self.part, self.days, self.functions) = (part, days, functions)
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    var values: [Value] = []
    var isKnown = true
    days.forEach(&judgement) { judgement, isIn in
      isKnown = isIn == .yes
      let value = part.value(&judgement) ?? .unknown
      if values.last ?? .unknown != value { values.append(value) }
      return isKnown
    }
    return isKnown ? functions(judgement.machine).made(values) : nil
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    for end in days.window?.ends ?? [] where end.isUnknown(&judgement) {
      end.blame(&judgement, &blanks)
    }
  }
}
