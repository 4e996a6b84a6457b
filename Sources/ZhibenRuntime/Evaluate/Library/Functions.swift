import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

/// The library functions over plain values, as `Builtin` documents them. Both evaluators call the same ones.
///
/// An unknown argument makes the result unknown, but of 缺省, and of 追加, which adds it as an element that is not known. So do arguments beyond what
/// the function is for: a 13th month, a count that is not whole. Nothing traps: what fits no number, no date or no budget is unknown.
struct Functions {
  let calendar: WorkCalendar
  /// Puts values into words, for 转文本 and 连接.
  let words: ValueText
  /// Counts what is made; nil in rules.
  var meter: Meter?

  func call(_ function: Builtin, _ arguments: [Value?]) -> Value? {
    switch function {
    case .coalesce: return arguments.first { $0 != nil } ?? nil
    case .append:
      guard arguments.count == 2, case .list(let elements)?? = arguments.first else { return nil }
      return make(list: elements.count + 1) { elements + [arguments[1] ?? .unknown] }
    default: break
    }
    let values = arguments.compactMap { $0 }
    guard values.count == arguments.count, let first = values.first else { return nil }
    switch function {
    case .maximum: return Values.extreme(values, wantsGreatest: true, meter)
    case .minimum: return Values.extreme(values, wantsGreatest: false, meter)
    default: break
    }
    let rest = Array(values.dropFirst())
    switch first {
    case .number(let number): return self.number(function, number, rest)
    case .text(let text): return self.text(function, text, rest)
    case .date(let date): return self.date(function, date, rest)
    case .list(let elements): return list(function, elements, rest)
    case .map(let entries): return map(function, entries, rest)
    case .period(let range): return period(function, range, rest)
    case .moment(let moment): return self.moment(function, moment, rest)
    default: return function == .toText ? make(text: words.text(first)) : nil
    }
  }

  // MARK: - Numbers

  private func number(_ function: Builtin, _ number: Rational, _ rest: [Value]) -> Value? {
    switch (function, rest.first?.asNumber, rest.count) {
    case (.roundUp, _, 0): return .number(Rational(number.roundedUp))
    case (.roundDown, _, 0): return .number(Rational(number.roundedDown))
    case (.absolute, _, 0): return number.magnitude.map { .number($0) }
    case (.toText, _, 0): return make(text: words.text(.number(number)))
    case (.round, _, 0): return number.rounded(places: 0).map { .number($0) }
    case (.round, let places?, 1):
      return places.whole.flatMap { number.rounded(places: $0) }.map { .number($0) }
    case (.quotient, let divisor?, 1): return number.quotient(by: divisor).map { .number($0) }
    case (.remainder, let divisor?, 1): return number.remainder(by: divisor).map { .number($0) }
    case (.range, let last?, 1): return range(number, last)
    case (.makeDate, _, 2):
      guard let year = number.whole, let month = rest.first?.asNumber?.whole,
        let day = rest.last?.asNumber?.whole
      else { return nil }
      return CivilDate(year: year, month: month, day: day).map { .date($0) }
    case (.dateInYear, let day?, 1):
      guard let year = number.whole, let day = day.whole, day >= 1, day <= 366,
        let first = CivilDate(year: year, month: 1, day: 1)
      else { return nil }
      let date = first.advanced(byDays: day - 1)
      return date.year == year ? .date(date) : nil
    default: return nil
    }
  }

  /// The whole numbers from a to b; nil unless both are whole.
  private func range(_ first: Rational, _ last: Rational) -> Value? {
    guard let first = first.whole, let last = last.whole else { return nil }
    guard first <= last else { return make(list: 0) { [] } }
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span < Int.max else { return spent() }
    return make(list: span + 1) {
      var numbers: [Value] = []
      numbers.reserveCapacity(span + 1)
      for number in first...last {
        guard meter.works() else { return nil }
        numbers.append(.number(Rational(number)))
      }
      return numbers
    }
  }

  // MARK: - Making

  /// A list of so many elements; unknown if it may not be made.
  func make(list count: Int, _ elements: () -> [Value]?) -> Value? {
    Meter.make(bytes: Meter.size(list: count), meter) ? elements().map { .list($0) } : nil
  }

  /// A text that is already there.
  func make(text: String) -> Value? {
    Meter.make(bytes: Meter.size(text: text.utf8.count), meter) ? .text(text) : nil
  }

  /// What fits no budget.
  private func spent() -> Value? {
    _ = Meter.make(bytes: Int.max / 2, meter)
    return nil
  }
}

extension Rational {
  /// The value if it is whole.
  var whole: Int? { isInteger ? numerator : nil }

  /// The value without its sign.
  var magnitude: Rational? { numerator < 0 ? negated : self }

  /// Rounded to so many places, 0 to 6, halves away from zero; nil beyond and on overflow.
  func rounded(places: Int) -> Rational? {
    guard (0...6).contains(places) else { return nil }
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scale = Rational(power)
    guard let half = Rational(1, over: 2),
      let scaled = magnitude?.multiplied(by: scale)?.adding(half),
      let rounded = Rational(scaled.roundedDown).divided(by: scale)
    else { return nil }
    return numerator < 0 ? rounded.negated : rounded
  }

  /// The largest whole number not above `self ÷ divisor`.
  func quotient(by divisor: Rational) -> Rational? {
    divided(by: divisor).map { Rational($0.roundedDown) }
  }

  /// What is left of it beside that.
  func remainder(by divisor: Rational) -> Rational? {
    quotient(by: divisor).flatMap { $0.combined(.multiply, divisor) }
      .flatMap { combined(.subtract, $0) }
  }
}
