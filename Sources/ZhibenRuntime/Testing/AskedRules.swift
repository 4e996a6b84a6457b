import ZhibenSemantics

extension Program {
  /// The rules that a test asks about: those that its questions over outcomes name, or all where a question names none. Only these are planned.
  func rulesAsked(by test: TestCase) -> Set<Int> {
    guard let search = asked(by: test) else { return [] }
    return search.asksAll ? Set(rules.indices) : withReliefs(search.asked)
  }

  /// Also those that ease what the rules ask for.
  private func withReliefs(_ rules: Set<Int>) -> Set<Int> {
    rules.reduce(into: rules) { all, rule in
      for part in [ReliefRule.Part.cadence, .share] {
        all.formUnion(reliefs(of: rule, part).map(\.number))
      }
    }
  }

  /// The rules that a test asks about by name.
  public func rulesNamed(by test: TestCase) -> Set<Int> {
    withReliefs(asked(by: test)?.asked ?? [])
  }

  private func asked(by test: TestCase) -> AskedRules? {
    guard let outcomes else { return nil }
    var search = AskedRules(
      program: self, registers: Set(outcomes.registers.values), rules: outcomes.rules)
    search.look(at: test.procedure.body)
    return search
  }
}

/// Looks for questions over outcomes in statements, and in the functions that they call.
private struct AskedRules {
  let program: Program
  let registers: Set<RegisterID>
  let rules: EnumID
  var asked: Set<Int> = []
  var asksAll = false
  private var functions: Set<Int> = []

  init(program: Program, registers: Set<RegisterID>, rules: EnumID) {
    (self.program, self.registers, self.rules) = (program, registers, rules)
  }

  mutating func look(at steps: [Step]) {
    for step in steps {
      for core in step.cores { look(at: core) }
      look(at: step.inner)
    }
  }

  private mutating func look(at core: Core) {
    switch core.node {
    case .query(let query):
      if case .rows(let rows, _) = query.source { note(rows, query.filter) }
    case .aggregate(let aggregate): note(aggregate.rows, aggregate.filter)
    case .call(let function, _):
      if program.functions.indices.contains(function), functions.insert(function).inserted {
        look(at: program.functions[function].body)
      }
    default: break
    }
    for part in core.parts { look(at: part) }
  }

  private mutating func note(_ rows: RowSource, _ filter: Core?) {
    guard registers.contains(rows.register(scopes: program.scopes)) else { return }
    if let named = filter.flatMap(named) { asked.formUnion(named) } else { asksAll = true }
  }

  /// The rules outside of which the condition cannot hold; nil if it may hold for any.
  private func named(in condition: Core) -> Set<Int>? {
    switch condition.node {
    case .and(let parts): return parts.lazy.compactMap { named(in: $0) }.first
    case .compare(.equal, let left, let right): return rule(left) ?? rule(right)
    case .isIn(let left, let values, _):
      guard left.type == .enumeration(rules) else { return nil }
      let found = values.compactMap { rule($0) }
      return found.count == values.count ? Set(found.joined()) : nil
    default: return nil
    }
  }

  private func rule(_ core: Core) -> Set<Int>? {
    guard case .constant(.enumeration(rules, let rule)?) = core.node else { return nil }
    return Set(
      program.rules.indices.filter { OutcomeRegisters.place(of: $0, in: program.rules) == rule })
  }
}
