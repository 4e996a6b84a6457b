// Statements: what is done in order. K2 decides between a statement's word and a name spelt like it.

extension ParserState {
  /// One statement; nil when nothing of it can be used.
  func statement() -> Statement? {
    let mark = mark()
    let isReported = takeMisspeltStatement()
    guard let word = isReported ?? statementWord() else { return standing(mark) }
    let kind = wanting(.value) { $0.statement(word, mark) }
    var node = Self.statementNodes[word] ?? .jump
    if case .evaluate = kind { node = .evaluation }
    finish(node, from: mark)
    return kind.map { Statement($0, span(from: mark), headings: headingPath) }
  }

  /// The word of a statement at the cursor. It is a name if an infix token or 按 follows, and 截至 alone may have a colon.
  func statementWord(_ offset: Int = 0) -> Keyword? {
    guard let word = at(anyOf: DeclarationWords.statements, offset) else { return nil }
    if kind(offset) == .reserved, phraseLength(word, position + offset) == nil { return word }
    let next = offset + (phraseLength(word, position + offset) ?? 1)
    if isInfix(next) || at(.by, next) || at(.colon, next) && word != .asOf { return nil }
    return word
  }

  private func statement(_ word: Keyword, _ mark: TreeBuilder.Mark) -> Statement.Kind? {
    bump(as: word)
    switch word {
    case .let: return binding()
    case .if: return branch(mark)
    case .for: return forEach()
    case .while:
      return .loop(blockCondition().expression, statementBlock())
    case .break: return .breakLoop
    case .continue: return .continueLoop
    case .return: return .giveBack(atClauseEnd ? nil : question().expression)
    case .show: return .show(questions())
    case .insert:
      guard let register = name() else { return nil }
      return .insert(register, fields().expression)
    case .update: return update()
    case .delete: return .delete(wanting(.question) { $0.question() }.expression)
    case .assert:
      let condition = wanting(.condition) { $0.expression() }.expression
      return .assert(condition, message: take(.comma) ? expression().expression : nil)
    case .asOf:
      _ = take(.colon)
      return .asOf(wanting(.day) { $0.operand(.offset) }.expression)
    case .expect: return expectation()
    case .suppose: return suppose()
    default: return projection()
    }
  }

  private static let statementNodes: [Keyword: NodeKind] = [
    .let: .binding, .if: .branch, .for: .forEach, .while: .loop, .return: .giveBack, .show: .show,
    .insert: .insert, .update: .update, .delete: .delete, .assert: .assertion, .asOf: .asOf,
    .expect: .expectation, .suppose: .suppose, .project: .project,
  ]

  // MARK: - Values and records

  /// `令 名：类型 = 值`
  private func binding() -> Statement.Kind? {
    guard let name = name() else { return nil }
    return binding(name)
  }

  /// `：类型 = 值` behind 令 and a name.
  func binding(_ name: Name) -> Statement.Kind {
    let type = take(.colon) ? type(isOptional: false)?.type : nil
    if !isPanicking, at(.assign) {
      report(.unexpected, span, arguments: [found, Slot.sign("=").name], fixes: ["="])
      bump()
    } else {
      expect(.equal, "=")
    }
    return .bind(name, type, question().expression)
  }

  /// `显示 a，b`: a comma behind 选取, 统计 or 排序 belongs to that list.
  private func questions() -> [Expression] {
    var values: [Expression] = []
    repeat { values.append(question().expression) } while take(.comma)
    return values
  }

  /// `修改 企业「甲厂」 { 人数：60 }`
  private func update() -> Statement.Kind? {
    let target = wanting(.question) { $0.question() }.expression
    if !isPanicking, !at(.leftBrace), reportChangeAsComparison(target) { return nil }
    return .update(target, fields().expression)
  }

  /// `预期 问句 为 {…}`, `预期 问句 为空`, `预期 条件`
  private func expectation() -> Statement.Kind {
    let value = wanting(.condition) { $0.question() }
    if take(.yields) || takeForeignYields() {
      return .expect(value.expression, yields: expression().expression)
    }
    guard !isPanicking, at(.isEmpty) || at(.notEmpty) else {
      return .expect(value.expression, yields: nil)
    }
    let isNegated = at(.notEmpty)
    bump(as: isNegated ? .notEmpty : .isEmpty)
    let whole = built(
      .emptiness, value.mark, .comparison, .isEmpty(value.expression, isNegated: isNegated),
      from: value)
    return .expect(whole.expression, yields: nil)
  }

  // MARK: - Without a word

  /// A question or a call that stands alone, or `名 := 值`.
  private func standing(_ mark: TreeBuilder.Mark) -> Statement? {
    guard beginsStanding else {
      fail(wanting: .statement)
      return nil
    }
    if let binding = strangeBinding() {
      finish(.binding, from: mark)
      return Statement(binding, span(from: mark), headings: headingPath)
    }
    if failStrangeWord() { return nil }
    let value = wanting(.value) { $0.question() }
    var node = NodeKind.evaluation
    var kind = Statement.Kind.evaluate(value.expression)
    if !isPanicking, at(.assign) {
      switch value.expression.kind {
      case .name, .member, .call: break
      default:
        fail(
          .unexpected, value.expression.span,
          arguments: [
            source.text(value.expression.span), Slot.name.name,
          ])
      }
      _ = take(.assign)
      kind = .assign(value.expression, question().expression)
      node = .assignment
    } else if !isPanicking, at(.leftBrace) {
      failGluedHead(mark)
    } else {
      warnOfUselessComparison(value.expression)
    }
    finish(node, from: mark)
    return Statement(kind, span(from: mark), headings: headingPath)
  }

  /// Whether a question can begin here. A line that begins with a brace continues the one before.
  private var beginsStanding: Bool {
    switch kind() {
    case .word, .quotedName, .literal, .string, .sign(.leftParen), .sign(.minus): true
    case .reserved: at(.this) || at(.that) || at(.all) || at(.history) || at(.not) || at(.ever)
    default: false
    }
  }
}
