import ZhibenSyntax

// Definitions are checked so that what one names was checked before it. A chain of any length is then no deep recursion.

extension Checker {
  /// Checks all scopes, partitions, parameters and readings.
  func checkDefinitions() {
    var seen: Set<Symbol> = []
    var open: [(symbol: Symbol, names: [Symbol], next: Int)] = []
    func visit(_ symbol: Symbol) {
      if seen.insert(symbol).inserted { open.append((symbol, definitions(namedIn: symbol), 0)) }
    }
    let all =
      scopes.indices.map { Symbol.scope($0) } + templates.indices.map { .template($0) }
      + partitions.indices.map { .partition($0) }
      + parameters.indices.map { .parameter($0) } + readings.indices.map { .reading($0) }
    for symbol in all {
      visit(symbol)
      while let last = open.indices.last {
        let next = open[last].next
        if next < open[last].names.count {
          open[last].next += 1
          visit(open[last].names[next])
        } else {
          check(open.removeLast().symbol)
        }
      }
    }
  }

  private func check(_ symbol: Symbol) {
    switch symbol {
    case .scope(let index): _ = scope(index)
    case .template(let index): _ = template(index)
    case .partition(let index): _ = partition(index)
    case .parameter(let index): _ = parameter(index)
    case .reading(let index): _ = reading(index)
    case .register: break
    }
  }

  /// The definitions whose names stand in a definition. A name may turn out to be a field: then the order was stricter than need be.
  private func definitions(namedIn symbol: Symbol) -> [Symbol] {
    let item: Loaded
    switch symbol {
    case .scope(let index): item = scopes[index].item
    case .template(let index): item = templates[index].item
    case .partition(let index): item = partitions[index].item
    case .parameter(let index): item = parameters[index].item
    case .reading(let index): item = readings[index].item
    case .register: return []
    }
    var names: [String] = []
    switch item.declaration.body {
    case .query(let query, _): query.collectNames(into: &names)
    case .value(let value, _): value.collectNames(into: &names)
    case .partition(let body):
      body.domain?.collectNames(into: &names)
      for arm in body.arms { arm.condition.collectNames(into: &names) }
    default: break
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.compactMap { name in
      guard let symbol = symbols.names[name] else { return nil }
      if case .register = symbol { return nil }
      return symbol
    }
  }
}

extension Expression {
  /// Every name that stands in the expression; of `本企业` written as one word also 企业.
  fileprivate func collectNames(into names: inout [String]) {
    func add(_ name: Name) {
      names.append(name.text)
      if name.text.hasPrefix("本") || name.text.hasPrefix("该") {
        names.append(String(name.text.dropFirst()))
      }
    }
    func walk(_ inner: Expression...) { for part in inner { part.collectNames(into: &names) } }
    switch kind {
    case .name(let name), .this(let name), .that(let name), .record(let name, _): add(name)
    case .member(let base, let name), .via(let base, let name):
      walk(base)
      add(name)
    case .string(let parts):
      for case .interpolation(let part) in parts { walk(part) }
    case .set(let elements, _): for element in elements { walk(element) }
    case .entries(let entries):
      for entry in entries {
        if case .value(let key) = entry.key { walk(key) }
        walk(entry.value)
      }
    case .call(let callee, let arguments):
      walk(callee)
      for argument in arguments { walk(argument) }
    case .negate(let base), .not(let base), .all(let base), .history(let base), .ever(let base),
      .isEmpty(let base, _), .offset(let base, _, _, _), .first(let base, _):
      walk(base)
    case .binary(_, let left, let right), .during(let left, let right),
      .through(let left, let right), .filter(let left, let right),
      .setOperation(_, let left, let right):
      walk(left, right)
    case .comparison(let left, let tails):
      walk(left)
      for tail in tails { walk(tail.operand) }
    case .between(let base, let low, let high), .conditional(let base, let low, let high):
      walk(base, low, high)
    case .group(let base, let keys):
      walk(base)
      for key in keys { walk(key) }
    case .aggregate(let base, let columns), .select(let base, let columns):
      walk(base)
      for column in columns { walk(column.value) }
    case .sort(let base, let keys):
      walk(base)
      for key in keys { walk(key.value) }
    case .literal, .missing: break
    }
  }
}
