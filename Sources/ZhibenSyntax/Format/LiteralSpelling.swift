/// Spells literals: from their value in either language, and from their text in normal form.
enum LiteralSpelling {
  /// The canonical spelling of a literal; nil where the language has none of its own, or the value is spelt alike in both.
  ///
  /// Cadences of the same value may be said in several ways; `source` tells which one the author chose.
  static func spell(
    _ literal: Literal, in language: ScriptLanguage, like source: String = ""
  ) -> String? {
    let text = language == .chinese ? chinese(literal, source) : english(literal, source)
    guard let text, reads(text, as: literal) else { return nil }
    return text
  }

  /// The text of a literal in normal form: half-width, no blank that need not be, digits for numerals of counts, 日 for 天 and 号, no 度, one
  /// dash (grammar 27).
  static func normalised(_ literal: Literal, _ source: String) -> String {
    let folded = folded(source)
    let isEnglish = FormatStyle.isEnglish(folded)
    let plain = isEnglish ? folded : folded.filter { $0 != " " }
    if case .article = literal { return plain }
    let candidates = [
      uniform(isEnglish ? plain : digits(in: plain)), uniform(plain), plain, folded,
    ]
    return candidates.first { reads($0, as: literal) } ?? source
  }

  /// Whether a text is one literal of that value.
  static func reads(_ text: String, as literal: Literal) -> Bool {
    let bytes = Array(text.utf8)
    guard
      let reading = LiteralReader.read(CodeText(bytes, Span(0, bytes.count)), at: 0)
    else { return false }
    return reading.end == bytes.count && reading.literal == literal && reading.refusal == nil
  }

  /// The number of a bound, rate or share as it was written: `5万元以上` and `5万元 or more` keep their 万.
  static func amount(_ quantity: Quantity, in source: String) -> String {
    let words = ["以上", "以下", "以内", "以外", "ormore", "orless"]
    let text = words.reduce(replacing(" ", by: "", in: folded(source))) {
      replacing($1, by: "", in: $0)
    }
    let end = text.unicodeScalars.endIndex
    let start = text.unicodeScalars.indices.first {
      reads(String(text.unicodeScalars[$0..<end]), as: .quantity(quantity))
    }
    return start.map { String(text.unicodeScalars[$0..<end]) } ?? plain(quantity)
  }

  private static func plain(_ quantity: Quantity) -> String {
    guard quantity.unit == "%", let hundredths = quantity.value.multiplied(by: Rational(100)) else {
      return quantity.value.description + quantity.unit
    }
    return hundredths.description + "%"
  }

  // MARK: Normal form

  /// The text half-width, every stretch of blanks one space.
  static func folded(_ source: String) -> String {
    let bytes = Array(source.utf8)
    let text = CodeText(bytes, Span(0, bytes.count))
    var result = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let (value, next) = text.scalar(position)
      position = next
      guard CharacterClass.isBlank(value) else {
        result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        continue
      }
      if result.last != " " { result.append(" ") }
    }
    return String(result)
  }

  private static let uniformSpellings: [(from: String, to: String)] = [
    ("——", "—"), (" — ", "—"), ("–", "—"), ("~", "—"), ("-", "—"), ("天", "日"), ("号", "日"),
    ("年度", "年"), ("月份", "月"), ("之前", "前"), ("以前", "前"), ("之内", "内"), ("最近", "近"),
    ("个小时", "小时"), ("○", "〇"),
  ]

  /// The text with one spelling for what may be spelt in several ways.
  private static func uniform(_ text: String) -> String {
    uniformSpellings.reduce(text) { replacing($1.from, by: $1.to, in: $0) }
  }

  static func replacing(_ pattern: String, by replacement: String, in text: String) -> String {
    let (bytes, wanted) = (Array(text.utf8), Array(pattern.utf8))
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: wanted) {
        result += Array(replacement.utf8)
        position += wanted.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Numerals as digits, up to 万: 三年 is 3年, 五万 is 5万. Those of quarters and weekdays stay, they are names.
  private static func digits(in text: String) -> String {
    let bytes = Array(text.utf8)
    let code = CodeText(bytes, Span(0, bytes.count))
    var result = ""
    var position = 0
    while position < bytes.count {
      let (value, next) = code.raw(position)
      if let (number, end) = numeral(code, position), !isName(code, position, end) {
        result += String(number)
        position = end
      } else {
        result.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        position = next
      }
    }
    return result
  }

  /// The numeral at an offset, without 万 and 亿: a year digit by digit, or a count.
  private static func numeral(_ code: CodeText, _ offset: Int) -> (Int, Int)? {
    var end = offset
    var year = 0
    for _ in 0..<4 {
      guard let digit = HanNumerals.digit(code.raw(end).value) else { break }
      year = year * 10 + digit
      end = code.raw(end).next
    }
    if year >= 1000, code.match("年", end) != nil { return (year, end) }
    var stop = offset
    while HanNumerals.isNumeral(code.raw(stop).value), !isScale(code.raw(stop).value) {
      stop = code.raw(stop).next
    }
    guard stop > offset else { return nil }
    let stretch = CodeText(code.bytes, Span(0, stop))
    guard let (value, next) = HanNumerals.read(stretch, offset), next == stop else { return nil }
    return (value, stop)
  }

  private static func isScale(_ value: UInt32) -> Bool { value == 0x4E07 || value == 0x4EBF }

  private static func isName(_ code: CodeText, _ start: Int, _ end: Int) -> Bool {
    code.match("季度", end) != nil || code.match("分之", end) != nil
      || code.before(start) == 0x4E4B  // 之
  }
}

/// How a cadence is said: `每月`, `每月1次`, `每月至少1次` and `每月末` have one value.
enum CadenceManner {
  case bare, counted, atLeast, byPeriodEnd

  init(_ source: String) {
    let holds = { (word: String) in source.utf8Contains(word) }
    if ["至少", "不少于", "不低于", "以上", "at least"].contains(where: holds) {
      self = .atLeast
    } else if ["末", "底", "by end", "on end"].contains(where: holds) {
      self = .byPeriodEnd
    } else if holds("次") || source.utf8.contains(where: { 0x30...0x39 ~= $0 }) {
      self = .counted
    } else {
      self = source.isEmpty ? .counted : .bare
    }
  }
}

extension String {
  fileprivate func utf8Contains(_ word: String) -> Bool {
    LiteralSpelling.replacing(word, by: "", in: self).utf8.count < utf8.count
  }
}
