extension CivilDate: LosslessStringConvertible {
  /// ISO 8601: `2025-06-30`.
  public var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// As official documents write it: `2025年6月30日`.
  public var chinese: String {
    let (year, month, day) = parts
    return "\(year)年\(month)月\(day)日"
  }

  /// Reads `2025-06-30`, exactly ten characters; `nil` for anything else and for a day that does
  /// not exist.
  public init?(iso text: String) {
    var numbers = (year: 0, month: 0, day: 0)
    var position = 0
    for byte in text.utf8 {
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), position < 10 else {
          return nil
        }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch position {
        case ..<4: numbers.year = numbers.year * 10 + digit
        case ..<7: numbers.month = numbers.month * 10 + digit
        default: numbers.day = numbers.day * 10 + digit
        }
      }
      position += 1
    }
    guard position == 10 else { return nil }
    self.init(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The same as `init(iso:)`.
  public init?(_ description: String) { self.init(iso: description) }

  /// 一 … 日, as in 星期一 and 周日.
  public var weekdayChinese: String {
    switch weekday {
    case 1: "一"
    case 2: "二"
    case 3: "三"
    case 4: "四"
    case 5: "五"
    case 6: "六"
    default: "日"
    }
  }

  /// Monday … Sunday.
  public var weekdayEnglish: String {
    switch weekday {
    case 1: "Monday"
    case 2: "Tuesday"
    case 3: "Wednesday"
    case 4: "Thursday"
    case 5: "Friday"
    case 6: "Saturday"
    default: "Sunday"
    }
  }
}

extension CivilDate: Codable {
  /// Reads the ISO text; a text that is no day is a corrupt value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a day written YYYY-MM-DD")
    }
    self = date
  }

  /// Writes the ISO text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
