/// Cadences: `每季度至少1次`, `每月10日前`, `每周一`, `每隔90日`, `距上次不超过3个月`, `次月10日前`; and `每6个月`, which needs an anchor.
extension LiteralReader {
  private static let periods: [(spelling: String, unit: PeriodUnit)] = [
    ("工作日", .workday), ("日", .day), ("天", .day), ("周", .week), ("星期", .week), ("旬", .tenDays),
    ("月", .month), ("季度", .quarter), ("季", .quarter), ("半年", .halfYear), ("年度", .year),
    ("年", .year), ("班", .shift),
  ]

  /// What a count is: a minimum, a maximum, or plain.
  enum CountKind { case least, most, plain }

  private static let countWords: [(spelling: String, kind: CountKind)] = [
    ("至少", .least), ("不少于", .least), ("不低于", .least), ("至多", .most), ("不超过", .most), ("不多于", .most),
  ]

  mutating func readEvery(_ offset: Int) {
    guard let after = text.match("每", offset) else { return }
    if let begin = text.match("隔", after), let term = duration(gap(begin)),
      term.duration.count > 0
    {
      propose(.cadence(.rolling(term.duration)), term.next, term.refusal)
    }
    readEveryN(after)
    readRate(gap(after))
    for (unit, next) in periodUnits(gap(after)) {
      propose(.cadence(.periodic(unit, least: 1, most: nil, due: .periodEnd)), next)
      readCounts(unit, next)
      readShare(unit, next)
      readDue(unit, next)
    }
  }

  /// The period units at `offset`, all of them: 季 and 季度 may both be meant.
  private func periodUnits(_ offset: Int) -> [(PeriodUnit, Int)] {
    var found: [(PeriodUnit, Int)] = []
    for (spelling, unit) in LiteralReader.periods {
      if let next = text.match(spelling, offset) { found.append((unit, next)) }
    }
    if let after = text.match("个", offset) {
      for spelling in ["工作日", "月", "季度", "星期", "班"] {
        guard let next = text.match(spelling, after) else { continue }
        let unit = LiteralReader.periods.first { $0.spelling == spelling }?.unit
        if let unit { found.append((unit, next)) }
      }
    }
    return found
  }

  func countWord(_ offset: Int) -> (CountKind, Int)? {
    for (spelling, kind) in LiteralReader.countWords {
      if let next = text.match(spelling, offset) { return (kind, next) }
    }
    return nil
  }

  /// `至少1次`, `2次`, `至少1次至多2次`, `1至2次`, `1次以上`.
  private mutating func readCounts(_ unit: PeriodUnit, _ offset: Int) {
    var (least, most): (Int?, Int?) = (nil, nil)
    var refusal: Refusal?
    var position = offset
    for _ in 0..<2 {
      let begin = gap(position)
      let (kind, from) = countWord(begin).map { ($0.0, gap($0.1)) } ?? (.plain, begin)
      guard let (value, counted, problem) = count(from) else { return }
      refusal = refusal ?? problem
      if kind == .plain, let right = joiner(counted), let (high, after, second) = count(right),
        let end = matchAfterGap("次", after), position == offset, value > 0
      {
        propose(periodic(unit, value, high), end, problem ?? second)
        return
      }
      guard let next = matchAfterGap("次", counted), value > 0 || kind == .most else { return }
      switch kind {
      case .least, .plain:
        guard least == nil else { return }
        least = value
      case .most:
        guard most == nil else { return }
        most = value
      }
      propose(periodic(unit, least, most), next, refusal)
      if kind == .plain, let end = text.match("以上", next) {
        propose(periodic(unit, value, nil), end, refusal)
        return
      }
      position = next
    }
  }

  func periodic(_ unit: PeriodUnit, _ least: Int?, _ most: Int?) -> Literal {
    .cadence(.periodic(unit, least: least, most: most, due: .periodEnd))
  }

  /// `每年不少于10%`.
  private mutating func readShare(_ unit: PeriodUnit, _ offset: Int) {
    guard let (kind, after) = countWord(gap(offset)), kind == .least,
      let (value, next) = share(gap(after))
    else { return }
    propose(.cadence(.share(unit, value)), next)
  }

  /// `每月10日前`, `每月末`, `每周一`, `每年6月10日前`, `每季度首月10日前`, `每年底前`.
  private mutating func readDue(_ unit: PeriodUnit, _ offset: Int) {
    switch unit {
    case .week:
      if let (weekday, next) = weekday(offset) { propose(due(.week, .weekday(weekday)), next) }
    case .month:
      readMonthDue(offset)
      readPeriodEnd(unit, ["末", "底"], offset)
    case .quarter:
      for (spelling, month) in [("首月", 1), ("次月", 2), ("中月", 2), ("末月", 3)] {
        guard let after = text.match(spelling, offset), let (value, dayEnd) = day(gap(after)),
          let end = beforeSuffix(dayEnd)
        else { continue }
        let limit = month == 2 ? 28 : 30
        propose(
          due(.quarter, .quarterMonthDay(month: month, day: min(max(value, 1), limit))), end,
          value < 1 || value > limit
            ? Refusal(kind: .nonexistentDate, fixes: ["每季度\(spelling)\(limit)日前"]) : nil)
      }
      readPeriodEnd(unit, ["末", "底"], offset)
    case .halfYear: readPeriodEnd(unit, ["末", "底"], offset)
    case .year:
      readYearDue(offset)
      readPeriodEnd(unit, ["末", "底", "年底", "年末"], offset)
    default: break
    }
  }

  private mutating func readPeriodEnd(_ unit: PeriodUnit, _ marks: [String], _ offset: Int) {
    guard let next = text.match(any: marks, offset) else { return }
    propose(due(unit, .periodEnd), next)
    if let end = beforeSuffix(next) { propose(due(unit, .periodEnd), end) }
  }

  private func due(_ unit: PeriodUnit, _ due: CadenceDue) -> Literal {
    .cadence(.periodic(unit, least: 1, most: nil, due: due))
  }

  /// Days that some months lack are refused (time 16).
  private mutating func readMonthDue(_ offset: Int) {
    guard let (value, next) = day(gap(offset)) else { return }
    let exists = 1...28 ~= value
    let day = min(max(value, 1), 28)
    let refusal = exists ? nil : Refusal(kind: .nonexistentDate, fixes: ["每月末"])
    propose(due(.month, .onMonthDay(day)), next, refusal)
    if let end = beforeSuffix(next) { propose(due(.month, .monthDay(day)), end, refusal) }
  }

  private mutating func readYearDue(_ offset: Int) {
    guard let (month, after) = month(gap(offset)) else { return }
    if let (day, next) = day(gap(after)) {
      let (date, refusal) = checked(month, day, Span(gap(offset), next)) { "\(month)月\($0)日" }
      propose(due(.year, .yearDays([date], before: false)), next, refusal)
      if let end = beforeSuffix(next) {
        propose(due(.year, .yearDays([date], before: true)), end, refusal)
      }
    }
    guard 1...12 ~= month else { return }
    if let mark = text.match(any: ["底", "末"], after), let end = beforeSuffix(mark) {
      let last = MonthDay(month, LiteralReader.days(inMonth: month))
      propose(due(.year, .yearDays([last], before: true)), end)
    }
    if let end = beforeSuffix(after) {
      var fixes = ["每年\(month)月底前"]
      if month > 1 { fixes.insert("每年\(month - 1)月底前", at: 0) }
      let last = MonthDay(month, LiteralReader.days(inMonth: month))
      propose(
        due(.year, .yearDays([last], before: true)), end,
        Refusal(kind: .deadlineWithoutMonth, arguments: fixes, fixes: fixes))
    }
  }

  func weekday(_ offset: Int) -> (Int, Int)? {
    for (index, name) in ["一", "二", "三", "四", "五", "六", "日", "天"].enumerated() {
      if let next = text.match(name, offset) { return (min(index + 1, 7), next) }
    }
    return nil
  }

  /// `每6个月`, `每两年`, `每3年1次`. The anchor is the phrase's business.
  private mutating func readEveryN(_ offset: Int) {
    let begin = gap(offset)
    var found = counted(begin)
    if found == nil, let (value, after, refusal) = count(begin), !isDigitBefore(after),
      let next = text.match("月", after)
    {
      found = Term(duration: DurationLiteral(value, .month), next: next, refusal: refusal)
    }
    guard let found, found.duration.count > 0 else { return }
    let every = Literal.everyN(found.duration)
    propose(every, found.next, found.refusal)
    if let (times, counted, _) = count(gap(found.next)), times == 1,
      let end = matchAfterGap("次", counted)
    {
      propose(every, end, found.refusal)
    }
  }

  private func isDigitBefore(_ offset: Int) -> Bool {
    CharacterClass.isDigit(text.before(offset))
  }

  mutating func readSinceLast() {
    guard let after = text.match("距上次", start) else { return }
    let begin = text.match("不超过", after).map { gap($0) } ?? after
    guard let term = duration(begin), term.duration.count > 0 else { return }
    propose(.cadence(.sinceLast(term.duration)), term.next, term.refusal)
  }

  /// `至少每季度1次`, `不少于每年2次`, as documents write it.
  mutating func readLeadingCount() {
    guard let (kind, after) = countWord(start), let begin = text.match("每", after) else { return }
    for (unit, next) in periodUnits(gap(begin)) {
      guard let (value, counted, refusal) = count(gap(next)), value > 0 || kind == .most,
        let end = matchAfterGap("次", counted)
      else { continue }
      propose(
        kind == .most ? periodic(unit, nil, value) : periodic(unit, value, nil), end, refusal)
    }
  }

  // MARK: Relative to the period being judged

  private static let relatives: [(spelling: String, offset: Int, unit: PeriodUnit)] =
    [("本", 0), ("上", -1), ("下", 1)].flatMap { word, offset in
      [
        ("年度", PeriodUnit.year), ("年", .year), ("半年", .halfYear), ("季度", .quarter),
        ("月", .month), ("周", .week),
      ].map { (word + $0.0, offset, $0.1) }
    } + [("去年", -1, .year), ("今年", 0, .year), ("明年", 1, .year), ("次年", 1, .year)]

  /// `本年度`, `上季度`, `上年同期`, `上年12月`, `次年1月1日`, `次月10日前`.
  mutating func readRelative() {
    if let next = text.match(any: ["上年同期", "去年同期"], start) {
      propose(.period(.samePeriodLastYear), next)
    }
    for (spelling, offset, unit) in LiteralReader.relatives {
      guard let next = text.match(spelling, start) else { continue }
      // 上半年 and 下半年 are halves of a year, not the half before or after.
      if unit == .halfYear, offset != 0 { continue }
      finish(.relative(offset, unit), next)
      if unit == .year { readRelativeYear(offset, gap(next)) }
      if unit == .month { readRelativeMonthDay(offset, gap(next)) }
    }
    if let next = text.match("次月", start) { readRelativeMonthDay(1, gap(next)) }
  }

  private mutating func readRelativeYear(_ years: Int, _ offset: Int) {
    if let (half, next) = half(offset) { finish(.relativeHalf(years, half), next) }
    if let (quarter, next) = quarter(offset) { finish(.relativeQuarter(years, quarter), next) }
    guard let (month, next) = month(offset) else { return }
    if 1...12 ~= month { finish(.relativeMonth(years, month), next) }
    guard let (day, end) = day(gap(next)) else { return }
    let (date, refusal) = checked(month, day, Span(offset, end)) { "\(month)月\($0)日" }
    propose(.relativeDay(.ofYear(years, date)), end, refusal)
    if years == 1, let due = beforeSuffix(end) {
      propose(
        self.due(.year, .followingDay(month: date.month, day: date.day)), due, refusal)
    }
  }

  private mutating func readRelativeMonthDay(_ months: Int, _ offset: Int) {
    guard let (value, next) = day(offset) else { return }
    let refusal = 1...31 ~= value ? nil : Refusal(kind: .nonexistentDate)
    let day = min(max(value, 1), 31)
    propose(.relativeDay(.ofMonth(months, day)), next, refusal)
    if months == 1, let end = beforeSuffix(next) {
      let exists = 1...28 ~= value
      propose(
        due(.month, .followingDay(month: nil, day: min(day, 28))), end,
        exists ? nil : Refusal(kind: .nonexistentDate, fixes: ["次月28日前"]))
    }
  }
}
