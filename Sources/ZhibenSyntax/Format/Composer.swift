/// Turns the tree of a script into items, atoms and blocks: what will be written, in which order, with which comments. Layout is the printer's.
struct Composer {
  let tree: SyntaxTree
  let style: FormatStyle
  let regions: CodeRegions

  /// The pieces of the item at hand.
  var pieces: [Piece] = []
  /// Comments read but not placed yet.
  var comments: [Comment] = []
  /// Line feeds since the last comment or token.
  var newlines = 1
  /// Tokens whose trivia were read.
  private var isRead: [Bool]
  /// What the next atom is to be.
  var gluesNext = false
  var breaksNext: Int?
  /// The keyword written last, if nothing else was written since.
  var lastKeyword: Keyword?
  /// Tokens that belong to a keyword already written.
  var written = 0..<0
  /// Whether the node at hand begins its parent.
  var beginsParent = true
  /// Whether the modifiers at hand are those of a rung itself.
  var isInRung = false
  /// Whether the item before the one at hand is a rung.
  var followsRung = false

  init(_ tree: SyntaxTree, _ style: FormatStyle, _ regions: CodeRegions) {
    (self.tree, self.style, self.regions) = (tree, style, regions)
    isRead = Array(repeating: false, count: tree.tokens.count)
  }

  /// One sheet for each region of code.
  mutating func sheets() -> [Sheet] {
    var sheets: [Sheet] = []
    var sheet = Sheet()
    for element in tree.elements(tree.root) {
      switch element {
      case .node(let node):
        let item = item(node, after: &sheet.items, &sheet.opening)
        sheet.items.append(item)
      case .token(let index) where tree.tokens[index].kind == .fenceEnd:
        sheets.append(finished(&sheet, before: index))
      case .token(let index):
        read(index)
        countNewline(index)
      }
    }
    // The end of the file stands behind the root.
    sheets.append(finished(&sheet, before: tree.tokens.count - 1))
    return sheets
  }

  private mutating func finished(_ sheet: inout Sheet, before index: Int) -> Sheet {
    read(index)
    close(&sheet.items, &sheet.opening, &sheet.closing)
    newlines = 1
    defer { sheet = Sheet() }
    return sheet
  }

  // MARK: Trivia

  /// Reads the trivia before a token, once.
  mutating func read(_ index: Int) {
    guard !isRead[index] else { return }
    isRead[index] = true
    for part in Trivia.read(tree.source, regions.code(of: tree.tokens[index].trivia)) {
      switch part {
      case .newline: newlines += 1
      case .comment(let text):
        comments.append(
          Comment(text: text, isOwnLine: newlines > 0, followsEmptyLine: newlines > 1))
        newlines = 0
      }
    }
  }

  /// Whether a comment stands before a token.
  func followsComment(_ index: Int) -> Bool {
    guard index < tree.tokens.count else { return false }
    return Trivia.read(tree.source, regions.code(of: tree.tokens[index].trivia)).contains {
      if case .comment = $0 { true } else { false }
    }
  }

  /// A separator that is a line feed counts as one.
  mutating func countNewline(_ index: Int) {
    let start = tree.tokens[index].span.start
    if start < tree.source.bytes.count, tree.source.bytes[start] == 0x0A { newlines += 1 }
  }

  /// Takes the comments read so far: those that end the line before, and those on lines of their own.
  mutating func takeComments() -> (trailing: [Comment], own: [Comment]) {
    let split = comments.firstIndex { $0.isOwnLine } ?? comments.count
    defer { comments = [] }
    return (Array(comments[..<split]), Array(comments[split...]))
  }

  /// Gives the comments before a closing mark to the line they end, and to the end of the list.
  mutating func close(
    _ items: inout [Item], _ opening: inout [Comment], _ closing: inout [Comment]
  ) {
    let (trailing, own) = takeComments()
    if items.isEmpty { opening += trailing } else { items[items.count - 1].trailing += trailing }
    closing += own
  }

  // MARK: Items

  /// The item that a node makes. Comments at the end of the line before go to the last of `items`, or to the `opening` of the list.
  mutating func item(
    _ node: SyntaxTree.NodeID, after items: inout [Item], _ opening: inout [Comment]
  ) -> Item {
    read(tree.tokenRange(node).lowerBound)
    let (trailing, own) = takeComments()
    var item = Item(followsEmptyLine: newlines > 1, beginsLine: newlines > 0)
    item.comments = own
    if items.isEmpty { opening += trailing } else { items[items.count - 1].trailing += trailing }
    let outer = pieces
    (pieces, gluesNext, breaksNext) = ([], false, nil)
    beginsParent = true
    emit(node, in: .file, 0)
    item.pieces = pieces
    item.isTall = Self.expanding.contains(tree.kind(node))
    pieces = outer
    return item
  }

  /// Declarations whose clauses stand on lines of their own, with an empty line on either side.
  static let expanding: Set<NodeKind> = [
    .plan, .register, .partition, .duty, .inspection, .draw, .incentive, .report, .require, .when,
    .target,
    .escalation, .function, .test,
  ]

  // MARK: Atoms

  /// Writes an atom; comments read so far stand before it.
  mutating func put(
    _ text: String, gluesLeft: Bool = false, gluesRight: Bool = false, beginsPart: Bool = false
  ) {
    guard !text.isEmpty else { return }
    pieces.append(
      .atom(
        Atom(
          text: text, gluesLeft: gluesLeft || gluesNext, gluesRight: gluesRight,
          breakLevel: breaksNext, beginsPart: beginsPart, comments: comments)))
    (comments, newlines, gluesNext, breaksNext, lastKeyword) = ([], 0, false, nil, nil)
  }

  /// Writes a comma that separates what stands before and behind it. Comments read so far stay behind it.
  mutating func putComma(_ text: String, _ level: Int) {
    let waiting = comments
    comments = []
    (gluesNext, breaksNext) = (false, nil)
    put(text, gluesLeft: true, gluesRight: style.isChinese)
    (comments, breaksNext) = (waiting, level)
  }
}
