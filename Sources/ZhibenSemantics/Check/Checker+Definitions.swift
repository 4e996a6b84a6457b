import ZhibenDiagnostics
import ZhibenSyntax

// Scopes, partitions, parameters and readings, each checked when first needed.

extension Checker {
  // MARK: - Once each

  /// Runs the check of one definition unless it has run; a definition that needs itself is an error.
  func checked<Definition>(
    _ symbol: Symbol, _ list: ReferenceWritableKeyPath<Checker, [Lazily<Definition>]>,
    _ index: Int, at origin: Origin?, _ check: (Loaded) -> Definition?
  ) -> Definition? {
    note(use: .definition(symbol), at: origin)
    let item = self[keyPath: list][index].item
    switch self[keyPath: list][index].state {
    case .done(let definition):
      note(level: self[keyPath: list][index].level)
      return definition
    case .failed: return nil
    case .running:
      let start = running.firstIndex { $0.symbol == symbol } ?? 0
      let name = item.declaration.name?.text ?? ""
      let path = (running[start...].map(\.name) + [name]).joined(separator: " → ")
      reporter.apart {
        reporter.report("E0308", at: origin ?? item.nameOrigin, ["path": Wording(path)])
      }
      return nil
    case .waiting: break
    }
    guard depth <= Self.maximumRecursion else { return tooDeep(origin ?? item.nameOrigin) }
    self[keyPath: list][index].state = .running
    running.append((symbol, item.declaration.name?.text ?? ""))
    levels.append((depth, depth))
    // What was made for a supposition has been checked with the plan's values: only what is wrong with the others is still to be said.
    let isAgain = assumptions[symbol] != nil
    let definition = reporter.apart { isAgain ? reporter.again { check(item) } : check(item) }
    running.removeLast()
    let level = levels.popLast().map { $0.deepest - $0.start } ?? 0
    self[keyPath: list][index].level = level
    note(level: level)
    if let definition, level <= Self.maximumDepth {
      self[keyPath: list][index].state = .done(definition)
      return definition
    }
    self[keyPath: list][index].state = .failed
    return definition == nil ? nil : tooDeep(item.nameOrigin)
  }

  /// Definitions that rest on one another without end would overflow whoever evaluates them.
  private func tooDeep<Definition>(_ origin: Origin) -> Definition? {
    reporter.apart { reporter.report("E0320", at: origin, ["limit": "\(Self.maximumDepth)"]) }
    return nil
  }

  /// Takes note that something stands here that nests so deep.
  func note(level: Int) {
    guard let last = levels.indices.last else { return }
    levels[last].deepest = max(levels[last].deepest, depth + level)
  }

  // MARK: - 范围

  func scope(_ index: Int, at origin: Origin? = nil) -> ScopeDefinition? {
    checked(.scope(index), \.scopes, index, at: origin) { item in
      let binding = bindings[index]
      guard let name = item.declaration.name, case .query(let query, _) = item.declaration.body,
        let subject = subject(
          query, source: item.source, binding?.constants ?? [:],
          under: assumptions[.scope(index)] ?? [:])
      else { return nil }
      return ScopeDefinition(
        name: name.text + (binding?.suffix ?? ""), register: subject.register,
        condition: subject.condition, origin: item.origin(name.span))
    }
  }

  /// The register of a scope that has been checked.
  func scopeRegister(_ index: Int) -> RegisterID? {
    if case .done(let scope) = scopes[index].state { return scope.register }
    return nil
  }

  /// A collection as a register and a predicate over frame 0: 对象, 范围, the domain of a 划分.
  func subject(
    _ query: Expression, source: Int, _ constants: [String: Core] = [:],
    under assumptions: Assumptions = [:]
  ) -> Subject? {
    var context = Context(source: source)
    context.constants = constants
    context.assumptions = assumptions
    guard let rows = rows(query, context), let register = rows.register else { return nil }
    let origin = context.origin(query.span)
    guard rows.value == nil else {
      reporter.report(
        "E0404", at: origin,
        [
          "text": Wording(reporter.text(origin)),
          "found": typeName(.list(rows.value?.type ?? .bool)),
        ])
      return nil
    }
    return Subject(
      register: register, condition: membership(rows, row(rows)),
      text: reporter.text(origin))
  }

  // MARK: - 划分

  func partition(_ index: Int, at origin: Origin? = nil) -> PartitionDefinition? {
    checked(.partition(index), \.partitions, index, at: origin) { item in
      guard let name = item.declaration.name, case .partition(let body) = item.declaration.body,
        let classes = symbols.enumerations[name.text]
      else { return nil }
      return partition(name, body, classes, item, assumptions[.partition(index)] ?? [:])
    }
  }

  private func partition(
    _ name: Name, _ body: PartitionBody, _ classes: EnumID, _ item: Loaded,
    _ assumptions: Assumptions
  ) -> PartitionDefinition? {
    guard let domain = body.domain else {
      reportLack(
        "E0501", of: item, at: item.nameOrigin,
        ["rule": Wording(name.text), "clause": Self.word(.forIn)])
      return nil
    }
    guard let subject = subject(domain, source: item.source, under: assumptions) else {
      return nil
    }
    var context = Context(source: item.source, frames: [subject.register])
    context.assumptions = assumptions
    var arms: [Core] = []
    var rest: PartitionBody.Arm?
    for arm in body.arms {
      let origin = item.origin(arm.label.span)
      if let rest {
        reporter.report(
          "E0505", at: origin, ["earlier": Wording(rest.label.text)],
          secondary: [
            (item.origin(rest.label.span), Wording(zh: "其余都归这里", en: "takes all the rest"))
          ])
      }
      if isRest(arm.condition) {
        rest = rest ?? arm
        arms.append(.truth(item.origin(arm.condition.span)))
      } else if let condition = condition(arm.condition, context) {
        arms.append(condition)
      }
    }
    if rest == nil {
      reportLack(
        "E0504", of: item, at: item.nameOrigin,
        ["cases": Wording(zh: "以上条件都不满足的", en: "those that meet none of the conditions")])
    }
    guard arms.count == schema[classes].values.count, rest != nil else { return nil }
    let suffix = assumptions.isEmpty ? "" : text(of: assumptions)
    return PartitionDefinition(
      name: name.text + suffix, register: subject.register, domain: subject.condition,
      classes: classes,
      arms: arms, origin: item.origin(name.span))
  }

  private func isRest(_ expression: Expression) -> Bool {
    guard case .name(let name) = expression.kind, !name.isQuoted else { return false }
    return name.text == "其他" || name.text == "other"
  }

  // MARK: - 参数

  func parameter(_ index: Int, at origin: Origin? = nil) -> ParameterDefinition? {
    checked(.parameter(index), \.parameters, index, at: origin) { item in
      guard let name = item.declaration.name,
        case .value(let expression, let clauses) = item.declaration.body
      else { return nil }
      let citations = citations(item, clauses)
      let isUnstated = clauses.contains { $0.head == .unstated }
      if citations.isEmpty, !isUnstated {
        reportLack(
          "W0514", of: item, at: item.nameOrigin, ["name": Wording(name.text)])
      }
      let assumptions = assumptions[.parameter(index)] ?? [:]
      guard
        let (written, type, writtenCadence) = constantOrCadence(
          expression, item.source, assumptions)
      else { return nil }
      var (value, cadence) = (written, writtenCadence)
      if let other = parameterValues[index] {
        if case .cadence(let other) = other { cadence = other } else { value = other }
      }
      return ParameterDefinition(
        name: name.text, value: value, type: type, cadence: cadence,
        text: reporter.text(item.origin(expression.span)), isUnstated: isUnstated,
        citations: citations, origin: item.origin(name.span))
    }
  }

  func parameterType(_ parameter: ParameterDefinition) -> ValueType? { parameter.type }

  /// A parameter as a constant; a cadence is none.
  func constant(_ parameter: ParameterDefinition, _ origin: Origin) -> Core? {
    guard let type = parameter.type else {
      reportCadence(Name(parameter.name, origin.span), origin)
      return nil
    }
    return Core(.constant(parameter.value), type, origin)
  }

  /// A constant, or a cadence with its text as the value.
  private func constantOrCadence(
    _ expression: Expression, _ source: Int, _ assumptions: Assumptions
  ) -> (Value, ValueType?, Cadence?)? {
    var context = Context(source: source)
    context.assumptions = assumptions
    if case .literal(.cadence(let literal)) = expression.kind {
      let origin = context.origin(expression.span)
      guard let cadence = cadence(literal, origin) else { return nil }
      return (.text(reporter.text(origin)), nil, cadence)
    }
    if case .name(let name) = expression.kind,
      case .parameter(let index)? = symbol(name.text, context)
    {
      guard let other = parameter(index, at: context.origin(name.span)) else { return nil }
      return (assumptions[index] ?? other.value, other.type, other.cadence)
    }
    if case .literal(.within(let duration)) = expression.kind {
      return (.term(written(duration)), .term, nil)
    }
    guard let core = value(expression, context) else { return nil }
    guard case .constant(let value?) = core.node else {
      reporter.report("E0429", at: context.origin(expression.span))
      return nil
    }
    return (value, core.type, nil)
  }

  // MARK: - 口径

  func reading(_ index: Int, at origin: Origin? = nil) -> ReadingDefinition? {
    checked(.reading(index), \.readings, index, at: origin) { item in
      guard let name = item.declaration.name,
        case .value(let expression, _) = item.declaration.body
      else { return nil }
      let text = reporter.text(item.origin(expression.span))
      let place = item.origin(name.span)
      // 口径 日 = 工作日 and words such as 期末 are read by those who need them.
      if case .name(let word) = expression.kind, symbols.names[word.text] == nil {
        return ReadingDefinition(name: name.text, text: text, origin: place)
      }
      guard
        let (value, _, cadence) = constantOrCadence(
          expression, item.source, assumptions[.reading(index)] ?? [:])
      else { return nil }
      return ReadingDefinition(
        name: name.text, text: text, value: cadence == nil ? value : nil, cadence: cadence,
        origin: place)
    }
  }

  func type(of value: Value) -> ValueType {
    switch value {
    case .bool: .bool
    case .number: .number(unit: "")
    case .text: .text
    case .date: .date
    case .moment: .moment
    case .term: .term
    case .enumeration(let list, _): .enumeration(list)
    case .record(let register, _): .record(register)
    case .list(let elements): .list(elements.first.map(type(of:)) ?? .text)
    case .map(let entries):
      .map(
        entries.keys.first.map(type(of:)) ?? .text, entries.values.first.map(type(of:)) ?? .text)
    case .structure, .unknown: .structure([])
    case .cadence: .cadence
    case .period: .period
    }
  }

  // MARK: - 依据

  /// The heading path of a literate file, then 依据 as written.
  func citations(_ item: Loaded, _ clauses: [Clause]) -> [String] {
    var result: [String] = []
    let headings = item.declaration.headings
    if !headings.isEmpty { result.append(headings.joined(separator: " › ")) }
    for clause in clauses {
      guard case .citations(let citations) = clause.value else { continue }
      result += citations.map { $0.text + ($0.article ?? "") }
    }
    return result
  }
}
