/// Days, periods and deadlines that begin with a year, a month, a half or a quarter.
extension LiteralReader {
  mutating func readCalendar(_ offset: Int) {
    if let (year, next) = year(offset) { readYear(year, next) }
    readISO(offset)
    readYearRange(offset)
    if let (month, next) = month(offset) { readMonth(month, next) }
    readMonthRange(offset)
    if let (half, next) = half(offset) { finish(.half(nil, half), next) }
    if let (quarter, next) = quarter(offset) { finish(.quarter(nil, quarter), next) }
    readLoneDay(offset)
  }

  // MARK: Parts

  /// `2024年`, `二〇二四年`, without 度.
  func year(_ offset: Int) -> (value: Int, next: Int)? {
    if let digits = digits(offset) {
      guard digits.count == 4, let value = digits.value, value > 0,
        let next = matchAfterGap("年", digits.next)
      else { return nil }
      return (value, next)
    }
    var (value, position) = (0, offset)
    for _ in 0..<4 {
      let (scalar, next) = text.scalar(position)
      guard let digit = HanNumerals.digit(scalar) else { return nil }
      value = value * 10 + digit
      position = next
    }
    guard value >= 1000, let next = text.match("年", position) else { return nil }
    return (value, next)
  }

  /// `6月`, `六月`, `6月份`; the number is not checked.
  func month(_ offset: Int) -> (value: Int, next: Int)? {
    guard let (value, after) = small(offset), let next = matchAfterGap("月", after) else {
      return nil
    }
    return (value, text.match("份", next) ?? next)
  }

  /// `10日`, `10号`; the number is not checked.
  func day(_ offset: Int) -> (value: Int, next: Int)? {
    guard let (value, after) = small(offset) else { return nil }
    guard let next = text.match(any: ["日", "号"], gap(after)) else { return nil }
    return (value, next)
  }

  func half(_ offset: Int) -> (value: Int, next: Int)? {
    if let next = text.match("上半年", offset) { return (1, next) }
    if let next = text.match("下半年", offset) { return (2, next) }
    return nil
  }

  func quarter(_ offset: Int) -> (value: Int, next: Int)? {
    let begin = text.match("第", offset).map { gap($0) } ?? offset
    guard let (value, after) = small(begin), 1...4 ~= value,
      let next = matchAfterGap("季度", after)
    else { return nil }
    return (value, next)
  }

  // MARK: Forms

  private mutating func readYear(_ year: Int, _ offset: Int) {
    finish(.year(year), offset)
    if let next = text.match("度", offset) { propose(.period(.year(year)), next) }
    let begin = gap(offset)
    if let (half, next) = half(begin) { finish(.half(year, half), next) }
    if let (quarter, next) = quarter(begin) { finish(.quarter(year, quarter), next) }
    if let (month, next) = month(begin) { readYearMonth(year, month, next) }
    if let (first, after) = small(begin), let right = dash(after), let (last, next) = month(right) {
      months(year, first, year, last, next)
    }
    if let right = joiner(offset), let (last, next) = self.year(right) {
      propose(.period(.years(year, last)), next)
    }
  }

  private mutating func readYearMonth(_ year: Int, _ month: Int, _ offset: Int) {
    if 1...12 ~= month {
      finish(.month(year, month), offset)
      if let right = joiner(offset) {
        if let (last, next) = self.month(right) { months(year, month, year, last, next) }
        if let (lastYear, after) = self.year(right), let (last, next) = self.month(gap(after)) {
          months(year, month, lastYear, last, next)
        }
      }
    }
    if let (day, next) = day(gap(offset)) { readDate(year, month, day, next, iso: false) }
  }

  private mutating func months(_ year: Int, _ month: Int, _ toYear: Int, _ to: Int, _ end: Int) {
    guard 1...12 ~= month, 1...12 ~= to else { return }
    propose(
      .period(.months(fromYear: year, fromMonth: month, toYear: toYear, toMonth: to)), end)
  }

  /// A full date, its deadline, and ranges of days that begin with it.
  mutating func readDate(_ year: Int, _ month: Int, _ day: Int, _ offset: Int, iso: Bool) {
    let (first, refusal) = checked(year, month, day, Span(start, offset)) {
      iso ? Self.isoText(year, month, $0) : "\(year)年\(month)月\($0)日"
    }
    let monthEnd = day > 1 ? "\(year)年\(month)月底前" : nil
    propose(.date(first), offset, standing(refusal, or: monthEnd))
    if let next = beforeSuffix(offset) {
      propose(.deadline(.day(first)), next, due(refusal, or: monthEnd))
    }
    guard let right = joiner(offset) else { return }
    for (last, second, next) in lastDays(first.year, first.month, right) {
      propose(.period(.days(first, last)), next, refusal ?? second)
    }
  }

  /// The refusal of a day that stands alone: the end of its month may be meant too.
  private func standing(_ refusal: Refusal?, or deadline: String?) -> Refusal? {
    guard var refusal, !refusal.fixes.isEmpty, let deadline else { return refusal }
    refusal.fixes.append(deadline)
    return refusal
  }

  /// The refusal of a deadline by a day: its fixes replace the whole literal.
  private func due(_ refusal: Refusal?, or deadline: String?) -> Refusal? {
    guard var refusal, !refusal.fixes.isEmpty else { return refusal }
    refusal.fixes = refusal.fixes.map { $0 + "前" } + (deadline.map { [$0] } ?? [])
    refusal.span = nil
    return refusal
  }

  private static func isoText(_ year: Int, _ month: Int, _ day: Int) -> String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(zeros)\(digits)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// The days with which a range may end, in every form from `10日` to a full date.
  private func lastDays(
    _ year: Int, _ month: Int, _ offset: Int
  ) -> [(DayLiteral, Refusal?, Int)] {
    var found: [(DayLiteral, Refusal?, Int)] = []
    if let (day, next) = day(offset) {
      let (last, refusal) = checked(year, month, day, Span(offset, next)) { "\($0)日" }
      found.append((last, refusal, next))
    }
    if let (month, after) = self.month(offset), let (day, next) = day(gap(after)) {
      let (last, refusal) = checked(year, month, day, Span(offset, next)) { "\(month)月\($0)日" }
      found.append((last, refusal, next))
    }
    if let (year, afterYear) = self.year(offset), let (month, after) = self.month(gap(afterYear)),
      let (day, next) = day(gap(after))
    {
      let (last, refusal) = checked(year, month, day, Span(offset, next)) {
        "\(year)年\(month)月\($0)日"
      }
      found.append((last, refusal, next))
    }
    if let (day, next) = isoDate(offset) {
      let (last, refusal) = checked(day.year, day.month, day.day, Span(offset, next)) {
        Self.isoText(day.year, day.month, $0)
      }
      found.append((last, refusal, next))
    }
    return found
  }

  /// `6月`, `6月底前`, `6月10日`, `6月10日前`, `4月至12月`, `6月1日至9月30日`.
  private mutating func readMonth(_ month: Int, _ offset: Int) {
    if 1...12 ~= month {
      finish(.month(nil, month), offset)
      if let right = joiner(offset), let (last, next) = self.month(right), 1...12 ~= last {
        propose(.period(.yearMonths(month, last)), next)
      }
    }
    guard let (day, next) = day(gap(offset)) else { return }
    let (first, refusal) = checked(month, day, Span(start, next)) { "\(month)月\($0)日" }
    let monthEnd = day > 1 ? "\(month)月底前" : nil
    propose(.yearDay(first), next, standing(refusal, or: monthEnd))
    if let end = beforeSuffix(next) {
      propose(.deadline(.yearDay(first)), end, due(refusal, or: monthEnd))
    }
    guard let right = joiner(next) else { return }
    if let (day, end) = self.day(right) {
      let (last, second) = checked(month, day, Span(right, end)) { "\($0)日" }
      propose(.period(.yearDays(first, last)), end, refusal ?? second)
    }
    if let (month, after) = self.month(right), let (day, end) = self.day(gap(after)) {
      let (last, second) = checked(month, day, Span(right, end)) { "\(month)月\($0)日" }
      propose(.period(.yearDays(first, last)), end, refusal ?? second)
    }
  }

  /// `2024—2026年`.
  private mutating func readYearRange(_ offset: Int) {
    guard let first = digits(offset), first.count == 4, let from = first.value, from > 0,
      let right = dash(first.next), let (last, next) = year(right)
    else { return }
    propose(.period(.years(from, last)), next)
  }

  /// `4—12月`.
  private mutating func readMonthRange(_ offset: Int) {
    guard let (first, after) = small(offset), let right = joiner(after),
      let (last, next) = month(right), 1...12 ~= first, 1...12 ~= last
    else { return }
    propose(.period(.yearMonths(first, last)), next)
  }

  /// `2024-05-06`, `2024.5.6`, `2024-06`.
  private mutating func readISO(_ offset: Int) {
    if let (date, next) = isoDate(offset) {
      readDate(date.year, date.month, date.day, next, iso: true)
    }
    guard let (year, month, next) = isoMonth(offset) else { return }
    propose(.period(.month(year, month)), next)
    if let right = dash(next), text.before(right) != 0x2D,
      let (lastYear, last, end) = isoMonth(right)
    {
      months(year, month, lastYear, last, end)
    }
  }

  /// A period and its deadlines: `2024年底前`, `2024年6月底前`, `二季度末前`. A bare `前` after a year or month is refused with both readings.
  mutating func finish(_ period: PeriodLiteral, _ offset: Int) {
    propose(.period(period), offset)
    let mark: [String]
    switch period {
    case .year, .relative(_, .year): mark = ["底", "年底", "末"]
    default: mark = ["底", "末"]
    }
    if let end = text.match(any: mark, offset), let next = beforeSuffix(end) {
      propose(.deadline(.endOf(period)), next)
    }
    guard let next = beforeSuffix(offset) else { return }
    switch period {
    case .year(let year):
      let fixes = [year - 1, year].map { "\($0)年底前" }
      refuseDeadline(.year(year), next, fixes)
    case .month(let year, let month):
      let prefix = year.map { "\($0)年" } ?? ""
      var fixes = ["\(prefix)\(month)月底前"]
      if month > 1 { fixes.insert("\(prefix)\(month - 1)月底前", at: 0) }
      if month == 1, let year { fixes.insert("\(year - 1)年12月底前", at: 0) }
      refuseDeadline(.month(year, month), next, fixes)
    case .half, .quarter: propose(.deadline(.endOf(period)), next)
    default: break
    }
  }

  private mutating func refuseDeadline(_ period: PeriodLiteral, _ end: Int, _ fixes: [String]) {
    let refusal = Refusal(kind: .deadlineWithoutMonth, arguments: fixes, fixes: fixes)
    propose(.deadline(.endOf(period)), end, refusal)
  }

  /// `10日前`: every month through the 10th, or ten days ahead? Both are offered.
  private mutating func readLoneDay(_ offset: Int) {
    guard let (value, next, _) = count(offset),
      let after = text.match(any: ["日", "号", "天"], gap(next)), let end = beforeSuffix(after)
    else { return }
    var fixes = ["提前\(value)日"]
    if 1...28 ~= value { fixes.insert("每月\(value)日前", at: 0) }
    let day = min(max(value, 1), 28)
    propose(
      .cadence(.periodic(.month, least: 1, most: nil, due: .monthDay(day))), end,
      Refusal(kind: .deadlineWithoutMonth, arguments: fixes, fixes: fixes))
  }

  /// `年底前`: the end of the year being judged.
  mutating func readYearEnd() {
    guard let after = text.match("年底", start), let end = beforeSuffix(after) else { return }
    propose(.deadline(.yearEnd), end)
  }
}
