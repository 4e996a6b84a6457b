import Zhiben

/// Reads days as people write them.
package enum DayText {
  /// `2025-06-30`, `2025年6月30日`, `2025/6/30`, digits of either width; nil for anything else.
  package static func read(_ text: String) -> CivilDate? {
    let parts = text.split(whereSeparator: { "-/.年月日号－／．".contains($0) }).map(number)
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.count <= 4 else { return nil }
    var number = 0
    for character in text {
      guard let digit = character.wholeNumberValue, digit < 10 else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}
