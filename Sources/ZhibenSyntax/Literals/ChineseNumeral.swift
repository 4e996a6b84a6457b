/// Numbers in Chinese numerals, for whoever reads what people write outside of scripts.
public enum ChineseNumeral {
  /// The number that the whole of a text is: 一百零五, 廿三, 两万; nil for anything else, also for what may be two numbers (一百五).
  /// - Parameter text: the numeral without blanks.
  public static func value(of text: some StringProtocol) -> Int? {
    let plain = String(text).replacing("廿", with: "二十").replacing("卅", with: "三十")
    let bytes = Array(plain.utf8)
    let code = CodeText(bytes, Span(0, bytes.count))
    guard let (value, next) = HanNumerals.read(code, 0), next == bytes.count else { return nil }
    return value
  }
}
