import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// What the nodes of one interpreter share: the run in force, compiled functions, and the compiler over the facts as they are.
final class FastMachine {
  let world: World
  let interner: Interner
  private(set) var codes: CodeTable
  private(set) var run: Run
  private(set) var compiler: Compiler
  /// Grows whenever the facts change under compiled nodes.
  private(set) var epoch = 0
  private var words: ValueText
  /// Whether somebody else may answer questions.
  let isAnswered: Bool

  init(_ world: World) {
    self.world = world
    isAnswered = world.answering != nil
    interner = Interner(symbols: world.snapshot.symbols)
    codes = CodeTable(world, mayGoStale: world.mayGoStale)
    run = Run(world, Meter(.standard, nil), texts: interner)
    words = ValueText(world.program, world.snapshot)
    compiler = Compiler(
      program: world.program, snapshot: world.snapshot, calendar: world.calendar,
      interner: interner)
    compiler.codes = codes
  }

  /// Begins a run of these statements.
  func begin(_ meter: Meter, _ steps: [Step] = []) {
    if !codes.mayGoStale, steps.contains(where: \.changesFacts) {
      codes = CodeTable(world, mayGoStale: true)
      recompile(compiler.snapshot)
    }
    run = Run(world, meter, texts: interner)
    look(at: world.snapshot)
  }

  /// Before something is read: the facts with what was written, the outcomes if they are read.
  /// - Parameter registers: what is read. A snapshot is dear where a register is large; what others have changed is left for later.
  func refresh(
    outcomes readsOutcomes: Bool, of registers: @autoclosure () -> Set<RegisterID>, on day: Int32,
    at origin: Origin
  ) {
    if run.isStale, readsOutcomes || run.facts.isStale(for: registers()) {
      run.setDay(CivilDate(days: day))
      _ = run.refresh(outcomes: readsOutcomes, at: origin)
    }
    look(at: run.facts.current)
  }

  private func look(at snapshot: Snapshot) {
    if compiler.snapshot !== snapshot { recompile(snapshot) }
  }

  private func recompile(_ snapshot: Snapshot) {
    epoch += 1
    words = ValueText(world.program, snapshot)
    compiler = Compiler(
      program: world.program, snapshot: snapshot, calendar: world.calendar, interner: interner)
    compiler.codes = codes
  }

  /// Values in words, records as they are called now.
  var currentWords: ValueText {
    if run.isStale {
      run.facts.refresh()
      look(at: run.facts.current)
    }
    return words
  }

  /// The variables of the call in force.
  func slots(_ layout: FrameLayout, _ judgement: Judgement) -> [Value?] {
    zip(layout.places, layout.types).map { judgement.value(of: $0, $1, interner) }
  }
}

/// The compiled functions of a program.
final class CodeTable {
  let program: Program
  let world: World
  /// Whether facts, day or outcomes may change under compiled nodes.
  let mayGoStale: Bool
  private(set) var codes: [Int: ProcedureCode] = [:]

  init(_ world: World, mayGoStale: Bool) {
    (self.world, program, self.mayGoStale) = (world, world.program, mayGoStale)
  }

  /// Codes hold each other.
  deinit { for code in codes.values { code.fill(EmptyStep(.none)) } }

  /// The code of a function; its body is compiled by `fill` when it is asked for the first time.
  func code(_ function: Int, _ fill: (ProcedureCode) -> Void) -> ProcedureCode {
    if let code = codes[function] { return code }
    let code = ProcedureCode(program.functions[function])
    codes[function] = code
    fill(code)
    return code
  }

}

extension World {
  /// Whether facts, day or outcomes may change under a procedure of the program.
  fileprivate var mayGoStale: Bool {
    let procedures =
      program.functions + [program.main].compactMap { $0 } + program.tests.map(\.procedure)
    return outcomes != nil || procedures.contains { $0.body.contains(where: \.changesFacts) }
  }
}

extension Step {
  /// Whether the statement may change facts, day or outcomes.
  var changesFacts: Bool {
    switch node {
    case .insert, .update, .delete, .asOf, .suppose, .project: true
    default: inner.contains(where: \.changesFacts)
    }
  }
}

/// An expression that reads facts which may have changed since it was compiled.
final class FreshNode: Node {
  private let core: Core
  private let layout: FrameLayout?
  private let readsOutcomes: Bool
  private var node: Node
  private var epoch: Int
  /// What it reads; worked out when something has changed.
  private var registers: Set<RegisterID>?

  init(_ node: Node, _ core: Core, _ layout: FrameLayout?, epoch: Int, readsOutcomes: Bool) {
    (self.node, self.core, self.layout) = (node, core, layout)
    (self.epoch, self.readsOutcomes) = (epoch, readsOutcomes)
    super.init(node.shape)
  }

  private func current(_ judgement: inout Judgement) -> Node {
    guard let machine = judgement.machine else { return node }
    machine.refresh(
      outcomes: readsOutcomes, of: registers(machine), on: judgement.day, at: core.origin)
    if epoch != machine.epoch {
      epoch = machine.epoch
      node = machine.compiler.within(layout) { shape == .value ? $0.boxed(core) : $0.node(core) }
    }
    return node
  }

  private func registers(_ machine: FastMachine) -> Set<RegisterID> {
    if let registers { return registers }
    let reads = machine.world.program.reads(of: core)
    let all = reads.outcomes.union(reads.fields.keys)
    registers = all
    return all
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    current(&judgement).truth(&judgement)
  }
  override func cell(_ judgement: inout Judgement) -> Int64 { current(&judgement).cell(&judgement) }
  override func number(_ judgement: inout Judgement) -> Rational? {
    current(&judgement).number(&judgement)
  }
  override func value(_ judgement: inout Judgement) -> Value? {
    current(&judgement).value(&judgement)
  }
  override func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? {
    current(&judgement).list(&judgement)
  }
  override func numberList(_ judgement: inout Judgement) -> [Rational]? {
    current(&judgement).numberList(&judgement)
  }
}
