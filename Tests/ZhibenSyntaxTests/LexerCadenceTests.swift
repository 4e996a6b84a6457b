import Testing

@testable import ZhibenSyntax

/// Cadences in both languages.
struct LexerCadenceTests {
  private static func count(_ unit: PeriodUnit, _ least: Int?, _ most: Int? = nil) -> Literal {
    .cadence(.periodic(unit, least: least, most: most, due: .periodEnd))
  }

  private static func due(_ unit: PeriodUnit, _ due: CadenceDue) -> Literal {
    .cadence(.periodic(unit, least: 1, most: nil, due: due))
  }

  @Test(arguments: [
    LiteralRow(
      count(.quarter, 1), zh: "每季度至少1次", "每季度至少一次", "每季度1次", "每季度", "每季1次", "每个季度1次", "每季度至少 1 次",
      "每季度不少于1次", "至少每季度1次", "不少于每季度1次", "每季度1次以上", en: "every quarter at least 1",
      "every quarter 1",
      "every quarter"),
    LiteralRow(count(.year, 2), zh: "每年2次", "每年两次", "每年度2次", "每年 2 次", en: "every year 2"),
    LiteralRow(count(.halfYear, 1), zh: "每半年1次", "每半年一次", "每半年", en: "every half-year"),
    LiteralRow(
      count(.month, 1, 2), zh: "每月至少1次至多2次", "每月1至2次", "每月1—2次",
      en: "every month at least 1 at most 2", "every month 1—2"),
    LiteralRow(
      count(.year, nil, 1), zh: "每年至多1次", "每年不超过1次", "每年不多于一次", "至多每年1次", en: "every year at most 1"
    ),
    LiteralRow(count(.month, 1), zh: "每月", "每个月", "每个月1次", en: "every month"),
    LiteralRow(count(.week, 1), zh: "每周1次", "每周一次", "每星期一次", "每周", en: "every week 1"),
    LiteralRow(count(.week, 2), zh: "每周二次", "每周两次", "每周2次", en: "every week 2"),
    LiteralRow(count(.tenDays, 1), zh: "每旬1次", en: "every ten-days 1"),
    LiteralRow(count(.day, 1), zh: "每日1次", "每天1次", "每日", en: "every day 1"),
    LiteralRow(count(.workday, 1), zh: "每工作日1次", "每个工作日1次", en: "every workday 1"),
    LiteralRow(count(.shift, 1), zh: "每班1次", en: "every shift 1"),
  ])
  func counts(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(due(.week, .weekday(1)), zh: "每周一", "每星期一", en: "every Monday"),
    LiteralRow(due(.week, .weekday(7)), zh: "每周日", "每周天", en: "every Sunday"),
    LiteralRow(due(.month, .monthDay(10)), zh: "每月10日前", "每月 10 日前", en: "every month by 10"),
    LiteralRow(due(.month, .onMonthDay(10)), zh: "每月10日", "每月十日", en: "every month on 10"),
    LiteralRow(due(.month, .periodEnd), zh: "每月末", "每月底", "每月底前", en: "every month by end"),
    LiteralRow(due(.quarter, .periodEnd), zh: "每季度末", en: "every quarter by end"),
    LiteralRow(due(.year, .periodEnd), zh: "每年底前", "每年年底前", en: "every year by end"),
    LiteralRow(
      due(.year, .yearDays([MonthDay(6, 10)], before: true)), zh: "每年6月10日前",
      en: "every year by Jun 10"),
    LiteralRow(
      due(.year, .yearDays([MonthDay(6, 10)], before: false)), zh: "每年6月10日",
      en: "every year on Jun 10"),
    LiteralRow(
      due(.year, .yearDays([MonthDay(6, 30)], before: true)), zh: "每年6月底前",
      en: "every year by end of Jun"),
    LiteralRow(
      due(.quarter, .quarterMonthDay(month: 1, day: 10)), zh: "每季度首月10日前",
      en: "every quarter first month by 10"),
    LiteralRow(
      due(.quarter, .quarterMonthDay(month: 3, day: 30)), zh: "每季度末月30日前",
      en: "every quarter last month by 30"),
    LiteralRow(
      due(.month, .followingDay(month: nil, day: 10)), zh: "次月10日前", "下月10日前",
      en: "next month by 10"),
    LiteralRow(
      due(.year, .followingDay(month: 1, day: 10)), zh: "次年1月10日前", en: "next year by Jan 10"),
  ])
  func dueDays(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(
      .cadence(.rolling(DurationLiteral(90, .day))), zh: "每隔90日", "每隔 90 日",
      en: "every 90 days since last"),
    LiteralRow(
      .cadence(.sinceLast(DurationLiteral(3, .month))), zh: "距上次不超过3个月", "距上次3个月",
      en: "within 3 months of last"),
    LiteralRow(
      .cadence(.share(.year, Quantity(fraction(1, 10), "%"))), zh: "每年不少于10%", "每年至少百分之十",
      "每年不低于10％", en: "every year at least 10%"),
    LiteralRow(
      .cadence(.share(.year, Quantity(fraction(1, 3), ""))), zh: "每年不少于三分之一"),
  ])
  func otherCadences(row: LiteralRow) { row.check() }

  @Test(
    "What only begins like a cadence is a word",
    arguments: ["每月例会", "每月1日例会", "每季度至少1次检查", "每个", "每人"])
  func words(text: String) {
    #expect(sketch(text) == text)
  }
}
