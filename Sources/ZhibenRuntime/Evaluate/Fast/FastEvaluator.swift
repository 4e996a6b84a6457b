import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Judges expressions compiled to nodes over the columns. Says what the reference evaluator says, and promises for how long it holds.
public final class FastEvaluator: Evaluator {
  /// A compiled expression; of use only to the evaluator that made it.
  public struct Expression {
    fileprivate let unit: CompiledUnit
    fileprivate let type: ValueType
  }

  /// Compiled rows; of use only to the evaluator that made them.
  public struct Rows {
    fileprivate let scan: RowScan
    fileprivate let frameCount: Int
  }

  private let snapshot: Snapshot
  private let compiler: Compiler
  private let memory = FrameMemory()
  /// Behind a pointer, for a stored struct would be checked for overlapping accesses at every judgement, which costs more than judging. There
  /// is none: nodes never call their evaluator.
  private let state: UnsafeMutablePointer<Judgement>
  /// No rule uses it.
  private let fuel: UnsafeMutablePointer<Int>

  /// The blank fields on which unknown results rested; see `Explanation.blanks`.
  public var blanks: Set<FieldRef> = []
  /// Whether blanks are collected.
  public var collectsBlanks = false

  /// Makes an evaluator for one program over one snapshot.
  public init(program: Program, snapshot: Snapshot, calendar: WorkCalendar) {
    self.snapshot = snapshot
    compiler = Compiler(program: program, snapshot: snapshot, calendar: calendar)
    state = .allocate(capacity: 1)
    fuel = .allocate(capacity: 1)
    fuel.initialize(to: 0)
    state.initialize(to: Judgement(memory: memory, fuel: fuel))
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    fuel.deallocate()
  }

  /// The first later day on which a result may differ.
  public var edge: Int32 {
    get { state.pointee.edge }
    set { state.pointee.edge = newValue }
  }

  /// The days for which `Window.targetPeriod` stands; nil = every day.
  public var targetPeriod: DayRange? {
    get { state.pointee.targetPeriod }
    set { state.pointee.targetPeriod = newValue }
  }

  /// Compiles an expression.
  public func prepare(_ core: Core) -> Expression {
    Expression(unit: compiler.unit(core), type: core.type)
  }

  /// Compiles an aggregate's source, window and filter.
  public func prepare(rows aggregate: Aggregate) -> Rows {
    let (scan, frameCount) = compiler.withOwnFrames { compiler.scan(aggregate) }
    return Rows(scan: scan, frameCount: frameCount)
  }

  /// Judges a condition.
  public func truth(_ condition: Expression, subject: Int32, row: Int32, day: Int32) -> Truth {
    start(condition.unit.frameCount, subject, row, day)
    let truth = condition.unit.node.truth(&state.pointee)
    if truth == .unknown, collectsBlanks { blame(condition.unit.node) }
    return truth
  }

  /// The value of any expression; nil is unknown.
  public func value(_ expression: Expression, subject: Int32, row: Int32, day: Int32) -> Value? {
    start(expression.unit.frameCount, subject, row, day)
    let value = compiler.interner.value(
      of: expression.unit.node, expression.type, &state.pointee)
    if value == nil, collectsBlanks { blame(expression.unit.node) }
    return value
  }

  /// The rows that are, or may be, in the collection, in position order.
  public func rows(of source: Rows, subject: Int32, row: Int32, day: Int32) -> [JudgedRow] {
    start(source.frameCount, subject, row, day)
    var rows: [JudgedRow] = []
    let isKnown = source.scan.forEach(&state.pointee) { _, row in
      rows.append(JudgedRow(row: row.row, truth: row.truth))
      return true
    }
    if collectsBlanks, !isKnown || rows.contains(where: { $0.truth == .unknown }) {
      let edge = state.pointee.edge
      source.scan.blame(
        &state.pointee, value: nil, needsDate: false, onlyUnknownRows: true, &blanks)
      state.pointee.edge = edge
    }
    return rows
  }

  @inline(__always)
  private func start(_ frameCount: Int, _ subject: Int32, _ row: Int32, _ day: Int32) {
    state.pointee.day = day
    state.pointee.reserve(frames: frameCount)
    state.pointee.put(subject, in: 0)
    state.pointee.put(row, in: 1)
  }

  /// What a blank is blamed for was judged before, so it tells of no further edge.
  private func blame(_ node: Node) {
    let edge = state.pointee.edge
    node.blame(&state.pointee, &blanks)
    state.pointee.edge = edge
  }
}
