// What stands in braces as a value: sets, records and maps.

extension ParserState {
  /// `{A、B 等}`, `{名称：甲厂，状态：在产}`, `{"甲"：1}`
  func bracedOperand(_ mark: TreeBuilder.Mark) -> Operand {
    let opener = span
    bump()
    guard enter() else { return missing(mark) }
    var (elements, entries): ([Expression], [Entry]) = ([], [])
    var isOpen = false
    var deepest = 0
    let outer = slot
    slot = .value
    skipSeparators()
    if !atListEnd {
      repeat {
        let first = span.start
        let inner = self.mark()
        let key = operand(.through)
        deepest = max(deepest, key.depth)
        if !isPanicking, at(.colon) && elements.isEmpty || !entries.isEmpty {
          expectColon()
          let value = argument()
          finish(.entry, from: inner)
          entries.append(Entry(self.key(key.expression, first), value.expression))
          deepest = max(deepest, value.depth)
        } else if entries.isEmpty {
          elements.append(key.expression)
          isOpen = take(.etc)
        }
      } while !isOpen && takeListSeparator()
    }
    slot = outer
    leave()
    if !isPanicking, !atListEnd {
      fail(wanting: .sign(isOpen ? "}" : entries.isEmpty ? "、" : "，"))
    }
    closeBrace(opener)
    return entries.isEmpty
      ? built(.set, mark, .postfix, .set(elements, isOpen: isOpen), deepest: deepest)
      : built(.entries, mark, .postfix, .entries(entries), deepest: deepest)
  }

  /// In parentheses a name is a value like any other.
  private func key(_ expression: Expression, _ start: Int) -> Entry.Key {
    if case .name(let name) = expression.kind, name.span.start == start { return .field(name) }
    return .value(expression)
  }

  /// `{ 名称：甲厂；状态：在产 }` of 记入 and 修改: every key is a field's name.
  func fields() -> Operand {
    let mark = mark()
    guard !isPanicking, at(.leftBrace) else {
      fail(wanting: .sign("{"))
      return missing(mark)
    }
    let opener = span
    bump()
    guard enter() else { return missing(mark) }
    var entries: [Entry] = []
    var deepest = 0
    skipSeparators()
    if !atListEnd {
      repeat {
        let inner = self.mark()
        guard let name = name(.field) else { break }
        expectColon()
        let value = wanting(.value) { $0.argument() }
        finish(.entry, from: inner)
        entries.append(Entry(.field(name), value.expression))
        deepest = max(deepest, value.depth)
      } while takeListSeparator()
    }
    leave()
    if !isPanicking, !atListEnd { fail(wanting: .sign("，")) }
    closeBrace(opener)
    return built(.entries, mark, .postfix, .entries(entries), deepest: deepest)
  }

  /// Whether nothing more can belong to a list in braces.
  private var atListEnd: Bool { at(.rightBrace) || atFileEnd || startsDeclaration(0) }

  /// N3: in a list a new line or `；` separates like `、`.
  private func takeListSeparator() -> Bool {
    guard !isPanicking, at(.comma) || kind() == .separator else { return false }
    bump()
    return !startsDeclaration(0)
  }

  /// Closes a list in braces; after a mistake inside it the closing brace ends the mistake.
  private func closeBrace(_ opener: Span) {
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
}
