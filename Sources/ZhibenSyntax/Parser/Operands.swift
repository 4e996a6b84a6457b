// Operands: signs, 全部 and 历次, members and calls, names, literals, parentheses.

extension ParserState {
  func signed() -> Operand { !isPanicking && at(Sign.minus) ? negated() : quantified() }

  private func negated() -> Operand {
    let mark = mark()
    guard enter() else { return missing(mark) }
    defer { leave() }
    bump()
    let inner = signed()
    return built(.negate, mark, .sign, .negate(inner.expression), from: inner)
  }

  func quantified() -> Operand {
    if isPanicking { return missing() }
    if at(.all) { return whole(isAll: true) }
    if at(.history) { return whole(isAll: false) }
    return postfixed()
  }

  private func whole(isAll: Bool) -> Operand {
    let mark = mark()
    bump(as: isAll ? .all : .history)
    let inner = postfixed()
    return built(
      isAll ? .all : .history, mark, .sign,
      isAll ? .all(inner.expression) : .history(inner.expression), from: inner)
  }

  /// An operand with its members, references and calls: `a.b`, `租赁 经 承租方`, `f(x)`, `列表（1）`.
  func postfixed() -> Operand {
    var operand = primary()
    while !isPanicking {
      if at(.leftParen) {
        operand = call(operand)
      } else if at(.dot) || at(.via), let next = member(of: operand) {
        operand = next
      } else {
        break
      }
    }
    return operand
  }

  private func member(of operand: Operand) -> Operand? {
    let isMember = at(.dot)
    if isMember { bump() } else { bump(as: .via) }
    guard let name = name() else { return nil }
    return built(
      isMember ? .member : .via, operand.mark, .postfix,
      isMember ? .member(operand.expression, name) : .via(operand.expression, name),
      from: operand)
  }

  private func primary() -> Operand {
    let mark = mark()
    guard !isPanicking else { return missing(mark) }
    switch kind() {
    case .word, .quotedName: return namedOperand(mark)
    case .literal: return literalOperand(mark)
    case .string:
      let parts = stringParts()
      bump()
      return built(.string, mark, .postfix, .string(parts))
    case .sign(.leftBrace): return bracedOperand(mark)
    case .sign(.leftParen): return parenthesized(mark)
    case .reserved where at(.this) || at(.that): return referenced(mark)
    case .reserved where at(.if): return bareConditional(mark)
    default: break
    }
    fail(wanting: slot)
    return missing(mark)
  }

  /// A clause's word at the start of a line where an operand is wanted: the operand is missing, the clause is not its operand.
  private var beginsClauseHere: Bool {
    guard at(anyOf: heads) != nil, kind(-1) != .sign(.leftBrace) else { return false }
    switch kind(1) {
    case .word, .quotedName, .literal, .string, .title, .sign(.colon): return true
    case .reserved: return !isInfix(1)
    default: return false
    }
  }

  /// `a`, `企业「甲厂」`
  private func namedOperand(_ mark: TreeBuilder.Mark) -> Operand {
    if tokens[position].followsNewline,
      beginsClauseHere || startsDeclaration(0) || statementWord() != nil && beginsOperandBehind(1)
    {
      report(.missing, Span(previousEnd, previousEnd), arguments: [slot.name])
      isPanicking = true
      return missing(mark)
    }
    guard let name = name() else { return missing(mark) }
    if !name.isQuoted, kind() == .quotedName, let key = self.name() {
      return built(.record, mark, .postfix, .record(register: name, key: key))
    }
    return Operand(
      expression: Expression(.name(name), name.span), depth: 1, mark: mark, level: .postfix)
  }

  private func call(_ callee: Operand) -> Operand {
    bump()
    guard enter() else { return missing(callee.mark) }
    var arguments: [Expression] = []
    var deepest = 0
    if !at(.rightParen) {
      repeat {
        let argument = self.argument()
        arguments.append(argument.expression)
        deepest = max(deepest, argument.depth)
      } while take(.comma)
    }
    leave()
    closeParenthesis()
    return built(
      .call, callee.mark, .postfix, .call(callee.expression, arguments), from: callee,
      deepest: deepest)
  }

  /// `Arg`: inside a list only 其中 may follow without parentheses.
  func argument() -> Operand {
    var operand = expression()
    while !isPanicking, at(.where) || misspeltWhere { operand = filter(operand) }
    return operand
  }

  private func parenthesized(_ mark: TreeBuilder.Mark) -> Operand {
    bump()
    guard enter() else { return missing(mark) }
    let inner = question()
    leave()
    closeParenthesis()
    return built(.parenthesized, mark, .postfix, inner.expression.kind, deepest: inner.depth)
  }

  /// A parenthesis still open where its clause ends was reported by the lexer, which sees the layout.
  func closeParenthesis() {
    if atClauseEnd || isInsideUnclosed, !at(.rightParen) {
      damage += 1
    } else {
      expect(.rightParen, "）")
    }
  }

  /// `a + 若 c 则 x 否则 y`: without parentheses the last branch would take whatever follows.
  private func bareConditional(_ mark: TreeBuilder.Mark) -> Operand {
    let conditional = expression()
    let place = conditional.expression.span
    report(
      .unexpected, place, arguments: [source.text(tokens[mark.token].span), slot.name],
      fixes: ["（" + source.text(place) + "）"])
    return conditional
  }

  func literalOperand(_ mark: TreeBuilder.Mark) -> Operand {
    switch kind() {
    case .literal(.overdue):
      let text = found
      let term = text.drop { !$0.isNumber && !"一二三四五六七八九十半".contains($0) }
      fail(.rungAsCondition, span, arguments: [text], fixes: ["今日 − 整改期限 > \(term)"])
    case .literal(.article), .literal(.tally): fail(wanting: slot)
    default:
      guard let literal = literal() else { break }
      bump()
      return built(.literal, mark, .postfix, .literal(literal))
    }
    return missing(mark)
  }

  /// `本 企业`, `this 企业`, `该 隐患`, `that 隐患`
  private func referenced(_ mark: TreeBuilder.Mark) -> Operand {
    let isThis = at(.this)
    bump(as: isThis ? .this : .that)
    guard let name = name() else { return missing(mark) }
    return built(
      isThis ? .this : .that, mark, .postfix, isThis ? .this(name) : .that(name))
  }
}

// MARK: - Names and paths

extension ParserState {
  /// A name that must stand here.
  func name(_ slot: Slot = .name) -> Name? {
    guard !isPanicking else { return nil }
    guard atName else {
      fail(wanting: slot)
      return nil
    }
    let (index, mark) = (position, mark())
    bump()
    finish(.name, from: mark)
    return Name(
      tokens[index].text, tokens[index].span, isQuoted: classes[index] == .quotedName)
  }

  /// `Names`: one or more, separated by 、.
  func names() -> [Name] {
    var names: [Name] = []
    repeat {
      if let name = name() { names.append(name) }
    } while take(.comma)
    return names
  }

  /// `RPath`: `本企业.主要负责人`, `that 隐患.责任人`.
  func path() -> Operand {
    let mark = mark()
    var operand: Operand
    if !isPanicking, at(.this) || at(.that) {
      operand = referenced(mark)
    } else {
      guard let name = name() else { return missing(mark) }
      operand = Operand(
        expression: Expression(.name(name), name.span), depth: 1, mark: mark, level: .postfix)
    }
    while take(.dot) {
      guard let name = name() else { break }
      operand = built(
        .member, operand.mark, .postfix, .member(operand.expression, name), from: operand)
    }
    return operand
  }

  func beginsPath(_ offset: Int) -> Bool {
    isName(offset) || at(.this, offset) || at(.that, offset)
  }

  func paths() -> [Expression] {
    var paths: [Expression] = []
    repeat { paths.append(path().expression) } while take(.comma)
    return paths
  }

  /// Takes a literal token as a node of its own.
  func finishLiteral() {
    let mark = mark()
    bump()
    finish(.literal, from: mark)
  }
}
