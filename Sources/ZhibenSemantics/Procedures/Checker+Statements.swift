import ZhibenDiagnostics
import ZhibenSyntax

// Statements become steps. A statement with an error gives none; what stands behind it is checked all the same.

extension Checker {
  /// What stands between braces, or at the top: variables introduced inside are in reach to its end.
  /// - Parameter names: the names that belong to this block already (parameters, the variable of 对 每个).
  func block(
    _ statements: [Statement], _ context: Context, names: Set<String>, isNested: Bool = false,
    inLoop: Bool = false
  ) -> ([Step], Flow) {
    var block = Block(context: context, names: names, isNested: isNested, inLoop: inLoop)
    var steps: [Step] = []
    var flow = Flow.onward
    var isWarned = false
    for statement in statements {
      if flow == .leaves, !isWarned {
        isWarned = true
        reporter.report("W0437", at: context.origin(statement.span))
      }
      let (step, next) = step(statement, &block)
      steps += block.ahead
      block.ahead = []
      if let step { steps.append(step) }
      if next == .leaves { flow = .leaves }
      block.isFirst = false
    }
    return (steps, flow)
  }

  /// Where a statement stands.
  struct Block {
    var context: Context
    /// The names introduced in this very block.
    var names: Set<String>
    /// Whether it stands in another statement.
    var isNested: Bool
    var inLoop: Bool
    var isFirst = true
    /// Steps that the one being made needs before it.
    var ahead: [Step] = []
  }

  func inner(
    _ statements: [Statement], _ block: Block, names: Set<String> = [], context: Context? = nil,
    inLoop: Bool? = nil
  ) -> ([Step], Flow) {
    self.block(
      statements, context ?? block.context, names: names, isNested: true,
      inLoop: inLoop ?? block.inLoop)
  }

  private func step(_ statement: Statement, _ block: inout Block) -> (Step?, Flow) {
    let context = block.context
    let origin = context.origin(statement.span)
    func onward(_ node: Step.Node?) -> (Step?, Flow) { (node.map { Step($0, origin) }, .onward) }
    switch statement.kind {
    case .bind(let name, let type, let expression):
      return onward(binding(name, type, expression, &block))
    case .assign(let target, let expression):
      return (assignment(target, expression, origin, context), .onward)
    case .branch(let branches, let otherwise): return branch(branches, otherwise, origin, block)
    case .forEach(let name, let list, let body):
      return onward(forEach(name, list, body, block))
    case .loop(let test, let body): return loop(test, body, origin, block)
    case .breakLoop: return (jump(.breakLoop, .break, origin, block), .leaves)
    case .continueLoop: return (jump(.continueLoop, .continue, origin, block), .leaves)
    case .giveBack(let expression): return (giveBack(expression, origin, block), .leaves)
    case .show(let expressions):
      let shown = expressions.map { self.shown($0, context) }
      return onward(shown.contains { $0 == nil } ? nil : .show(shown.compactMap(\.self)))
    case .insert(let register, let record):
      return onward(insertion(register, record, origin, context))
    case .update(let target, let record): return onward(update(target, record, origin, context))
    case .delete(let target):
      return onward(records(target, .delete, context).map { .delete($0) })
    case .assert(let test, let message):
      let condition = condition(test, context)
      guard let message else { return onward(condition.map { .assert($0, message: nil) }) }
      let text = value(message, context, of: .text)
      return onward(condition.flatMap { test in text.map { .assert(test, message: $0) } })
    case .asOf(let day): return onward(asOf(day, origin, block))
    case .expect(let question, let yields):
      return onward(expectation(question, yields, origin, block))
    case .suppose(let changes, let body): return supposition(changes, body, origin, &block)
    case .project(let day, let body):
      let until = value(day, context, of: .date)
      // 跳出 out of the days that are gone through has no meaning of its own.
      let (steps, _) = inner(body, block, inLoop: false)
      return onward(until.map { .project(until: $0, steps) })
    case .evaluate(let expression): return onward(evaluation(expression, context))
    }
  }

  // MARK: - 令

  private func binding(
    _ name: Name, _ type: TypeExpression?, _ expression: Expression, _ block: inout Block
  ) -> Step.Node? {
    guard let procedure = block.context.procedure else { return nil }
    var declared: ValueType?
    var core: Core?
    if let type {
      declared = self.type(type, block.context)
      if let declared {
        core = value(expression, block.context, of: declared)
      } else {
        _ = reporter.attempt { value(expression, block.context) }
      }
    } else {
      core = value(expression, block.context)
    }
    guard let known = declared ?? core?.type else {
      // Without a type the name would only make more messages.
      block.context.variables[name.text] = nil
      unreadable.insert(name.text)
      return nil
    }
    let slot = introduce(name, known, procedure, &block.context, block: block.names)
    block.names.insert(name.text)
    return core.map { .set(slot, $0) }
  }

  // MARK: - 若 对 每个 循环

  private func branch(
    _ branches: [ConditionalBlock], _ otherwise: [Statement]?, _ origin: Origin, _ block: Block
  ) -> (Step?, Flow) {
    var result: [Step.Branch] = []
    var leaves = otherwise != nil
    for part in branches {
      let condition = condition(part.condition, block.context)
      let (steps, flow) = inner(part.body, block)
      if flow == .onward { leaves = false }
      if let condition { result.append(Step.Branch(condition, steps)) }
    }
    let (rest, flow) = inner(otherwise ?? [], block)
    if flow == .onward { leaves = false }
    let step = result.count == branches.count ? Step(.branch(result, otherwise: rest), origin) : nil
    return (step, leaves ? .leaves : .onward)
  }

  private func forEach(
    _ name: Name, _ list: Expression, _ body: [Statement], _ block: Block
  ) -> Step.Node? {
    guard let procedure = block.context.procedure else { return nil }
    let core = value(list, block.context)
    var element: ValueType?
    var source = core
    switch core?.type {
    case .list(let type)?: element = type
    case .map(let key, _)?:
      // The keys of a map, in order.
      element = key
      source = core.map { Core(.builtin(.keys, [$0]), .list(key), $0.origin) }
    case .period?:
      reporter.report(
        "E0438", at: block.context.origin(list.span),
        [
          "text": Wording(reporter.text(block.context.origin(list.span))),
          "found": typeName(.period),
        ])
    case let type?:
      reporter.report(
        "E0438", at: block.context.origin(list.span),
        ["text": Wording(reporter.text(block.context.origin(list.span))), "found": typeName(type)])
    case nil: break
    }
    guard let element else {
      unreadable.insert(name.text)
      _ = inner(body, block, inLoop: true)
      return nil
    }
    var context = block.context
    let slot = introduce(name, element, procedure, &context, block: [])
    let (steps, _) = inner(body, block, names: [name.text], context: context, inLoop: true)
    return source.map { .forEach(slot, $0, steps) }
  }

  private func loop(
    _ test: Expression, _ body: [Statement], _ origin: Origin, _ block: Block
  ) -> (Step?, Flow) {
    let condition = condition(test, block.context)
    let (steps, _) = inner(body, block, inLoop: true)
    // A loop that never ends by itself is left by 返回 only.
    let isEndless = condition?.isTrue == true && !body.contains(where: \.breaksLoop)
    return (condition.map { Step(.loop($0, steps), origin) }, isEndless ? .leaves : .onward)
  }

  private func jump(
    _ node: Step.Node, _ word: Keyword, _ origin: Origin, _ block: Block
  ) -> Step? {
    if block.inLoop { return Step(node, origin) }
    reporter.report("E0439", at: origin, ["word": Self.word(word)])
    return nil
  }

  private func giveBack(
    _ expression: Expression?, _ origin: Origin, _ block: Block
  ) -> Step? {
    guard let function = block.context.procedure?.function else {
      reporter.report("E0440", at: origin)
      return nil
    }
    switch (function.result, expression) {
    case (nil, nil): return Step(.giveBack(nil), origin)
    case (let type?, let expression?):
      return value(expression, block.context, of: type).map { Step(.giveBack($0), origin) }
    case (let type?, nil):
      guard function.isSound else { return nil }
      reporter.report(
        "E0441", at: origin,
        [
          "name": Wording(function.name),
          "expected": Wording(
            zh: "要返回\(typeName(type).zh)", en: "must give back \(typeName(type).en)"),
        ])
    case (nil, let expression?):
      guard function.isSound else { return nil }
      reporter.report(
        "E0441", at: block.context.origin(expression.span),
        [
          "name": Wording(function.name),
          "expected": Wording(
            zh: "没有写结果的类型，不能返回值", en: "names no result type and gives nothing back"),
        ])
    }
    return nil
  }

  // MARK: - 显示

  private func shown(_ expression: Expression, _ context: Context) -> Step.Shown? {
    value(expression, context).map {
      Step.Shown($0, text: reporter.text(context.origin(expression.span)))
    }
  }

  /// A question that stands alone is shown, a call that gives nothing back is done.
  private func evaluation(_ expression: Expression, _ context: Context) -> Step.Node? {
    if case .call = expression.kind {
      var wanted = Wanted.anything
      wanted.mayBeNothing = true
      guard let core = value(expression, context, wanted) else { return nil }
      if core.type == Self.nothing { return .perform(core) }
      return .show([Step.Shown(core, text: reporter.text(context.origin(expression.span)))])
    }
    return shown(expression, context).map { .show([$0]) }
  }
}

extension Statement {
  /// Whether it may leave the loop around it by 跳出.
  fileprivate var breaksLoop: Bool {
    switch kind {
    case .breakLoop: true
    case .branch(let branches, let otherwise):
      branches.contains { $0.body.contains(where: \.breaksLoop) }
        || otherwise?.contains(where: \.breaksLoop) ?? false
    case .suppose(_, let body): body.contains(where: \.breaksLoop)
    default: false
    }
  }
}
