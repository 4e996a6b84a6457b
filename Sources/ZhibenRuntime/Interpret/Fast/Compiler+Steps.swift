import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension Compiler {
  /// Compiles with the variables of a procedure in sight.
  func within<Result>(_ layout: FrameLayout?, _ body: (Compiler) -> Result) -> Result {
    let outer = self.layout
    self.layout = layout
    defer { self.layout = outer }
    return withOwnFrames { body(self) }.0
  }

  func code(_ function: Int, in codes: CodeTable) -> ProcedureCode {
    codes.code(function) { fill($0, codes.program.functions[function].body) }
  }

  /// Compiles the statements of a procedure.
  func fill(_ code: ProcedureCode, _ steps: [Step]) {
    let body = within(code.layout) { $0.steps(steps) }
    code.fill(body)
  }

  private func steps(_ steps: [Step]) -> StepNode {
    var nodes: [StepNode] = []
    var moves: [StepNode] = []
    func close() {
      nodes += moves.count > 1 ? MovesStep(moves[...]).map { [$0] } ?? moves : moves
      moves = []
    }
    for step in steps {
      let node = self.step(step)
      if (node as? SetNumberStep)?.move != nil {
        moves.append(node)
      } else {
        close()
        nodes.append(node)
      }
    }
    close()
    return .sequence(nodes[...])
  }

  /// An expression of a statement: judged anew by other nodes if the facts have changed.
  private func fresh(_ core: Core, boxed isBoxed: Bool) -> Node {
    let node = isBoxed ? boxed(core) : node(core)
    guard let codes, codes.mayGoStale, core.readsFacts else { return node }
    return FreshNode(
      node, core, layout, epoch: -1, readsOutcomes: codes.world.readsOutcomes(core))
  }

  private func typed(_ core: Core) -> Node { fresh(core, boxed: core.type.isBoxed) }
  private func value(_ core: Core) -> Node { fresh(core, boxed: true) }

  private func place(_ slot: Int) -> FrameLayout.Place { layout?.places[slot] ?? .value(0) }

  private func step(_ step: Step) -> StepNode {
    let origin = step.origin
    let keeps = layout?.values(of: step.keeps) ?? []
    switch step.node {
    case .set(let slot, let core): return set(slot, core, keeps, origin)
    case .setPart(let slot, let path, let core):
      guard case .value(let place) = place(slot), let layout else { return EmptyStep(origin) }
      let parts = path.map { part -> SetPartStep.Part in
        switch part {
        case .element(let key): .key(value(key))
        case .member(let index): .member(index)
        }
      }
      let (part, type) = (value(core), layout.types[slot])
      let general = SetPartStep(
        place, parts, part, isFresh: core.isFresh, holdsContainers: type.holdsContainers,
        name: layout.names[slot], keeps: keeps, origin)
      if case .map(.text, _) = type, parts.count == 1, case .key(let key)? = parts.first {
        let staysOwned = !type.holdsContainers || core.isFresh
        return SetKeyStep(place, key: key, part, staysOwned: staysOwned, general)
      }
      return general
    case .branch(let branches, let otherwise):
      return branches.isEmpty
        ? JumpStep(.next, origin) : self.branches(branches, steps(otherwise), origin)
    case .forEach(let slot, let list, let body):
      return ForEachStep(
        place(slot), value(list), keeps: layout?.values(of: list.keeps) ?? [], steps(body),
        place: list.origin, countsRounds: codes?.mayGoStale ?? true, origin)
    case .loop(let condition, let body):
      return LoopStep(
        typed(condition), condition, steps(body), layout ?? FrameLayout([]), origin)
    case .breakLoop: return JumpStep(.breakLoop, origin)
    case .continueLoop: return JumpStep(.continueLoop, origin)
    case .giveBack(let core):
      guard let part = core.map(typed) else { return GiveBackStep(nil, origin) }
      return part.shape == .number ? GiveNumberStep(part, origin) : GiveBackStep(part, origin)
    case .perform(let core): return EffectStep([value(core)], origin) { _, _, _ in }
    case .suppose(let changes, let body):
      return SupposeStep(
        changes.map { change in
          switch change {
          case .parameter(let index, let core): .parameter(index, value(core))
          case .cadence(let rule, let cadence): .cadence(rule: rule, cadence)
          case .change(let step): .change(self.step(step))
          }
        }, steps(body), keeps: keeps, origin)
    case .project(let end, let body):
      return ProjectStep(until: value(end), place: end.origin, steps(body), origin)
    default: return effect(step, keeps)
    }
  }

  private func branches(
    _ branches: [Step.Branch], _ otherwise: StepNode, _ origin: Origin
  ) -> StepNode {
    let conditions = branches.map { typed($0.condition) }
    var tail = otherwise is BranchStep || otherwise is TiersStep ? AloneStep(otherwise) : otherwise
    // Those, last first, that ask the same variable as the branch behind them, and what comes behind all of these.
    var (tiers, behind): ([TiersStep.Tier], StepNode) = ([], tail)
    for (index, branch) in branches.enumerated().reversed() {
      let body = steps(branch.body)
      let step = BranchStep(
        conditions[index], place: branch.condition.origin, body, tail, origin)
      let test = (conditions[index] as? SlotTestNode)?.test
      if test?.offset != tiers.last?.test.offset { (tiers, behind) = ([], tail) }
      if let test { tiers.append(TiersStep.Tier(test: test, body: body)) }
      let before = index > 0 ? (conditions[index - 1] as? SlotTestNode)?.test : nil
      let isHead = tiers.count > 1 && before?.offset != test?.offset
      tail = isHead ? TiersStep(step, tiers.reversed(), behind) : step
    }
    return tail
  }

  private func set(_ slot: Int, _ core: Core, _ keeps: [Int], _ origin: Origin) -> StepNode {
    switch place(slot) {
    case .cell(let offset): return SetWordStep(offset, typed(core), origin)
    case .number(let offset):
      return SetNumberStep(offset, typed(core), origin)
    case .value(let place):
      switch core.added(to: slot) {
      case .element(let part)?:
        return AppendElementStep(
          place, value(part), isFresh: part.isFresh, holdsContainers: core.type.holdsContainers,
          keeps: keeps, origin)
      case .pieces(let parts)?:
        let nodes = parts.map(value)
        return PlainPieces(parts, nodes).map { AppendPlainStep(place, $0, origin) }
          ?? AppendTextStep(place, nodes, origin)
      case nil:
        return SetValueStep(place, value(core), isFresh: core.isFresh, keeps: keeps, origin)
      }
    }
  }

  /// Statements that are the run's business.
  private func effect(_ step: Step, _ keeps: [Int]) -> StepNode {
    let origin = step.origin
    let layout = layout ?? FrameLayout([])
    func given(_ fields: [Step.FieldValue], _ values: ArraySlice<Value?>) -> [Write.Field] {
      zip(fields, values).map { Write.Field($0.field, $1) }
    }
    switch step.node {
    case .show(let shown):
      return EffectStep(shown.map { value($0.value) }, keeps: keeps, origin) {
        values, machine, _ in
        machine.run.show(
          zip(shown, values).map {
            ScriptRun.Shown.Item(text: $0.text, value: $1, type: $0.value.type)
          }, origin)
      }
    case .insert(let register, let fields):
      return EffectStep(fields.map { value($0.value) }, keeps: keeps, origin) {
        values, machine, _ in
        machine.run.insert(register, given(fields, values[...]), origin)
      }
    case .update(let core, let fields):
      return EffectStep(
        [value(core)] + fields.map { value($0.value) }, keeps: keeps, origin
      ) { values, machine, _ in
        machine.run.update(values.first ?? nil, given(fields, values.dropFirst()), origin)
      }
    case .delete(let core):
      return EffectStep([value(core)], origin) { values, machine, _ in
        machine.run.delete(values.first ?? nil, origin)
      }
    case .assert(let core, let message):
      let text = message.map(value)
      return EffectStep([value(core)], origin) { values, machine, judgement in
        var here = judgement
        machine.run.checkAssertion(values.first ?? nil, core.origin) {
          text.flatMap { $0.value(&here) }
        } parts: {
          machine.run.parts(of: core, machine.slots(layout, here))
        }
      }
    case .asOf(let core):
      return EffectStep([value(core)], origin) { values, machine, judgement in
        if let date = machine.run.date(values.first ?? nil, core.origin) {
          judgement.day = date.days
          machine.run.setDay(date)
        }
      }
    case .expect(.holds(let core)):
      return EffectStep([value(core)], origin) { values, machine, judgement in
        let here = judgement
        machine.run.checkExpectation(values.first ?? nil, origin) {
          machine.run.parts(of: core, machine.slots(layout, here))
        }
      }
    case .expect(.yields(let core, let parts)):
      return EffectStep([value(core)] + parts.map(value), origin) { values, machine, _ in
        machine.run.checkExpectation(
          values.first ?? nil, yields: Array(values.dropFirst()), origin)
      }
    case .expect(.isEmpty(let core)):
      return EffectStep([value(core)], origin) { values, machine, _ in
        machine.run.checkExpectation(isEmpty: values.first ?? nil, origin)
      }
    default: return EmptyStep(origin)
    }
  }
}

extension Core {
  /// Whether the facts bear on its value, apart from functions that it calls.
  var readsFacts: Bool {
    switch node {
    case .field, .record, .aggregate, .inScope, .partition, .ever, .history: true
    case .query(let query):
      if case .rows = query.source { true } else { parts.contains(where: \.readsFacts) }
    case .text, .builtin(.toText, _), .builtin(.join, _):
      parts.contains { !$0.type.registers.isEmpty || $0.readsFacts }
    default: parts.contains(where: \.readsFacts)
    }
  }

  /// How many frames it needs.
  var frameCount: Int {
    let own =
      switch node {
      case .record(let frame): frame + 1
      case .aggregate(let aggregate): aggregate.frame + 1
      case .query(let query): if case .frame(let frame) = query.binding { frame + 1 } else { 0 }
      default: 0
      }
    return parts.reduce(own) { max($0, $1.frameCount) }
  }
}

extension Step {
  /// How many frames its expressions need.
  var frameCount: Int {
    max(
      cores.reduce(2) { max($0, $1.frameCount) }, inner.reduce(2) { max($0, $1.frameCount) })
  }
}
