import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension Run {
  /// The parts of a condition with their values, as far as they can be judged again without effects: what a failed 断言 shows.
  func parts(of condition: Core, _ slots: [Value?]) -> [ScriptFailure.Part] {
    facts.refresh()
    let evaluator = ReferenceEvaluator(
      program: program, snapshot: facts.current, calendar: world.calendar)
    let printer = ProgramPrinter(program)
    let scene = Scene(slots: slots, caller: NoCalls(), meter: nil)
    let here = ReferenceEvaluator.Standpoint(frames: [], day: day, scene: scene)
    var seen: Set<String> = []
    return condition.operands.prefix(12).compactMap { part in
      guard !part.calls else { return nil }
      let placed = program.sources.indices.contains(part.origin.source)
      let text =
        placed ? program.sources[part.origin.source].text(part.origin.span) : printer.text(part)
      guard seen.insert(text).inserted else { return nil }
      return ScriptFailure.Part(
        text: text, value: wording(evaluator.evaluate(part, here, nil)))
    }
  }

  /// Ends a setting of a part.
  func settle(
    _ outcome: InPlace.Outcome, _ name: String, _ origin: Origin, _ own: (Bool) -> Void
  ) {
    switch outcome {
    case .done(let isOwned): own(isOwned)
    case .noPart(let key): fail("E0813", origin, ["name": Wording(name), "key": wording(key)])
    case .stopped: own(false)
    }
  }
}

/// Judges nothing that has effects.
private final class NoCalls: Caller {
  func call(
    function: Int, _ arguments: [Value?], on day: CivilDate, at origin: Origin
  ) -> Value? { nil }
  func call(host function: Int, _ arguments: [Value?], at origin: Origin) -> Value? { nil }
  func answer(_ query: Query, at origin: Origin, variable: @escaping (Int) -> Value?) -> [Value]? {
    nil
  }
  func note(undecided count: Int, at origin: Origin) {}
  func note(record value: Value) {}
}

extension Core {
  /// What a condition compares, or its parts that are conditions themselves.
  fileprivate var operands: [Core] {
    switch node {
    case .and(let parts), .or(let parts): parts.flatMap(\.operands)
    case .not(let part): part.operands
    case .compare, .isIn, .between, .contains, .isEmpty, .conditional:
      parts.filter { if case .constant = $0.node { false } else { true } }
    case .constant: []
    default: [self]
    }
  }

  /// Whether a function is called in it.
  fileprivate var calls: Bool {
    switch node {
    case .call, .hostCall: true
    default: parts.contains(where: \.calls)
    }
  }
}

extension World {
  /// Whether judging an expression reads outcomes, by itself or in functions that it calls.
  func readsOutcomes(_ core: Core) -> Bool {
    guard let outcomes, !outcomes.registers.isEmpty else { return false }
    var calls: Set<Int> = []
    return program.mentions(outcomes.registers, core, &calls)
  }
}

extension Program {
  fileprivate func mentions(
    _ registers: Set<RegisterID>, _ core: Core, _ calls: inout Set<Int>
  ) -> Bool {
    func source(_ rows: RowSource) -> Bool { registers.contains(rows.register(scopes: scopes)) }
    switch core.node {
    case .field(_, let field): if registers.contains(field.register) { return true }
    case .aggregate(let aggregate): if source(aggregate.rows) { return true }
    case .query(let query): if case .rows(let rows, _) = query.source, source(rows) { return true }
    case .call(let function, _):
      if calls.insert(function).inserted,
        functions[function].body.contains(where: { mentions(registers, $0, &calls) })
      {
        return true
      }
    default: break
    }
    return core.parts.contains { mentions(registers, $0, &calls) }
  }

  private func mentions(
    _ registers: Set<RegisterID>, _ step: Step, _ calls: inout Set<Int>
  ) -> Bool {
    step.cores.contains { mentions(registers, $0, &calls) }
      || step.inner.contains { mentions(registers, $0, &calls) }
  }
}
