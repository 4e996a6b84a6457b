// Declarations: the declaring word, a name, and a body of the shape that the word asks for.

extension ParserState {
  func declaration(_ keyword: Keyword) -> Declaration {
    let mark = mark()
    let damageBefore = damage
    let keywordSpan = span
    bump(as: keyword)
    let (name, body) = keyword == .when ? event() : named(keyword)
    finish(Self.nodes[keyword] ?? .laterItem, from: mark)
    // What a mistake inside leaves behind the closing brace belongs to it.
    isAdrift = damage > damageBefore
    return Declaration(
      keyword: keyword, keywordSpan: keywordSpan, name: name,
      headings: headingPath, span: span(from: mark), body: body, isDamaged: damage > damageBefore)
  }

  private func named(_ keyword: Keyword) -> (Name?, Declaration.Body) {
    let name = keyword == .test && kind() == .string ? nil : declaredName(keyword)
    return (name, body(of: keyword, name))
  }

  /// A declaration's name is one word; several before the brace are one name in pieces.
  private func declaredName(_ keyword: Keyword) -> Name? {
    guard let name = name() else { return nil }
    guard keyword != .function, !name.isQuoted, kind() == .word, !at(.alias), !at(.ascending),
      !at(.descending),
      !at(.complete), !at(.confidential), !tokens[position].followsNewline
    else { return name }
    var end = 0
    while kind(end) == .word, end < 8 { end += 1 }
    guard kind(end) == .sign(.leftBrace) || kind(end) == .sign(.equal) else { return name }
    let whole = Span(name.span.start, tokens[position + end - 1].span.end)
    let joined = name.text + (0..<end).map { tokens[position + $0].text }.joined()
    report(
      .nameInTwoWords, whole, arguments: [source.text(whole)],
      fixes: [joined, "「\(source.text(whole))」"])
    for _ in 0..<end { bump() }
    return Name(joined, whole)
  }

  private func body(of keyword: Keyword, _ name: Name?) -> Declaration.Body {
    switch keyword {
    case .function: return .function(function())
    case .test: return .test(test(name))
    case .register: return .register(register())
    case .enumeration: return .enumeration(enumeration())
    case .scope:
      let parameters = !isPanicking && at(.leftParen) ? self.parameters() : []
      expect(.equal, "=")
      return .query(wanting(.question) { $0.question() }.expression, parameters: parameters)
    case .parameter: return value(.parameter)
    case .reading: return value(.reading)
    case .partition: return .partition(partition())
    case .use: return .use
    case .plan: return .clauses(braced(.plan))
    case .duty: return .clauses(braced(.duty))
    case .inspection: return .clauses(braced(.inspection))
    case .draw: return .clauses(braced(.draw))
    case .incentive: return .clauses(braced(.incentive))
    case .report: return .clauses(braced(.report))
    case .require: return .clauses(braced(.require))
    case .target: return .clauses(braced(.target))
    default: return .clauses(braced(.escalation))
    }
  }

  private func braced(_ body: Body) -> [Clause] {
    guard !isPanicking, at(.leftBrace) else {
      failWithoutBrace()
      return []
    }
    return clauses(body)
  }

  /// The body does not begin.
  func failWithoutBrace() {
    fail(wanting: .sign("{"))
  }

  /// `参数 n = 10% { … }`
  private func value(_ body: Body) -> Declaration.Body {
    expect(.equal, "=")
    let value = expression().expression
    return .value(value, !isPanicking && at(.leftBrace) ? clauses(body) : [])
  }

  /// `划分 监管类别 于 在册企业 { 重点：…；一般：其他 }`
  private func partition() -> PartitionBody {
    var body = PartitionBody(domain: nil, arms: [], clauses: [])
    if take(.forIn) { body.domain = wanting(.question) { $0.question() }.expression }
    guard !isPanicking, at(.leftBrace) else {
      failWithoutBrace()
      return body
    }
    block { state in
      if state.isName(0),
        state.at(.colon, 1) || !Body.partition.heads.contains(where: { state.atContextual($0) })
      {
        if let arm = state.partitionArm() { body.arms.append(arm) }
      } else if let clause = state.clause(.partition) {
        body.clauses.append(clause)
      }
    }
    return body
  }

  private func partitionArm() -> PartitionBody.Arm? {
    let mark = mark()
    guard let label = name(.label) else { return nil }
    expectColon()
    let condition = wanting(.condition) { $0.operand(.or) }
    finish(.partitionArm, from: mark)
    return PartitionBody.Arm(label: label, condition: condition.expression)
  }

  private static let nodes: [Keyword: NodeKind] = [
    .plan: .plan, .register: .register, .enumeration: .enumeration, .scope: .scope,
    .partition: .partition, .parameter: .parameter, .reading: .reading, .duty: .duty,
    .inspection: .inspection, .draw: .draw, .incentive: .incentive, .report: .report,
    .require: .require,
    .when: .when, .target: .target,
    .escalation: .escalation,
    .use: .use, .function: .function, .test: .test,
  ]
}
