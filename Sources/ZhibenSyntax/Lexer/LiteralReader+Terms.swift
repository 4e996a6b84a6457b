/// Terms: durations and what is made of one (`10日内`, `近3年`, `逾期15日`, `届满前1个月内`, `累计3次`).
extension LiteralReader {
  /// A duration with what the reading of its count had to refuse.
  struct Term {
    let duration: DurationLiteral
    let next: Int
    let refusal: Refusal?
  }

  /// Units of time after a count, longer spellings before their prefixes.
  static let units: [(spelling: String, unit: DurationUnit)] = [
    ("个工作日", .workday), ("工作日", .workday), ("个自然日", .calendarDay), ("自然日", .calendarDay),
    ("日", .day), ("天", .day), ("周", .week), ("个星期", .week), ("星期", .week), ("旬", .tenDays),
    ("个月", .month), ("个季度", .quarter), ("个半年", .halfYear), ("年", .year),
    ("个小时", .hour), ("小时", .hour), ("分钟", .minute),
  ]

  /// The Chinese duration at `offset`.
  func duration(_ offset: Int) -> Term? {
    if let next = text.match("半年", offset) {
      return Term(duration: DurationLiteral(1, .halfYear), next: next, refusal: nil)
    }
    if let next = text.match("半个月", offset) {
      return Term(duration: DurationLiteral(15, .day), next: next, refusal: nil)
    }
    if let next = text.match(any: ["半个小时", "半小时"], offset) {
      return Term(duration: DurationLiteral(30, .minute), next: next, refusal: nil)
    }
    if let hours = decimalHours(offset) { return hours }
    return counted(offset)
  }

  /// A count and its unit.
  func counted(_ offset: Int) -> Term? {
    guard let (value, after, refusal) = count(offset), let (unit, next) = unit(gap(after)),
      !isYear(offset, unit)
    else { return nil }
    return Term(duration: DurationLiteral(value, unit), next: next, refusal: refusal)
  }

  /// Whether a number before 年 is a year and no count: `2024年`.
  private func isYear(_ offset: Int, _ unit: DurationUnit) -> Bool {
    unit == .year && (digits(offset)?.count ?? 0) >= 4
  }

  private func unit(_ offset: Int) -> (DurationUnit, Int)? {
    for (spelling, unit) in LiteralReader.units {
      if let next = text.match(spelling, offset) { return (unit, next) }
    }
    return nil
  }

  /// `1.5小时` is 90 minutes; other units have no fractions.
  private func decimalHours(_ offset: Int) -> Term? {
    guard let number = number(offset), number.isDecimal, let value = number.value,
      let next = text.match(any: ["小时", "个小时"], gap(number.next))
    else { return nil }
    return minutes(value, next)
  }

  /// Hours with a fraction, if they are whole minutes.
  func minutes(_ hours: Rational, _ next: Int) -> Term? {
    guard let minutes = hours.multiplied(by: Rational(60)), minutes.isInteger,
      minutes.numerator <= LiteralReader.largestCount
    else { return nil }
    return Term(duration: DurationLiteral(minutes.numerator, .minute), next: next, refusal: nil)
  }

  /// Proposes a duration and the literals that begin with one.
  mutating func finish(_ term: Term) {
    let (duration, next, refusal) = (term.duration, term.next, term.refusal)
    propose(.duration(duration), next, refusal)
    if let end = text.match(any: ["内", "之内", "以内"], next) {
      propose(.within(duration), end, refusal)
    }
    if let (direction, end) = boundSuffix(next) {
      propose(.bound(BoundLiteral(direction, .duration(duration))), end, refusal)
    }
    if let right = joiner(next), let last = self.duration(right) {
      propose(.durationRange(duration, last.duration), last.next, refusal ?? last.refusal)
    }
  }

  /// 以上 以下 以外; 以内 belongs to terms and quantities apart.
  func boundSuffix(_ offset: Int) -> (BoundLiteral.Direction, Int)? {
    if let next = text.match("以上", offset) { return (.atLeast, next) }
    if let next = text.match("以下", offset) { return (.atMost, next) }
    if let next = text.match("以外", offset) { return (.moreThan, next) }
    return nil
  }

  /// `5至7个月`, `5—7个月`: one unit for both.
  mutating func readSharedRange(_ offset: Int) {
    guard let (first, after, low) = count(offset), let right = joiner(after),
      let last = counted(right)
    else { return }
    propose(
      .durationRange(DurationLiteral(first, last.duration.unit), last.duration), last.next,
      low ?? last.refusal)
  }

  mutating func readLookBack() {
    guard let after = text.match(any: ["近", "最近", "过去"], start), let term = duration(gap(after))
    else { return }
    propose(.lookBack(term.duration), term.next, term.refusal)
  }

  mutating func readOverdue() {
    guard let after = text.match("逾期", start), let term = duration(gap(after)) else { return }
    propose(.overdue(term.duration), term.next, term.refusal)
  }

  mutating func readExpiry() {
    guard let after = text.match("届满前", start), let term = duration(gap(after)) else { return }
    propose(.expiry(term.duration, isWindow: false), term.next, term.refusal)
    if let next = text.match(any: ["内", "之内", "以内"], term.next) {
      propose(.expiry(term.duration, isWindow: true), next, term.refusal)
    }
  }

  mutating func readTally() {
    let consecutive = text.match("连续", start)
    guard let after = consecutive ?? text.match("累计", start) else { return }
    let begin = gap(after)
    if let (value, counted, refusal) = count(begin), value > 0,
      let next = matchAfterGap("次", counted)
    {
      propose(.tally(consecutive: consecutive != nil, count: value), next, refusal)
    }
    if let term = duration(begin) {
      propose(
        .tallyTerm(consecutive: consecutive != nil, term.duration), term.next, term.refusal)
    }
  }
}
