// Clauses: a head word and a value of the shape that the head asks for.

extension ParserState {
  /// The clauses of a body, from its opening brace to its closing one.
  func clauses(_ body: Body) -> [Clause] {
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
  func clause(_ body: Body) -> Clause? {
    if let head = at(anyOf: body.heads) ?? misspeltHead(body) { return clause(head, body) }
    return headless(body)
  }

  private func headless(_ body: Body) -> Clause? {
    if hasLostArms {
      isPanicking = true
      skipToSync()
      return nil
    }
    let mark = mark()
    switch kind() {
    case .literal:
      if let clause = bareLiteral(mark, body) { return clause }
    case .word, .reserved:
      if body.takesRungs, at(.overdue) { return rung(mark) }
      if body.takesCadences, at(.since) || at(.lastDone) { return bareCadence(mark) }
      failUnknownClause(body)
      return nil
    default: break
    }
    fail(wanting: body.takesRungs ? .rung : .clause)
    return nil
  }

  private func clause(_ head: Keyword, _ body: Body) -> Clause? {
    let mark = mark()
    hasLostArms = false
    bump(as: head)
    let headSpan = span(from: mark)
    let outer = slot
    slot = .clauseValue(head)
    defer { slot = outer }
    let value: ClauseValue?
    if head == .except {
      value = exception(body)
    } else {
      if body.takesColons, !Self.withoutColon.contains(head) { _ = take(.colon) }
      value =
        [.overdue, .violated, .missed].contains(head) ? .actions(actions()) : self.value(of: head)
    }
    finish(.clause, from: mark)
    guard let value else { return nil }
    return Clause(head: head, headSpan: headSpan, span: span(from: mark), value: value)
  }

  /// Heads behind which a colon says nothing.
  private static let withoutColon: [Keyword] = [.reading, .zeroBase, .unstated]

  private func value(of head: Keyword) -> ClauseValue? {
    switch head {
    case .basis: return .citations(citations())
    case .docno, .note: return constantText().map { .text($0.0, $0.1) }
    case .inForce, .repealed:
      return literalValue(.date, .clauseValue(head))
    case .grace, .lead: return literalValue(.duration, .duration)
    case .effort: return literalValue(.quantity, .quantity)
    case .subject: return subject()
    case .population: return .expression(question().expression)
    case .evidence: return .expression(question().expression)
    case .condition, .until, .met, .pause, .veto: return .expression(operand(.or).expression)
    case .period where heads.contains(.columns) && at(.by):
      return .spans(choice(exempts: false) { $0.operand(.through).expression })
    case .eachUnit: return .expression(question().expression)
    case .to, .cc: return .expressions(paths())
    case .columns: return columns()
    case .totals: return .names(names())
    case .missing: return name().map { .name(.direct($0)) }
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
    case .fall, .rise, .share, .quota, .reserves: return .bound(bound())
    case .strata: return strata()
    case .noRepeat:
      expect(.during)
      return .expression(operand(.through).expression)
    case .freeze, .supplement: return yearDays()
    case .seed: return seed()
    case .weight, .exclude: return .expression(operand(.or).expression)
    case .staff: return staff()
    case .effect: return effects()
    case .ge: return floor()
    case .untouched: return .names(names())
    case .restore:
      expect(.nextPeriod)
      return ClauseValue.none
    case .since:
      expect(.occurrence)
      return ClauseValue.none
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
  private func citations() -> [Citation] {
    var citations: [Citation] = []
    repeat {
      let mark = mark()
      if kind() == .title {
        let text = source.text(span)
        bump()
        var article: String?
        if case .article(let written) = literal() {
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
        failUnquoted()
      }
    } while take(.comma)
    return citations
  }

  private func literalValue(_ wanted: LiteralClass, _ slot: Slot) -> ClauseValue? {
    guard kind() == .literal(wanted), let literal = literal() else {
      fail(wanting: slot)
      return nil
    }
    let place = span
    finishLiteral()
    return .literal(literal, place)
  }

  /// 对象; compound subjects are of a later stage.
  private func subject() -> ClauseValue {
    if at(.pairs) { failLater(span) }
    let subject = question().expression
    if !isPanicking, at(.eachOf) { failLater(span) }
    return .expression(subject)
  }

  private func nameChoice() -> ClauseValue? {
    var isNamed = true
    let choice = choice(exempts: false) { state -> Name in
      if let name = state.name() { return name }
      isNamed = false
      return Name("", Span(state.previousEnd, state.previousEnd))
    }
    if case .direct = choice, !isNamed { return nil }
    return .name(choice)
  }

  private func reading() -> ClauseValue? {
    guard let name = name() else { return nil }
    expect(.equal, "=")
    return .reading(name, expression().expression)
  }

  /// `例外 高危企业：每月至少1次 从严`, `例外 汛期 内：…`, `例外 X { … }`
  private func exception(_ body: Body) -> ClauseValue {
    let mark = mark()
    let scope = question().expression
    let isSpan = take(.inside)
    let override: ExceptionClause.Override
    var policy: Keyword?
    if !isPanicking, at(.leftBrace) {
      override = .clauses(clauses(body.ofException))
    } else {
      expectColon()
      if !isPanicking, atContextual(.exempt) {
        bump(as: .exempt)
        override = .exempt
      } else {
        override = .cadence(cadence())
      }
      if !isPanicking, let word = at(anyOf: [.strict, .superior, .newer, .special]) {
        bump(as: word)
        policy = word
      }
    }
    finish(.exception, from: mark)
    return .exception(
      ExceptionClause(scope: scope, isSpan: isSpan, override: override, policy: policy))
  }

  // MARK: - Clauses without a head word

  private func bareLiteral(_ mark: TreeBuilder.Mark, _ body: Body) -> Clause? {
    guard case .literal(let literal) = kind() else { return nil }
    switch literal {
    case .overdue, .expiry:
      if body.takesRungs { return rung(mark) }
      return body.takesCadences && literal == .expiry ? bareTerm(mark) : nil
    case .deadline, .period:
      if body.takesDatedLines { return datedLine(mark) }
      return body.takesCadences && literal == .deadline ? bareTerm(mark) : nil
    case .within where body.takesCadences:
      return at(.cover, 1) ? bareCadence(mark) : bareTerm(mark)
    case .cadence, .everyN: return body.takesCadences ? bareCadence(mark) : nil
    default: return nil
    }
  }

  private func datedLine(_ mark: TreeBuilder.Mark) -> Clause? {
    guard let date = literal() else { return nil }
    let head = span
    finishLiteral()
    _ = take(.colon)
    let line = DatedLine(date: date, dateSpan: head, bound: bound())
    finish(.datedLine, from: mark)
    return Clause(head: .term, headSpan: head, span: span(from: mark), value: .datedLine(line))
  }

  private func bareTerm(_ mark: TreeBuilder.Mark) -> Clause {
    let head = span
    let term = bareTerm().expression
    finish(.clause, from: mark)
    return Clause(head: .term, headSpan: head, span: span(from: mark), value: .term(term))
  }

  private func bareCadence(_ mark: TreeBuilder.Mark) -> Clause {
    let head = span
    let value = wanting(.cadence) { $0.cadence() }
    finish(.clause, from: mark)
    return Clause(
      head: .cadence, headSpan: head, span: span(from: mark),
      value: .cadence(.direct(value), uncounted: []))
  }
}
