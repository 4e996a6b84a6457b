import Testing

@testable import ZhibenSyntax

/// Numbers, quantities, bounds, rates, clock times, articles.
struct LexerQuantityTests {
  private static func quantity(_ value: Int, _ unit: String) -> Quantity {
    Quantity(Rational(value), unit)
  }

  @Test(arguments: [
    LiteralRow(.number(Rational(5)), zh: "5", "５", "005"),
    LiteralRow(.number(fraction(5, 2)), zh: "2.5", "２．５", "2.50"),
    LiteralRow(.number(Rational(50_000)), zh: "5万"),
    LiteralRow(.number(Rational(120_000_000)), zh: "1.2亿"),
    LiteralRow(
      .quantity(Quantity(fraction(1, 10), "%")), zh: "10%", "10％", "１０％", "10 %", "百分之十", "百分之10"),
    LiteralRow(.quantity(Quantity(fraction(1, 200), "%")), zh: "5‰", "0.5%", "千分之五"),
    LiteralRow(.quantity(Quantity(fraction(2, 3), "")), zh: "三分之二"),
    LiteralRow(.quantity(quantity(20, "人")), zh: "20人", "二十人", "20 人"),
    LiteralRow(.quantity(Quantity(fraction(3, 2), "人日")), zh: "1.5人日"),
    LiteralRow(.quantity(quantity(50_000, "元")), zh: "5万元", "五万元", "5 万元", "50000元"),
    LiteralRow(.quantity(quantity(120_000_000, "元")), zh: "1.2亿元"),
    LiteralRow(.quantity(quantity(50_000_000, "元")), zh: "5千万元"),
    LiteralRow(.quantity(quantity(1, "次")), zh: "1次", "一次"),
    LiteralRow(.quantity(quantity(3, "起")), zh: "3起"),
    LiteralRow(.quantity(quantity(2, "名")), zh: "两名"),
    LiteralRow(.quantity(quantity(5000, "米")), zh: "5000米", "五千米"),
  ])
  func quantities(row: LiteralRow) { row.check() }

  @Test(arguments: [
    LiteralRow(
      .bound(BoundLiteral(.atLeast, .quantity(Quantity(fraction(1, 5), "%")))), zh: "20%以上",
      en: "20% or more"),
    LiteralRow(
      .bound(BoundLiteral(.atMost, .quantity(quantity(5, "人")))), zh: "5人以下", "5人以内", "五人以下",
      en: "5人 or less"),
    LiteralRow(
      .bound(BoundLiteral(.moreThan, .duration(DurationLiteral(3, .day)))), zh: "3日以外",
      en: "beyond 3 days"),
    LiteralRow(
      .bound(BoundLiteral(.atLeast, .duration(DurationLiteral(3, .year)))), zh: "3年以上",
      en: "3 years or more"),
    LiteralRow(
      .bound(BoundLiteral(.atLeast, .quantity(quantity(300, "")))), zh: "300以上", en: "300 or more"),
    LiteralRow(
      .bound(BoundLiteral(.moreThan, .quantity(quantity(5, "公里")))), zh: "5公里以外", en: "beyond 5公里"),
    LiteralRow(
      .bound(BoundLiteral(.atLeast, .quantity(quantity(3_000_000, "元")))), zh: "300万元以上",
      en: "300万元 or more"),
    LiteralRow(.rate(unit: "件", quantity(20, "分")), zh: "每件20分", en: "each 件 20分"),
    LiteralRow(.rate(unit: "起", quantity(20, "分")), zh: "每起20分", en: "each 起 20分"),
    LiteralRow(.rate(unit: "人", quantity(2, "次")), zh: "每人2次", "每人两次", en: "each 人 2次"),
    LiteralRow(.time(480), zh: "8:00", "8：00", "08:00", "８：００"),
    LiteralRow(.time(1440), zh: "24:00"),
    LiteralRow(
      .hours(480, 1080), zh: "8:00—18:00", "8：00—18：00", "8:00-18:00", "8:00 — 18:00", "8:00至18:00"),
    LiteralRow(.article("第十六条"), zh: "第十六条"),
    LiteralRow(.article("第16条第2款第3项"), zh: "第16条第2款第3项", "第１６条第２款第３项"),
  ])
  func boundsAndTheRest(row: LiteralRow) { row.check() }

  @Test(
    "Near quantities are words",
    arguments: ["3级", "一级", "三类", "3A级", "万元", "千米", "百家", "5人以上企业", "一百五人", "一起"])
  func words(text: String) { #expect(sketch(text) == text) }

  @Test(
    "A number that fits no 64 bits is refused and saturated",
    arguments: [
      "99999999999999999999", "9223372036854775808", "9223372036854775807亿", "0.1234567890123",
    ])
  func tooLarge(text: String) {
    #expect(lexed(text).issues.map(\.kind) == [.numberTooLarge])
    #expect(literal(text) == .number(Rational(Int.max)))
  }
}
