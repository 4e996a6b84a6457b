/// Says why a day does not exist.
enum DateReason {
  /// The reason for a date as written (`2025年2月30日`, `2月30日`, `每月31日`), or `nil` if its digits are no such date.
  static func wording(_ text: String) -> Wording? {
    var groups: [Int] = []
    var isInside = false
    for character in text {
      guard let digit = digit(of: character) else {
        isInside = false
        continue
      }
      guard isInside, let last = groups.popLast() else {
        groups.append(digit)
        isInside = true
        continue
      }
      guard last < 100_000 else { return nil }
      groups.append(last * 10 + digit)
    }
    switch groups.count {
    case 1: return wording(everyMonth: groups[0])
    case 2: return wording(year: nil, month: groups[0])
    case 3: return wording(year: groups[0], month: groups[1])
    default: return nil
    }
  }

  private static func wording(everyMonth day: Int) -> Wording {
    (29...31).contains(day)
      ? Wording(zh: "不是每个月都有 \(day) 日", en: "not every month has a day \(day)")
      : Wording(zh: "一个月最多 31 天", en: "a month has at most 31 days")
  }

  /// The value of a digit in either width. Chinese numerals are not positional (十三), so they give no reason.
  private static func digit(of character: Character) -> Int? {
    guard let value = character.unicodeScalars.first?.value,
      (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    else { return nil }
    return character.wholeNumberValue
  }

  private static func wording(year: Int?, month: Int) -> Wording {
    guard (1...12).contains(month) else {
      return Wording(zh: "一年只有 12 个月", en: "a year has 12 months")
    }
    guard let year else {
      let days = month == 2 ? 29 : days(of: month, year: 2000)
      return Wording(zh: "\(month)月最多 \(days) 天", en: "month \(month) has at most \(days) days")
    }
    let days = days(of: month, year: year)
    return Wording(
      zh: "\(year)年\(month)月只有 \(days) 天",
      en: "\(year)-\(month < 10 ? "0" : "")\(month) has \(days) days")
  }

  private static func days(of month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
