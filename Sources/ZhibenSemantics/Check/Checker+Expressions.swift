import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// One case for each form of an expression. What a form means stands in the files beside this one.

extension Checker {
  /// What an expression is: a value or a collection; nil after a message.
  func meaning(_ expression: Expression, _ context: Context, _ wanted: Wanted) -> Meaning? {
    depth += 1
    defer { depth -= 1 }
    note(level: 0)
    let origin = context.origin(expression.span)
    switch expression.kind {
    case .missing: return nil
    case .name(let name): return meaning(of: name, context, wanted)
    case .this(let name): return subject(name, context).map { .value($0) }
    case .that(let name): return enclosing(name, context).map { .value($0) }
    case .record(let register, let key): return record(register, key, context).map { .value($0) }
    case .string(let parts): return text(parts, origin, context, wanted).map { .value($0) }
    case .literal(let literal):
      return self.literal(literal, origin, context, wanted).map { .value($0) }
    case .member(let base, let name): return member(base, name, context, wanted)
    case .call(let callee, let arguments):
      if let (name, template) = template(callee, context) {
        return meaning(of: template, name, arguments, origin, context, wanted)
      }
      return call(callee, arguments, origin, context, wanted).map { .value($0) }
    case .via(let base, let field): return via(base, field, context).map { .rows($0) }
    case .all(let base):
      var whole = context
      whole.isWhole = true
      return meaning(base, whole, .collection)
    case .filter(let base, let condition):
      return filtered(base, condition, context).map { .rows($0) }
    case .setOperation(let operation, let left, let right):
      return combined(operation, left, right, context)
    case .during(let base, let window): return during(base, window, context, wanted)
    case .negate(let operand): return negated(operand, origin, context).map { .value($0) }
    case .not(let operand):
      return condition(operand, context).map { .value(Core(.not($0), .bool, origin)) }
    case .binary(let operation, let left, let right):
      return binary(operation, left, right, origin, context).map { .value($0) }
    case .comparison(let left, let tails):
      return comparison(left, tails, origin, context).map { .value($0) }
    case .isEmpty(let operand, let isNegated):
      return emptiness(operand, isNegated, origin, context).map { .value($0) }
    case .between(let operand, let low, let high):
      return between(operand, low, high, origin, context).map { .value($0) }
    case .offset(let anchor, let direction, let literal, _):
      return shifted(anchor, direction, literal, origin, context).map { .value($0) }
    case .conditional(let test, let yes, let no):
      return conditional(test, yes, no, origin, context, wanted).map { .value($0) }
    case .set, .through, .entries:
      guard context.procedure != nil, !wanted.rows || isList(expression) else {
        reportNoValue(expression, context, wanted)
        return nil
      }
      return composed(expression, context, wanted).map { .value($0) }
    case .history(let base):
      return history(base, nil, origin, context).map { .value($0) }
    case .ever(let inner): return ever(inner, origin, context).map { .value($0) }
    case .group, .aggregate, .sort, .select, .first:
      guard context.procedure != nil else {
        reporter.report("E0449", at: origin, ["text": Wording(reporter.text(origin))])
        return nil
      }
      return question(expression, context)
    }
  }

  private func isList(_ expression: Expression) -> Bool {
    if case .set = expression.kind { true } else { false }
  }

  func reportLater(_ keyword: Keyword, _ origin: Origin) {
    reporter.report("E0516", at: origin, ["kind": Self.word(keyword)])
  }

  private func reportNoValue(_ expression: Expression, _ context: Context, _ wanted: Wanted) {
    let found =
      switch expression.kind {
      case .set: Wording(zh: "一组值", en: "a set of values")
      case .entries: Wording(zh: "一组栏目和值", en: "fields and values")
      default: Wording(zh: "一段日期", en: "a span of days")
      }
    reporter.report(
      "E0401", at: context.origin(expression.span),
      ["expected": wanted.rows ? Self.records : typeName(wanted.type), "found": found])
  }

  static let records = Wording(zh: "一批记录", en: "records")

  // MARK: - Truth

  /// 且 and 或, flattened, and arithmetic.
  private func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ origin: Origin,
    _ context: Context
  ) -> Core? {
    guard operation == .and || operation == .or else {
      return arithmetic(operation, left, right, origin, context)
    }
    let (first, second) = (condition(left, context), condition(right, context))
    guard let first, let second else { return nil }
    let parts = [first, second].flatMap { part -> [Core] in
      switch (operation, part.node) {
      case (.and, .and(let parts)), (.or, .or(let parts)): parts
      default: [part]
      }
    }
    return Core(operation == .and ? .and(parts) : .or(parts), .bool, origin)
  }

  private func conditional(
    _ test: Expression, _ yes: Expression, _ no: Expression, _ origin: Origin,
    _ context: Context, _ wanted: Wanted
  ) -> Core? {
    let test = condition(test, context)
    guard let yes = value(yes, context, .type(wanted.type)),
      let no = value(no, context, .type(wanted.type ?? yes.type))
    else { return nil }
    guard fits(yes.type, no.type) else {
      reporter.report(
        "E0425", at: origin, ["left": typeName(yes.type), "right": typeName(no.type)])
      return nil
    }
    guard let test else { return nil }
    return Core(.conditional(test, yes, no), yes.type, origin)
  }

  /// `x 为空` is two-valued (time 7); of a collection it asks whether there are rows.
  private func emptiness(
    _ operand: Expression, _ isNegated: Bool, _ origin: Origin, _ context: Context
  ) -> Core? {
    switch meaning(operand, context, .anything) {
    case nil: return nil
    case .rows(let rows):
      return aggregate(isNegated ? .exists : .none, rows, .bool, origin, context)
    case .value(let core):
      let empty = Core(.isEmpty(core), .bool, origin)
      return isNegated ? Core(.not(empty), .bool, origin) : empty
    }
  }
}
