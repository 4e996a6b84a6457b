import ZhibenCalendar

/// What a judgement carries down the tree of nodes. Passed inout, so that the hot path touches no shared state.
struct Judgement {
  /// The judged day.
  var day: Int32 = 0
  /// The first later day on which what was read so far may differ.
  var edge = Int32.max
  /// The records of the frames. Those of the expression in force start at `base`: a scope's condition has frames of its own, above those of the
  /// expression that asked for it.
  var frames: [Int32] = [-1, -1]
  var base = 0
  /// What `Window.targetPeriod` stands for; nil = every day.
  var targetPeriod: DayRange?

  @inline(__always)
  func row(_ frame: Int) -> Int32 { frames[base + frame] }

  @inline(__always)
  mutating func lowerEdge(to day: Int32) { if day < edge { edge = day } }

  /// The same for a day that may lie outside the calendar.
  @inline(__always)
  mutating func lowerEdge(to day: Int64) { if day < Int64(edge) { edge = Int32(clamping: day) } }

  /// Opens frames above the `live` ones for another expression, and puts a record into its frame 0.
  mutating func enter(_ row: Int32, above live: Int, frameCount: Int) {
    base += live
    while frames.count < base + frameCount { frames.append(-1) }
    frames[base] = row
  }

  mutating func leave(_ live: Int) { base -= live }
}

/// The first day from `start` on for which a condition holds that, once true, stays true; `Int32.max` if there is none in the calendar.
func firstDay(from start: Int32, where holds: (Int32) -> Bool) -> Int32 {
  let end = CivilDate.max.days
  guard start <= end else { return .max }
  if holds(start) { return start }
  var (low, width) = (max(start, CivilDate.min.days), Int32(1))
  while true {
    guard end - low > width else { break }
    if holds(low + width) { break }
    low += width
    width *= 2
  }
  var high = end - low > width ? low + width : end
  guard holds(high) else { return .max }
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle }
  }
  return high
}
