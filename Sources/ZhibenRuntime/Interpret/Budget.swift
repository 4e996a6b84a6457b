import Synchronization

/// How much a run may use. Whoever goes beyond ends in an error (E0801 to E0805), never in a crash.
public struct Budget: Sendable {
  /// Statements, rounds, calls and rows, as `Interpreter` documents them.
  public var steps: Int
  /// What texts, lists, maps and structures weigh that the run makes, those that are freed again included.
  public var bytes: Int
  /// Rows that questions look at.
  public var rows: Int
  /// How deep calls of functions may be nested.
  public var depth: Int
  /// How long the run may take by `elapsed`; nil = for ever.
  public var time: Duration?
  /// The time since the run began, or since any moment before; read every few hundred steps.
  public var elapsed: @Sendable () -> Duration

  /// Makes a budget. Without `elapsed`, time is counted from here on.
  public init(
    steps: Int = 200_000_000, bytes: Int = 256 << 20, rows: Int = 50_000_000, depth: Int = 200,
    time: Duration? = nil, elapsed: (@Sendable () -> Duration)? = nil
  ) {
    (self.steps, self.bytes, self.rows) = (steps, bytes, rows)
    (self.depth, self.time) = (depth, time)
    if let elapsed {
      self.elapsed = elapsed
    } else {
      let clock = ContinuousClock()
      let start = clock.now
      self.elapsed = { clock.now - start }
    }
  }

  /// 200 million steps, 256 MiB, 50 million rows, 200 calls, without a limit of time.
  public static var standard: Budget { Budget() }
}

/// Ends a run from another thread. A run that is asked to end does so at its next step, within milliseconds.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Makes one that is not yet cancelled.
  public init() {}

  /// Asks the run to end.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether it was asked to.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
