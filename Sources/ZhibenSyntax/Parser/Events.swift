// 当: what is waited for, and what is done then.

extension ParserState {
  /// `事故 新增 其中 级别 ≥ 较大 { … }` behind 当. A name with a colon may stand in front; without one the words of the event are the name.
  func event() -> (Name?, Declaration.Body) {
    var name: Name?
    if !isPanicking, isName(0), at(.colon, 1) {
      name = self.name()
      _ = take(.colon)
    }
    let mark = mark()
    let subject = path()
    guard let kind = eventKind() else { return (name, .clauses([])) }
    if name == nil { name = Name(kind.name(of: subject.expression), span(from: mark)) }
    let condition = take(.where) ? wanting(.condition) { $0.operand(.or) }.expression : nil
    finish(.event, from: mark)
    let trigger = EventTrigger(
      subject: subject.expression, kind: kind, condition: condition, span: span(from: mark))
    var clauses = [
      Clause(head: .when, headSpan: trigger.span, span: trigger.span, value: .event(trigger))
    ]
    guard !isPanicking, at(.leftBrace) else {
      failWithoutBrace()
      return (name, .clauses(clauses))
    }
    let outer = (heads, isInActions)
    (heads, isInActions) = (Body.when.heads, true)
    block { state in
      if let clause = state.eventItem() { clauses.append(clause) }
    }
    (heads, isInActions) = outer
    return (name, .clauses(clauses))
  }

  private func eventItem() -> Clause? {
    if at(anyOf: Body.when.heads) != nil { return clause(.when) }
    let start = mark()
    guard let action = action(owes: true) else { return nil }
    let place = span(from: start)
    return Clause(head: .when, headSpan: action.span, span: place, value: .actions([action]))
  }

  private func eventKind() -> EventTrigger.Kind? {
    guard !isPanicking else { return nil }
    let words: [Keyword] = [.added, .changed, .becomes, .entered, .left, .expired]
    if let word = at(anyOf: words) {
      bump(as: word)
      switch word {
      case .added: return .added
      case .changed: return .changed
      case .becomes: return .becomes(wanting(.value) { $0.operand(.through) }.expression)
      case .entered: return .entered
      case .left: return .left
      default: return .expired(before: nil)
      }
    }
    switch literal() {
    case .expiry(let duration, _)?:
      finishLiteral()
      return .expired(before: duration)
    case .tally?, .tallyTerm?:
      guard let literal = literal() else { return nil }
      let place = span
      finishLiteral()
      let window = take(.during) ? wanting(.duration) { $0.operand(.through) }.expression : nil
      let group = take(.by) ? wanting(.field) { $0.path() }.expression : nil
      return .tally(
        EventTrigger.Tally(literal: literal, literalSpan: place, window: window, group: group))
    default:
      fail(wanting: .event)
      return nil
    }
  }
}

extension EventTrigger.Kind {
  /// What an event is called that has no name of its own: `企业等级变为D`, in whatever language it is written.
  fileprivate func name(of subject: Expression) -> String {
    func word(_ keyword: Keyword) -> String { KeywordTable.spelling(of: keyword, in: .chinese) }
    let event =
      switch self {
      case .added: word(.added)
      case .changed: word(.changed)
      case .becomes(let value): word(.becomes) + value.names
      case .entered: word(.entered)
      case .left: word(.left)
      case .expired(nil): word(.expired)
      case .expired(let before?):
        LiteralSpelling.spell(.expiry(before, isWindow: false), in: .chinese) ?? word(.expired)
      case .tally(let tally): LiteralSpelling.spell(tally.literal, in: .chinese) ?? ""
      }
    return subject.names + event
  }
}

extension Expression {
  /// The names of a path, one behind the other.
  fileprivate var names: String {
    switch kind {
    case .name(let name): name.text
    case .member(let base, let name): base.names + name.text
    case .this(let name), .that(let name): name.text
    default: ""
    }
  }
}
