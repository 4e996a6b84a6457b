/// Recognises the literal that begins at a run: all forms of both languages, folded, in one left-to-right reading.
///
/// Every form *proposes* each place where it could end. Lexing keeps the longest proposal that ends at a run's boundary (L2: a run is a literal
/// iff all of it is one); the segmenter keeps them all. No form looks at more than a bounded number of parts, so a reading is linear in the
/// text it covers.
struct LiteralReader {
  /// One way to read what stands at `start`.
  struct Reading {
    let literal: Literal
    let end: Int
    let refusal: Refusal?
  }

  /// Why a reading, though clear enough to go on with, is an error (grammar: ambiguity is an error with choices).
  struct Refusal {
    let kind: SyntaxIssueKind
    var arguments: [String] = []
    var fixes: [String] = []
    /// What the fixes replace, if less than the whole literal.
    var span: Span?
  }

  let text: CodeText
  let start: Int
  /// Whether ends inside a run count too; the segmenter's mode.
  let anywhere: Bool
  private(set) var best: Reading?
  private(set) var all: [Reading] = []

  private init(_ text: CodeText, _ start: Int, anywhere: Bool) {
    (self.text, self.start, self.anywhere) = (text, start, anywhere)
  }

  /// The longest literal at `start` that ends where a run ends.
  static func read(_ text: CodeText, at start: Int) -> Reading? {
    var reader = LiteralReader(text, start, anywhere: false)
    reader.dispatch()
    return reader.best
  }

  /// Every literal at `start`, wherever it ends.
  static func readAll(_ text: CodeText, at start: Int) -> [Reading] {
    var reader = LiteralReader(text, start, anywhere: true)
    reader.dispatch()
    return reader.all
  }

  /// Notes that `literal` could end at `end`.
  mutating func propose(_ literal: Literal, _ end: Int, _ refusal: Refusal? = nil) {
    if anywhere {
      all.append(Reading(literal: literal, end: end, refusal: refusal))
    } else if end > (best?.end ?? start), isBoundary(end) {
      best = Reading(literal: literal, end: end, refusal: refusal)
    }
  }

  /// Whether no run goes on at `end`.
  private func isBoundary(_ end: Int) -> Bool {
    let (value, next) = text.scalar(end)
    if CharacterClass.isRun(value) { return false }
    guard CharacterClass.isDigit(text.before(end)) else { return true }
    if CharacterClass.isShare(value) { return false }
    return !(value == 0x2E && CharacterClass.isDigit(text.scalar(next).value))
  }

  /// Whether a literal may begin with this scalar: most words are told from them so. True of whatever `dispatch` has a form for.
  static func mayBegin(_ first: UInt32) -> Bool {
    switch first {
    case 0x6BCF, 0x81F3, 0x4E0D, 0x8DDD, 0x8FD1, 0x6700, 0x8FC7, 0x903E, 0x5C4A, 0x7D2F, 0x8FDE,
      0x7B2C, 0x534A, 0x5E74, 0x672C, 0x4E0A, 0x4E0B, 0x53BB, 0x4ECA, 0x660E, 0x6B21:
      true
    default:
      CharacterClass.isDigit(first) || CharacterClass.isLetter(first)
        || HanNumerals.isNumeral(first)
    }
  }

  private mutating func dispatch() {
    let first = text.scalar(start).value
    if CharacterClass.isDigit(first) {
      readCalendar(start)
      readCounted(start)
      readClock(start)
      readAmbiguousDate(start)
      return
    }
    if CharacterClass.isLetter(first) { return readEnglish() }
    switch first {
    case 0x6BCF: readEvery(start)  // 每
    case 0x81F3, 0x4E0D: readLeadingCount()  // 至 不
    case 0x8DDD: readSinceLast()  // 距
    case 0x8FD1, 0x6700, 0x8FC7: readLookBack()  // 近 最 过
    case 0x903E: readOverdue()  // 逾
    case 0x5C4A: readExpiry()  // 届
    case 0x7D2F, 0x8FDE: readTally()  // 累 连
    case 0x7B2C:  // 第
      readCalendar(start)
      readArticle()
    case 0x767E, 0x5343: readShareOf()  // 百 千
    case 0x534A: readCounted(start)  // 半
    case 0x5E74: readYearEnd()  // 年
    case 0x672C, 0x4E0A, 0x4E0B, 0x53BB, 0x4ECA, 0x660E, 0x6B21:  // 本 上 下 去 今 明 次
      readCalendar(start)
      readRelative()
    default:
      if HanNumerals.isNumeral(first) {
        readCalendar(start)
        readCounted(start)
      }
    }
  }
}
