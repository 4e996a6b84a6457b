import ZhibenDiagnostics
import ZhibenSyntax

// Comparisons: which side helps the other to its type, and what may be compared.

extension Checker {
  func comparison(
    _ left: Expression, _ tails: [ComparisonTail], _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let tail = tails.first else { return nil }
    guard tails.count == 1 else {
      refuseChain(left, tails, origin, context)
      return nil
    }
    switch tail.operation {
    case .isIn, .notIn:
      guard let core = membership(left, tail.operand, origin, context) else { return nil }
      return tail.operation == .notIn ? Core(.not(core), .bool, origin) : core
    case .contains, .notContains:
      guard let core = containment(left, tail.operand, origin, context) else { return nil }
      return tail.operation == .notContains ? Core(.not(core), .bool, origin) : core
    default:
      return compared(left, tail, origin, context)
    }
  }

  /// A run that cannot be read (`D且人数`) is the better message than the chain it makes.
  private func refuseChain(
    _ left: Expression, _ tails: [ComparisonTail], _ origin: Origin, _ context: Context
  ) {
    let operands = [left] + tails.map(\.operand)
    for operand in operands {
      if case .name(let name) = operand.kind, let spaced = segmented(name, context) {
        reportGlued(name, spaced, context)
        return
      }
    }
    var fixes: [Fix] = []
    if operands.count == 3 {
      let texts = operands.map { reporter.text(context.origin($0.span)) }
      let signs = tails.map { $0.operation.sign }
      let text = "\(texts[0]) \(signs[0]) \(texts[1]) 且 \(texts[1]) \(signs[1]) \(texts[2])"
      fixes = [Fix(origin.span, text)]
    }
    reporter.report("E0405", at: origin, fixes: fixes)
  }

  // MARK: - = ≠ < ≤ > ≥

  private func compared(
    _ left: Expression, _ tail: ComparisonTail, _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let (first, other) = operands(left, tail.operand, context) else { return nil }
    let second = converted(other, to: first.type) ?? other
    guard isComparable(first, tail, second, origin, context) else { return nil }
    guard
      !hasRival(left, context, fits: { self.reads(tail.operand, second, as: $0, context) }),
      !hasRival(tail.operand, context, fits: { self.reads(left, first, as: $0, context) })
    else { return nil }
    if let core = byKey(first, tail, second, origin, context) { return core }
    return Core(.compare(tail.operation, first, second), .bool, origin)
  }

  /// Whether the type of an expression may depend on the place where it stands. Only such short expressions are read more than once: if longer ones
  /// were, nested ones would be read exponentially often.
  private func needsHelp(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .string, .literal(.duration): true
    case .conditional(_, let yes, let no): needsHelp(yes) && needsHelp(no)
    default: false
    }
  }

  /// Both sides: the one that needs no help gives the other its type.
  private func operands(
    _ left: Expression, _ right: Expression, _ context: Context
  ) -> (Core, Core)? {
    func side(_ expression: Expression, _ type: ValueType?) -> Core? {
      value(expression, context, Wanted(type: type, checksRivals: false))
    }
    switch (needsHelp(left), needsHelp(right)) {
    case (true, false):
      guard let second = side(right, nil) else { return nil }
      return side(left, second.type.element).map { ($0, second) }
    case (true, true) where probed(left, context) == nil:
      // What is wrong with the left side is said if the right one does not know the type either.
      let type = probed(right, context)
      guard let first = side(left, type) else { return nil }
      return side(right, type).map { (first, $0) }
    default:
      // A bare name is read as what it is, branches as what they are together.
      let isChoice = if case .conditional = left.kind { true } else { false }
      guard let first = side(left, isChoice ? probed(left, context) : nil) else {
        if !needsHelp(right) { _ = side(right, nil) }
        return nil
      }
      return side(right, needsHelp(right) ? first.type.element : first.type).map { (first, $0) }
    }
  }

  /// The type of an expression that needs help, if it can be read without; nil for others.
  private func probed(_ expression: Expression, _ context: Context) -> ValueType? {
    switch expression.kind {
    case .name, .string, .literal:
      reporter.attempt { value(expression, context, Wanted(checksRivals: false)) }?.type.element
    case .conditional(_, let yes, let no): probed(yes, context) ?? probed(no, context)
    default: nil
    }
  }

  /// Whether the other side of a comparison could be read with that type.
  private func reads(
    _ other: Expression, _ core: Core, as type: ValueType, _ context: Context
  ) -> Bool {
    guard needsHelp(other) else { return fits(core.type.element, type.element) }
    let core = reporter.attempt {
      value(other, context, Wanted(type: type.element, checksRivals: false))
    }
    return core.map { fits($0.type.element, type.element) } ?? false
  }

  private func isComparable(
    _ first: Core, _ tail: ComparisonTail, _ second: Core, _ origin: Origin, _ context: Context
  ) -> Bool {
    // In procedures whatever has one type may be equal.
    if context.procedure != nil, tail.operation == .equal || tail.operation == .notEqual,
      fits(second.type, first.type)
    {
      return true
    }
    let sign = tail.operation.sign
    switch (first.type, second.type) {
    case (.number(let a), .number(let b)):
      if a == b || a.isEmpty || b.isEmpty { return true }
      reportUnits(a, b, origin)
      return false
    case (.enumeration(let a), .enumeration(let b)) where a == b:
      let needsOrder = tail.operation != .equal && tail.operation != .notEqual
      guard needsOrder, !schema[a].isOrdered else { return true }
      reporter.report(
        "E0406", at: Origin(source: origin.source, span: tail.operationSpan),
        ["owner": Wording(schema[a].name), "operator": Wording(sign)])
      return false
    case (.date, .date), (.moment, .moment), (.text, .text): return true
    case (.term, .term): return areTermsComparable(first, second, origin)
    case (.bool, .bool), (.record, .record):
      if first.type == second.type, tail.operation == .equal || tail.operation == .notEqual {
        return true
      }
    case (.list, _) where !second.isList:
      reporter.report(
        "E0424", at: origin, ["text": Wording(reporter.text(first.origin))],
        fixes: tail.operation == .equal ? [Fix(tail.operationSpan, " 包含 ")] : [])
      return false
    default: break
    }
    reportOperator(sign, first.type, second.type, origin)
    return false
  }

  private func areTermsComparable(_ first: Core, _ second: Core, _ origin: Origin) -> Bool {
    guard case .constant(.term(let a)) = first.node, case .constant(.term(let b)) = second.node,
      a.inNaturalDays.unit != b.inNaturalDays.unit
    else { return true }
    reportUnits(a.description, b.description, origin)
    return false
  }

  /// `企业 = 企业「甲厂」` compares keys.
  private func byKey(
    _ first: Core, _ tail: ComparisonTail, _ second: Core, _ origin: Origin, _ context: Context
  ) -> Core? {
    let key: Name
    switch tail.operand.kind {
    case .record(_, let name): key = name
    case .name(let name) where name.isQuoted: key = name
    default: return nil
    }
    guard case .aggregate = second.node, case .record(let register) = first.type,
      let keyField = schema[register].keyField
    else { return nil }
    let field = Core(.field(first, FieldRef(register, keyField)), .text, first.origin)
    let text = Core(.constant(.text(key.text)), .text, context.origin(key.span))
    return Core(.compare(tail.operation, field, text), .bool, origin)
  }

  /// `lower ≤ x ≤ upper`
  func between(
    _ operand: Expression, _ low: Expression, _ high: Expression, _ origin: Origin,
    _ context: Context
  ) -> Core? {
    guard let core = value(operand, context),
      var lower = value(low, context, .type(core.type)),
      var upper = value(high, context, .type(core.type))
    else { return nil }
    lower = converted(lower, to: core.type) ?? lower
    upper = converted(upper, to: core.type) ?? upper
    for bound in [lower, upper] {
      let tail = ComparisonTail(.lessOrEqual, bound.origin.span, low)
      guard isComparable(core, tail, bound, origin, context) else { return nil }
    }
    return Core(.between(core, lower, upper), .bool, origin)
  }

  // MARK: - 属于 包含

  private func membership(
    _ left: Expression, _ right: Expression, _ origin: Origin, _ context: Context
  ) -> Core? {
    if case .name(let name) = right.kind, case .scope(let index)? = symbol(name.text, context) {
      return inScope(left, index, origin, context)
    }
    if case .call(let callee, let arguments) = right.kind,
      let (name, template) = template(callee, context)
    {
      return instance(of: template, name, arguments, context).flatMap {
        inScope(left, $0, origin, context)
      }
    }
    let hasHelp = context.procedure != nil && needsHelp(left) && probed(left, context) == nil
    let help = hasHelp ? elementType(of: right, context) : nil
    guard let core = value(left, context, Wanted(type: help, checksRivals: false)) else {
      return nil
    }
    let type = core.type.element
    switch right.kind {
    case .set(let elements, let isOpen):
      var values: [Core] = []
      for element in elements {
        guard let value = value(element, context, .type(type)) else { continue }
        guard fits(value.type, type) else {
          reportOperator("属于", core.type, value.type, value.origin)
          continue
        }
        values.append(value)
      }
      guard values.count == elements.count else { return nil }
      let rival = { (other: ValueType) in
        zip(elements, values).allSatisfy { self.reads($0, $1, as: other, context) }
      }
      guard !hasRival(left, context, fits: rival) else { return nil }
      return Core(.isIn(core, values, isOpen: isOpen), .bool, origin)
    case .literal(.period(let period)) where core.type == .date:
      guard let spec = periodSpec(period, context.origin(right.span)) else { return nil }
      return within(core, spec, origin)
    default: break
    }
    let wanted: ValueType = context.procedure == nil ? type : .list(type)
    guard let list = value(right, context, .type(wanted)) else { return nil }
    if list.type == .period, core.type == .date { return within(core, list, origin) }
    if case .map(let key, _) = list.type, fits(core.type, key) {
      return Core(.contains(keys(of: list, key), core), .bool, origin)
    }
    guard case .list(let element) = list.type, fits(core.type, element) else {
      // A single value is a set of one: the braces are missing.
      let text = reporter.text(context.origin(right.span))
      reporter.report(
        "E0423", at: context.origin(right.span), ["text": Wording(text)],
        fixes: [Fix(right.span, "{\(text)}")])
      return nil
    }
    return Core(.contains(list, core), .bool, origin)
  }

  /// What a list holds, or the keys of a map.
  private func elementType(of expression: Expression, _ context: Context) -> ValueType? {
    // Longer expressions are not read twice.
    guard case .name = expression.head.kind else { return nil }
    switch reporter.attempt({ value(expression, context) })?.type {
    case .list(let element)?, .map(let element, _)?: return element
    case .period?: return .date
    default: return nil
    }
  }

  private func keys(of map: Core, _ key: ValueType) -> Core {
    Core(.builtin(.keys, [map]), .list(key), map.origin)
  }

  private func inScope(
    _ left: Expression, _ index: Int, _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let scope = scope(index, at: origin), let record = value(left, context) else {
      return nil
    }
    guard record.type == .record(scope.register) else {
      reporter.report(
        "E0401", at: record.origin,
        ["expected": typeName(.record(scope.register)), "found": typeName(record.type)])
      return nil
    }
    return Core(.inScope(index, record), .bool, origin)
  }

  private func containment(
    _ left: Expression, _ right: Expression, _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let core = value(left, context, Wanted(checksRivals: false)) else { return nil }
    if case .set(let elements, _) = right.kind {
      reportContainedSet(left, right, elements, context)
      return nil
    }
    switch core.type {
    case .text, .list: break
    case .map(let key, _):
      return value(right, context, of: key).map {
        Core(.contains(keys(of: core, key), $0), .bool, origin)
      }
    case .period:
      return value(right, context, of: .date).map { within($0, core, origin) }
    default:
      reporter.report(
        "E0422", at: core.origin,
        ["text": Wording(reporter.text(core.origin)), "found": typeName(core.type)])
      return nil
    }
    guard let element = value(right, context, .type(core.type.element)) else { return nil }
    guard fits(element.type, core.type.element) else {
      reportOperator("包含", core.type, element.type, origin)
      return nil
    }
    guard !hasRival(left, context, fits: { self.reads(right, element, as: $0, context) }) else {
      return nil
    }
    return Core(.contains(core, element), .bool, origin)
  }

  /// `内容 包含 {A、B}` may mean all or any of them.
  private func reportContainedSet(
    _ left: Expression, _ right: Expression, _ elements: [Expression], _ context: Context
  ) {
    let span = left.span.union(right.span)
    let name = reporter.text(context.origin(left.span))
    let set = reporter.text(context.origin(right.span))
    let each = elements.map { "\(name) 包含 \(reporter.text(context.origin($0.span)))" }
    let (all, any) = (each.joined(separator: " 且 "), "\(name) 属于 \(set)")
    reporter.report(
      "E0306", at: context.origin(span),
      ["name": Wording("包含 \(set)"), "first": Wording(all), "second": Wording(any)],
      fixes: [Fix(span, all), Fix(span, any)])
  }
}

extension Expression {
  /// What a path begins with.
  fileprivate var head: Expression {
    if case .member(let base, _) = kind { base.head } else { self }
  }
}
