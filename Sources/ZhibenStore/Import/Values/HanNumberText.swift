import ZhibenFacts
import ZhibenSyntax

/// Reads numbers that are written in words: 一百零五, 廿三, 两, 百分之九十五, 千分之三, 九成五.
enum HanNumberText {
  /// The number in millionths, and whether it is one and no share; nil for what is none, or may be two (一百五 is 150 to the ear).
  static func millionths(_ text: some StringProtocol) -> (value: Int64, isWhole: Bool)? {
    guard let first = text.utf8.first, first >= 0x80 else { return nil }
    if let share = share(text) { return (share, false) }
    guard let value = ChineseNumeral.value(of: text) else { return nil }
    return scaled(value, by: CellCoding.numberScale).map { ($0, true) }
  }

  /// 百分之九十五, 九成五.
  private static func share(_ text: some StringProtocol) -> Int64? {
    for (prefix, scale) in [("百分之", Int64(10_000)), ("千分之", 1000)] where text.hasPrefix(prefix) {
      return ChineseNumeral.value(of: text.dropFirst(prefix.count)).flatMap {
        scaled($0, by: scale)
      }
    }
    let parts = text.split(separator: "成", omittingEmptySubsequences: false)
    guard parts.count == 2, let tenths = digit(parts[0]) else { return nil }
    if parts[1].isEmpty { return tenths * 100_000 }
    return digit(parts[1]).map { tenths * 100_000 + $0 * 10_000 }
  }

  private static func digit(_ text: some StringProtocol) -> Int64? {
    guard let value = ChineseNumeral.value(of: text), (1...9).contains(value) else { return nil }
    return Int64(value)
  }

  private static func scaled(_ value: Int, by scale: Int64) -> Int64? {
    let (product, overflow) = Int64(value).multipliedReportingOverflow(by: scale)
    return overflow || product == unknownCell ? nil : product
  }
}
