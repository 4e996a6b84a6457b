/// Chinese numerals in plain style: `一` … `九十九`, `一百零五`, `三千`, `五万`, `两`; and digit by digit in years, `二〇二四`.
enum HanNumerals {
  /// The digit a numeral stands for.
  static func digit(_ value: UInt32) -> Int? {
    switch value {
    case 0x3007, 0x25CB, 0x96F6: return 0  // 〇 ○ 零
    case 0x4E00: return 1  // 一
    case 0x4E8C, 0x4E24: return 2  // 二 两
    case 0x4E09: return 3  // 三
    case 0x56DB: return 4  // 四
    case 0x4E94: return 5  // 五
    case 0x516D: return 6  // 六
    case 0x4E03: return 7  // 七
    case 0x516B: return 8  // 八
    case 0x4E5D: return 9  // 九
    default: return nil
    }
  }

  private static func place(_ value: UInt32) -> Int? {
    switch value {
    case 0x5341: return 10  // 十
    case 0x767E: return 100  // 百
    case 0x5343: return 1000  // 千
    case 0x4E07: return 10_000  // 万
    case 0x4EBF: return 100_000_000  // 亿
    default: return nil
    }
  }

  /// Whether a scalar may stand in a numeral.
  static func isNumeral(_ value: UInt32) -> Bool { digit(value) != nil || place(value) != nil }

  /// The number that stands at `offset`, read as far as it stays well formed, and the offset after it. A leading 百 千 万 is no numeral: 千米 and
  /// 百家 are words.
  static func read(_ text: CodeText, _ offset: Int) -> (value: Int, next: Int)? {
    var total = 0  // whole sections of 亿 and 万
    var section = 0  // below the next 万
    var pending: Int?  // a digit that waits for its place
    var ceiling = 10_000  // the next place must be smaller
    var outer = Int.max  // the next 万 亿 must be smaller
    var last: Int?  // the place read last
    var afterZero = false
    var position = offset
    scan: while true {
      let (value, next) = text.scalar(position)
      if let digit = digit(value) {
        guard pending == nil, ceiling > 1 else { break }
        if digit == 0 {
          guard position > offset, !afterZero, digitOrPlaceFollows(text, next) else { break }
          afterZero = true
        } else {
          pending = digit
        }
        position = next
        continue
      }
      guard let place = place(value) else { break }
      switch place {
      case 10, 100, 1000:
        guard place < ceiling else { break scan }
        if let digit = pending {
          section += digit * place
        } else if place == 10, section == 0, position == offset {
          section += 10
        } else {
          break scan
        }
        (pending, ceiling, last, afterZero) = (nil, place, place, false)
      default:
        let amount = section + (pending ?? 0)
        guard amount > 0, place < outer else { break scan }
        total += amount * place
        (section, pending, ceiling, outer) = (0, nil, 10_000, place)
        (last, afterZero) = (place, false)
      }
      position = next
    }
    guard position > offset else { return nil }
    // 一百五 is 150 to the ear and 105 to the eye: no numeral.
    if pending != nil, let last, last >= 100, !afterZero { return nil }
    return (total + section + (pending ?? 0), position)
  }

  private static func digitOrPlaceFollows(_ text: CodeText, _ offset: Int) -> Bool {
    guard let digit = digit(text.scalar(offset).value) else { return false }
    return digit > 0
  }
}
