import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// What a judgement carries down the tree of nodes. Passed inout, so that the hot path touches no shared state.
struct Judgement {
  /// The judged day.
  var day: Int32 = 0
  /// The first later day on which what was read so far may differ.
  var edge = Int32.max
  /// The frames of the expression in force start here: a scope's condition has frames of its own, above those of the expression that asked for it.
  var base = 0
  /// The records of the frames.
  private(set) var frames: UnsafeMutablePointer<Int32>
  /// What `Window.targetPeriod` stands for; nil = every day.
  var targetPeriod: DayRange?

  // In procedures.

  /// The variables of the call in force.
  var words: UnsafeMutablePointer<Int64>
  var values: UnsafeMutablePointer<Value?>
  /// The steps until the next look at the clock; below 0 once the run has to stop.
  let fuel: UnsafeMutablePointer<Int>
  let stack: UnsafeMutablePointer<FrameStack>
  /// The run; nil in rules.
  let machine: FastMachine?
  /// What 返回 gives back: a cell, or the two words of a number, or a value.
  var givenWords: (Int64, Int64) = (unknownCell, 0)
  var givenValue: Value?
  /// How many calls are in force, and may be.
  var depth = 0
  var depthLimit = 0

  /// - Parameters:
  ///   - memory: outlives the judgement.
  ///   - fuel: outlives the judgement.
  init(memory: FrameMemory, fuel: UnsafeMutablePointer<Int>, machine: FastMachine? = nil) {
    (self.stack, self.fuel, self.machine) = (memory.stack, fuel, machine)
    (words, values) = (stack.pointee.words, stack.pointee.values)
    frames = stack.pointee.frames
  }

  /// Where the variables of the call in force begin.
  typealias Home = (words: Int, values: Int)

  @inline(__always)
  var home: Home { (words - stack.pointee.words, values - stack.pointee.values) }

  /// Finds the stack again, which may have moved, and the variables of that call in it.
  @inline(__always)
  mutating func settle(_ home: Home) {
    words = stack.pointee.words + home.words
    values = stack.pointee.values + home.values
    frames = stack.pointee.frames
  }

  /// Takes a step; false if the run has to stop.
  @inline(__always)
  mutating func step() -> Bool {
    fuel.pointee &-= 1
    return fuel.pointee >= 0 || refill()
  }

  /// Takes so many steps if there is no need to look at the clock before the last; false if they have to be taken one by one.
  @inline(__always)
  mutating func takes(_ steps: Int) -> Bool {
    guard fuel.pointee >= steps else { return false }
    fuel.pointee &-= steps
    return true
  }

  @inline(never)
  private mutating func refill() -> Bool { machine?.run.meter.refill() ?? true }

  /// Looks at the clock; false if the run has to stop.
  @inline(never)
  mutating func poll() -> Bool { machine?.run.meter.poll() ?? true }

  @inline(__always)
  var isStopped: Bool { fuel.pointee < 0 }

  @inline(__always)
  func row(_ frame: Int) -> Int32 { frames[base + frame] }

  @inline(__always)
  mutating func put(_ row: Int32, in frame: Int) { frames[base + frame] = row }

  @inline(__always)
  mutating func lowerEdge(to day: Int32) { if day < edge { edge = day } }

  /// The same for a day that may lie outside the calendar.
  @inline(__always)
  mutating func lowerEdge(to day: Int64) { if day < Int64(edge) { edge = Int32(clamping: day) } }

  /// Makes room for the frames of the expression in force.
  @inline(__always)
  mutating func reserve(frames count: Int) {
    if stack.pointee.reserve(frames: base + count) { frames = stack.pointee.frames }
  }

  /// Opens frames above the `live` ones for another expression, and puts a record into its frame 0.
  mutating func enter(_ row: Int32, above live: Int, frameCount: Int) {
    base += live
    reserve(frames: frameCount)
    put(row, in: 0)
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
