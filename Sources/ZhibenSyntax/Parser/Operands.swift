// Operands: signs, 全部 and 历次, members and calls, names, literals, sets, parentheses.

extension ParserState {
  mutating func signed() -> Operand {
    guard !isPanicking, at(Sign.minus) else { return quantified() }
    let mark = mark()
    guard enter() else { return missing(mark) }
    defer { leave() }
    bump()
    let inner = signed()
    return built(.negate, mark, .sign, .negate(inner.expression), from: inner)
  }

  mutating func quantified() -> Operand {
    guard !isPanicking, at(.all) || at(.history) else {
      return leadingOffset() ?? postfixed()
    }
    let mark = mark()
    let isAll = at(.all)
    bump(as: isAll ? .all : .history)
    let inner = postfixed()
    return built(
      isAll ? .all : .history, mark, .sign,
      isAll ? .all(inner.expression) : .history(inner.expression), from: inner)
  }

  /// An operand with its members and references: `a.b`, `租赁 经 承租方`.
  mutating func postfixed() -> Operand {
    var operand = primary()
    while !isPanicking, at(.dot) || at(.via) {
      let isMember = at(.dot)
      if isMember { bump() } else { bump(as: .via) }
      guard let name = name() else { break }
      operand = built(
        isMember ? .member : .via, operand.mark, .postfix,
        isMember ? .member(operand.expression, name) : .via(operand.expression, name),
        from: operand)
    }
    return operand
  }

  private mutating func primary() -> Operand {
    let mark = mark()
    guard !isPanicking else { return missing(mark) }
    switch kind() {
    case .word, .quotedName:
      if tokens[position].followsNewline, beginsClauseHere { break }
      return namedOperand(mark)
    case .literal(let literal): return literalOperand(literal, mark)
    case .string:
      let parts = stringParts()
      bump()
      return built(.string, mark, .postfix, .string(parts))
    case .sign(.leftBrace): return setOperand(mark)
    case .sign(.leftParen): return parenthesized(mark)
    case .reserved where at(.this) || at(.that): return referenced(mark)
    default: break
    }
    fail(wanting: slot)
    return missing(mark)
  }

  /// A clause's word at the start of a line where an operand is wanted: the operand is missing, the clause is not its operand.
  private var beginsClauseHere: Bool {
    guard heads.contains(where: { at($0) }) else { return false }
    switch kind(1) {
    case .word, .quotedName, .literal, .string, .title, .sign(.colon): return true
    case .reserved: return !isInfix(1)
    default: return false
    }
  }

  /// `a`, `企业「甲厂」`, `f(x)`
  private mutating func namedOperand(_ mark: TreeBuilder.Mark) -> Operand {
    guard let name = name() else { return missing(mark) }
    if !name.isQuoted, kind() == .quotedName, let key = self.name() {
      return built(.record, mark, .postfix, .record(register: name, key: key))
    }
    guard at(.leftParen) else {
      return Operand(
        expression: Expression(.name(name), name.span), depth: 1, mark: mark, level: .postfix)
    }
    bump()
    guard enter() else { return missing(mark) }
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
      .call, mark, .postfix, .call(Expression(.name(name), name.span), arguments),
      deepest: deepest)
  }

  /// `Arg`: inside a list only 其中 may follow without parentheses.
  mutating func argument() -> Operand {
    var operand = expression()
    while !isPanicking, at(.where) { operand = filter(operand) }
    return operand
  }

  private mutating func parenthesized(_ mark: TreeBuilder.Mark) -> Operand {
    bump()
    guard enter() else { return missing(mark) }
    let inner = question()
    leave()
    closeParenthesis()
    return built(.parenthesized, mark, .postfix, inner.expression.kind, deepest: inner.depth)
  }

  /// A parenthesis still open where its clause ends was reported by the lexer, which sees the layout.
  private mutating func closeParenthesis() {
    if !atClauseEnd { expect(.rightParen, "）") }
  }

  private mutating func literalOperand(_ literal: Literal, _ mark: TreeBuilder.Mark) -> Operand {
    switch literal {
    case .overdue:
      let text = found
      let term = text.drop { !$0.isNumber && !"一二三四五六七八九十半".contains($0) }
      fail(.rungAsCondition, span, arguments: [text], fixes: ["今日 − 整改期限 > \(term)"])
      return missing(mark)
    case .article, .tally:
      fail(wanting: slot)
      return missing(mark)
    default:
      bump()
      return built(.literal, mark, .postfix, .literal(literal))
    }
  }

  /// `{A、B 等}`
  private mutating func setOperand(_ mark: TreeBuilder.Mark) -> Operand {
    let opener = span
    bump()
    guard enter() else { return missing(mark) }
    var elements: [Expression] = []
    var isOpen = false
    var deepest = 0
    while true {
      while kind() == .separator || at(.comma) && !elements.isEmpty { bump() }
      if isPanicking || at(.rightBrace) || atFileEnd || startsDeclaration(0) { break }
      let element = operand(.through)
      elements.append(element.expression)
      deepest = max(deepest, element.depth)
      if take(.etc) {
        isOpen = true
        skipSeparators()
        if at(.rightBrace) { break }
      }
      if !isPanicking, kind() != .separator, !at(.comma), !at(.rightBrace), !atFileEnd {
        fail(wanting: .sign("、"))
      }
    }
    leave()
    closeBrace(opener)
    return built(.set, mark, .postfix, .set(elements, isOpen: isOpen), deepest: deepest)
  }

  /// Closes a list in braces; after a mistake inside it the closing brace ends the mistake.
  mutating func closeBrace(_ opener: Span) {
    if isPanicking {
      while kind() == .separator {
        bump()
        skipToSync()
      }
    }
    if at(.rightBrace) {
      bump()
      isPanicking = false
    } else if !isPanicking {
      reportUnclosed(opener)
      isPanicking = true
    }
  }

  /// `本 企业`, `this 企业`, `该 隐患`, `that 隐患`
  private mutating func referenced(_ mark: TreeBuilder.Mark) -> Operand {
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
  mutating func name(_ slot: Slot = .name) -> Name? {
    guard !isPanicking else { return nil }
    let token = tokens[position]
    switch token.kind {
    case .word, .quotedName:
      let mark = mark()
      bump()
      finish(.name, from: mark)
      return Name(token.text, token.span, isQuoted: token.kind == .quotedName)
    default:
      fail(wanting: slot)
      return nil
    }
  }

  /// `Names`: one or more, separated by 、.
  mutating func names() -> [Name] {
    var names: [Name] = []
    repeat {
      if let name = name() { names.append(name) }
    } while take(.comma)
    return names
  }

  /// `RPath`: `本企业.主要负责人`, `that 隐患.责任人`.
  mutating func path() -> Operand {
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

  mutating func paths() -> [Expression] {
    var paths: [Expression] = []
    repeat { paths.append(path().expression) } while take(.comma)
    return paths
  }

  /// Takes a literal token as a node of its own.
  mutating func finishLiteral() {
    let mark = mark()
    bump()
    finish(.literal, from: mark)
  }
}
