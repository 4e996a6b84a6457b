// Statements that hold statements: 若, 对 每个, 循环, 假设, 推演.

extension ParserState {
  /// `{ statement；statement }`
  func statementBlock() -> [Statement] {
    guard !isPanicking else { return [] }
    guard at(.leftBrace) else { return blockWithoutBrace() }
    var statements: [Statement] = []
    statementItems { state in
      if let statement = state.statement() { statements.append(statement) }
    }
    return statements
  }

  /// A block of statements; no clauses stand inside.
  private func statementItems(_ item: (ParserState) -> Void) {
    let outer = (heads, isInActions)
    (heads, isInActions) = ([], false)
    block(statements: true, item)
    (heads, isInActions) = outer
  }

  /// `c { } 否则 若 d { } 否则 { }` behind 若; or a value chosen by a condition, which stands alone.
  func branch(_ mark: TreeBuilder.Mark) -> Statement.Kind {
    var blocks: [ConditionalBlock] = []
    while true {
      let condition = blockCondition()
      if blocks.isEmpty, !isPanicking, at(.then), !at(.leftBrace, 1), statementWord(1) == nil {
        let value = conditional(condition, mark)
        return .evaluate(suffixed(all: value).expression)
      }
      takeUselessThen()
      blocks.append(ConditionalBlock(condition.expression, statementBlock()))
      switch takeOtherwise() {
      case .none: return .branch(blocks, otherwise: nil)
      case .otherwise: return .branch(blocks, otherwise: statementBlock())
      case .otherwiseIf: continue
      }
    }
  }

  /// The condition of 若 and 循环. Where a statement stands in the braces behind the word they are the block.
  func blockCondition() -> Operand {
    guard !isPanicking, at(.leftBrace), statementWord(1) != nil, beginsOperandBehind(2) else {
      return wanting(.condition) { $0.operand(.or) }
    }
    report(.missing, Span(previousEnd, previousEnd), arguments: [Slot.condition.name])
    return missing()
  }

  private enum Otherwise { case none, otherwise, otherwiseIf }

  private func takeOtherwise() -> Otherwise {
    if takeForeignOtherwiseIf() { return .otherwiseIf }
    guard take(.else) else { return .none }
    return take(.if) || takeForeignIf() ? .otherwiseIf : .otherwise
  }

  /// `每个 x 于 s { }` behind 对.
  func forEach() -> Statement.Kind? {
    expectEach()
    guard let name = name() else { return nil }
    expectForIn()
    let source = wanting(.question) { $0.question() }.expression
    return .forEach(name, in: source, statementBlock())
  }

  /// `{ 年度执法.频次 = 每半年1次 } { … }` behind 假设.
  func suppose() -> Statement.Kind {
    var changes: [Supposition] = []
    if !isPanicking, at(.leftBrace) {
      statementItems { state in
        if let change = state.supposition() { changes.append(change) }
      }
    } else {
      changes = supposedWithoutBraces { self.supposition() }
    }
    return .suppose(changes, statementBlock())
  }

  private func supposition() -> Supposition? {
    if let word = statementWord() {
      guard [.insert, .update, .delete].contains(word) else {
        fail(wanting: .supposition)
        return nil
      }
      return statement().map { .change($0) }
    }
    let mark = mark()
    guard beginsPath(0) else {
      fail(wanting: .supposition)
      return nil
    }
    let path = path().expression
    if !isPanicking, at(.assign) {
      report(.unexpected, span, arguments: [found, Slot.sign("=").name], fixes: ["="])
      bump()
    } else {
      expect(.equal, "=")
    }
    let value: Supposition.SupposedValue =
      beginsSupposedCadence
      ? .cadence(wanting(.cadence) { $0.cadence() })
      : .expression(argument().expression)
    finish(.supposition, from: mark)
    return .value(path, value, span(from: mark))
  }

  /// Whether a cadence stands here that is no operand of something larger.
  private var beginsSupposedCadence: Bool {
    guard !isPanicking else { return false }
    switch kind() {
    case .literal(.cadence), .literal(.everyN):
      return !isInfix(1) && !at(.leftParen, 1) || at(.comma, 1) || at(.firstTime, 1)
        || at(.atLeast, 1)
        || at(.atMost, 1)
    case .literal(.within): return at(.cover, 1)
    default: return atContextual(.since) || at(.lastDone)
    }
  }

  /// `直至 D { … }` behind 推演; the block may be left out.
  func projection() -> Statement.Kind {
    expect(.until)
    let day = wanting(.day) { $0.operand(.offset) }.expression
    return .project(until: day, !isPanicking && at(.leftBrace) ? statementBlock() : [])
  }
}
