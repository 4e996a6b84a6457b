/// Where the quote marks of one line close. Read once per line, so that a line full of openers costs no more than its length.
struct LineQuotes {
  /// Marks that close something.
  enum Mark: Int, CaseIterable {
    case straight, curlyClose, nameClose, whiteClose, apostrophe, singleClose
  }

  private var line = Span(0, 0)
  private var isRead = false
  private var reportedName = false
  /// Offsets of each closing mark, ascending.
  private var marks: [[Int]] = Array(repeating: [], count: Mark.allCases.count)
  /// How many of each lie behind the reading already.
  private var passed: [Int] = Array(repeating: 0, count: Mark.allCases.count)
  /// The closers of `“` and `《` by the offset of the opener, nesting counted.
  private var matches: [Int: Int] = [:]

  /// Reads the line around `offset` unless it is the one read last.
  mutating func read(_ text: CodeText, lineOf offset: Int) {
    if isRead, line.start <= offset, offset < line.end { return }
    marks = Array(repeating: [], count: Mark.allCases.count)
    passed = Array(repeating: 0, count: Mark.allCases.count)
    (matches, reportedName, isRead) = ([:], false, true)
    var (quotes, titles): ([Int], [Int]) = ([], [])
    var position = offset
    while position < text.end, text.byte(position) != 0x0A {
      let (value, next) = text.scalar(position)
      switch value {
      case 0x22: add(.straight, position)
      case 0x27: add(.apostrophe, position)
      case 0x2019: add(.singleClose, position)
      case 0x300D: add(.nameClose, position)
      case 0x300F: add(.whiteClose, position)
      case 0x201C: quotes.append(position)
      case 0x201D:
        add(.curlyClose, position)
        if let opener = quotes.popLast() { matches[opener] = position }
      case 0x300A: titles.append(position)
      case 0x300B: if let opener = titles.popLast() { matches[opener] = position }
      default: break
      }
      position = next
    }
    line = Span(offset, position)
  }

  private mutating func add(_ mark: Mark, _ offset: Int) { marks[mark.rawValue].append(offset) }

  /// The first such mark at or after `offset`. Asked in ascending order of offsets.
  mutating func next(_ mark: Mark, _ offset: Int) -> Int? {
    let found = marks[mark.rawValue]
    var index = passed[mark.rawValue]
    while index < found.count, found[index] < offset { index += 1 }
    passed[mark.rawValue] = index
    return index < found.count ? found[index] : nil
  }

  /// The closer that belongs to the `“` or `《` at `offset`.
  func matching(_ offset: Int) -> Int? { matches[offset] }

  /// Whether this is the first unclosed 「 of the line; the others are its consequences.
  mutating func firstUnclosedName() -> Bool {
    defer { reportedName = true }
    return !reportedName
  }
}
