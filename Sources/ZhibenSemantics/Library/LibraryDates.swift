import ZhibenDiagnostics

extension Library {
  private typealias Parameter = LibraryFunction.Parameter

  private static let day = Parameter("日期", "date", .date)
  private static let period = Parameter("期间", "period", .period)
  private static let count = Parameter("几", "n", .number)
  private static let weekday = Parameter("星期", "weekday", .number)
  private static let first = Parameter("起", "from", .date)
  private static let last = Parameter("止", "to", .date)

  /// Days of the plan's calendar. Monday is 1, Sunday 7.
  static let dateFunctions: [LibraryFunction] = [
    part("年", "yearof", .yearOf, "日期的年份", "the year of a date"),
    part("月", "monthof", .monthOf, "日期的月份，1 至 12", "the month of a date, 1 to 12"),
    part("日", "dayof", .dayOf, "日期是几日，1 至 31", "the day of the month, 1 to 31"),
    part("星期", "weekdayof", .weekdayOf, "星期几，星期一为 1", "the weekday, Monday = 1"),
    part("季度", "quarterof", .quarterOf, "第几季度，1 至 4", "the quarter, 1 to 4"),
    part("年内第几日", "dayofyear", .dayOfYear, "当年的第几日，1 月 1 日为 1", "the day of the year, from 1"),
    LibraryFunction(
      "日期", "makedate", .builtin(.makeDate),
      [
        .init(
          [.init("年", "year", .number), .init("月", "month", .number), .init("日", "day", .number)],
          .date)
      ],
      summary: Wording(zh: "由年、月、日得日期", en: "the date of that year, month and day"),
      edges: Wording(zh: "没有这一天时未知", en: "unknown if there is no such day")),
    LibraryFunction(
      "年内日期", "dateinyear", .builtin(.dateInYear),
      [.init([.init("年", "year", .number), count], .date)],
      summary: Wording(zh: "那一年的第几日", en: "the n-th day of that year"),
      edges: Wording(zh: "那一年没有这么多日时未知", en: "unknown if the year has no such day")),
    LibraryFunction(
      "月末", "monthend", .builtin(.monthEnd), [.init([day], .date)],
      summary: Wording(zh: "当月最后一日", en: "the last day of its month")),
    LibraryFunction(
      "月内第几个星期", "nthweekday", .builtin(.nthWeekday),
      [.init([day, count, weekday], .date)],
      summary: Wording(
        zh: "当月第几个星期几，如（今日，2，5）是本月第二个星期五", en: "the n-th such weekday of its month"),
      edges: Wording(zh: "当月没有时未知", en: "unknown if the month has none")),
    LibraryFunction(
      "之后首个星期", "weekdayafter", .builtin(.weekdayAfter), [.init([day, weekday], .date)],
      summary: Wording(zh: "这一天之后的第一个星期几", en: "the first such weekday after the day"),
      edges: Wording(zh: "当天不算；星期不是 1 至 7 时未知", en: "not the day itself; unknown unless 1 to 7")),
    LibraryFunction(
      "推后", "later", .builtin(.later), [.init([day, .init("时长", "term", .term)], .date)],
      summary: Wording(zh: "时长之后的日期", en: "the date so much later"),
      edges: Wording(zh: "没有那一日时取月末", en: "the month's end where there is no such day")),
    LibraryFunction(
      "提前", "earlier", .builtin(.earlier), [.init([day, .init("时长", "term", .term)], .date)],
      summary: Wording(zh: "时长之前的日期", en: "the date so much earlier"),
      edges: Wording(zh: "没有那一日时取月末", en: "the month's end where there is no such day")),
    moved("加日", "adddays", .addDays, "过几日的日期", "the date n days later"),
    moved("加月", "addmonths", .addMonths, "过几个月的日期", "the date n months later"),
    moved("加工作日", "addworkdays", .addWorkdays, "过几个工作日的日期", "the date n workdays later"),
    LibraryFunction(
      "首日", "firstday", .builtin(.firstDay), [.init([period], .date)],
      summary: Wording(zh: "期间的第一日", en: "the first day of a period")),
    LibraryFunction(
      "末日", "lastday", .builtin(.lastDay), [.init([period], .date)],
      summary: Wording(zh: "期间的最后一日", en: "the last day of a period")),
    LibraryFunction(
      "天数", "daysof", .builtin(.daysOf), [.init([period], .days)],
      summary: Wording(zh: "期间有几日，两端都算", en: "how many days a period has, both ends included")),
    LibraryFunction(
      "期间", "makeperiod", .builtin(.makePeriod), [.init([first, last], .period)],
      summary: Wording(zh: "从起到止的期间", en: "the period from one day to another"),
      edges: Wording(zh: "止早于起时未知", en: "unknown if the last is before the first")),
    LibraryFunction(
      "区间交", "overlap", .builtin(.overlap),
      [.init([.init("甲", "p", .period), .init("乙", "q", .period)], .period)],
      summary: Wording(zh: "两段期间共有的日子", en: "the days that two periods share"),
      edges: Wording(zh: "没有共有的日子时未知", en: "unknown if there are none")),
    LibraryFunction(
      "工作日数", "workdays", .builtin(.workdaysBetween), [.init([first, last], .days)],
      summary: Wording(
        zh: "两日之间有几个工作日，两端都算；也可以写一段期间", en: "how many workdays there are; also of a period"),
      edges: Wording(zh: "止早于起时为 0", en: "0 if the last is before the first")),
    LibraryFunction(
      "是工作日", "isworkday", .builtin(.isWorkday), [.init([day], .bool)],
      summary: Wording(zh: "是不是工作日", en: "whether it is a workday")),
    LibraryFunction(
      "年龄", "age", .builtin(.yearsBetween), [.init([day], adding: [.today], .number)],
      summary: Wording(zh: "从这一天到今日满几年", en: "the full years from that day to today")),
    LibraryFunction(
      "持续", "lasting", .lasting,
      [.init([.init("条件", "condition", .bool), .init("时长", "term", .term)], .bool)],
      summary: Wording(
        zh: "条件是不是不间断地满足了这么久，到所判的那天为止",
        en: "whether the condition has held for so long without a break, up to the judged day"),
      edges: Wording(
        zh: "其中有一天未知、没有一天不满足时，未知",
        en: "unknown if it is so on one of the days and the condition fails on none")),
  ]

  private static func part(
    _ zh: String, _ en: String, _ builtin: Builtin, _ summaryZh: String, _ summaryEn: String
  ) -> LibraryFunction {
    LibraryFunction(
      zh, en, .builtin(builtin), [.init([day], .number)],
      summary: Wording(zh: summaryZh, en: summaryEn))
  }

  private static func moved(
    _ zh: String, _ en: String, _ builtin: Builtin, _ summaryZh: String, _ summaryEn: String
  ) -> LibraryFunction {
    LibraryFunction(
      zh, en, .builtin(builtin), [.init([day, count], .date)],
      summary: Wording(zh: summaryZh, en: summaryEn),
      edges: Wording(
        zh: "负数往前；不是整数时未知；没有那一日时取月末",
        en:
          "back for a negative n; unknown unless whole; the month's end where there is no such day")
    )
  }
}
