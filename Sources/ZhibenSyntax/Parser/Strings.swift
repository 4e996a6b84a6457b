// Strings: one token, whose interpolations are parsed as questions of their own.

extension ParserState {
  /// The parts of the string at the cursor, which is not taken.
  func stringParts() -> [StringPart] {
    tokens[position].segments.map { segment in
      switch segment {
      case .text(let text): .text(text)
      case .interpolation(let span): .interpolation(interpolation(span))
      }
    }
  }

  private func interpolation(_ span: Span) -> Expression {
    guard enter() else { return Expression(.missing, span) }
    defer { leave() }
    let lexed = Lexer.lex(source, in: span)
    let inner = ParserState(source: source, tokens: lexed.tokens)
    inner.nesting = nesting
    inner.issues = issues + lexed.issues
    inner.slot = slot
    let result = inner.question()
    if !inner.isPanicking, inner.kind() != .endOfFile { inner.fail(wanting: .sign("}")) }
    issues = inner.issues
    damage += inner.damage
    if inner.isStopped { abandon() }
    return result.expression
  }

  /// A text that must stand here and must be constant: 依据, 文号, 说明 and the like refuse interpolation.
  func constantText() -> (String, Span)? {
    guard !isPanicking, kind() == .string else {
      failUnquoted()
      return nil
    }
    let place = span
    var text = ""
    for segment in tokens[position].segments {
      switch segment {
      case .text(let part): text += part
      case .interpolation(let inner):
        fail(
          .unexpected, inner, arguments: [source.text(inner), slot.name])
        return nil
      }
    }
    let mark = mark()
    bump()
    finish(.string, from: mark)
    return (text, place)
  }

  /// `依据 二（二）6`: a text without its marks; all of it up to the end of the clause is meant.
  func failUnquoted() {
    var last: Span?
    var ahead = 0
    reading: while true {
      switch kind(ahead) {
      case .separator, .endOfFile, .fenceEnd, .string, .invalid, .sign(.leftBrace),
        .sign(.rightBrace):
        break reading
      default: last = tokens[position + ahead].span
      }
      ahead += 1
    }
    guard !isPanicking, !beginsLine, let last else { return fail(wanting: slot) }
    let place = Span(span.start, last.end)
    let text = source.text(place)
    fail(.unexpected, place, arguments: [text, slot.name], fixes: ["\"\(text)\""])
  }
}
