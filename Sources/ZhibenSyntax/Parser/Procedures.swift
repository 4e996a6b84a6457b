// Functions and tests: a name, what goes in, and statements.

extension ParserState {
  /// `(e: 企业)：数 { … }` behind the name of a 函数.
  func function() -> FunctionBody {
    var parameters: [FunctionBody.Parameter] = []
    if !isPanicking, at(.leftParen) {
      parameters = self.parameters()
    } else {
      expect(.leftParen, "（")
    }
    let result = take(.colon) || take(.arrow) ? type(isOptional: false)?.type : nil
    return FunctionBody(parameters: parameters, result: result, statements: statementBlock())
  }

  /// `(a: 数，b: 文本)`
  func parameters() -> [FunctionBody.Parameter] {
    let mark = mark()
    bump()
    var parameters: [FunctionBody.Parameter] = []
    if !at(.rightParen) {
      repeat {
        if let parameter = parameter() { parameters.append(parameter) }
      } while take(.comma)
    }
    closeParenthesis()
    finish(.parameters, from: mark)
    return parameters
  }

  private func parameter() -> FunctionBody.Parameter? {
    let mark = mark()
    guard let name = name() else { return nil }
    if at(.comma) || at(.rightParen) {
      report(.missing, Span(previousEnd, previousEnd), arguments: [Slot.type.name])
      return nil
    }
    expectColon()
    guard let (type, _) = type(isOptional: false) else { return nil }
    finish(.functionParameter, from: mark)
    return FunctionBody.Parameter(name, type)
  }

  /// `"标题" { … }`, or the braces alone behind a 测试 that is called by a name.
  func test(_ name: Name?) -> TestBody {
    var (title, place) = (name?.text ?? "", name?.span ?? Span(previousEnd, previousEnd))
    if name == nil, let text = wanting(.name, { $0.constantText() }) { (title, place) = text }
    return TestBody(title: title, titleSpan: place, statements: statementBlock())
  }
}
