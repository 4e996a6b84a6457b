import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

// Changes in expressions.

extension ProgramMutator {
  mutating func change(_ cores: inout [Core], _ schema: Schema) {
    for index in cores.indices { change(&cores[index], schema) }
  }

  mutating func change(_ core: inout Core?, _ schema: Schema) {
    guard var inner = core else { return }
    change(&inner, schema)
    core = inner
  }

  /// Everything in an expression, inside first.
  mutating func change(_ core: inout Core, _ schema: Schema) {
    let whole = core
    switch core.node {
    case .and(var parts):
      change(&parts, schema)
      core.node =
        offers(.connective, whole.origin, Wording(zh: "且 → 或", en: "and → or"))
        ? .or(parts) : .and(parts)
    case .or(var parts):
      change(&parts, schema)
      core.node =
        offers(.connective, whole.origin, Wording(zh: "或 → 且", en: "or → and"))
        ? .and(parts) : .or(parts)
    case .compare(var operation, var left, var right):
      change(&left, schema)
      change(&right, schema)
      if left.type.isScale(schema) {
        threshold(&left, of: whole, schema)
        threshold(&right, of: whole, schema)
      }
      if let turned = operation.turned(left.type.isScale(schema)),
        offers(.comparison, whole.origin, Wording("\(operation.sign) → \(turned.sign)"))
      {
        operation = turned
      }
      core.node = .compare(operation, left, right)
    case .between(var part, var lower, var upper):
      change(&part, schema)
      threshold(&lower, of: whole, schema)
      threshold(&upper, of: whole, schema)
      core.node = .between(part, lower, upper)
    case .not(var part):
      change(&part, schema)
      core.node = .not(part)
    case .field(var base, let field):
      change(&base, schema)
      core.node = .field(base, field)
    case .isIn(var element, let items, let isOpen):
      change(&element, schema)
      core.node = .isIn(element, items, isOpen: isOpen)
    case .isEmpty(var part):
      change(&part, schema)
      core.node = .isEmpty(part)
    case .arithmetic(let operation, var left, var right):
      change(&left, schema)
      change(&right, schema)
      core.node = .arithmetic(operation, left, right)
    case .conditional(var condition, var then, var otherwise):
      change(&condition, schema)
      change(&then, schema)
      change(&otherwise, schema)
      core.node = .conditional(condition, then, otherwise)
    case .at(var part, let day):
      change(&part, schema)
      core.node = .at(part, day: day)
    case .builtin(let function, var parts):
      change(&parts, schema)
      core.node = .builtin(function, parts)
    case .shift(let part, let direction, var term):
      self.term(&term, .deadline, whole.origin)
      core.node = .shift(part, direction, term)
    case .aggregate(var aggregate):
      change(&aggregate, whole.origin, schema)
      core.node = .aggregate(aggregate)
    case .ever(var part, var window):
      change(&part, schema)
      change(&window, whole.origin)
      core.node = .ever(part, window)
    case .fold(var fold):
      change(&fold.filter, schema)
      change(&fold.value, schema)
      core.node = .fold(fold)
    case .query(var query):
      change(&query.filter, schema)
      core.node = .query(query)
    default: break
    }
  }

  private mutating func change(
    _ aggregate: inout Aggregate, _ origin: Origin, _ schema: Schema
  ) {
    change(&aggregate.window, origin)
    change(&aggregate.filter, schema)
    change(&aggregate.value, schema)
  }

  private mutating func change(_ window: inout Window?, _ origin: Origin) {
    switch window {
    case .lookBack(var term)?:
      self.term(&term, .deadline, origin)
      window = .lookBack(term)
    case .before(let anchor, var term)?:
      self.term(&term, .deadline, origin)
      window = .before(anchor, term)
    case .after(let anchor, var term)?:
      self.term(&term, .deadline, origin)
      window = .after(anchor, term)
    case .period?, .days?, .targetPeriod?, nil: break
    }
  }

  /// The conditions of statements.
  mutating func change(_ steps: inout [Step], _ schema: Schema) {
    for index in steps.indices {
      switch steps[index].node {
      case .branch(var branches, var otherwise):
        for branch in branches.indices {
          change(&branches[branch].condition, schema)
          change(&branches[branch].body, schema)
        }
        change(&otherwise, schema)
        steps[index].node = .branch(branches, otherwise: otherwise)
      case .forEach(let slot, let list, var body):
        change(&body, schema)
        steps[index].node = .forEach(slot, list, body)
      case .loop(var condition, var body):
        change(&condition, schema)
        change(&body, schema)
        steps[index].node = .loop(condition, body)
      case .giveBack(var core):
        change(&core, schema)
        steps[index].node = .giveBack(core)
      case .set(let slot, var core):
        change(&core, schema)
        steps[index].node = .set(slot, core)
      default: break
      }
    }
  }
}

extension ValueType {
  /// Whether its values stand on a scale with neighbours.
  fileprivate func isScale(_ schema: Schema) -> Bool {
    switch self {
    case .number, .date, .moment, .term: true
    case .enumeration(let list): schema[list].isOrdered
    default: false
    }
  }
}

extension ComparisonOperator {
  /// The comparison that is easily taken for it.
  func turned(_ isScale: Bool) -> ComparisonOperator? {
    switch self {
    case .less: .lessOrEqual
    case .lessOrEqual: .less
    case .greater: .greaterOrEqual
    case .greaterOrEqual: .greater
    case .equal: .notEqual
    case .notEqual: .equal
    default: nil
    }
  }
}
