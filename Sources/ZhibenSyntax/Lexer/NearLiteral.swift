/// What a word that looks like a literal was probably meant to be. Only for the error path.
enum NearLiteral {
  /// The cadence in a word that holds its verb too, as documents write it: `每季度至少带队检查1次` is `每季度至少1次` with `带队检查` left out.
  static func cadence(in word: String) -> (literal: String, verb: String)? {
    let bytes = Array(word.utf8)
    let text = CodeText(bytes, Span(0, bytes.count))
    let offsets = Segmenter.boundaries(text)
    guard text.match("每", 0) != nil, offsets.count - 1 <= Segmenter.limit,
      offsets.last == bytes.count
    else { return nil }
    // The shortest cut that leaves a cadence, so that no more is dropped than needs be. First and last character stay.
    for length in 1..<offsets.count {
      for first in offsets.indices.dropFirst() where first + length < offsets.count - 1 {
        let (from, to) = (offsets[first], offsets[first + length])
        let verb = text.plain(from, to)
        guard !holdsDigit(verb) else { continue }
        let rest = text.plain(0, from) + text.plain(to, bytes.count)
        if isCadence(rest) { return (rest, verb) }
      }
    }
    return nil
  }

  private static func isCadence(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    let reading = LiteralReader.read(CodeText(bytes, Span(0, bytes.count)), at: 0)
    guard let reading, reading.end == bytes.count, case .cadence = reading.literal else {
      return false
    }
    return true
  }

  private static func holdsDigit(_ text: String) -> Bool {
    text.utf8.contains { 0x30...0x39 ~= $0 }
  }
}
