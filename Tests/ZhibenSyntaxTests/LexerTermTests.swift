import Testing

@testable import ZhibenSyntax

/// Durations and what is made of one.
struct LexerTermTests {
  private static func term(_ count: Int, _ unit: DurationUnit) -> DurationLiteral {
    DurationLiteral(count, unit)
  }

  @Test(arguments: [
    LiteralRow(.duration(term(3, .day)), zh: "3日", "3天", "三日", "3 日", "３日", en: "3 days"),
    LiteralRow(.duration(term(1, .day)), zh: "1日", "一天", en: "1 day"),
    LiteralRow(
      .duration(term(5, .workday)), zh: "5个工作日", "5工作日", "五个工作日", "5 个工作日", en: "5 workdays"),
    LiteralRow(.duration(term(3, .calendarDay)), zh: "3个自然日", "3自然日", en: "3 calendar days"),
    LiteralRow(.duration(term(2, .week)), zh: "2周", "两周", "2个星期", en: "2 weeks"),
    LiteralRow(.duration(term(3, .tenDays)), zh: "3旬", en: "3 ten-days"),
    LiteralRow(.duration(term(12, .month)), zh: "12个月", "十二个月", en: "12 months"),
    LiteralRow(.duration(term(15, .day)), zh: "半个月", "15日", "十五日", en: "15 days"),
    LiteralRow(.duration(term(2, .quarter)), zh: "2个季度", "两个季度", en: "2 quarters"),
    LiteralRow(.duration(term(1, .halfYear)), zh: "半年", "1个半年", en: "1 half-year"),
    LiteralRow(.duration(term(3, .year)), zh: "3年", "三年", "3 年", en: "3 years"),
    LiteralRow(.duration(term(24, .hour)), zh: "24小时", "24个小时", en: "24 hours"),
    LiteralRow(.duration(term(90, .minute)), zh: "1.5小时", "90分钟", en: "1.5 hours", "90 minutes"),
    LiteralRow(.duration(term(30, .minute)), zh: "半小时", "0.5小时", en: "30 minutes"),
    LiteralRow(.duration(term(99, .day)), zh: "九十九日", en: "99 days"),
    LiteralRow(.duration(term(105, .day)), zh: "一百零五日", en: "105 days"),
  ])
  func durations(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(
      .durationRange(term(5, .month), term(7, .month)), zh: "5个月至7个月", "5个月—7个月", "5至7个月", "5—7个月",
      en: "5 months—7 months", "5—7 months"),
    LiteralRow(
      .durationRange(term(3, .week), term(2, .month)), zh: "3周至2个月", en: "3 weeks—2 months"),
    LiteralRow(
      .within(term(10, .day)), zh: "10日内", "10日之内", "10日以内", "十日内", "10 日内", en: "within 10 days"),
    LiteralRow(.within(term(3, .workday)), zh: "3个工作日以内", en: "within 3 workdays"),
    LiteralRow(.within(term(3, .year)), zh: "三年内", en: "within 3 years"),
    LiteralRow(.within(term(1, .halfYear)), zh: "半年内", en: "within 1 half-year"),
    LiteralRow(
      .lookBack(term(3, .year)), zh: "近3年", "近 3 年", "近三年", "最近3年", "过去3年", en: "last 3 years"),
    LiteralRow(.lookBack(term(12, .month)), zh: "近12个月", en: "last 12 months"),
    LiteralRow(.lookBack(term(1, .halfYear)), zh: "近半年", en: "last 1 half-year"),
    LiteralRow(.overdue(term(15, .day)), zh: "逾期15日", "逾期 15日", "逾期 15 日", en: "overdue 15 days"),
    LiteralRow(
      .expiry(term(1, .month), isWindow: true), zh: "届满前1个月内", en: "within 1 month before expiry"),
    LiteralRow(
      .expiry(term(8, .workday), isWindow: false), zh: "届满前8个工作日", en: "8 workdays before expiry"),
    LiteralRow(.everyN(term(6, .month)), zh: "每6个月", "每六个月", "每 6 个月", en: "every 6 months"),
    LiteralRow(.everyN(term(2, .year)), zh: "每2年", "每两年", "每2年1次", "每两年一次", en: "every 2 years"),
    LiteralRow(.everyN(term(1, .year)), zh: "每1年", en: "every 1 year"),
    LiteralRow(.everyN(term(2, .month)), zh: "每两个月", "每两月", en: "every 2 months"),
    LiteralRow(
      .tally(consecutive: false, count: 3), zh: "累计3次", "累计三次", "累计 3 次", en: "total 3 times"),
    LiteralRow(.tally(consecutive: true, count: 2), zh: "连续2次", "连续两次", en: "consecutive 2 times"),
    LiteralRow(
      .tallyTerm(consecutive: true, term(3, .month)), zh: "连续3个月", en: "consecutive 3 months"),
  ])
  func madeOfDurations(row: LiteralRow) { row.check() }

  @Test("A term is no larger than a million units: later sums must not overflow")
  func largestTerm() {
    #expect(literal("1000000日") == .duration(DurationLiteral(1_000_000, .day)))
    #expect(lexed("1000001日").issues.map(\.kind) == [.numberTooLarge])
    #expect(lexed("99999999999999999999日").issues.map(\.kind) == [.numberTooLarge])
  }
}
