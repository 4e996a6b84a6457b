import ZhibenDiagnostics

extension Library {
  private typealias Parameter = LibraryFunction.Parameter

  private static let x = Parameter("数", "x", .measure)
  private static let a = Parameter("甲", "a", .measure)
  private static let b = Parameter("乙", "b", .measure)
  private static let places = Parameter("位数", "places", .number)

  /// Numbers are exact fractions. What does not fit 64 bits on either side of the line is unknown.
  static let numberFunctions: [LibraryFunction] = [
    LibraryFunction(
      "上取整", "ceiling", .builtin(.roundUp), [.init([x], .measure)],
      summary: Wording(zh: "不小于它的最小整数", en: "the least whole number not below it")),
    LibraryFunction(
      "下取整", "floor", .builtin(.roundDown), [.init([x], .measure)],
      summary: Wording(zh: "不大于它的最大整数", en: "the greatest whole number not above it")),
    LibraryFunction(
      "四舍五入", "round", .builtin(.round),
      [.init([x], adding: [.number(0)], .measure), .init([x, places], .measure)],
      summary: Wording(zh: "四舍五入到整数，或几位小数", en: "rounded to a whole number or so many places"),
      edges: Wording(
        zh: "正好一半时远离零；位数为 0 至 6，否则未知", en: "halves go away from zero; 0 to 6 places, else unknown")
    ),
    LibraryFunction(
      "绝对值", "abs", .builtin(.absolute), [.init([x], .measure)],
      summary: Wording(zh: "去掉正负号的数", en: "the number without its sign")),
    LibraryFunction(
      "整除", "quotient", .builtin(.quotient), [.init([a, b], .number)],
      summary: Wording(zh: "甲里有几个整的乙", en: "how many whole b are in a"),
      edges: Wording(zh: "向下取整；乙为 0 时未知", en: "rounded down; unknown if b is 0")),
    LibraryFunction(
      "取余", "remainder", .builtin(.remainder), [.init([a, b], .measure)],
      summary: Wording(zh: "甲减去整除得的乙后剩下的", en: "what is left of a after the whole b"),
      edges: Wording(zh: "正负号随乙；乙为 0 时未知", en: "has the sign of b; unknown if b is 0")),
    LibraryFunction(
      "取高", "higher", .builtin(.maximum),
      [.init([.init("甲", "a", .ordered), .init("乙", "b", .ordered)], repeatsLast: true, .ordered)],
      summary: Wording(zh: "几个值里最大（最晚、最重）的", en: "the greatest, latest or gravest of them")),
    LibraryFunction(
      "取低", "lower", .builtin(.minimum),
      [.init([.init("甲", "a", .ordered), .init("乙", "b", .ordered)], repeatsLast: true, .ordered)],
      summary: Wording(zh: "几个值里最小（最早、最轻）的", en: "the least, earliest or mildest of them")),
    LibraryFunction(
      "缺省", "coalesce", .builtin(.coalesce),
      [.init([.init("甲", "a", .any), .init("乙", "b", .any)], .any)],
      summary: Wording(zh: "甲；甲未知时取乙", en: "a, or b where a is unknown")),
    LibraryFunction(
      "转数", "tonumber", .builtin(.toNumber), [.init([.init("文本", "text", .text)], .number)],
      summary: Wording(zh: "文本写的数", en: "the number that a text spells"),
      edges: Wording(zh: "不是数时未知", en: "unknown if it spells none")),
    LibraryFunction(
      "区间", "range", .builtin(.range), [.init([a, b], .list(.measure))],
      summary: Wording(zh: "从甲到乙的整数", en: "the whole numbers from a to b"),
      edges: Wording(
        zh: "两端都在内；乙小于甲时为空；甲乙不是整数时未知",
        en: "both included; empty if b is less; unknown unless both are whole")),
  ]
}
