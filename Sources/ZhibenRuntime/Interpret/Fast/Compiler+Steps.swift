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
    code.body.pointee = body
  }

  private func steps(_ steps: [Step]) -> StepNode { .sequence(steps.map(step)[...]) }

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
      return SetPartStep(
        place,
        path.map { part in
          switch part {
          case .element(let key): .key(value(key))
          case .member(let index): .member(index)
          }
        }, value(core), isFresh: core.isFresh, holdsContainers: layout.types[slot].holdsContainers,
        name: layout.names[slot], keeps: keeps, origin)
    case .branch(let branches, let otherwise):
      guard let first = branches.first else { return JumpStep(.next, origin) }
      var tail = BranchStep.BranchTail.steps(steps(otherwise))
      for branch in branches.dropFirst().reversed() {
        tail = .branch(self.branch(branch, tail, origin))
      }
      return branch(first, tail, origin)
    case .forEach(let slot, let list, let body):
      return ForEachStep(
        place(slot), value(list), keeps: layout?.values(of: list.keeps) ?? [], steps(body),
        place: list.origin, countsRounds: codes?.mayGoStale ?? true, origin)
    case .loop(let condition, let body):
      return LoopStep(
        typed(condition), condition, steps(body), layout ?? FrameLayout([]), origin)
    case .breakLoop: return JumpStep(.breakLoop, origin)
    case .continueLoop: return JumpStep(.continueLoop, origin)
    case .giveBack(let core): return GiveBackStep(core.map(typed), origin)
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

  private func branch(
    _ branch: Step.Branch, _ tail: BranchStep.BranchTail, _ origin: Origin
  ) -> BranchStep {
    BranchStep(
      typed(branch.condition), place: branch.condition.origin, steps(branch.body), tail, origin)
  }

  private func set(_ slot: Int, _ core: Core, _ keeps: [Int], _ origin: Origin) -> StepNode {
    switch place(slot) {
    case .cell(let offset): return SetWordStep(offset, typed(core), origin)
    case .number(let offset):
      if case .arithmetic(.add, let left, let right) = core.node, left.node == .variable(slot) {
        if case .constant(.number(let number)?) = right.node, let whole = number.whole {
          return AddConstantStep(offset, Int64(whole), origin)
        }
        if case .variable(let other) = right.node, case .number(let added) = place(other) {
          return AddSlotStep(offset, added, origin)
        }
      }
      return SetNumberStep(offset, typed(core), origin)
    case .value(let place):
      switch core.added(to: slot) {
      case .element(let part)?:
        return AppendElementStep(
          place, value(part), isFresh: part.isFresh, holdsContainers: core.type.holdsContainers,
          keeps: keeps, origin)
      case .pieces(let parts)?: return AppendTextStep(place, parts.map(value), origin)
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
      parts.contains { $0.type.namesRecords || $0.readsFacts }
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

extension ValueType {
  /// Whether a value of the type reads as the name of a record somewhere in it.
  var namesRecords: Bool {
    switch self {
    case .record: true
    case .list(let element): element.namesRecords
    case .map(let key, let value): key.namesRecords || value.namesRecords
    case .structure(let fields): fields.contains { $0.type.namesRecords }
    default: false
    }
  }
}
