/// Numbers in Chinese characters where no unit follows them, so that to the lexer they look like names.
public enum HanNumber {
  /// The number that a whole text is: `一百零五` → 105; nil if it is something else.
  /// - Parameter text: a name as it was written.
  public static func value(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard let found = HanNumerals.read(CodeText(bytes, Span(0, bytes.count)), 0),
      found.next == bytes.count
    else { return nil }
    return found.value
  }
}
