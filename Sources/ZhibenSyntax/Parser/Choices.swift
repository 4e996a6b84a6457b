// Values chosen by keys: `按 监管类别、等级 { 重点、任意：每季度1次；… }`.

extension ParserState {
  /// A value, or `按 keys { label：value }`. With `exempts`, an arm may say 免除.
  func choice<Value: Sendable>(
    exempts: Bool, _ value: (ParserState) -> Value
  ) -> Choice<Value> {
    guard !isPanicking, at(.by) else { return .direct(value(self)) }
    let mark = mark()
    bump(as: .by)
    let keys = expressions().0
    var arms: [ChoiceArm<Value>] = []
    if !isPanicking, at(.leftBrace) {
      block(labels: true) { state in
        if let arm = state.arm(keys: keys.count, exempts: exempts, value) { arms.append(arm) }
      }
    } else {
      fail(wanting: .sign("{"))
      hasLostArms = true
    }
    finish(.choice, from: mark)
    return .by(keys, arms, span(from: mark))
  }

  private func arm<Value: Sendable>(
    keys: Int, exempts: Bool, _ value: (ParserState) -> Value
  ) -> ChoiceArm<Value>? {
    let mark = mark()
    var parts: [LabelPart] = []
    repeat {
      if let part = label() { parts.append(part) }
    } while take(.comma)
    if keys == 1 { parts = merged(parts) }
    let labelSpan = span(from: mark)
    expectColon()
    if isPanicking { return nil }
    var chosen: Value?
    if exempts, atContextual(.exempt) { bump(as: .exempt) } else { chosen = value(self) }
    finish(.choiceArm, from: mark)
    return ChoiceArm(labels: parts, labelSpan: labelSpan, value: chosen, span: span(from: mark))
  }

  /// With a single key `C、D：` lists alternatives of one part.
  private func merged(_ parts: [LabelPart]) -> [LabelPart] {
    var atoms: [LabelAtom] = []
    for part in parts {
      guard case .alternatives(let more) = part else { return parts }
      atoms += more
    }
    return [.alternatives(atoms)]
  }

  /// `任意`, `其他`, `C 或 D`, `C 至 D`, `300人以上`, `大于 5`
  private func label() -> LabelPart? {
    let mark = mark()
    defer { finish(.label, from: mark) }
    if kind() == .word, !at(.or, 1), !at(.through, 1) {
      let part: LabelPart? =
        switch tokens[position].text {
        case "任意", "any": .any
        case "其他", "other": .rest
        default: nil
        }
      if let part {
        _ = name()
        return part
      }
    }
    var atoms: [LabelAtom] = []
    repeat {
      guard let atom = labelAtom() else { return nil }
      atoms.append(atom)
    } while take(.or)
    return .alternatives(atoms)
  }

  private func labelAtom() -> LabelAtom? {
    guard !isPanicking else { return nil }
    let mark = mark()
    if case .bound(let literal) = literal() {
      return .bound(boundLiteral(literal))
    }
    if let (keyword, operation) = Self.boundWords.first(where: { at($0.0) }) {
      bump(as: keyword)
      guard let value = labelValue() else { return nil }
      finish(.bound, from: mark)
      return .bound(BoundExpression(operation, value, span(from: mark)))
    }
    guard let value = labelValue() else { return nil }
    guard take(.through) else { return .value(value) }
    return labelValue().map { .range(value, $0) }
  }

  private func labelValue() -> Expression? {
    let place = span
    switch kind() {
    case .word, .quotedName: return name().map { Expression(.name($0), $0.span) }
    case .string: return constantText().map { Expression(.string([.text($0.0)]), $0.1) }
    case .literal(.number), .literal(.quantity), .literal(.duration), .literal(.yearDay),
      .literal(.period):
      guard let literal = literal() else { break }
      finishLiteral()
      return Expression(.literal(literal), place)
    default: break
    }
    fail(wanting: .label)
    return nil
  }
}

// MARK: - Bounds

extension ParserState {
  /// `不低于10%`, `20%以上`, `100%`, or a parameter's name.
  func bound() -> BoundExpression {
    let mark = mark()
    if case .bound(let literal) = literal() { return boundLiteral(literal) }
    var operation = ComparisonOperator.equal
    if let (keyword, word) = Self.boundWords.first(where: { at($0.0) }), take(keyword) {
      operation = word
    }
    let value = boundValue()
    finish(.bound, from: mark)
    return BoundExpression(operation, value, span(from: mark))
  }

  private func boundValue() -> Expression {
    let place = span
    if [.quantity, .number, .duration].contains(where: { kind() == .literal($0) }),
      let literal = literal()
    {
      finishLiteral()
      return Expression(.literal(literal), place)
    }
    if beginsPath(0) { return path().expression }
    fail(wanting: .quantity)
    return missing().expression
  }

  /// `20%以上` as operator and value.
  private func boundLiteral(_ literal: BoundLiteral) -> BoundExpression {
    let place = span
    let mark = mark()
    finishLiteral()
    finish(.bound, from: mark)
    let operation: ComparisonOperator =
      switch literal.direction {
      case .atLeast: .greaterOrEqual
      case .atMost: .lessOrEqual
      case .moreThan: .greater
      case .lessThan: .less
      }
    let value: Literal =
      switch literal.measure {
      case .quantity(let quantity): .quantity(quantity)
      case .duration(let duration): .duration(duration)
      }
    return BoundExpression(operation, Expression(.literal(value), place), place)
  }

  private static let boundWords: [(Keyword, ComparisonOperator)] = [
    (.ge, .greaterOrEqual), (.le, .lessOrEqual), (.gt, .greater), (.lt, .less),
    (.atLeast, .greaterOrEqual), (.atMost, .lessOrEqual),
  ]
}
