/// Lays a sheet out in lines.
struct Printer {
  /// The widest line of code; Han take two columns. Comments are never wrapped and do not count.
  static let width = 100

  let style: FormatStyle
  private var lines: [String] = []
  /// The line being written, with its indentation.
  var line = ""
  var column = 0
  /// Whether the next atom follows without a blank: at the start of a line and behind an opening mark.
  var gluesNext = true

  /// The lines of a sheet.
  static func lines(of sheet: Sheet, _ style: FormatStyle) -> [String] {
    var printer = Printer(style: style)
    printer.writeBelow(sheet.opening, 0)
    printer.write(sheet.items, 0)
    printer.writeComments(sheet.closing, 0)
    return printer.lines
  }

  /// Pieces on one line; nil where a comment or an expanded block ends the line.
  static func line(of pieces: [Piece], _ style: FormatStyle) -> String? {
    guard flatWidth(pieces[...], style) != nil else { return nil }
    var printer = Printer(style: style)
    printer.writeFlat(pieces[...])
    return printer.line
  }

  private init(style: FormatStyle) { self.style = style }

  // MARK: Lines

  /// How many lines are finished.
  var finishedLines: Int { lines.count }

  mutating func beginLine(_ indent: Int) {
    endLine()
    line = String(repeating: " ", count: indent)
    (column, gluesNext) = (indent, true)
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(line) }
    (line, column, gluesNext) = ("", 0, true)
  }

  private mutating func writeEmptyLine() {
    endLine()
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  // MARK: Comments

  private mutating func writeComments(_ comments: [Comment], _ indent: Int) {
    for comment in comments {
      if comment.followsEmptyLine { writeEmptyLine() }
      beginLine(indent)
      line += comment.text
    }
    endLine()
  }

  /// Comments below the line they belong to.
  private mutating func writeBelow(_ comments: some Sequence<Comment>, _ indent: Int) {
    for comment in comments {
      beginLine(indent)
      line += comment.text
    }
    endLine()
  }

  /// Comments at the end of the line being written; all but the first go below.
  mutating func writeTrailing(_ comments: [Comment], _ indent: Int) {
    if let first = comments.first { line += "  " + first.text }
    endLine()
    writeBelow(comments.dropFirst(), indent)
  }

  // MARK: Items

  /// Items on lines of their own. With `packs`, those that the author put on one line share it.
  private mutating func write(_ items: [Item], _ indent: Int, packs: Bool = false) {
    var place = 0
    while place < items.count {
      let item = items[place]
      if place > 0 { separate(item, from: items[place - 1]) }
      writeComments(item.comments, indent)
      if item.followsEmptyLine, !item.comments.isEmpty { writeEmptyLine() }
      beginLine(indent)
      write(item.pieces, indent)
      while packs, place + 1 < items.count, canShare(items[place + 1], with: items[place]) {
        place += 1
        writePacked(items[place], indent)
      }
      writeTrailing(items[place].trailing, indent)
      place += 1
    }
  }

  /// At most one empty line between items; always one beside a tall declaration.
  private mutating func separate(_ item: Item, from previous: Item) {
    let asked = item.comments.first?.followsEmptyLine ?? item.followsEmptyLine
    if asked || item.isTall || previous.isTall { writeEmptyLine() }
  }

  private func canShare(_ item: Item, with previous: Item) -> Bool {
    !item.beginsLine && item.comments.isEmpty && previous.trailing.isEmpty && !item.endsLines
      && !previous.endsLines
  }

  private mutating func writePacked(_ item: Item, _ indent: Int) {
    let separator = style.itemSeparator
    let width = DisplayColumns.count(separator) + (style.isChinese ? 0 : 1)
    let flat = Printer.flatWidth(item.pieces[...], style) ?? Printer.width
    if column + width + flat <= Printer.width {
      append(separator)
      gluesNext = style.isChinese
    } else {
      beginLine(indent)
    }
    write(item.pieces, indent)
  }

  // MARK: Pieces

  private mutating func write(_ pieces: [Piece], _ indent: Int) {
    if let width = Printer.flatWidth(pieces[...], style), column + width <= Printer.width {
      return writeFlat(pieces[...])
    }
    var rest = pieces[...]
    while !rest.isEmpty {
      let atoms = rest.prefix { $0.atom != nil }.compactMap(\.atom)
      rest = rest.dropFirst(atoms.count)
      fill(atoms, indent)
      if case .block(let block)? = rest.popFirst() { write(block, indent) }
    }
  }

  private mutating func write(_ block: Block, _ indent: Int) {
    let flat = Printer.flatWidth([.block(block)], style)
    if !block.isLinked, let flat, column + 1 + flat <= Printer.width {
      return writeFlat([.block(block)])
    }
    put(block.opener, indent)
    if block.isEmpty {
      append("}")
    } else {
      writeTrailing(block.opening, indent + 2)
      write(block.items, indent + 2, packs: block.packs)
      writeComments(block.closing, indent + 2)
      beginLine(indent)
      append("}")
    }
    gluesNext = false
  }

  // MARK: Atoms

  /// Writes one atom. Comments before it end the line, and it goes on below, further in.
  mutating func put(_ atom: Atom, _ indent: Int) {
    if !atom.comments.isEmpty {
      let split = atom.comments.firstIndex { $0.isOwnLine } ?? atom.comments.count
      let inner = atom.beginsPart ? indent : indent + 2
      writeTrailing(Array(atom.comments[..<split]), inner)
      writeBelow(atom.comments[split...], inner)
      beginLine(inner)
    }
    if needsBlank(before: atom) { append(" ") }
    append(atom.text)
    gluesNext = atom.gluesRight
  }

  mutating func append(_ text: String) {
    line += text
    column += DisplayColumns.count(text)
  }

  func needsBlank(before atom: Atom) -> Bool {
    gluesNext ? joinsDigits(atom) : !atom.gluesLeft
  }

  /// `1，000` and `1：10` would be read as one number or one time.
  private func joinsDigits(_ atom: Atom) -> Bool {
    guard let first = atom.text.utf8.first, 0x30...0x39 ~= first else { return false }
    let end = line.unicodeScalars.suffix(2)
    guard end.count == 2, let digit = end.first, let mark = end.last else { return false }
    return 0x30...0x39 ~= digit.value && (mark == "，" || mark == "：")
  }
}
