// What fits on a line, and where a line that is too long is broken.

extension Printer {
  /// The columns of pieces on one line; nil where a comment or an expanded block ends the line.
  static func flatWidth(_ pieces: ArraySlice<Piece>, _ style: FormatStyle) -> Int? {
    var width = 0
    var glues = true
    for piece in pieces {
      switch piece {
      case .atom(let atom):
        guard atom.comments.isEmpty else { return nil }
        if !glues, !atom.gluesLeft { width += 1 }
        width += DisplayColumns.count(atom.text)
        glues = atom.gluesRight
      case .block(let block):
        guard let inner = flatWidth(block, style) else { return nil }
        width += (glues ? 0 : 1) + inner
        glues = false
      }
    }
    return width
  }

  private static func flatWidth(_ block: Block, _ style: FormatStyle) -> Int? {
    guard !block.isExpanded, block.opener.comments.isEmpty else { return nil }
    if block.isEmpty { return 2 }
    var width = 4 + 2 * (block.items.count - 1)
    for item in block.items {
      guard let inner = flatWidth(item.pieces[...], style) else { return nil }
      width += inner
    }
    return width
  }

  /// Writes pieces on the line at hand.
  mutating func writeFlat(_ pieces: ArraySlice<Piece>) {
    for piece in pieces {
      switch piece {
      case .atom(let atom): put(atom, 0)
      case .block(let block):
        put(block.opener, 0)
        for (place, item) in block.items.enumerated() {
          if place > 0 { append(block.separator ?? style.itemSeparator) }
          gluesNext = place > 0 && style.isChinese
          writeFlat(item.pieces[...])
        }
        append(block.isEmpty ? "}" : " }")
        gluesNext = false
      }
    }
  }

  /// Writes atoms, on several lines if they do not fit on one: broken first where the operators bind most loosely.
  mutating func fill(_ atoms: [Atom], _ indent: Int) {
    var start = 0
    while start < atoms.count {
      let end = atoms[(start + 1)...].firstIndex { !$0.comments.isEmpty } ?? atoms.count
      fillStretch(atoms[start..<end], indent)
      start = end
    }
  }

  private mutating func fillStretch(_ atoms: ArraySlice<Atom>, _ indent: Int) {
    let levels = atoms.dropFirst().compactMap(\.breakLevel)
    guard !fits(atoms), let level = levels.min() else {
      for atom in atoms { put(atom, indent) }
      return
    }
    var isBroken = false
    var start = atoms.startIndex
    while start < atoms.endIndex {
      let end = atoms[(start + 1)...].firstIndex { $0.breakLevel == level } ?? atoms.endIndex
      let part = atoms[start..<end]
      if start > atoms.startIndex, isBroken || !fits(part) { beginLine(indent + 2) }
      let before = finishedLines
      // What is broken again inside a continuation goes further in.
      fillStretch(part, start > atoms.startIndex ? indent + 2 : indent)
      isBroken = finishedLines > before
      start = end
    }
  }

  /// Whether atoms fit on the line at hand.
  private func fits(_ atoms: ArraySlice<Atom>) -> Bool {
    guard let first = atoms.first else { return true }
    var width = needsBlank(before: first) ? 1 : 0
    var glues = true
    for atom in atoms {
      if !glues, !atom.gluesLeft { width += 1 }
      width += DisplayColumns.count(atom.text)
      glues = atom.gluesRight
    }
    return column + width <= Printer.width
  }
}
