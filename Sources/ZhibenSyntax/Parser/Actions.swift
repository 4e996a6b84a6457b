// Actions: verb, objects, and who, to whom, with what, by when; rungs of a ladder.

extension ParserState {
  /// `{ 督促 致 主要负责人；… }` or one action.
  func actions() -> [Action] {
    guard !isPanicking, at(.leftBrace) else { return action().map { [$0] } ?? [] }
    return actionBlock()
  }

  private func actionBlock() -> [Action] {
    var actions: [Action] = []
    let outer = (heads, isInActions)
    (heads, isInActions) = ([], true)
    block { state in
      if let action = state.action(owes: true) { actions.append(action) }
    }
    (heads, isInActions) = outer
    return actions
  }

  /// One action. In blocks `须 整改报告 …` is one, too: somebody owes it.
  func action(owes: Bool = false) -> Action? {
    let mark = mark()
    var action: Action
    if owes, !isPanicking, at(.need) {
      action = Action(verb: nil, span: span)
    } else if !isPanicking, at(.choose) {
      bump(as: .choose)
      action = Action(verb: nil, span: span)
      if at(.leftBrace) { action.choices = actionBlock() } else { fail(wanting: .sign("{")) }
    } else {
      if at(anyOf: Self.roles) != nil { fail(wanting: .action) }
      guard let verb = name(.action) else { return nil }
      action = Action(verb: verb, span: verb.span)
      if beginsObject {
        repeat { action.objects.append(object()) } while take(.comma)
      }
    }
    modifiers(of: &action)
    finish(.action, from: mark)
    action.span = span(from: mark)
    return action
  }

  private static let roles: [Keyword] = [.from, .to, .cc, .need, .until, .term]

  /// Objects begin with a name, so that a term behind the verb is never one.
  private var beginsObject: Bool {
    guard !isPanicking, !Self.roles.contains(where: { atContextual($0) }) else { return false }
    return beginsPath(0) && misspeltRole() == nil || at(.all)
  }

  /// `停产整顿`, `企业.等级 = D`, `重点名单 于 本年度`, `隐患 其中 …`
  private func object() -> Expression {
    var object = quantified()
    if take(.equal) {
      let place = tokens[position - 1].span
      let value = operand(.through)
      object = built(
        .comparison, object.mark, .comparison,
        .comparison(object.expression, [ComparisonTail(.equal, place, value.expression)]),
        from: object, value)
    } else if take(.during) {
      let window = operand(.through)
      object = built(
        .during, object.mark, .during, .during(object.expression, window.expression), from: object,
        window)
    }
    while !isPanicking, at(.where) { object = filter(object) }
    return object.expression
  }

  private func modifiers(of action: inout Action) {
    while !isPanicking {
      let mark = mark()
      if !modifier(of: &action) { break }
      finish(.actionModifier, from: mark)
    }
  }

  /// Takes one modifier, if one stands here.
  private func modifier(of action: inout Action) -> Bool {
    switch kind() {
    case .literal(.within), .literal(.deadline):
      action.term = bareTerm().expression
      return true
    case .string:
      guard let (text, _) = constantText() else { return false }
      action.note = text
      return true
    case .word, .reserved: break
    default: return false
    }
    guard let role = Self.roles.first(where: { at($0) }) ?? takeMisspeltRole() else {
      return false
    }
    bump(as: role)
    wanting(.clauseValue(role)) { state in
      switch role {
      case .from:
        let names = state.paths()
        let isApproval = state.take(.approve) || state.take(.decide)
        action.by += names.map { Action.Actor(name: $0, isApproval: isApproval) }
      case .to: action.to += state.paths()
      case .cc: action.copies += state.paths()
      case .need:
        repeat { action.needs.append(state.argument().expression) } while state.take(.comma)
      case .until: action.until = state.operand(.or).expression
      default: action.term = state.termValue()
      }
    }
    return true
  }
}

// MARK: - Rungs

extension ParserState {
  /// `逾期15日 通报 致 企业.村`, `逾期 催办日数 提醒 …`, `届满前1个月内 提醒 …`
  func rung(_ mark: TreeBuilder.Mark) -> Clause {
    let head = span
    let delay: Rung.Delay
    if let literal = literal() {
      finishLiteral()
      delay = .literal(literal)
    } else {
      bump(as: .overdue)
      delay = .expression(wanting(.duration) { $0.path() }.expression)
    }
    let delaySpan = Span(head.start, previousEnd)
    let action = action() ?? Action(verb: nil, span: Span(previousEnd, previousEnd))
    finish(.rung, from: mark)
    return Clause(
      head: .overdue, headSpan: head, span: span(from: mark),
      value: .rung(Rung(delay: delay, delaySpan: delaySpan, action: action)))
  }

  /// N3: a line of 由, 致, 须, 抄送 or 直至 belongs to the rung above it; `直至：` with a colon is the ladder's own clause.
  func continueRung(in clauses: inout [Clause]) -> Bool {
    guard let last = clauses.indices.last, case .rung(var rung) = clauses[last].value,
      let role = at(anyOf: Self.roles), role != .term, !at(.colon, 1)
    else { return false }
    modifiers(of: &rung.action)
    rung.action.span = Span(rung.action.span.start, previousEnd)
    clauses[last].span = Span(clauses[last].span.start, previousEnd)
    clauses[last].value = .rung(rung)
    return true
  }
}
