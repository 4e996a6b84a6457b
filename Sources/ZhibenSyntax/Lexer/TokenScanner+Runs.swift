/// Runs: a literal, a reserved word, a reserved word and a literal, or a word (L1 to L5).
extension TokenScanner {
  mutating func scanRun() {
    let start = position
    let end = runEnd(start)
    let first = text.scalar(start).value
    if LiteralReader.mayBegin(first), let reading = LiteralReader.read(text, at: start),
      reading.end >= end
    {
      return appendLiteral(reading, start)
    }
    let word = text.folded(start, end)
    if KeywordTable.mayBeReserved(first) {
      if let phrase = reservedPhrase(word, start) { return appendReserved(phrase.text, phrase.end) }
      if !KeywordTable.reserved(word).isEmpty { return appendReserved(word, end) }
    }
    // 起 and 自 introduce cadences and periods the way reserved words do.
    let introduces = first == 0x8D77 || first == 0x81EA
    if first >= 0x3400, introduces || KeywordTable.mayBeReserved(first),
      let (prefix, reading) = reservedPrefix(start, end)
    {
      appendReserved(text.folded(start, prefix), prefix)
      return appendLiteral(reading, prefix)
    }
    append(.word, Span(start, end), text: word)
    position = end
  }

  private mutating func appendReserved(_ spelling: String, _ end: Int) {
    let ids = KeywordTable.reserved(spelling)
    append(ids.isEmpty ? .word : .reserved(ids), Span(position, end), text: spelling)
    position = end
  }

  /// L1: Han, letters, digits, `_`; `%` `‰` after a digit; `.` between two digits.
  private func runEnd(_ start: Int) -> Int {
    var end = start
    var afterDigit = false
    while end < text.end {
      let (value, next) = text.scalar(end)
      if CharacterClass.isRun(value), !CharacterClass.isInvisible(value) {
        afterDigit = CharacterClass.isDigit(value)
      } else if afterDigit, CharacterClass.isShare(value) {
        afterDigit = false
      } else if afterDigit, value == 0x2E, CharacterClass.isDigit(text.scalar(next).value) {
        afterDigit = false
      } else {
        break
      }
      end = next
    }
    return end
  }

  private mutating func appendLiteral(_ reading: LiteralReader.Reading, _ start: Int) {
    let span = Span(start, reading.end)
    if let refusal = reading.refusal {
      let place = refusal.span ?? span
      let arguments = [text.plain(place.start, place.end)] + refusal.arguments
      report(refusal.kind, place, arguments: arguments, fixes: refusal.fixes)
    }
    append(.literal(reading.literal), span)
    position = reading.end
  }

  /// The longest reserved phrase that begins with `word`, in its canonical spelling.
  private func reservedPhrase(_ word: String, _ start: Int) -> (text: String, end: Int)? {
    guard let phrases = KeywordTable.reservedPhrases[word] else { return nil }
    for phrase in phrases {
      if let end = match(phrase, start) { return (phrase.joined(separator: " "), end) }
    }
    return nil
  }

  private func match(_ words: [String], _ start: Int) -> Int? {
    var end = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        var begin = end
        while CharacterClass.isBlank(text.scalar(begin).value) { begin = text.scalar(begin).next }
        guard begin > end else { return nil }
        end = begin
      }
      guard let next = text.match(word, end), !CharacterClass.isRun(text.scalar(next).value) else {
        return nil
      }
      end = next
    }
    return end
  }

  /// L4: the longest Chinese reserved word (or 起, 自) before a literal that takes all the rest.
  private func reservedPrefix(_ start: Int, _ end: Int) -> (Int, LiteralReader.Reading)? {
    var starts: [Int] = []
    var offset = start
    for _ in 0..<4 {
      let (value, next) = text.raw(offset)
      guard value >= 0x3400, next < end else { break }
      starts.append(next)
      offset = next
    }
    for split in starts.reversed() {
      let prefix = text.plain(start, split)
      guard !KeywordTable.reserved(prefix).isEmpty || prefix == "起" || prefix == "自" else {
        continue
      }
      if let reading = LiteralReader.read(text, at: split), reading.end >= end {
        return (split, reading)
      }
    }
    return nil
  }
}
