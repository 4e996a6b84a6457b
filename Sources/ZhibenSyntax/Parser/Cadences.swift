// Cadences: how often, by when, and what qualifies it.

extension ParserState {
  /// `CadVal`: a cadence, a term in its place (once), or the name of one, with its modifiers.
  mutating func cadence() -> CadenceExpression {
    let mark = mark()
    let head = cadenceHead()
    var modifiers: [CadenceModifier] = []
    while let modifier = cadenceModifier() { modifiers.append(modifier) }
    finish(.cadence, from: mark)
    return CadenceExpression(head: head, modifiers: modifiers, span: span(from: mark))
  }

  private mutating func cadenceHead() -> CadenceExpression.Head {
    guard !isPanicking else { return .name(missing().expression) }
    switch kind() {
    case .literal(let literal):
      switch literal {
      case .cadence(let cadence):
        finishLiteral()
        return .literal(withFurtherDays(cadence))
      case .everyN(let every): return everyN(every)
      case .within(let term) where at(.cover, 1):
        finishLiteral()
        bump(as: .cover)
        return .coverage(term, argument().expression)
      case .within, .deadline, .expiry: return .once(operand(.offset).expression)
      default: break
      }
    case .word, .quotedName, .reserved:
      if atContextual(.since) { return anchored() }
      if at(.lastDone) { return sinceLast() }
      if atContextual(.term) {
        bump(as: .term)
        return .once(termValue())
      }
      if literalGoesOn() { return .name(missing().expression) }
      if beginsPath(0) { return .name(path().expression) }
    default: break
    }
    fail(wanting: slot)
    return .name(missing().expression)
  }

  /// `每年6月10日、12月10日前`: the days behind the first are tokens of their own; 前 behind the last holds for all.
  private mutating func withFurtherDays(_ cadence: CadenceLiteral) -> CadenceLiteral {
    guard case .periodic(let unit, let least, let most, .yearDays(var days, var before)) = cadence
    else { return cadence }
    while at(.comma), case .literal(let next) = kind(1) {
      switch next {
      case .yearDay(let day): days.append(day)
      case .deadline(.yearDay(let day)):
        days.append(day)
        before = true
      default:
        return .periodic(unit, least: least, most: most, due: .yearDays(days, before: before))
      }
      bump()
      finishLiteral()
    }
    return .periodic(unit, least: least, most: most, due: .yearDays(days, before: before))
  }

  /// `每6个月 自 投产日期`, `every 6 months from 投产日期`, or without anchor.
  private mutating func everyN(_ every: DurationLiteral) -> CadenceExpression.Head {
    finishLiteral()
    guard take(.since) else { return .everyN(every) }
    let anchor = operand(.sum)
    _ = take(.onward)
    return .anchored(anchor.expression, every)
  }

  /// `自 投产日期 起每6个月`
  private mutating func anchored() -> CadenceExpression.Head {
    bump(as: .since)
    let anchor = operand(.sum)
    expect(.onward)
    if !isPanicking, at(.leftBrace) { failLater() }
    guard !isPanicking, case .literal(.everyN(let every)) = kind() else {
      fail(wanting: .cadence)
      return .name(missing().expression)
    }
    finishLiteral()
    return .anchored(anchor.expression, every)
  }

  /// `距上次 不超过 3个月`, `距上次 5个月至7个月`
  private mutating func sinceLast() -> CadenceExpression.Head {
    bump(as: .lastDone)
    if take(.le) || take(.atMost) {
      guard let latest = durationToken() else { return .name(missing().expression) }
      return .sinceLast(earliest: nil, latest: latest)
    }
    if case .literal(.durationRange(let earliest, let latest)) = kind() {
      finishLiteral()
      return .sinceLast(earliest: earliest, latest: latest)
    }
    guard let first = durationToken() else { return .name(missing().expression) }
    guard take(.through) else { return .sinceLast(earliest: nil, latest: first) }
    guard let latest = durationToken() else { return .name(missing().expression) }
    return .sinceLast(earliest: first, latest: latest)
  }

  private mutating func durationToken() -> DurationLiteral? {
    guard !isPanicking, case .literal(.duration(let duration)) = kind() else {
      if at(.leftParen) || isName(0) && at(.leftParen, 1) { failLater() }
      fail(wanting: .duration)
      return nil
    }
    finishLiteral()
    return duration
  }

  private mutating func cadenceModifier() -> CadenceModifier? {
    guard !isPanicking else { return nil }
    let mark = mark()
    let modifier: CadenceModifier
    if case .literal(.deadline(let deadline)) = kind() {
      finishLiteral()
      modifier = .deadline(deadline)
    } else if take(.firstTime) {
      modifier = .firstTime(termValue())
    } else if take(.spacing) {
      modifier = .spacing(bound())
    } else if take(.tolerance) {
      if !take(.after) { _ = take(.first) }
      guard let duration = durationToken() else { return nil }
      modifier = .tolerance(duration)
    } else if take(.atLeast) {
      modifier = .least(count())
    } else if take(.atMost) {
      modifier = .most(count())
    } else {
      if at(.cover) || at(.rotate) { failLater() }
      return nil
    }
    finish(.cadenceModifier, from: mark)
    return modifier
  }

  /// `1次`, `最低次数`, `上取整(…) 次`
  private mutating func count() -> Expression {
    if case .literal(let literal) = kind(), !isPanicking {
      switch literal {
      case .quantity, .number:
        let place = span
        finishLiteral()
        return Expression(.literal(literal), place)
      default: break
      }
    }
    guard at(.leftParen) || beginsPath(0) else {
      fail(wanting: .quantity)
      return missing().expression
    }
    let count = postfixed().expression
    _ = take(.uTime)
    return count
  }
}
