import Zhiben

/// Reads days as people write them.
enum DayText {
  /// `2025-06-30`, `2025年6月30日`, `2025/6/30`, digits of either width.
  static func read(_ text: String, option: String) throws(UsageProblem) -> CivilDate {
    let parts = text.split(whereSeparator: { "-/.年月日号－／．".contains($0) }).map(number)
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let date = CivilDate(year: year, month: month, day: day)
    else {
      throw UsageProblem(
        Wording(
          zh: "\(option) 的「\(text)」不是日期，写成 2025-06-30 或 2025年6月30日",
          en: "\(option): \(text) is not a date; write it as 2025-06-30"))
    }
    return date
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
