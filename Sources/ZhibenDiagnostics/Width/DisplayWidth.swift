/// How many columns of a terminal text takes (UAX #11), independent of the locale of the process.
public struct DisplayWidth: Sendable, Hashable {
  /// The columns of an ambiguous character (`“`, `—`, `①`, `│`): 1, or 2 on terminals set up for Chinese.
  public let ambiguous: Int

  /// Makes a measure.
  /// - Parameter ambiguous: the columns of an ambiguous character; anything but 2 counts as 1.
  public init(ambiguous: Int = 1) { self.ambiguous = ambiguous == 2 ? 2 : 1 }

  /// The columns of a text. Control characters count none.
  public func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The columns of a character with all its marks: an emoji sequence is 2, like a flag.
  public func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii >= 0x20 && ascii != 0x7F ? 1 : 0 }
    var (width, isEmoji, hasEmojiSelector) = (0, false, false)
    for (index, scalar) in character.unicodeScalars.enumerated() {
      if index == 0 { isEmoji = scalar.properties.isEmoji }
      if scalar.value == 0xFE0F { hasEmojiSelector = true }
      // Skin tones, joined emoji and the second half of a flag add nothing to the first.
      if index > 0, isEmoji { continue }
      width += of(scalar)
    }
    return isEmoji && hasEmojiSelector ? 2 : width
  }

  /// The columns of one scalar by itself.
  public func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x7F { return 1 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if Self.contains(WidthTables.zero, value) { return 0 }
    if Self.contains(WidthTables.wide, value) { return 2 }
    return ambiguous == 2 && Self.contains(WidthTables.ambiguous, value) ? 2 : 1
  }

  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var (low, high) = (0, ranges.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }
}

extension DisplayWidth {
  /// Where text stands inside its column.
  public enum Alignment: Sendable { case left, right }

  /// The text with blanks added up to `columns`; longer text is left as it is.
  public func padded(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - of(text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  /// The text cut to at most `columns`, with `mark` at the cut. A wide character is never cut in half.
  public func truncated(_ text: String, to columns: Int, mark: String = "...") -> String {
    if of(text) <= columns { return text }
    let room = columns - of(mark)
    if room < 0 { return prefix(of: mark, columns: columns) }
    return prefix(of: text, columns: room) + mark
  }

  /// The longest beginning of `text` that takes at most `columns`.
  func prefix(of text: String, columns: Int) -> String {
    var (result, used) = ("", 0)
    for character in text {
      used += of(character)
      if used > columns { break }
      result.append(character)
    }
    return result
  }
}
