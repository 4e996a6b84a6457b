// Clauses: a head word and a value of the shape that the head asks for.

extension ParserState {
  /// The clauses of a body, from its opening brace to its closing one.
  mutating func clauses(_ body: Body) -> [Clause] {
    var clauses: [Clause] = []
    let outer = heads
    heads = body.heads
    block(clausesOf: body) { state in
      if body.takesRungs, state.continueRung(in: &clauses) { return }
      if let clause = state.clause(body) { clauses.append(clause) }
    }
    heads = outer
    return clauses
  }

  /// One clause; nil when nothing of it can be used.
  mutating func clause(_ body: Body) -> Clause? {
    let mark = mark()
    let start = span
    if let head = body.heads.first(where: { at($0) }) {
      bump(as: head)
      return clause(head, headSpan: Span(start.start, previousEnd), mark, body)
    }
    switch kind() {
    case .literal(let literal):
      if let clause = bareLiteral(literal, mark, body) { return clause }
    case .word, .reserved:
      if body.takesRungs, at(.overdue) { return rung(mark) }
      if body.takesCadences, at(.since) || at(.lastDone) { return bareCadence(mark) }
      if let head = misspeltHead(body) {
        bump(as: head)
        return clause(head, headSpan: start, mark, body)
      }
      failUnknownClause(body)
      return nil
    default: break
    }
    fail(wanting: body.takesRungs ? .rung : .clause)
    return nil
  }

  private mutating func clause(
    _ head: Keyword, headSpan: Span, _ mark: TreeBuilder.Mark, _ body: Body
  ) -> Clause? {
    if body.takesColons { _ = take(.colon) }
    let value = wanting(.clauseValue(head)) { $0.value(of: head, body) }
    finish(.clause, from: mark)
    return value.map {
      Clause(head: head, headSpan: headSpan, span: span(from: mark), value: $0)
    }
  }

  private mutating func value(of head: Keyword, _ body: Body) -> ClauseValue? {
    switch head {
    case .basis: return .citations(citations())
    case .docno, .note: return constantText().map { .text($0.0, $0.1) }
    case .inForce, .repealed:
      return literal(.clauseValue(head)) { if case .date = $0 { true } else { false } }
    case .grace, .lead: return literal(.duration) { if case .duration = $0 { true } else { false } }
    case .effort: return literal(.quantity) { if case .quantity = $0 { true } else { false } }
    case .subject: return subject()
    case .evidence: return .expression(question().expression)
    case .condition, .until, .met, .pause: return .expression(operand(.or).expression)
    case .period, .versus: return .expression(operand(.through).expression)
    case .clock: return .expression(termValue())
    case .basedate: return .expression(operand(.offset).expression)
    case .term, .firstTime: return .term(termValue())
    case .from: return .expressions(paths())
    case .metric: return .expressions(expressions().0)
    case .area, .calendar, .checklist: return .names(names())
    case .cadence:
      return .cadence(choice(exempts: true) { $0.cadence() }, uncounted: [])
    case .cap:
      let choice = choice(exempts: true) { $0.cadence() }
      return .cadence(choice, uncounted: take(.uncounted) ? names() : [])
    case .mode: return nameChoice()
    case .firstPeriod, .strength: return name().map { .name(.direct($0)) }
    case .except: return exception(body)
    case .overdue, .violated, .missed: return .actions(actions())
    case .fall, .rise: return .bound(bound())
    case .zeroBase:
      expect(.then)
      return name().map { .outcome($0) }
    case .reading: return reading()
    case .unstated: return ClauseValue.none
    default: return nil
    }
  }

  // MARK: - Values

  /// `"二（二）6"、《安全生产法》第四十一条`
  private mutating func citations() -> [Citation] {
    var citations: [Citation] = []
    repeat {
      let mark = mark()
      if kind() == .title {
        let text = source.text(span)
        bump()
        var article: String?
        if case .literal(.article(let written)) = kind() {
          article = written
          finishLiteral()
        }
        finish(.citation, from: mark)
        citations.append(Citation(text: text, article: article, span: span(from: mark)))
      } else if !isPanicking, kind() == .string {
        guard let (text, span) = constantText() else { break }
        finish(.citation, from: mark)
        citations.append(Citation(text: text, article: nil, span: span))
      } else {
        fail(wanting: slot)
      }
    } while take(.comma)
    return citations
  }

  private mutating func literal(_ slot: Slot, _ fits: (Literal) -> Bool) -> ClauseValue? {
    guard !isPanicking, case .literal(let literal) = kind(), fits(literal) else {
      fail(wanting: slot)
      return nil
    }
    let place = span
    finishLiteral()
    return .literal(literal, place)
  }

  /// 对象; compound subjects are of a later stage.
  private mutating func subject() -> ClauseValue {
    if at(.pairs) { failLater() }
    let subject = question().expression
    if !isPanicking, at(.eachOf) { failLater() }
    return .expression(subject)
  }

  private mutating func nameChoice() -> ClauseValue? {
    var isNamed = true
    let choice = choice(exempts: false) { state -> Name in
      if let name = state.name() { return name }
      isNamed = false
      return Name("", Span(state.previousEnd, state.previousEnd))
    }
    if case .direct = choice, !isNamed { return nil }
    return .name(choice)
  }

  private mutating func reading() -> ClauseValue? {
    guard let name = name() else { return nil }
    expect(.equal, "=")
    return .reading(name, expression().expression)
  }

  /// `例外 高危企业：每月至少1次 从严`, `例外 汛期 内：…`, `例外 X { … }`
  private mutating func exception(_ body: Body) -> ClauseValue {
    let mark = mark()
    let scope = question().expression
    let isSpan = take(.inside)
    let override: ExceptionClause.Override
    var policy: Keyword?
    if !isPanicking, at(.leftBrace) {
      override = .clauses(clauses(body))
    } else {
      expectColon()
      if !isPanicking, atContextual(.exempt) {
        bump(as: .exempt)
        override = .exempt
      } else {
        override = .cadence(cadence())
      }
      policy = at(anyOf: [.strict, .superior, .newer, .special])
      if let policy, !take(policy) { return .exception(broken(scope)) }
    }
    finish(.exception, from: mark)
    return .exception(
      ExceptionClause(scope: scope, isSpan: isSpan, override: override, policy: policy))
  }

  private func broken(_ scope: Expression) -> ExceptionClause {
    ExceptionClause(scope: scope, isSpan: false, override: .clauses([]), policy: nil)
  }

  // MARK: - Clauses without a head word

  private mutating func bareLiteral(
    _ literal: Literal, _ mark: TreeBuilder.Mark, _ body: Body
  ) -> Clause? {
    let head = span
    switch literal {
    case .overdue where body.takesRungs, .expiry where body.takesRungs: return rung(mark)
    case .deadline where body.takesDatedLines, .period where body.takesDatedLines:
      finishLiteral()
      _ = take(.colon)
      let line = DatedLine(date: literal, dateSpan: head, bound: bound())
      finish(.datedLine, from: mark)
      return Clause(
        head: .term, headSpan: head, span: span(from: mark), value: .datedLine(line))
    case .cadence where body.takesCadences, .everyN where body.takesCadences:
      return bareCadence(mark)
    case .within where body.takesCadences && at(.cover, 1): return bareCadence(mark)
    case .deadline where body.takesCadences, .within where body.takesCadences,
      .expiry where body.takesCadences:
      let term = operand(.offset).expression
      finish(.clause, from: mark)
      return Clause(head: .term, headSpan: head, span: span(from: mark), value: .term(term))
    default: return nil
    }
  }

  private mutating func bareCadence(_ mark: TreeBuilder.Mark) -> Clause {
    let head = span
    let value = wanting(.cadence) { $0.cadence() }
    finish(.clause, from: mark)
    return Clause(
      head: .cadence, headSpan: head, span: span(from: mark),
      value: .cadence(.direct(value), uncounted: []))
  }
}
