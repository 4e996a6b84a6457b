// What is to be printed: a region of code as items, an item as atoms and blocks. Layout is not decided yet.

/// One region of code.
struct Sheet {
  /// Comments before the first item that stand on no line of their own.
  var opening: [Comment] = []
  var items: [Item] = []
  /// Comments behind the last item.
  var closing: [Comment] = []
}

/// A comment, from `//` to the end of its line.
struct Comment {
  var text: String
  /// Whether it stood on a line of its own.
  var isOwnLine: Bool
  var followsEmptyLine: Bool
}

/// What stands on a line or more of its own: a declaration, a clause, a field, an arm.
struct Item {
  /// Comments on the lines above.
  var comments: [Comment] = []
  var followsEmptyLine = false
  /// Whether the author began a line with it.
  var beginsLine = true
  /// Whether it is a declaration that stands between empty lines.
  var isTall = false
  var pieces: [Piece] = []
  /// Comments at the end of its line; those after the first go below.
  var trailing: [Comment] = []
}

/// A part of an item.
indirect enum Piece {
  case atom(Atom)
  case block(Block)
}

extension Piece {
  var atom: Atom? {
    if case .atom(let atom) = self { atom } else { nil }
  }

  var block: Block? {
    if case .block(let block) = self { block } else { nil }
  }
}

/// A token as it will be written.
struct Atom {
  var text: String
  /// Whether it follows the atom before it without a blank.
  var gluesLeft = false
  /// Whether the atom behind it follows without a blank.
  var gluesRight = false
  /// How deep the list or operator lies at which the line may be broken before this atom; nil where it may not be.
  var breakLevel: Int?
  /// Whether it stands as far left as its item if a comment before it ends the line: 否则.
  var beginsPart = false
  /// Comments before it inside the item; they end the line.
  var comments: [Comment] = []
}

/// Items in braces.
struct Block {
  var opener: Atom
  /// Comments at the end of the opening brace's line.
  var opening: [Comment] = []
  var items: [Item] = []
  /// Comments above the closing brace.
  var closing: [Comment] = []
  /// Whether each item stands on a line of its own, by the author's choice or the house's.
  var isExpanded = false
  /// Whether several items may share a line when expanded: values of a list.
  var packs = false
  /// Whether it is expanded as soon as its item takes more than one line.
  var isLinked = false
  /// What separates items on one line, if not the separator of clauses.
  var separator: String?

  var isEmpty: Bool { items.isEmpty && opening.isEmpty && closing.isEmpty }

  /// Whether something inside ends a line.
  var holdsComments: Bool {
    !opening.isEmpty || !closing.isEmpty
      || items.contains { !$0.comments.isEmpty || !$0.trailing.isEmpty || $0.endsLines }
  }
}

extension Item {
  /// Whether a comment or an expanded block inside ends a line.
  var endsLines: Bool {
    pieces.contains { piece in
      switch piece {
      case .atom(let atom): !atom.comments.isEmpty
      case .block(let block): block.isExpanded || !block.opener.comments.isEmpty
      }
    }
  }
}
