import Zhiben
import ZhibenSession

extension DayText {
  /// The day in an option.
  static func read(_ text: String, option: String) throws(UsageProblem) -> CivilDate {
    guard let date = read(text) else {
      throw UsageProblem(
        Wording(
          zh: "\(option) 的「\(text)」不是日期，写成 2025-06-30 或 2025年6月30日",
          en: "\(option): \(text) is not a date; write it as 2025-06-30"))
    }
    return date
  }
}
