import ZhibenSyntax

// Conditions as boxes of values.

extension Constraints {
  /// Takes a condition apart.
  func decide(_ core: Core) -> Truths {
    switch core.node {
    case .and: return all(core.conjuncts)
    case .or: return all(core.alternatives, isAny: true)
    case .not(let inner): return truths(inner).negated
    case .conditional(let test, let a, let b): return conditional(test, a, b)
    case .compare(let operation, let a, let b): return comparison(operation, a, b, core)
    case .between(let value, let low, let high):
      return truths(
        Core(
          .and([
            Core(.compare(.greaterOrEqual, value, low), .bool, core.origin),
            Core(.compare(.lessOrEqual, value, high), .bool, core.origin),
          ]), .bool, core.origin))
    case .isIn(let value, let list, let isOpen): return membership(value, list, isOpen, core)
    case .contains(let list, let element):
      if list.isList, case .constant(let value?) = element.node { return holds(list, value) }
      return whole(core)
    case .isEmpty(let value): return emptiness(value)
    case .inScope(let index, let record): return scope(index, of: record) ?? whole(core)
    case .aggregate(var aggregate) where aggregate.kind == .none:
      aggregate.kind = .exists
      return whole(Core(.aggregate(aggregate), .bool, core.origin)).negated
    default: return whole(core)
    }
  }

  /// All of them, or any.
  private func all(_ parts: [Core], isAny: Bool = false) -> Truths {
    var found = Truths.always
    for part in parts {
      let next = isAny ? truths(part).negated : truths(part)
      found = Truths(yes: both(found.yes, next.yes), no: either(found.no, next.no))
    }
    return isAny ? found.negated : found
  }

  private func conditional(_ test: Core, _ a: Core, _ b: Core) -> Truths {
    let (test, a, b) = (truths(test), truths(a), truths(b))
    return Truths(
      yes: either(both(test.yes, a.yes), both(test.no, b.yes)),
      no: either(both(test.yes, a.no), both(test.no, b.no)))
  }

  /// A condition that is not taken apart.
  private func whole(_ core: Core) -> Truths {
    let isField = if case .field = core.node { true } else { false }
    let variable =
      isField
      ? variable(of: core)
      : variable(printer.text(core), .condition, core, Scale.truth.withBlank)
    return test(variable, .closed(Rational(1), Rational(1), isWhole: true), of: core)
  }

  /// A variable's value is in the set, or it is another.
  private func test(_ variable: Int, _ set: ValueSet) -> Truths {
    guard variables.indices.contains(variable) else { return .undecided }
    let all = variables[variable].domain.known
    let (inside, outside) = (all.intersection(set), all.subtracting(set))
    return Truths(
      yes: inside.isEmpty ? [] : [Region(variable, inside)],
      no: outside.isEmpty ? [] : [Region(variable, outside)])
  }

  /// The same of an expression that has to be known: of a field of a field, so has what leads to it.
  private func test(_ variable: Int, _ set: ValueSet, of core: Core) -> Truths {
    let found = test(variable, set)
    guard case .field(let base, _) = core.node, case .field = base.node else { return found }
    return found.needing(known(base, self.variable(of: base)), self)
  }

  // MARK: - Values

  /// All values that an expression can have.
  func domain(_ core: Core) -> ValueSet {
    if case .field(_, let ref) = core.node, !schema.canBeFilled(ref) {
      return .blank(isWhole: true)
    }
    let known = knownDomain(core)
    switch core.node {
    case .today, .periodDay: return known
    default: return known.withBlank
    }
  }

  private func knownDomain(_ core: Core) -> ValueSet {
    guard case .number = core.type else { return Scale.domain(core.type, isWhole: true, schema) }
    switch core.node {
    case .aggregate(let aggregate) where [.count, .distinct].contains(aggregate.kind):
      return .closed(Rational(0), nil, isWhole: true)
    case .aggregate(let aggregate) where aggregate.kind == .share:
      return .closed(Rational(0), Rational(1), isWhole: false)
    default: return .closed(nil, nil, isWhole: core.isWhole(schema))
    }
  }

  /// The cases in which the value is known: it is filled in, and so is what leads to it.
  private func known(_ core: Core, _ variable: Int) -> [Region]? {
    let domain = variables[variable].domain.known
    let filled: [Region] = domain.isEmpty ? [] : [Region(variable, domain)]
    guard case .field(let base, _) = core.node, case .field = base.node else { return filled }
    return both(known(base, self.variable(of: base)), filled)
  }

  // MARK: - Comparisons

  private func comparison(
    _ operation: ComparisonOperator, _ a: Core, _ b: Core, _ core: Core
  ) -> Truths {
    if case .constant(let left?) = a.node, case .constant(let right?) = b.node {
      let set = ValueSet.comparing(operation, scale.place(right), isWhole: false)
      return set.contains(scale.place(left)) ? .always : .never
    }
    if case .constant(let value) = b.node { return comparison(operation, a, value, core) }
    if case .constant(let value) = a.node {
      return comparison(operation.turned, b, value, core)
    }
    let (left, right) = (printer.text(a), printer.text(b))
    let (isTurned, isSame) = (right < left, right == left)
    let (first, second) = isTurned ? (b, a) : (a, b)
    let variable: Int
    if isOrdered(a.type) {
      variable = self.variable(
        "比 \(min(left, right)) \(max(left, right))", .order(first, second), core,
        .closed(Rational(isSame ? 0 : -1), Rational(isSame ? 0 : 1), isWhole: true))
    } else {
      variable = self.variable(
        "同 \(min(left, right)) \(max(left, right))", .sameness(first, second), core,
        .closed(Rational(0), Rational(isSame ? 0 : 1), isWhole: true))
    }
    let set = ValueSet.comparing(
      isTurned ? operation.turned : operation, Rational(0), isWhole: true)
    return test(variable, set)
      .needing(known(a, self.variable(of: a)), self)
      .needing(known(b, self.variable(of: b)), self)
  }

  private func comparison(
    _ operation: ComparisonOperator, _ core: Core, _ value: Value?, _ whole: Core
  ) -> Truths {
    guard let value else { return .unknown }
    if case .partition(let index, let record) = core.node,
      case .enumeration(_, let position) = value
    {
      let set = ValueSet.comparing(operation, Rational(position), isWhole: true)
      return partition(index, record, set, core)
    }
    if !isOrdered(core.type), operation != .equal, operation != .notEqual {
      return self.whole(whole)
    }
    let variable = variable(of: core)
    let isWhole = variables[variable].domain.isWhole
    return test(variable, .comparing(operation, scale.place(value), isWhole: isWhole), of: core)
  }

  private func isOrdered(_ type: ValueType) -> Bool {
    switch type {
    case .number, .date, .moment: true
    case .enumeration(let list): schema[list].isOrdered
    default: false
    }
  }

  /// The class of a record is in a set.
  private func partition(
    _ index: Int, _ record: Core, _ set: ValueSet, _ core: Core
  ) -> Truths {
    let variable = variable(of: core)
    guard let classes = classes(index, of: record) else { return test(variable, set) }
    func any(_ isIn: Bool) -> [Region]? {
      classes.indices.filter { set.contains(Rational($0)) == isIn }
        .reduce(Optional([])) { either($0, classes[$1].yes) }
    }
    guard let inside = any(true), let outside = any(false) else { return test(variable, set) }
    return Truths(yes: inside, no: outside)
  }

  // MARK: - Lists

  private func membership(
    _ value: Core, _ list: [Core], _ isOpen: Bool, _ core: Core
  ) -> Truths {
    if var found = membership(value, list) {
      if isOpen { found.no = [] }
      return found
    }
    let parts = list.map { element -> Truths in
      if value.isList {
        guard case .constant(let constant?) = element.node else { return .undecided }
        return holds(value, constant)
      }
      return comparison(.equal, value, element, core)
    }
    var any = parts.reduce(Truths.never) {
      Truths(yes: either($0.yes, $1.yes), no: both($0.no, $1.no))
    }
    // Outside of an open list a person must judge (time 9).
    if isOpen { any.no = [] }
    return any
  }

  /// The same of one value among constants; nil where it takes more than to compare it.
  private func membership(_ value: Core, _ list: [Core]) -> Truths? {
    switch value.node {
    case .constant, .partition: return nil
    default: if value.isList { return nil }
    }
    var places: [Rational] = []
    for element in list {
      guard case .constant(let constant?) = element.node else { return nil }
      places.append(scale.place(constant))
    }
    let variable = variable(of: value)
    let isWhole = variables[variable].domain.isWhole
    return test(variable, .listing(places, isWhole: isWhole), of: value)
  }

  /// A list has an element.
  private func holds(_ list: Core, _ value: Value) -> Truths {
    let text = printer.text(list)
    let element = variable(
      "含 \(text) \(scale.place(value)) \(value)", .element(list, value), list, Scale.truth.withBlank
    )
    return test(element, .comparing(.equal, Rational(1), isWhole: true))
      .needing(emptiness(list).no, self)
  }

  private func emptiness(_ core: Core) -> Truths {
    if core.isList {
      let variable = variable("空 \(printer.text(core))", .emptiness(core), core, Scale.truth)
      return test(variable, .comparing(.equal, Rational(1), isWhole: true))
    }
    let variable = variable(of: core)
    let hasBlank = variables[variable].domain.holdsBlank
    return Truths(
      yes: hasBlank ? [Region(variable, .blank(isWhole: variables[variable].domain.isWhole))] : [],
      no: known(core, variable))
  }
}

extension Truths {
  /// Neither holds nor fails to hold outside of these cases.
  fileprivate func needing(_ cases: [Region]?, _ constraints: Constraints) -> Truths {
    Truths(yes: constraints.both(yes, cases), no: constraints.both(no, cases))
  }
}

extension ComparisonOperator {
  /// The same comparison with its sides exchanged.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension Core {
  /// Whether a number can only be a whole one.
  func isWhole(_ schema: Schema) -> Bool {
    switch node {
    case .field(_, let ref): schema[ref].type == .integer
    case .aggregate(let aggregate): aggregate.kind == .count || aggregate.kind == .distinct
    case .daysBetween, .builtin(.workdaysBetween, _), .builtin(.yearsBetween, _),
      .builtin(.roundUp, _), .builtin(.roundDown, _):
      true
    default: false
    }
  }
}

extension Schema {
  /// Whether a line of the register can fill the field: a record that has no 标识 cannot be referred to, a list without values has none.
  func canBeFilled(_ ref: FieldRef) -> Bool {
    switch self[ref].type {
    case .reference(let target): self[target].keyField != nil
    case .enumeration(let list): !self[list].values.isEmpty
    default: true
    }
  }
}
