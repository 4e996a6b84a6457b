import Testing

@testable import ZhibenSyntax

/// Days, periods and deadlines in both languages.
struct LexerDateTests {
  @Test(arguments: [
    LiteralRow(
      .date(DayLiteral(2024, 5, 6)), zh: "2024年5月6日", "2024年05月06日", "2024年5月6号", "2024 年 5 月 6 日",
      "２０２４年５月６日", "二〇二四年五月六日", "二○二四年五月六日", "2024.5.6", "2024-5-6", "2024－05－06", en: "2024-05-06"),
    LiteralRow(.date(DayLiteral(2024, 2, 29)), zh: "2024年2月29日", en: "2024-02-29"),
    LiteralRow(.date(DayLiteral(2025, 12, 31)), zh: "2025年十二月三十一日", en: "2025-12-31"),
  ])
  func dates(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(.yearDay(MonthDay(6, 10)), zh: "6月10日", "6 月 10 日", "六月十日", "06月10日", en: "Jun 10"),
    LiteralRow(.yearDay(MonthDay(2, 29)), zh: "2月29日", en: "Feb 29"),
    LiteralRow(
      .relativeDay(.ofYear(1, MonthDay(1, 1))), zh: "次年1月1日", "明年1月1日", en: "next year Jan 1"),
    LiteralRow(
      .relativeDay(.ofYear(-1, MonthDay(12, 31))), zh: "上年12月31日", "去年12月31日",
      en: "last year Dec 31"),
    LiteralRow(
      .relativeDay(.ofYear(0, MonthDay(6, 30))), zh: "本年6月30日", "今年6月30日", en: "this year Jun 30"),
    LiteralRow(.relativeDay(.ofMonth(0, 5)), zh: "本月5日", en: "this month day 5"),
    LiteralRow(.relativeDay(.ofMonth(1, 10)), zh: "次月10日", "下月10日", en: "next month day 10"),
    LiteralRow(.relativeDay(.ofMonth(-1, 25)), zh: "上月25日", en: "last month day 25"),
  ])
  func daysOfAYear(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(.period(.year(2024)), zh: "2024年", "2024年度", "2024 年", "二〇二四年", en: "year 2024"),
    LiteralRow(.period(.half(2024, 1)), zh: "2024年上半年", en: "2024 H1"),
    LiteralRow(.period(.half(nil, 2)), zh: "下半年", en: "H2"),
    LiteralRow(
      .period(.quarter(2024, 2)), zh: "2024年二季度", "2024年第2季度", "2024年第二季度", "2024年2季度",
      en: "2024 Q2"),
    LiteralRow(.period(.quarter(nil, 1)), zh: "第一季度", "一季度", "1季度", "第1季度", en: "Q1"),
    LiteralRow(.period(.month(2024, 6)), zh: "2024年6月", "2024年6月份", en: "2024-06"),
    LiteralRow(.period(.month(nil, 6)), zh: "6月", "6月份", "六月", en: "Jun"),
    LiteralRow(
      .period(.years(2024, 2026)), zh: "2024—2026年", "2024-2026年", "2024——2026年", "2024～2026年",
      "2024年至2026年", "2024年—2026年", en: "years 2024—2026", "years 2024-2026"),
    LiteralRow(
      .period(.months(fromYear: 2024, fromMonth: 4, toYear: 2024, toMonth: 12)),
      zh: "2024年4月至12月", "2024年4—12月", "2024年4月—2024年12月", en: "2024-04—2024-12"),
    LiteralRow(
      .period(.months(fromYear: 2024, fromMonth: 4, toYear: 2026, toMonth: 12)),
      zh: "2024年4月至2026年12月", en: "2024-04—2026-12"),
    LiteralRow(.period(.yearMonths(4, 12)), zh: "4月至12月", "4—12月", "4至12月", en: "Apr—Dec"),
    LiteralRow(
      .period(.days(DayLiteral(2024, 4, 15), DayLiteral(2024, 6, 30))),
      zh: "2024年4月15日至6月30日", "2024年4月15日—2024年6月30日", en: "2024-04-15—2024-06-30"),
    LiteralRow(
      .period(.days(DayLiteral(2024, 4, 15), DayLiteral(2024, 4, 30))), zh: "2024年4月15日至30日",
      en: "2024-04-15—2024-04-30"),
    LiteralRow(
      .period(.yearDays(MonthDay(5, 1), MonthDay(9, 30))), zh: "5月1日至9月30日", "5月1日—9月30日",
      en: "May 1—Sep 30"),
  ])
  func periods(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(.period(.relative(0, .year)), zh: "本年", "本年度", "今年", en: "this year"),
    LiteralRow(.period(.relative(-1, .year)), zh: "上年", "上年度", "去年", en: "last year"),
    LiteralRow(.period(.relative(1, .year)), zh: "下年", "次年", "明年", en: "next year"),
    LiteralRow(.period(.relative(0, .halfYear)), zh: "本半年", en: "this half-year"),
    LiteralRow(.period(.relative(-1, .quarter)), zh: "上季度", en: "last quarter"),
    LiteralRow(.period(.relative(1, .month)), zh: "下月", en: "next month"),
    LiteralRow(.period(.relative(0, .week)), zh: "本周", en: "this week"),
    LiteralRow(.period(.relativeMonth(-1, 12)), zh: "上年12月", en: "last year Dec"),
    LiteralRow(.period(.relativeHalf(0, 1)), zh: "本年上半年", en: "this year H1"),
    LiteralRow(.period(.relativeQuarter(-1, 4)), zh: "上年第四季度", en: "last year Q4"),
    LiteralRow(.period(.samePeriodLastYear), zh: "上年同期", "去年同期", en: "same period last year"),
  ])
  func relativePeriods(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(
      .deadline(.day(DayLiteral(2025, 12, 31))), zh: "2025年12月31日前", "2025年12月31日之前",
      "2025年12月31日以前", "2025-12-31前", en: "by 2025-12-31"),
    LiteralRow(.deadline(.yearDay(MonthDay(6, 10))), zh: "6月10日前", en: "by Jun 10"),
    LiteralRow(
      .deadline(.endOf(.year(2024))), zh: "2024年底前", "2024年年底前", "2024 年底前", "2024年底之前",
      en: "by end of 2024"),
    LiteralRow(
      .deadline(.endOf(.month(2024, 6))), zh: "2024年6月底前", "2024年6月末前", en: "by end of 2024-06"),
    LiteralRow(.deadline(.endOf(.month(nil, 6))), zh: "6月底前", en: "by end of Jun"),
    LiteralRow(
      .deadline(.endOf(.half(2024, 1))), zh: "2024年上半年前", "2024年上半年末前", en: "by end of 2024 H1"),
    LiteralRow(.deadline(.endOf(.quarter(2024, 2))), zh: "2024年二季度末前", en: "by end of 2024 Q2"),
    LiteralRow(.deadline(.endOf(.quarter(nil, 2))), zh: "二季度末前", en: "by end of Q2"),
    LiteralRow(.deadline(.endOf(.relative(0, .month))), zh: "本月底前", en: "by end of this month"),
    LiteralRow(
      .deadline(.endOf(.relative(0, .quarter))), zh: "本季度末前", en: "by end of this quarter"),
    LiteralRow(
      .deadline(.endOf(.relative(1, .year))), zh: "明年底前", "次年年底前", en: "by end of next year"),
    LiteralRow(
      .deadline(.endOf(.relativeMonth(1, 6))), zh: "次年6月底前", en: "by end of next year Jun"),
    LiteralRow(.deadline(.yearEnd), zh: "年底前", en: "by year end"),
  ])
  func deadlines(row: LiteralRow) { row.check() }
}
