/// Counts what a run uses and says when it has to stop. One for each run; not shared by threads.
///
/// What is counted does not depend on the interpreter or the build mode:
///
/// | operation | steps | bytes | rows |
/// |---|---|---|---|
/// | a statement | 1 | | |
/// | a round of 循环, 对每个, 推演 | 1 | | |
/// | a call of a function of the script or the host | 1 | | |
/// | a question | 1 for each row of its source | its list | each row of its source |
/// | a fold | 1 for each element | | |
/// | 文本, 列表, 映射, 结构, a library function that makes one | 1 for every 256 bytes made | what it makes | |
/// | a library function that reads a text or list | 1 for every 256 bytes read | | |
/// | any other node of an expression, and the rows behind an aggregate | | | |
///
/// A text weighs 16 bytes and its UTF-8, a list 32 and 32 for each element, a map 64 and 96 for each entry, a structure 32 and 32 for each field.
/// Bytes are counted when something is made, whether or not it is freed later, so that they bound what is alive at any time. What is added in
/// place (`文 := 文 + x`, `表 := 追加(表, x)`, `表（键） := x`) counts alone, as long as nobody else holds the value (`Ownership`).
final class Meter {
  /// Why a run stops.
  enum Stop: Hashable, Sendable {
    case steps, bytes, rows, depth, time, cancelled
    /// A statement failed.
    case failed
  }

  /// The steps until the next look at the clock. Behind a pointer, since it is touched at every step.
  let fuel: UnsafeMutablePointer<Int>
  /// The steps left when those are used up.
  private var reserve: Int
  private var bytes: Int
  private var rows: Int
  private(set) var stop: Stop?
  let budget: Budget
  private var idle = 0
  private let cancellation: Cancellation?

  /// How many steps lie between two looks at the clock.
  private static let slice = 256

  init(_ budget: Budget, _ cancellation: Cancellation?) {
    self.budget = budget
    self.cancellation = cancellation
    (reserve, bytes, rows) = (max(0, budget.steps), max(0, budget.bytes), max(0, budget.rows))
    fuel = .allocate(capacity: 1)
    fuel.initialize(to: 0)
  }

  deinit { fuel.deallocate() }

  /// Begins anew.
  func restart() {
    (reserve, bytes, rows) = (max(0, budget.steps), max(0, budget.bytes), max(0, budget.rows))
    fuel.pointee = 0
    stop = nil
  }

  /// How many steps were taken.
  var steps: Int { max(0, budget.steps) - reserve - max(0, fuel.pointee) }
  /// How many bytes were made.
  var bytesMade: Int { max(0, budget.bytes) - bytes }

  /// Takes steps; false if the run has to stop.
  @inline(__always)
  func step(_ count: Int = 1) -> Bool {
    fuel.pointee &-= count
    return fuel.pointee >= 0 || refill()
  }

  @inline(never)
  func refill() -> Bool {
    guard stop == nil else { return halt(.cancelled) }
    let needed = -fuel.pointee
    guard reserve >= needed else { return halt(.steps) }
    let granted = min(reserve, max(needed, Self.slice))
    reserve -= granted
    fuel.pointee += granted
    return poll()
  }

  /// Looks at the clock and at the cancellation; false if the run has to stop.
  func poll() -> Bool {
    if stop != nil { return false }
    if cancellation?.isCancelled == true { return halt(.cancelled) }
    if let time = budget.time, budget.elapsed() > time { return halt(.time) }
    return true
  }

  /// Does a small piece of work that is not counted: looks at the clock now and then. False if the run has to stop.
  func works() -> Bool {
    idle &+= 1
    return idle & 1023 == 0 ? poll() : stop == nil
  }

  /// Makes something of that size; false if it may not be made.
  func make(bytes count: Int) -> Bool {
    guard stop == nil else { return false }
    guard count <= bytes else { return halt(.bytes) }
    bytes -= count
    return read(bytes: count)
  }

  /// Looks through something of that size.
  func read(bytes count: Int) -> Bool { count < 256 || step(count / 256) }

  /// Looks at a row of a question.
  func row() -> Bool {
    guard rows > 0 else { return halt(.rows) }
    rows -= 1
    return step()
  }

  /// Looks at so many rows at once; false, and nothing done, if not all of them may be.
  func takes(rows count: Int) -> Bool {
    guard stop == nil, count <= rows, count <= max(0, fuel.pointee) + reserve, step(count) else {
      return false
    }
    rows -= count
    return true
  }

  /// Ends the run; the first reason counts.
  @discardableResult
  func halt(_ reason: Stop) -> Bool {
    if stop == nil { stop = reason }
    // Whoever takes a step from now on comes here again.
    reserve += max(0, fuel.pointee)
    fuel.pointee = -1
    return false
  }
}

/// Ends a library function in the middle of its work, since the run has to stop.
struct Interrupted: Error {}

extension Meter? {
  /// Outside of procedures nobody asks.
  func works() -> Bool { self?.works() ?? true }

  /// The same for what is handed to others, who stop when it throws.
  func goesOn() throws(Interrupted) {
    if !works() { throw Interrupted() }
  }
}

extension Meter {
  /// Outside of procedures nothing is counted, but nothing is made that no rule can need.
  static func make(bytes: Int, _ meter: Meter?) -> Bool {
    meter?.make(bytes: bytes) ?? (bytes <= 16 << 20)
  }

  static func size(text bytes: Int) -> Int { 16 + bytes }
  static func size(list count: Int) -> Int { 32 + saturated(count, 32) }
  static func size(map count: Int) -> Int { 64 + saturated(count, 96) }
  static func size(structure count: Int) -> Int { 32 + saturated(count, 32) }

  private static func saturated(_ count: Int, _ each: Int) -> Int {
    let (product, overflow) = count.multipliedReportingOverflow(by: each)
    return overflow || product > Int.max / 2 ? Int.max / 2 : product
  }
}
