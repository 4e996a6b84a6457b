// The forms whose order differs between the languages (grammar 25): terms reckoned from a day, groups, anchored cadences, lists of yearly
// days. The other differences lie inside literals.

extension Composer {
  /// Whether a comment stands inside the node; then nothing in it may change its place.
  private func holdsComments(_ node: SyntaxTree.NodeID) -> Bool {
    tree.tokenRange(node).dropFirst().contains { followsComment($0) }
  }

  private mutating func put(_ keyword: Keyword) {
    put(KeywordTable.spelling(of: keyword, in: style.language))
    lastKeyword = keyword
  }

  // MARK: Terms

  /// `X 后 10日内` and `within 10 days after X`; `X 之前` and `before X`.
  mutating func emitOffset(_ node: SyntaxTree.NodeID, in parent: NodeKind, _ level: Int) {
    let elements = tree.elements(node)
    let isBare = beginsParent && Self.bareTerms.contains(parent)
    guard style.isTranslating, !holdsComments(node), let first = tree.tokenRange(node).first else {
      return emit(elements, of: .offset, level)
    }
    read(first)
    switch (style.language, form(of: elements)) {
    case (.english, .behind(let anchor, let word, let term)) where isPath(anchor):
      emit(term, in: .offset, level + 1)
      put(tree.keywords[word] == .after ? .after : .before)
      emit(anchor, in: .offset, level + 1)
    case (.english, .ended(let inner)):
      put(.before)
      emit(inner, in: .offset, level + 1)
    case (.chinese, .leading(let term, let word, let anchor)):
      // Without a word in front, a term that begins with a name would be no term.
      if isBare { put(.term) }
      emit(anchor, in: .offset, level + 1)
      put(tree.keywords[word] == .after ? .after : .first)
      emit(term, in: .offset, level + 1)
    case (.chinese, .endedInFront(let inner)):
      emit(inner, in: .offset, level + 1)
      put(.before)
    default: emit(elements, of: .offset, level)
    }
  }

  private enum OffsetForm {
    /// `X 后 10日内`
    case behind(SyntaxTree.NodeID, Int, SyntaxTree.NodeID)
    /// `within 10 days after X`
    case leading(SyntaxTree.NodeID, Int, SyntaxTree.NodeID)
    /// `X 之前`
    case ended(SyntaxTree.NodeID)
    /// `before X`
    case endedInFront(SyntaxTree.NodeID)
    case other
  }

  private func form(of elements: [SyntaxTree.Element]) -> OffsetForm {
    switch elements.count {
    case 2:
      if case .node(let inner) = elements[0] { return .ended(inner) }
      if case .node(let inner) = elements[1] { return .endedInFront(inner) }
    case 3:
      guard case .node(let left) = elements[0], case .token(let word) = elements[1],
        case .node(let right) = elements[2]
      else { break }
      return tree.kind(right) == .literal ? .behind(left, word, right) : .leading(left, word, right)
    default: break
    }
    return .other
  }

  /// Where a term may stand without a word in front, if it begins with its literal.
  private static let bareTerms: Set<NodeKind> = [.clause, .actionModifier, .cadence]

  /// Whether an anchor can follow `after`: names joined by points. `before expiry` is a literal.
  private func isPath(_ node: SyntaxTree.NodeID) -> Bool {
    switch tree.kind(node) {
    case .name: tree.tokens[tree.tokenRange(node).lowerBound].text != "expiry"
    case .this, .that: true
    case .member: tree.children(node).first.map(isPath) ?? false
    default: false
    }
  }

  // MARK: Groups

  /// `X 按 a、b 分组` and `X group by a, b`.
  mutating func emitGroup(_ node: SyntaxTree.NodeID, _ level: Int) {
    var isHead = true
    var isClosed = false
    for (place, element) in tree.elements(node).enumerated() {
      switch element {
      case .token(let index) where tree.keywords[index] == .by || tree.keywords[index] == .group:
        read(index)
        if isHead {
          breaksNext = level
          putGroupWord(index, style.isChinese ? .by : .group)
          isHead = false
        } else {
          isClosed = true
          if !style.isTranslating || style.isChinese { putGroupWord(index, .group) }
        }
      case .token(let index): emit(index, of: .group, level, isFirst: false)
      case .node(let child):
        beginsParent = place == 0
        emit(child, in: .group, place == 0 && tree.kind(child) == .group ? level : level + 1)
      }
    }
    if style.isTranslating, style.isChinese, !isClosed { put(.group) }
  }

  private mutating func putGroupWord(_ index: Int, _ keyword: Keyword) {
    if style.isTranslating { put(keyword) } else { put(tree.tokens[index].text) }
  }

  // MARK: Cadences

  /// `自 X 起每6个月` and `every 6 months from X`; `每年6月10日、12月10日前` and `every year by Jun 10, Dec 10`.
  mutating func emitCadence(_ node: SyntaxTree.NodeID, _ level: Int) {
    let elements = tree.elements(node)
    guard style.isTranslating, !holdsComments(node), let first = tree.tokenRange(node).first else {
      return emit(elements, of: .cadence, level)
    }
    read(first)
    if case .node(let head) = elements.first, let days = yearlyDays(head, elements) {
      for (place, text) in days.texts.enumerated() {
        if place > 0 { putComma(style.listComma, level) }
        put(text)
      }
      return emit(Array(elements.dropFirst(days.count)), of: .cadence, level)
    }
    switch style.language {
    case .english:
      guard elements.count >= 4, case .token(let since) = elements[0], case .node = elements[1],
        case .token(let onward) = elements[2], case .node(let every) = elements[3],
        tree.keywords[since] == .since, tree.keywords[onward] == .onward
      else { break }
      emit(every, in: .cadence, level + 1)
      let rest = [elements[0], elements[1]] + elements.dropFirst(4)
      return emit(rest, of: .cadence, level)
    case .chinese:
      guard elements.count >= 3, case .node(let every) = elements[0],
        case .token(let since) = elements[1], case .node(let anchor) = elements[2],
        tree.keywords[since] == .since
      else { break }
      put(.since)
      emit(anchor, in: .sum, level + 1)
      put(.onward)
      emit(every, in: .cadence, level + 1)
      var rest = elements.dropFirst(3)
      if case .token(let onward)? = rest.first, tree.keywords[onward] == .onward {
        rest = rest.dropFirst()
      }
      return emit(Array(rest), of: .cadence, level)
    }
    emit(elements, of: .cadence, level)
  }

  /// The days of a yearly cadence that names several, each as it is written, with the number of elements they take.
  private func yearlyDays(
    _ head: SyntaxTree.NodeID, _ elements: [SyntaxTree.Element]
  ) -> (texts: [String], count: Int)? {
    guard case .literal(.cadence(let cadence)) = tokenKind(head),
      case .periodic(.year, let least, let most, .yearDays(var days, var before)) = cadence
    else { return nil }
    var count = 1
    while count + 1 < elements.count, case .token(let comma) = elements[count],
      tree.tokens[comma].kind == .sign(.comma), case .node(let next) = elements[count + 1]
    {
      switch tokenKind(next) {
      case .literal(.yearDay(let day)): days.append(day)
      case .literal(.deadline(.yearDay(let day))):
        days.append(day)
        before = true
      default: return nil
      }
      count += 2
    }
    guard days.count > 1, let first = days.first else { return nil }
    let isChinese = style.isChinese
    let texts = days.enumerated().map { place, day -> Literal in
      if place == 0 {
        let due = CadenceDue.yearDays([first], before: before && !isChinese)
        return .cadence(.periodic(.year, least: least, most: most, due: due))
      }
      let isLast = place == days.count - 1
      return isChinese && isLast && before ? .deadline(.yearDay(day)) : .yearDay(day)
    }.compactMap { LiteralSpelling.spell($0, in: style.language) }
    return texts.count == days.count ? (texts, count) : nil
  }

  private func tokenKind(_ node: SyntaxTree.NodeID) -> TokenKind {
    tree.tokens[tree.tokenRange(node).lowerBound].kind
  }
}
