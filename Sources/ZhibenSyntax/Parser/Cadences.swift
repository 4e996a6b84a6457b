// Cadences: how often, by when, and what qualifies it.

extension ParserState {
  /// `CadVal`: a cadence, a term in its place (once), or the name of one, with its modifiers.
  func cadence() -> CadenceExpression {
    let mark = mark()
    let head = cadenceHead()
    var modifiers: [CadenceModifier] = []
    while let modifier = cadenceModifier() { modifiers.append(modifier) }
    finish(.cadence, from: mark)
    return CadenceExpression(head: head, modifiers: modifiers, span: span(from: mark))
  }

  private func cadenceHead() -> CadenceExpression.Head {
    guard !isPanicking else { return .name(missing().expression) }
    switch kind() {
    case .literal(.cadence): return literalCadence()
    case .literal(.everyN): return everyN()
    case .literal(.within) where at(.cover, 1): return coverage()
    case .literal(.within), .literal(.deadline), .literal(.expiry):
      return .once(bareTerm().expression)
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
  private func withFurtherDays(_ cadence: CadenceLiteral) -> CadenceLiteral {
    guard case .periodic(let unit, let least, let most, .yearDays(var days, var before)) = cadence
    else { return cadence }
    while at(.comma), let next = literal(1) {
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

  private func literalCadence() -> CadenceExpression.Head {
    guard case .cadence(let cadence) = literal() else { return .name(missing().expression) }
    finishLiteral()
    return .literal(withFurtherDays(cadence))
  }

  /// `三年内 覆盖 全部 项目`
  private func coverage() -> CadenceExpression.Head {
    guard case .within(let term) = literal() else { return .name(missing().expression) }
    finishLiteral()
    bump(as: .cover)
    return .coverage(term, argument().expression)
  }

  /// `每6个月 自 投产日期`, `every 6 months from 投产日期`, or without anchor.
  private func everyN() -> CadenceExpression.Head {
    guard case .everyN(let every) = literal() else { return .name(missing().expression) }
    finishLiteral()
    guard take(.since) else { return .everyN(every) }
    let anchor = operand(.sum)
    _ = take(.onward)
    return .anchored(anchor.expression, every)
  }

  /// `自 投产日期 起每6个月`
  private func anchored() -> CadenceExpression.Head {
    bump(as: .since)
    let anchor = operand(.sum)
    let word = span
    expect(.onward)
    if !isPanicking, at(.leftBrace) { failLater(word) }
    guard case .everyN(let every) = literal() else {
      fail(wanting: .cadence)
      return .name(missing().expression)
    }
    finishLiteral()
    return .anchored(anchor.expression, every)
  }

  /// `距上次 不超过 3个月`, `距上次 5个月至7个月`
  private func sinceLast() -> CadenceExpression.Head {
    let word = span
    bump(as: .lastDone)
    let takesBound = at(.le) || at(.atMost)
    if at(.leftParen, takesBound ? 1 : 0) || at(.leftParen, takesBound ? 2 : 1) { failLater(word) }
    if take(.le) || take(.atMost) {
      guard let latest = durationToken() else { return .name(missing().expression) }
      return .sinceLast(earliest: nil, latest: latest)
    }
    if case .durationRange(let earliest, let latest) = literal() {
      finishLiteral()
      return .sinceLast(earliest: earliest, latest: latest)
    }
    guard let first = durationToken() else { return .name(missing().expression) }
    guard take(.through) else { return .sinceLast(earliest: nil, latest: first) }
    guard let latest = durationToken() else { return .name(missing().expression) }
    return .sinceLast(earliest: first, latest: latest)
  }

  private func durationToken() -> DurationLiteral? {
    guard case .duration(let duration) = literal() else {
      fail(wanting: .duration)
      return nil
    }
    finishLiteral()
    return duration
  }

  private func cadenceModifier() -> CadenceModifier? {
    guard !isPanicking else { return nil }
    let mark = mark()
    let modifier: CadenceModifier
    if case .deadline(let deadline) = literal() {
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
      if at(.cover) || at(.rotate) { failLater(span) }
      return nil
    }
    finish(.cadenceModifier, from: mark)
    return modifier
  }

  /// `1次`, `最低次数`, `上取整(…) 次`
  private func count() -> Expression {
    if kind() == .literal(.quantity) || kind() == .literal(.number), let literal = literal() {
      let place = span
      finishLiteral()
      return Expression(.literal(literal), place)
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
