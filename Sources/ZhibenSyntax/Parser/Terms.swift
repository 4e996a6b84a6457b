// Days and spans reckoned from another: `发现日期 前12个月`, `30日内 … 后`, `届满 前8个工作日 之前`.

extension ParserState {
  /// `X 前12个月`, `X 后 30日内`, and only there: with a bare number 前 is the suffix that takes the first rows.
  func offset(_ left: Operand, _ least: Operand.Level) -> Operand? {
    guard least <= .offset, left.level > .offset, let literal = termLiteral(1) else { return nil }
    let isBefore = at(.first)
    bump(as: isBefore ? .first : .after)
    finishLiteral()
    return built(
      .offset, left.mark, .offset,
      .offset(left.expression, isBefore ? .before : .after, literal, endsBefore: false), from: left)
  }

  /// Whether `12 months before X` or `within 30 days after X` stands here.
  var atLeadingOffset: Bool {
    !isPanicking && (kind() == .literal(.duration) || kind() == .literal(.within))
      && (at(.before, 1) || at(.after, 1)) && beginsPath(2)
  }

  func leadingOffset() -> Operand {
    let mark = mark()
    guard let literal = termLiteral(0) else { return missing(mark) }
    finishLiteral()
    let isBefore = at(.before)
    bump(as: isBefore ? .before : .after)
    let anchor = path()
    return built(
      .offset, mark, .offset,
      .offset(anchor.expression, isBefore ? .before : .after, literal, endsBefore: false),
      from: anchor)
  }

  /// A term without a head word: `2025年底前`, `10日内`, `within 10 days after X`, `届满前1个月内`.
  func bareTerm() -> Operand { atLeadingOffset ? leadingOffset() : literalOperand(mark()) }

  /// `TermV`: a day or span, with 之前 behind it or `before` in front. A bare `X 之前` is zero days before X, X left out.
  func termValue() -> Expression {
    let mark = mark()
    if literalGoesOn() { return missing(mark).expression }
    if take(.before) {
      let inner = operand(.offset)
      return ended(inner, mark).expression
    }
    let inner = operand(.offset)
    if take(.before) { return ended(inner, inner.mark).expression }
    return inner.expression
  }

  private func ended(_ inner: Operand, _ mark: TreeBuilder.Mark) -> Operand {
    let kind: Expression.Kind
    switch inner.expression.kind {
    case .offset(let anchor, let direction, let literal, _):
      kind = .offset(anchor, direction, literal, endsBefore: true)
    default:
      kind = .offset(
        inner.expression, .before, .duration(DurationLiteral(0, .day)), endsBefore: true)
    }
    return built(.offset, mark, .offset, kind, from: inner)
  }

  /// The duration or term at the token, if one stands there.
  private func termLiteral(_ offset: Int) -> Literal? {
    switch kind(offset) {
    case .literal(.duration), .literal(.within): literal(offset)
    default: nil
    }
  }
}
