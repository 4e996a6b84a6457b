// Expressions, loosest operators first; grammar.md's levels from 若 … 则 down to + −.

extension ParserState {
  /// `Expr`: a condition or value, or 若 … 则 … 否则 ….
  func expression() -> Operand {
    !isPanicking && at(.if) ? conditional() : operand(.or)
  }

  private func conditional() -> Operand {
    let mark = mark()
    guard enter() else { return missing(mark) }
    defer { leave() }
    bump(as: .if)
    return conditional(operand(.or), mark)
  }

  /// The branches behind a condition.
  func conditional(_ condition: Operand, _ mark: TreeBuilder.Mark) -> Operand {
    expect(.then)
    let yes = expression()
    expect(.else)
    let no = expression()
    return built(
      .conditional, mark, .conditional,
      .conditional(condition.expression, yes.expression, no.expression), from: condition, yes,
      deepest: no.depth)
  }

  /// An operand whose operators all bind at least as tightly as `least`.
  func operand(_ least: Operand.Level) -> Operand {
    var left = least <= .offset && atLeadingOffset ? leadingOffset() : prefixed(least)
    while !isPanicking {
      if let next = joined(left, least) { left = next } else { break }
    }
    return left
  }

  private func prefixed(_ least: Operand.Level) -> Operand {
    if isPanicking || least > .not { return signed() }
    if at(.not) { return not() }
    return at(.ever) ? ever() : signed()
  }

  private func not() -> Operand {
    let mark = mark()
    guard enter() else { return missing(mark) }
    defer { leave() }
    bump(as: .not)
    let inner = operand(.not)
    return built(.not, mark, .not, .not(inner.expression), from: inner)
  }

  /// `曾 X = v 于 W`
  private func ever() -> Operand {
    let mark = mark()
    bump(as: .ever)
    var inner = operand(.through)
    if let (operation, span) = comparisonOperator() {
      let right = operand(.through)
      let tail = ComparisonTail(operation, span, right.expression)
      inner = built(
        .comparison, inner.mark, .comparison, .comparison(inner.expression, [tail]), from: inner,
        right)
    }
    if at(.during), !isPanicking {
      bump(as: .during)
      let window = operand(.through)
      inner = built(
        .during, inner.mark, .during, .during(inner.expression, window.expression), from: inner,
        window)
    }
    return built(.ever, mark, .comparison, .ever(inner.expression), from: inner)
  }

  /// Joins `left` with the operator at the cursor, if one stands there that binds at least as tightly as `least`.
  private func joined(_ left: Operand, _ least: Operand.Level) -> Operand? {
    switch kind() {
    case .sign(.plus): return binary(left, .add, .sum, .sum, nil, least)
    case .sign(.minus): return binary(left, .subtract, .sum, .sum, nil, least)
    case .sign(.times): return binary(left, .multiply, .product, .product, nil, least)
    case .sign(.divide): return binary(left, .divide, .product, .product, nil, least)
    case .reserved:
      if at(.or) { return binary(left, .or, .disjunction, .or, .or, least) }
      if at(.and) { return binary(left, .and, .conjunction, .and, .and, least) }
      if at(.through) { return through(left, least) }
      if at(.during) { return during(left, least) }
      if at(.first) || at(.after) { return offset(left, least) }
      return comparison(left, least)
    default: return comparison(left, least)
    }
  }

  private func binary(
    _ left: Operand, _ operation: BinaryOperator, _ node: NodeKind, _ level: Operand.Level,
    _ keyword: Keyword?, _ least: Operand.Level
  ) -> Operand? {
    guard least <= level, left.level >= level else { return nil }
    if let keyword { bump(as: keyword) } else { bump() }
    guard enter() else { return missing(left.mark) }
    let right = operand(level.tighter)
    leave()
    return built(
      node, left.mark, level, .binary(operation, left.expression, right.expression), from: left,
      right)
  }

  /// `a 至 b`
  private func through(_ left: Operand, _ least: Operand.Level) -> Operand? {
    guard least <= .through, left.level > .through else { return nil }
    bump(as: .through)
    let right = operand(.offset)
    return built(
      .through, left.mark, .through, .through(left.expression, right.expression), from: left, right)
  }

  /// `X 于 W`: stands right after what it dates (rule A).
  private func during(_ left: Operand, _ least: Operand.Level) -> Operand? {
    if left.level == .comparison, least <= .comparison { return misplacedDuring(left) }
    guard least <= .during, left.level > .during else { return nil }
    bump(as: .during)
    let window = operand(.through)
    return built(
      .during, left.mark, .during, .during(left.expression, window.expression), from: left, window)
  }

  /// `其中 级别 = 重大 于 近3年`: the window belongs behind the question or behind the field; both are offered.
  private func misplacedDuring(_ left: Operand) -> Operand {
    let word = span
    bump(as: .during)
    let window = operand(.through)
    guard case .comparison(let field, let tails) = left.expression.kind, let last = tails.last
    else {
      fail(
        .unexpected, window.expression.span,
        arguments: [source.text(window.expression.span), Slot.separator.name])
      return left
    }
    if isPanicking { return left }
    let end = window.expression.span.end
    let during = source.text(Span(word.start, end))
    let dated =
      source.text(field.span) + " " + during
      + source.text(Span(field.span.end, last.operand.span.end))
    if let filtered, filtered.condition == left.expression.span.start {
      let head = source.text(Span(filtered.base.end, filtered.condition))
      let base = source.text(filtered.base)
      report(
        .duringAfterWhere, Span(filtered.base.start, end), arguments: [during],
        fixes: [
          base + " " + during + head + source.text(left.expression.span), base + head + dated,
        ])
    } else {
      report(
        .duringAfterWhere, Span(left.expression.span.start, end), arguments: [during],
        fixes: [dated])
    }
    return left
  }

  /// Comparisons by sign or word, 为空, 介于.
  private func comparison(_ left: Operand, _ least: Operand.Level) -> Operand? {
    guard least <= .comparison, left.level >= .during else { return nil }
    if at(.isEmpty) || at(.notEmpty) {
      let negated = at(.notEmpty)
      bump(as: negated ? .notEmpty : .isEmpty)
      return built(
        .emptiness, left.mark, .comparison, .isEmpty(left.expression, isNegated: negated),
        from: left)
    }
    if at(.between) { return between(left) }
    var tails: [ComparisonTail] = []
    var deepest = 0
    while let (operation, span) = comparisonOperator() {
      let start = self.span.start
      let right = operand(.through)
      if operation == .isIn || operation == .notIn { noteMembership(right, start) }
      tails.append(ComparisonTail(operation, span, right.expression))
      deepest = max(deepest, right.depth)
    }
    guard !tails.isEmpty else { return nil }
    return built(
      .comparison, left.mark, .comparison, .comparison(left.expression, tails), from: left,
      deepest: deepest)
  }

  private func noteMembership(_ right: Operand, _ start: Int) {
    if case .set = right.expression.kind { return }
    lastMembership = Span(start, previousEnd)
  }

  private func between(_ left: Operand) -> Operand {
    bump(as: .between)
    let low = operand(.sum)
    expect(.betwAnd)
    let high = operand(.sum)
    return built(
      .between, left.mark, .comparison,
      .between(left.expression, low.expression, high.expression), from: left, low,
      deepest: high.depth)
  }

  /// Takes a comparison operator, if one stands here.
  private func comparisonOperator() -> (ComparisonOperator, Span)? {
    guard !isPanicking else { return nil }
    let place = span
    switch kind() {
    case .sign(let sign):
      guard let operation = Self.comparison(sign) else { return nil }
      bump()
      return (operation, place)
    case .reserved:
      guard let (word, operation) = Self.comparisonWords.first(where: { at($0.0) }) else {
        return nil
      }
      bump(as: word)
      return (operation, place)
    default: return nil
    }
  }

  private static func comparison(_ sign: Sign) -> ComparisonOperator? {
    switch sign {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
  private static let comparisonWords: [(Keyword, ComparisonOperator)] = [
    (.eq, .equal), (.ne, .notEqual), (.lt, .less), (.le, .lessOrEqual), (.gt, .greater),
    (.ge, .greaterOrEqual), (.in, .isIn), (.notIn, .notIn), (.contains, .contains),
    (.notContains, .notContains),
  ]
}
