import ZhibenDiagnostics
import ZhibenSyntax

// 截至 预期 假设.

extension Checker {
  /// `截至 2025年4月3日`: in tests, and first in a script.
  func asOf(_ day: Expression, _ origin: Origin, _ block: Block) -> Step.Node? {
    let procedure = block.context.procedure
    let isFree = procedure?.isTest ?? false
    let isHead = (procedure?.isMain ?? false) && block.isFirst
    guard !block.isNested, isFree || isHead else {
      reporter.report(
        "E0450", at: origin,
        [
          "word": Self.word(.asOf),
          "place": Wording(zh: "测试里，或整个脚本的第一句", en: "in tests, or first in a script"),
        ])
      return nil
    }
    return value(day, block.context, of: .date).map { .asOf($0) }
  }

  /// `预期 问句 为 { 提醒 }`, `预期 条件`
  func expectation(
    _ question: Expression, _ yields: Expression?, _ origin: Origin, _ block: Block
  ) -> Step.Node? {
    let context = block.context
    guard context.procedure?.isTest ?? false else {
      reporter.report(
        "E0450", at: origin,
        ["word": Self.word(.expect), "place": Wording(zh: "测试里", en: "in tests")])
      return nil
    }
    guard let yields else {
      if case .isEmpty(let inner, false) = question.kind {
        return value(inner, context).map { .expect(.isEmpty($0)) }
      }
      return condition(question, context).map { .expect(.holds($0)) }
    }
    guard let core = value(question, context) else { return nil }
    let elements: [Expression]
    switch yields.kind {
    case .set(let written, _): elements = written
    case .entries(let written) where written.isEmpty: elements = []
    default:
      guard case .list = core.type else {
        let tail = ComparisonTail(.equal, yields.span, yields)
        guard let expected = value(yields, context, of: core.type) else { return nil }
        return .expect(
          .holds(Core(.compare(tail.operation, core, expected), .bool, origin)))
      }
      elements = [yields]
    }
    if elements.isEmpty { return .expect(.isEmpty(core)) }
    let type = expectedType(core.type)
    let values = elements.compactMap { expected($0, type, context) }
    return values.count == elements.count ? .expect(.yields(core, values)) : nil
  }

  /// What stands for an element: the name of a record, the value of a single column.
  private func expectedType(_ type: ValueType) -> ValueType {
    switch type.element {
    case .structure(let fields) where fields.count == 1: fields[0].type
    default: type.element
    }
  }

  private func expected(
    _ expression: Expression, _ type: ValueType, _ context: Context
  ) -> Core? {
    let origin = context.origin(expression.span)
    switch (type, expression.kind) {
    case (.record, .string), (.structure, .string): return value(expression, context, of: .text)
    case (.record, .name(let name)), (.structure, .name(let name)), (.text, .name(let name)):
      if context.variables[name.text] == nil {
        return Core(.constant(.text(name.text)), .text, origin)
      }
    default: break
    }
    return value(expression, context, of: type)
  }

  // MARK: - 假设

  /// The changes and the block in which they hold. A parameter's value that is written there is what the block reads, and all on which it rests; one
  /// that only a run finds out is a variable that is set before it.
  func supposition(
    _ changes: [Supposition], _ body: [Statement], _ origin: Origin, _ block: inout Block
  ) -> (Step?, Flow) {
    var supposed: [Step.Supposed] = []
    var context = block.context
    for change in changes {
      guard let made = supposition(change, block.context) else { continue }
      guard case .parameter(let index, let value) = made, value.type != .cadence,
        let procedure = context.procedure
      else {
        supposed.append(made)
        continue
      }
      context.assumptions[index] = nil
      context.supposed[index] = nil
      if case .constant(let known?) = value.node {
        context.assumptions[index] = known
        supposed.append(made)
        continue
      }
      let name = parameters[index].item.declaration.name?.text ?? ""
      let slot = procedure.add(name, value.type, at: value.origin)
      context.supposed[index] = slot
      block.ahead.append(Step(.set(slot, value), origin))
      supposed.append(.parameter(index, Core(.variable(slot), value.type, value.origin)))
    }
    let start = uses.count
    let (steps, flow) = inner(body, block, context: context)
    for case .parameter(let index, let value) in supposed {
      if case .variable = value.node { uses.suppose(index, from: start) }
    }
    guard supposed.count == changes.count else { return (nil, flow) }
    return (Step(.suppose(supposed, steps), origin), flow)
  }

  private func supposition(_ written: Supposition, _ context: Context) -> Step.Supposed? {
    switch written {
    case .change(let statement): return change(statement, context)
    case .value(let path, let value, let span):
      switch path.kind {
      case .missing: return nil
      case .name(let name):
        guard case .parameter(let index)? = symbols.names[name.text] else { break }
        return parameter(index, name, value, context)
      case .member(let base, let part):
        guard case .name(let rule) = base.kind else { break }
        return clause(part, of: rule, value, span, context)
      default: break
      }
      reportPath(path, context)
      return nil
    }
  }

  private func change(_ statement: Statement, _ context: Context) -> Step.Supposed? {
    // What is undone behind the block changes nothing.
    let writes = context.procedure?.writes ?? []
    defer { context.procedure?.writes = writes }
    let origin = context.origin(statement.span)
    let node: Step.Node?
    switch statement.kind {
    case .insert(let register, let record):
      node = insertion(register, record, origin, context)
    case .update(let target, let record): node = update(target, record, origin, context)
    case .delete(let target): node = records(target, .delete, context).map { .delete($0) }
    default:
      reporter.report(
        "E0450", at: origin,
        [
          "word": Wording(reporter.text(origin)),
          "place": Wording(zh: "「假设」后面的第二对括号里", en: "in the second braces of “suppose”"),
        ])
      return nil
    }
    return node.map { .change(Step($0, origin)) }
  }

  private func parameter(
    _ index: Int, _ name: Name, _ value: Supposition.SupposedValue, _ context: Context
  ) -> Step.Supposed? {
    guard let parameter = parameter(index, at: context.origin(name.span)) else { return nil }
    switch value {
    case .expression(let expression):
      return self.value(expression, context, of: parameter.type ?? .cadence).map {
        .parameter(index, $0)
      }
    case .cadence(let written):
      let place = RulePlace(item: parameters[index].item.moved(to: context.source), name: name.text)
      guard let cadence = cadence(written, place) else { return nil }
      let origin = context.origin(written.span)
      guard parameter.cadence != nil else {
        reporter.report(
          "E0401", at: origin,
          ["expected": typeName(parameter.type), "found": typeName(.cadence)])
        return nil
      }
      return .parameter(index, Core(.constant(.cadence(cadence)), .cadence, origin))
    }
  }

  /// `年度执法.频次 = 每半年1次`
  private func clause(
    _ part: Name, of rule: Name, _ value: Supposition.SupposedValue, _ span: Span,
    _ context: Context
  ) -> Step.Supposed? {
    guard let index = rulePositions[rule.text] else {
      let known = rulePositions.names { _ in true }
      reporter.report(
        "E0305", at: context.origin(rule.span),
        ["name": Wording(rule.text), "candidates": reporter.choices(known, near: rule.text)],
        suggest: reporter.closest(to: rule.text, among: known))
      return nil
    }
    guard ["频次", "cadence"].contains(part.text), let subject = cadenceSubjects[index] else {
      let name = Name("\(rule.text).\(part.text)", rule.span.union(part.span))
      reportPath(Expression(.name(name), name.span), context)
      return nil
    }
    let place = RulePlace(
      item: subject.item.moved(to: context.source), name: rule.text, register: subject.register)
    switch value {
    case .cadence(let written):
      return cadence(written, place).map { .cadence(rule: index, $0) }
    case .expression(let expression):
      let written = CadenceExpression(
        head: .name(expression), modifiers: [], span: expression.span)
      return cadence(written, place).map { .cadence(rule: index, $0) }
    }
  }

  private func reportPath(_ path: Expression, _ context: Context) {
    let origin = context.origin(path.span)
    let known = parameters.compactMap { $0.item.declaration.name?.text }
    reporter.report(
      "E0462", at: origin,
      [
        "text": Wording(reporter.text(origin)),
        "candidates": reporter.choices(known, near: reporter.text(origin)),
      ])
  }
}

extension Loaded {
  /// The declaration as seen from a statement: places are those of the statement's source.
  func moved(to source: Int) -> Loaded { Loaded(source: source, declaration: declaration) }
}
