import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The meaning of statements: walks them one by one and asks the reference evaluator for every value.
public final class ReferenceInterpreter: Interpreter, Caller {
  private let world: World
  private var run: Run
  private let evaluator: ReferenceEvaluator
  private lazy var functionNesting = world.program.nesting
  private var depthLimit = 0
  #if DEBUG
    private static let levelSize = 16_384
  #else
    private static let levelSize = 4096
  #endif
  /// What the function in force gives back.
  private var result: Value?

  /// Makes an interpreter.
  public init(_ world: World) {
    self.world = world
    evaluator = ReferenceEvaluator(
      program: world.program, snapshot: world.snapshot, calendar: world.calendar)
    run = Run(world, Meter(.standard, nil), texts: Interner(symbols: world.snapshot.symbols))
  }

  /// Who wants to know what is judged.
  var watch: Watch? {
    get { evaluator.watch }
    set { evaluator.watch = newValue }
  }

  /// Runs the statements of a procedure.
  public func run(
    _ procedure: Procedure, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun {
    if let complaint = procedure.complaint(about: arguments) { throw complaint }
    run = Run(
      world, Meter(budget, cancellation), texts: Interner(symbols: world.snapshot.symbols))
    evaluator.snapshot = world.snapshot
    let nesting = max(functionNesting, procedure.nesting)
    let room = CallRoom(nesting: nesting, depth: budget.depth, level: Self.levelSize)
    let result = room.with { depth in
      depthLimit = depth
      return execute(procedure, arguments)
    }
    return try run.finish(result)
  }

  /// Calls a function of the program.
  public func call(
    function: Int, arguments: [Value?], budget: Budget, cancellation: Cancellation?
  ) throws(ScriptFailure) -> ScriptRun {
    try run(
      world.program.functions[function], arguments: arguments, budget: budget,
      cancellation: cancellation)
  }

  private func execute(_ procedure: Procedure, _ arguments: [Value?]) -> Value? {
    let slots = arguments + Array(repeating: nil, count: procedure.slots.count - arguments.count)
    let scene = Scene(slots: slots, caller: self, meter: run.meter)
    scene.isOwned = slots.map { _ in false }
    scene.procedure = procedure
    let outer = result
    result = nil
    defer { result = outer }
    _ = execute(procedure.body, scene)
    return result
  }

  // MARK: - Calls

  func call(
    function: Int, _ arguments: [Value?], on day: CivilDate, at origin: Origin
  ) -> Value? {
    guard run.meter.step() else { return nil }
    guard run.depth < depthLimit else {
      run.meter.halt(.depth)
      return nil
    }
    let outer = run.day
    // The expression goes on with the facts that it began with.
    let facts = evaluator.snapshot
    defer { if evaluator.snapshot !== facts { evaluator.snapshot = facts } }
    run.depth += 1
    run.setDay(day)
    let result = execute(world.program.functions[function], arguments)
    run.setDay(outer)
    run.depth -= 1
    if run.meter.stop != nil {
      run.note(call: function, at: origin)
      return nil
    }
    return result
  }

  func call(host function: Int, _ arguments: [Value?], at origin: Origin) -> Value? {
    run.call(host: function, arguments, at: origin)
  }

  func answer(_ query: Query, at origin: Origin, variable: @escaping (Int) -> Value?) -> [Value]? {
    run.answer(query, at: origin, variable: variable)
  }

  func note(undecided count: Int, at origin: Origin) { run.note(undecided: count, at: origin) }
  func note(record value: Value) { run.note(record: value) }

  // MARK: - Values

  private func value(_ core: Core, _ scene: Scene) -> Value? {
    refresh(core, core.origin)
    if evaluator.snapshot !== run.facts.current { evaluator.snapshot = run.facts.current }
    return evaluator.evaluate(core, standpoint(scene), nil)
  }

  private func standpoint(_ scene: Scene) -> ReferenceEvaluator.Standpoint {
    ReferenceEvaluator.Standpoint(frames: [], day: run.day, scene: scene)
  }

  /// Before something is read: the facts with what was written, the outcomes if they are read.
  private func refresh(_ core: Core?, _ origin: Origin) {
    guard run.isStale else { return }
    let readsOutcomes = core.map { world.readsOutcomes($0) } ?? false
    _ = run.refresh(outcomes: readsOutcomes, at: origin)
  }

  // MARK: - Statements

  private func execute(_ steps: [Step], _ scene: Scene) -> Flow {
    for step in steps {
      let flow = run.meter.step() ? execute(step, scene) : .stop
      if run.meter.stop != nil {
        run.noteStop(at: step.origin)
        return .stop
      }
      if flow != .next { return flow }
    }
    return .next
  }

  private func execute(_ step: Step, _ scene: Scene) -> Flow {
    defer { for slot in step.keeps { scene.isOwned[slot] = false } }
    let origin = step.origin
    switch step.node {
    case .set(let slot, let core): set(slot, core, scene)
    case .setPart(let slot, let path, let core): setPart(slot, path, core, scene, origin)
    case .branch(let branches, let otherwise): return branch(branches, otherwise, scene)
    case .forEach(let slot, let list, let body): return forEach(slot, list, body, scene)
    case .loop(let condition, let body): return loop(condition, body, scene)
    case .breakLoop: return .breakLoop
    case .continueLoop: return .continueLoop
    case .giveBack(let core):
      result = core.flatMap { value($0, scene) }
      return .giveBack
    case .show(let shown):
      let items = shown.map {
        ScriptRun.Shown.Item(text: $0.text, value: value($0.value, scene), type: $0.value.type)
      }
      run.show(items, origin)
    case .insert(let register, let fields): run.insert(register, given(fields, scene), origin)
    case .update(let core, let fields):
      let target = value(core, scene)
      run.update(target, given(fields, scene), origin)
    case .delete(let core): run.delete(value(core, scene), origin)
    case .assert(let core, let message):
      run.checkAssertion(value(core, scene), core.origin) {
        message.flatMap { value($0, scene) }
      } parts: {
        run.parts(of: core, scene.slots)
      }
    case .asOf(let core):
      if let date = run.date(value(core, scene), core.origin) { run.setDay(date) }
    case .expect(.holds(let core)):
      run.checkExpectation(value(core, scene), origin) { run.parts(of: core, scene.slots) }
    case .expect(.yields(let core, let parts)):
      let found = value(core, scene)
      run.checkExpectation(found, yields: parts.map { value($0, scene) }, origin)
    case .expect(.isEmpty(let core)):
      run.checkExpectation(isEmpty: value(core, scene), origin)
    case .suppose(let changes, let body): return suppose(changes, body, scene)
    case .project(let end, let body): return project(until: end, body, scene)
    case .perform(let core): _ = value(core, scene)
    }
    return .next
  }

  private func set(_ slot: Int, _ core: Core, _ scene: Scene) {
    let isOwned = scene.isOwned[slot]
    switch core.added(to: slot) {
    case nil:
      scene.slots[slot] = value(core, scene)
      scene.isOwned[slot] = core.isFresh
    case .element(let part)?:
      let element = value(part, scene)
      scene.isOwned[slot] =
        InPlace.append(
          element, to: &scene.slots[slot], isOwned: isOwned, isFresh: part.isFresh,
          holdsContainers: core.type.holdsContainers, run.meter) ?? false
    case .pieces(let parts)?:
      let words = run.words
      let pieces = parts.map { words.text(value($0, scene)) }
      scene.isOwned[slot] =
        InPlace.append(
          pieces.joined(), to: &scene.slots[slot], isOwned: isOwned, run.meter, words: words.text)
        ?? false
    }
  }

  private func setPart(
    _ slot: Int, _ path: [Step.PathPart], _ core: Core, _ scene: Scene, _ origin: Origin
  ) {
    let places = path.map { part -> PathPlace in
      switch part {
      case .element(let key): .key(value(key, scene))
      case .member(let index): .member(index)
      }
    }
    let new = value(core, scene)
    guard run.meter.stop == nil else { return }
    let outcome = InPlace.set(
      &scene.slots[slot], places, to: new, isOwned: scene.isOwned[slot], isFresh: core.isFresh,
      holdsContainers: scene.procedure?.slots[slot].type.holdsContainers ?? true, run.meter)
    run.settle(outcome, scene.procedure?.slots[slot].name ?? "", origin) {
      scene.isOwned[slot] = $0
    }
  }

  private func branch(
    _ branches: [Step.Branch], _ otherwise: [Step], _ scene: Scene
  ) -> Flow {
    for branch in branches {
      let truth = Truth(value(branch.condition, scene))
      if run.meter.stop != nil { return .stop }
      switch truth {
      case .yes: return execute(branch.body, scene)
      case .unknown:
        run.note(undecided: 1, at: branch.condition.origin)
        return .next
      case .no: continue
      }
    }
    return execute(otherwise, scene)
  }

  private func forEach(_ slot: Int, _ list: Core, _ body: [Step], _ scene: Scene) -> Flow {
    guard case .list(let elements)? = value(list, scene) else {
      if run.meter.stop == nil { run.note(undecided: 1, at: list.origin) }
      return .next
    }
    for slot in list.keeps { scene.isOwned[slot] = false }
    run.rounds.append((.unknown, 0))
    defer { run.rounds.removeLast() }
    for (number, element) in elements.enumerated() {
      guard run.meter.step() else { return .stop }
      run.rounds[run.rounds.count - 1] = (element, number)
      scene.slots[slot] = element.known
      scene.isOwned[slot] = false
      switch execute(body, scene) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop:
        run.note(record: element)
        return .stop
      }
    }
    return .next
  }

  private func loop(_ condition: Core, _ body: [Step], _ scene: Scene) -> Flow {
    while true {
      switch Truth(value(condition, scene)) {
      case .no: return .next
      case .unknown:
        if run.meter.stop == nil {
          run.fail("E0807", condition.origin, values: run.parts(of: condition, scene.slots))
        }
        return .stop
      case .yes: break
      }
      guard run.meter.step() else { return .stop }
      switch execute(body, scene) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop: return .stop
      }
    }
  }

  private func given(_ fields: [Step.FieldValue], _ scene: Scene) -> [Write.Field] {
    fields.map { Write.Field($0.field, value($0.value, scene)) }
  }

  private func suppose(
    _ changes: [Step.Supposed], _ body: [Step], _ scene: Scene
  ) -> Flow {
    let mark = run.mark
    defer { run.goBack(to: mark) }
    for change in changes {
      switch change {
      case .parameter(let index, let core): run.suppose(.parameter(index, value(core, scene)))
      case .cadence(let rule, let cadence): run.suppose(.cadence(rule: rule, cadence))
      case .change(let step):
        if execute([step], scene) == .stop { return .stop }
      }
    }
    return execute(body, scene)
  }

  private func project(until end: Core, _ body: [Step], _ scene: Scene) -> Flow {
    guard let last = run.date(value(end, scene), end.origin) else { return .stop }
    let first = run.day
    defer { run.setDay(first) }
    var day = first
    while day <= last {
      guard run.meter.step() else { return .stop }
      run.setDay(day)
      switch execute(body, scene) {
      case .next, .continueLoop: break
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop: return .stop
      }
      if day == .max { break }
      day = day.next
    }
    return .next
  }
}
