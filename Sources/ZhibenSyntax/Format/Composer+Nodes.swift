// How each node of the tree is written: spacing, signs and the places where a line may be broken.

extension Composer {
  /// Writes a node that stands in a node of kind `parent`, `level` deep in operators and lists.
  mutating func emit(_ node: SyntaxTree.NodeID, in parent: NodeKind, _ level: Int) {
    switch tree.kind(node) {
    case .block where parent != .fieldType: emitBlock(node, in: parent)
    case .block, .set: emitList(node, level)
    case .entries: emitEntries(node)
    case .branch, .suppose: emitBlocks(node, level)
    case .offset: emitOffset(node, in: parent, level)
    case .group: emitGroup(node, level)
    case .cadence: emitCadence(node, level)
    case .rung:
      isInRung = true
      emit(tree.elements(node), of: .rung, level)
      isInRung = false
    case .literal:
      if gluesLiteral(node, in: parent) { gluesNext = true }
      emit(tree.elements(node), of: .literal, level)
    default: emit(tree.elements(node), of: tree.kind(node), level)
    }
  }

  /// Writes elements of a node in the given order.
  mutating func emit(_ elements: [SyntaxTree.Element], of kind: NodeKind, _ level: Int) {
    // 对象：企业 — the colon behind a clause's word says nothing. Behind a rung it tells 直至 the clause from 直至 the role.
    var dropsColon = Self.withoutColon.contains(kind) && !followsRung
    for (place, element) in elements.enumerated() {
      switch element {
      case .node(let child):
        let childKind = tree.kind(child)
        dropsColon = dropsColon && kind == .datedLine && childKind == .literal
        if place > 0, kind == .record { gluesNext = true }
        if childKind == .actionModifier, isInRung { breakBeforeRole(child) }
        beginsParent = place == 0
        emit(child, in: kind, place == 0 && childKind == kind ? level : level + 1)
      case .token(let index):
        // With a comment behind it the colon keeps the line from ending the clause.
        if dropsColon, tree.tokens[index].kind == .sign(.colon), !followsComment(index + 1) {
          read(index)
          dropsColon = false
        } else {
          dropsColon = dropsColon && tree.keywords[index] != nil
          emit(index, of: kind, level, isFirst: place == 0)
        }
      }
    }
  }

  /// Writes a token that stands in a node of kind `kind`.
  mutating func emit(_ index: Int, of kind: NodeKind, _ level: Int, isFirst: Bool) {
    read(index)
    guard !written.contains(index) else { return }
    switch tree.tokens[index].kind {
    case .sign(.comma):
      putComma(Self.phrases.contains(kind) ? style.argumentComma : style.listComma, level)
    case .sign(.arrow) where kind == .function:
      put(style.spelling(of: .colon), gluesLeft: true, gluesRight: style.isChinese)
    case .sign(.colon): put(text(of: index), gluesLeft: true, gluesRight: style.isChinese)
    case .sign(.dot): put(text(of: index), gluesLeft: true, gluesRight: true)
    case .sign(.question), .sign(.rightParen): put(text(of: index), gluesLeft: true)
    case .sign(.leftParen):
      put(text(of: index), gluesLeft: kind != .parenthesized, gluesRight: true)
    case .sign(.minus) where kind == .negate && isFirst: put(text(of: index), gluesRight: true)
    case .separator: countNewline(index)
    case .word, .reserved: emitWord(index, of: kind, level, isFirst: isFirst)
    default: put(text(of: index))
    }
  }

  private mutating func emitWord(_ index: Int, of kind: NodeKind, _ level: Int, isFirst: Bool) {
    let keyword = tree.keywords[index]
    if let keyword, Self.breaking.contains(keyword), !isFirst { breaksNext = level }
    let (text, count) = spelling(ofWord: index)
    put(text, beginsPart: keyword == .else && kind == .branch)
    lastKeyword = keyword
    if count > 1 { written = index..<index + count }
  }

  /// Lists whose members are phrases rather than names.
  private static let phrases: Set<NodeKind> = [
    .call, .aggregate, .sort, .select, .show, .assertion, .parameters,
  ]

  /// Nodes in which a colon behind the word says nothing.
  private static let withoutColon: Set<NodeKind> = [.clause, .datedLine, .asOf, .version]

  /// Words before which a line may be broken, since they continue it by rule N1.
  private static let breaking: Set<Keyword> = [
    .where, .and, .or, .then, .else, .stat, .sort, .select, .union, .minus, .both,
  ]

  /// `不低于10%`, `起每6个月`, `前12个月`, `《…》第四条` are written without a blank.
  private func gluesLiteral(_ node: SyntaxTree.NodeID, in parent: NodeKind) -> Bool {
    if parent == .citation { return true }
    let index = tree.tokenRange(node).lowerBound
    guard let keyword = lastKeyword, case .atom(let word)? = pieces.last,
      FormatStyle.isHan(word.text), !FormatStyle.isEnglish(text(of: index))
    else { return false }
    switch parent {
    case .bound: return Self.bounds.contains(keyword)
    case .cadence: return keyword == .onward
    case .offset, .cadenceModifier:
      guard case .literal(.duration) = tree.tokens[index].kind else { return false }
      return keyword == .first || keyword == .after
    default: return false
    }
  }

  private static let bounds: Set<Keyword> = [.ge, .le, .gt, .lt, .atLeast, .atMost]

  // MARK: Lists in braces

  /// A set or the values of a field: one list within the line.
  private mutating func emitList(_ node: SyntaxTree.NodeID, _ level: Int) {
    let elements = tree.elements(node)
    // Behind a value with synonyms 、 separates the synonyms.
    let hasSynonyms = tree.children(node).contains {
      tree.kind($0) == .enumValue && tree.tokenRange($0).count > 1
    }
    let comma = hasSynonyms ? style.itemSeparator : style.listComma
    var isFirst = true
    for element in elements {
      switch element {
      case .node(let child):
        read(tree.tokenRange(child).lowerBound)
        if !isFirst { putComma(comma, level) }
        isFirst = false
        beginsParent = false
        emit(child, in: .set, level + 1)
      case .token(let index):
        read(index)
        switch tree.tokens[index].kind {
        case .sign(.leftBrace): put("{", gluesRight: true)
        case .sign(.rightBrace): put("}", gluesLeft: true)
        case .sign(.comma): break
        default: emit(index, of: .set, level, isFirst: false)
        }
      }
    }
  }

  /// A record or a map: on one line if the author put it there and it fits, else one entry a line.
  private mutating func emitEntries(_ node: SyntaxTree.NodeID) {
    var block = Block(opener: Atom(text: "{", gluesLeft: gluesNext, breakLevel: breaksNext))
    block.separator = style.argumentComma
    for element in tree.elements(node) {
      switch element {
      case .token(let index): emitBlockToken(index, &block)
      case .node(let child):
        let item = item(child, after: &block.items, &block.opening)
        block.items.append(item)
      }
    }
    block.isExpanded = block.items.first?.beginsLine ?? false || block.holdsComments
    pieces.append(.block(block))
  }

  // MARK: Blocks

  /// Several blocks of one statement stand on lines of their own together.
  private mutating func emitBlocks(_ node: SyntaxTree.NodeID, _ level: Int) {
    let start = pieces.count
    emit(tree.elements(node), of: tree.kind(node), level)
    let blocks = pieces.indices.dropFirst(start).filter { !(pieces[$0].block?.isEmpty ?? true) }
    guard blocks.count > 1 else { return }
    let areExpanded = blocks.contains { pieces[$0].block?.isExpanded ?? false }
    for index in blocks {
      guard var block = pieces[index].block else { continue }
      block.isExpanded = areExpanded
      block.isLinked = true
      pieces[index] = .block(block)
    }
  }

  private mutating func emitBlock(_ node: SyntaxTree.NodeID, in parent: NodeKind) {
    var block = Block(opener: Atom(text: "{"))
    let wasInRung = isInRung
    (isInRung, followsRung) = (false, false)
    for element in tree.elements(node) {
      switch element {
      case .token(let index): emitBlockToken(index, &block)
      case .node(let child):
        if tree.kind(child) == .actionModifier, !block.items.isEmpty {
          extendLast(of: &block) { composer in
            composer.breakBeforeRole(child)
            composer.emit(child, in: .action, 2)
          }
          continue
        }
        let item = item(child, after: &block.items, &block.opening)
        block.items.append(item)
        followsRung = tree.kind(child) == .rung
      }
    }
    (isInRung, followsRung) = (wasInRung, false)
    block.packs = parent == .enumeration
    let isOpened =
      Self.opening.contains(parent)
      ? block.items.contains(where: \.beginsLine) : block.items.first?.beginsLine ?? false
    block.isExpanded =
      Self.expanding.contains(parent) && !block.items.isEmpty || isOpened || block.holdsComments
    pieces.append(.block(block))
  }

  /// Statements, which the author may have begun on the line of the brace.
  private static let opening: Set<NodeKind> = [.branch, .forEach, .loop, .suppose, .project]

  private mutating func emitBlockToken(_ index: Int, _ block: inout Block) {
    read(index)
    switch tree.tokens[index].kind {
    case .sign(.leftBrace):
      block.opener.comments = comments
      (comments, newlines, gluesNext, breaksNext) = ([], 0, false, nil)
    case .sign(.rightBrace):
      close(&block.items, &block.opening, &block.closing)
      newlines = 0
    case .separator: countNewline(index)
    case .sign(.comma): break
    default:
      guard !block.items.isEmpty else { return put(text(of: index)) }
      extendLast(of: &block) { $0.emit(index, of: .block, 0, isFirst: false) }
    }
  }

  /// Writes more atoms into the last item of a block.
  private mutating func extendLast(of block: inout Block, _ write: (inout Composer) -> Void) {
    let outer = pieces
    pieces = block.items[block.items.count - 1].pieces
    write(&self)
    block.items[block.items.count - 1].pieces = pieces
    pieces = outer
  }

  /// A rung may go on with 由, 致, 须, 抄送 or 直至 on the next line (N3).
  private mutating func breakBeforeRole(_ node: SyntaxTree.NodeID) {
    let first = tree.tokenRange(node).lowerBound
    guard let keyword = tree.keywords[first], Self.roles.contains(keyword) else { return }
    breaksNext = 1
  }

  private static let roles: Set<Keyword> = [.from, .to, .cc, .need, .until]
}
