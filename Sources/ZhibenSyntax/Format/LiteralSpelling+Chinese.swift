// The Chinese spelling of each value: digits, 日, no 度, 个月.

extension LiteralSpelling {
  static func chinese(_ literal: Literal, _ source: String) -> String? {
    switch literal {
    case .date(let day): chinese(day)
    case .yearDay(let day): chinese(day)
    case .period(let period): chinese(period)
    case .deadline(let deadline): chinese(deadline)
    case .duration(let term): chinese(term)
    case .durationRange(let first, let last): chinese(first) + "至" + chinese(last)
    case .within(let term): chinese(term) + "内"
    case .lookBack(let term): "近" + chinese(term)
    case .overdue(let term): "逾期" + chinese(term)
    case .expiry(let term, let isWindow): "届满前" + chinese(term) + (isWindow ? "内" : "")
    case .everyN(let term): "每" + chinese(term)
    case .cadence(let cadence): chinese(cadence, source)
    case .bound(let bound): chinese(bound, source)
    case .rate(let unit, let quantity): "每" + unit + amount(quantity, in: source)
    case .tally(let isRow, let count): (isRow ? "连续" : "累计") + "\(count)次"
    case .tallyTerm(let isRow, let term): (isRow ? "连续" : "累计") + chinese(term)
    case .relativeDay(let day): chinese(day)
    case .quantity, .time, .hours, .article, .number: nil
    }
  }

  private static func chinese(_ day: DayLiteral) -> String {
    "\(day.year)年\(day.month)月\(day.day)日"
  }

  private static func chinese(_ day: MonthDay) -> String { "\(day.month)月\(day.day)日" }

  private static func chinese(_ term: DurationLiteral) -> String {
    if term == DurationLiteral(1, .halfYear) { return "半年" }
    let unit =
      switch term.unit {
      case .minute: "分钟"
      case .hour: "小时"
      case .day: "日"
      case .calendarDay: "个自然日"
      case .workday: "个工作日"
      case .week: "周"
      case .tenDays: "旬"
      case .month: "个月"
      case .quarter: "个季度"
      case .halfYear: "个半年"
      case .year: "年"
      }
    return String(term.count) + unit
  }

  private static func word(_ offset: Int) -> String {
    offset == 0 ? "本" : offset < 0 ? "上" : "下"
  }

  private static func year(_ offset: Int) -> String {
    offset == 0 ? "本年" : offset < 0 ? "上年" : "次年"
  }

  private static let halves = ["上半年", "下半年"]
  private static let ordinals = ["一", "二", "三", "四"]

  private static func half(_ half: Int) -> String {
    halves.indices.contains(half - 1) ? halves[half - 1] : ""
  }

  private static func quarter(_ quarter: Int) -> String {
    ordinals.indices.contains(quarter - 1) ? "第" + ordinals[quarter - 1] + "季度" : ""
  }

  private static func chinese(_ period: PeriodLiteral) -> String {
    switch period {
    case .year(let year): "\(year)年"
    case .half(let year, let half): prefix(year) + self.half(half)
    case .quarter(let year, let quarter): prefix(year) + self.quarter(quarter)
    case .month(let year, let month): prefix(year) + "\(month)月"
    case .years(let first, let last): "\(first)—\(last)年"
    case .months(let fromYear, let fromMonth, let toYear, let toMonth):
      "\(fromYear)年\(fromMonth)月至" + (toYear == fromYear ? "" : "\(toYear)年") + "\(toMonth)月"
    case .days(let first, let last):
      chinese(first) + "至"
        + (last.year == first.year ? chinese(MonthDay(last.month, last.day)) : chinese(last))
    case .yearDays(let first, let last): chinese(first) + "至" + chinese(last)
    case .relative(let offset, .year): year(offset)
    case .relative(let offset, let unit): word(offset) + name(of: unit)
    case .yearMonths(let first, let last): "\(first)月至\(last)月"
    case .relativeMonth(let offset, let month): year(offset) + "\(month)月"
    case .relativeHalf(let offset, let half): year(offset) + self.half(half)
    case .relativeQuarter(let offset, let quarter): year(offset) + self.quarter(quarter)
    case .samePeriodLastYear: "上年同期"
    }
  }

  private static func prefix(_ year: Int?) -> String { year.map { "\($0)年" } ?? "" }

  private static func chinese(_ deadline: DeadlineLiteral) -> String {
    switch deadline {
    case .day(let day): return chinese(day) + "前"
    case .yearDay(let day): return chinese(day) + "前"
    case .yearEnd: return "年底前"
    case .endOf(let period):
      switch period {
      case .half, .quarter, .relativeHalf, .relativeQuarter, .relative(_, .halfYear),
        .relative(_, .quarter), .relative(_, .week):
        return chinese(period) + "末前"
      default: return chinese(period) + "底前"
      }
    }
  }

  private static func name(of unit: PeriodUnit) -> String {
    switch unit {
    case .workday: "工作日"
    case .day: "日"
    case .shift: "班"
    case .week: "周"
    case .tenDays: "旬"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    }
  }

  private static func chinese(_ cadence: CadenceLiteral, _ source: String) -> String {
    switch cadence {
    case .rolling(let term): "每隔" + chinese(term)
    case .sinceLast(let term): "距上次不超过" + chinese(term)
    case .share(let unit, let share): "每" + name(of: unit) + "不少于" + amount(share, in: source)
    case .periodic(.month, _, _, .followingDay(nil, let day)): "次月\(day)日前"
    case .periodic(.year, _, _, .followingDay(let month?, let day)):
      "次年" + chinese(MonthDay(month, day)) + "前"
    case .periodic(let unit, let least, let most, let due):
      "每" + name(of: unit) + chinese(unit, least, most, due, CadenceManner(source))
    }
  }

  private static func chinese(
    _ unit: PeriodUnit, _ least: Int?, _ most: Int?, _ due: CadenceDue, _ manner: CadenceManner
  ) -> String {
    switch due {
    case .periodEnd:
      if least == 1, most == nil {
        if manner == .bare { return "" }
        if manner == .byPeriodEnd { return unit == .year ? "底" : "末" }
      }
      let says = manner == .atLeast || most != nil ? "至少" : ""
      return (least.map { says + "\($0)次" } ?? "") + (most.map { "至多\($0)次" } ?? "")
    case .monthDay(let day): return "\(day)日前"
    case .onMonthDay(let day): return "\(day)日"
    case .weekday(let day):
      let names = ["一", "二", "三", "四", "五", "六", "日"]
      return names.indices.contains(day - 1) ? names[day - 1] : ""
    case .yearDays(let days, let before):
      return days.map(chinese).joined(separator: "、") + (before ? "前" : "")
    case .quarterMonthDay(let month, let day):
      return (month == 1 ? "首月" : month == 2 ? "次月" : "末月") + "\(day)日前"
    case .followingDay: return ""
    }
  }

  private static func chinese(_ bound: BoundLiteral, _ source: String) -> String? {
    let measure =
      switch bound.measure {
      case .quantity(let quantity): amount(quantity, in: source)
      case .duration(let term): chinese(term)
      }
    switch bound.direction {
    case .atLeast: return measure + "以上"
    case .atMost: return measure + "以下"
    case .moreThan: return measure + "以外"
    case .lessThan: return nil
    }
  }

  private static func chinese(_ day: RelativeDayLiteral) -> String {
    switch day {
    case .ofYear(let offset, let day): year(offset) + chinese(day)
    case .ofMonth(let offset, let day): (offset == 1 ? "次" : word(offset)) + "月\(day)日"
    }
  }
}
