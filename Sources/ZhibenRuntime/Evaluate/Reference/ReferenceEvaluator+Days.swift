import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

// 曾 and 历次: what was so on the days of a window.

extension ReferenceEvaluator {
  /// Whether the condition was true on some day of the window up to the judged one.
  func ever(_ part: Core, _ window: Window?, _ here: Standpoint, _ trace: Trace?) -> Value? {
    var result = Truth.no
    forEachDay(of: window, here, trace) { day, isIn in
      let dayTrace = trace.map { _ in Trace() }
      let truth = Kleene.and([isIn, Truth(evaluate(part, on(day, here), dayTrace))])
      result = Kleene.or([result, truth])
      if let trace, let judged = dayTrace?.children.first, truth != .no,
        trace.children.last.map({ !$0.saysTheSame(as: judged) }) ?? true
      {
        trace.children.append(judged)
      }
      return result != .yes
    }
    // What made it true says all; the days on which it was unknown matter only if it stayed so.
    if result == .yes, let last = trace?.children.last { trace?.children = [last] }
    return result.value
  }

  /// The values in the order of the days, each once in a row; what was unknown before the first known value is left out.
  func history(_ part: Core, _ window: Window?, _ here: Standpoint, _ trace: Trace?) -> Value? {
    var values: [Value] = []
    var isKnown = true
    forEachDay(of: window, here, trace) { day, isIn in
      isKnown = isIn == .yes
      let value = evaluate(part, on(day, here), nil) ?? .unknown
      if values.last ?? .unknown != value { values.append(value) }
      return isKnown
    }
    return isKnown ? library(here).made(values) : nil
  }

  /// The days of a window up to the judged one, in order, with whether each is certainly in it. Without a window: from ever, which is one day before all
  /// facts, and then every day from the first of which a fact tells.
  private func forEachDay(
    of window: Window?, _ here: Standpoint, _ trace: Trace?,
    _ body: (CivilDate, Truth) -> Bool
  ) {
    let bounds = window.flatMap { self.bounds($0, here, trace) }
    let isIn: Truth = bounds.map { $0.first == nil || $0.last == nil } ?? false ? .unknown : .yes
    if bounds == nil || bounds?.first == nil, !body(Snapshot.dayBefore(firstTold), isIn) {
      return
    }
    let last = min(bounds?.last ?? here.day, here.day)
    guard var day = bounds?.first ?? firstTold else { return }
    while day <= last {
      if !body(day, isIn) || day == .max { return }
      day = day.next
    }
  }
}

extension Explanation {
  /// Whether two days are explained alike.
  fileprivate func saysTheSame(as other: Explanation) -> Bool {
    value == other.value && blanks == other.blanks
  }
}
