import Testing

@testable import ZhibenSemantics

/// What can be reckoned with in statements, and what cannot.
@Suite struct ValueTests {
  typealias Value = Case<String, String>

  static let values: [Value] = [
    Value(
      "a ratio of two units", "企业「甲」.产值 ÷ 10人 × 3人",
      "((最近(全部 企业#0 其中 (企业#0.代码 = \"甲\")).产值 ÷ 10人) × 3人)"),
    Value("a text of parts", "\"共{数量(企业)}家\"", "文本(\"共\"、数量(全部 企业#0)、\"家\")"),
    Value("texts joined", "\"a\" + \"b\" + \"c\"", "文本(\"a\"、\"b\"、\"c\")"),
    Value("days by a number", "今日 + 天数(2024年)", "addDays(今日, daysOf(2024-01-01至2024-12-31))"),
    Value("days back", "今日 − (今日 − 2024年5月1日)", "addDays(今日, −(今日 − 2024-05-01))"),
    Value("days by a term", "今日 + 3个月", "(今日 后 3个月)"),
    Value("a count of days and a term", "今日 − 2024年5月1日 + 3日", "((今日 − 2024-05-01) + 3日)"),
    Value("a day in a period", "今日 属于 2024年", "(今日 介于 2024-01-01 与 2024-12-31)"),
    Value("a period holds a day", "2024年上半年 包含 今日", "(今日 介于 2024-01-01 与 2024-06-30)"),
    Value("a relative period", "本季度", "makePeriod(本季度首日, 本季度末日)"),
    Value("a look back", "近3年", "makePeriod(addDays((今日 前 3年), 1日), 今日)"),
    Value("a span of two days", "2024年1月1日 至 今日", "makePeriod(2024-01-01, 今日)"),
    Value("a cadence", "每季度至少1次 = 每年1次", "(每季度至少1次 = 每年至少1次)"),
    Value("lists are equal", "{1、2} = {1、2}", "({1、2} = {1、2})"),
    Value("maps are equal", "{\"甲\"：1} ≠ {\"甲\"：2}", "({\"甲\"、1}：映射（文本，数） ≠ {\"甲\"、2}：映射（文本，数）)"),
    Value("one of a list", "3 属于 {1、2、3}", "(3 属于 {1、2、3})"),
    Value("a key of a map", "{\"甲\"：1} 包含 \"甲\"", "(keys({\"甲\"、1}：映射（文本，数）) 包含 \"甲\")"),
    Value("among the values of records", "\"甲\" 属于 企业.名称", "((全部 企业#0 取 企业#0.名称) 包含 \"甲\")"),
    Value("the unit of a later element", "{1、2元}", "{1、2元}"),
    Value("a closed list's values", "{等级.A、B}", "{A、B}"),
    Value("a choice", "若 今日 > 2024年5月1日 则 {1} 否则 {2}", "(若 (今日 > 2024-05-01) 则 {1} 否则 {2})"),
    Value("a list in a list", "{{1}、{2、3}}", "{{1}、{2、3}}"),
  ]

  static let library: [Value] = [
    Value("rounded", "四舍五入(1.25，1)，四舍五入(1.5)", "round(1.25, 1)，round(1.5, 0)"),
    Value("whole division", "整除(7，2)，取余(7，2)", "quotient(7, 2)，remainder(7, 2)"),
    Value(
      "the greater of several", "取高(1，2，3)，取低(今日，2024年1月1日)",
      "maximum(1, 2, 3)，minimum(今日, 2024-01-01)"),
    Value("text and number", "转数(\"1.5\")，转文本(3)", "toNumber(\"1.5\")，toText(3)"),
    Value("whole numbers", "区间(1，3)", "range(1, 3)"),
    Value(
      "texts", "拆分(\"a,b\"，\",\")，连接({\"a\"、\"b\"}，\"、\")，截取(\"abc\"，1，2)，替换(\"abc\"，\"b\"，\"x\")",
      "split(\"a,b\", \",\")，join({\"a\"、\"b\"}, \"、\")，slice(\"abc\", 1, 2)，replace(\"abc\", \"b\", \"x\")"
    ),
    Value(
      "texts and their ends", "大写(\"a\")，小写(\"A\")，去空白(\" a\")，开头是(\"ab\"，\"a\")，结尾是(\"ab\"，\"b\")",
      "uppercase(\"a\")，lowercase(\"A\")，trim(\" a\")，hasPrefix(\"ab\", \"a\")，hasSuffix(\"ab\", \"b\")"
    ),
    Value(
      "lists", "长度({1})，追加({1}，2)，去除({1、2}，1)，反序({1、2})，去重({1、1})",
      "length({1})，append({1}, 2)，remove({1、2}, 1)，reversed({1、2})，unique({1、1})"),
    Value(
      "maps", "长度({\"a\"：1})，去除({\"a\"：1}，\"a\")，键({\"a\"：1})，值({\"a\"：1})",
      "length({\"a\"、1}：映射（文本，数）)，remove({\"a\"、1}：映射（文本，数）, \"a\")，keys({\"a\"、1}：映射（文本，数）)，values({\"a\"、1}：映射（文本，数）)"
    ),
    Value(
      "sums and middles", "累计({1、2})，中位数({1、2})，长度(\"甲乙\")",
      "runningSum({1、2})，median({1、2})，length(\"甲乙\")"),
    Value(
      "parts of a day", "年(今日)，月(今日)，日(今日)，星期(今日)，季度(今日)，年内第几日(今日)",
      "yearOf(今日)，monthOf(今日)，dayOf(今日)，weekdayOf(今日)，quarterOf(今日)，dayOfYear(今日)"),
    Value(
      "days made", "日期(2024，5，1)，年内日期(2024，60)，月末(今日)，月内第几个星期(今日，2，5)，之后首个星期(今日，1)",
      "makeDate(2024, 5, 1)，dateInYear(2024, 60)，monthEnd(今日)，nthWeekday(今日, 2, 5)，weekdayAfter(今日, 1)"
    ),
    Value(
      "days moved", "推后(今日，3个月)，提前(今日，5个工作日)，加日(今日，3)，加月(今日，−1)，加工作日(今日，5)",
      "later(今日, 3个月)，earlier(今日, 5个工作日)，addDays(今日, 3)，addMonths(今日, -1)，addWorkdays(今日, 5)"),
    Value(
      "periods", "首日(2024年)，末日(2024年)，天数(2024年)，期间(今日，今日)，区间交(2024年，2024年上半年)",
      "firstDay(2024-01-01至2024-12-31)，lastDay(2024-01-01至2024-12-31)，daysOf(2024-01-01至2024-12-31)，makePeriod(今日, 今日)，overlap(2024-01-01至2024-12-31, 2024-01-01至2024-06-30)"
    ),
    Value(
      "workdays", "工作日数(今日，今日)，工作日数(本季度)，是工作日(今日)，年龄(2000年1月1日)",
      "workdaysBetween(今日, 今日)，workdaysBetween(本季度首日, 本季度末日)，isWorkday(今日)，yearsBetween(2000-01-01, 今日)"
    ),
    Value("a made-up value", "缺省(企业「甲」.人数，0)", "coalesce(最近(全部 企业#0 其中 (企业#0.代码 = \"甲\")).人数, 0)"),
    Value("in English", "adddays(today, 3), round(1.5)", "addDays(今日, 3)，round(1.5, 0)"),
  ]

  /// All of them at once: a line of a script each.
  @Test func valuesAreReckoned() throws {
    let cases = Self.values + Self.library
    let text = cases.map { "显示 \($0.input)" }.joined(separator: "\n")
    let lines = try Fixture.procedures(text).filter { $0.hasPrefix("显示 ") }
    try #require(lines.count == cases.count)
    for (value, line) in zip(cases, lines) {
      #expect(line == "显示 \(value.expected)", "\(value.name)")
    }
  }

  typealias Wrong = Case<String, [Said]>

  static let wrong: [Wrong] = [
    Wrong("two units", "5元 + 3人", [Said("E0402", "5元 + 3人")]),
    Wrong("two measures compared", "5元 > 3人", [Said("E0402", "5元 > 3人")]),
    Wrong("a text and a number", "\"a\" + 1", [Said("E0411", "\"a\" + 1")]),
    Wrong("a day and a number", "今日 + 3", [Said("E0411", "今日 + 3")]),
    Wrong("two texts multiplied", "\"a\" × \"b\"", [Said("E0411", "\"a\" × \"b\"")]),
    Wrong("an empty list of nothing", "{}", [Said("E0444", "{}")]),
    Wrong("an open list", "{1、2 等}", [Said("E0445", "{1、2 等}")]),
    Wrong("a list of two kinds", "{1、\"a\"}", [Said("E0446", "\"a\"")]),
    Wrong("a map of two kinds", "{\"a\"：1，\"b\"：今日}", [Said("E0446", "今日")]),
    Wrong("a field twice", "{a：1，a：2}", [Said("E0307", "a")]),
    Wrong("no such part", "{a：1}.b", [Said("E0443", "b")]),
    Wrong("a list against a value", "{1} = 1", [Said("E0424", "{1} = 1", " 包含 ")]),
    Wrong("lists in order", "{1} > {2}", [Said("E0411", "{1} > {2}")]),
    Wrong("a misspelt function", "长读(\"a\")", [Said("E0312", "长读", "长度")]),
    Wrong("too few arguments", "截取(\"a\")", [Said("E0412", "截取")]),
    Wrong("the wrong argument", "截取(1，1，1)", [Said("E0401", "1")]),
    Wrong("an element of another kind", "追加({1}，\"a\")", [Said("E0401", "\"a\"")]),
    Wrong("of two signatures none", "长度(3)", [Said("E0401", "3")]),
    Wrong("what has no order", "取高(\"a\"，\"b\")", [Said("E0401", "\"a\"")]),
    Wrong("a history of no field", "历次 (1 + 2)", [Said("E0451", "(1 + 2)")]),
  ]

  @Test(arguments: wrong)
  func valuesAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile("显示 \(wrong.input)").said == wrong.expected)
  }

  /// Help and completion read the table: every function says what it does, and every builtin has a name.
  @Test func theLibraryIsWhole() {
    var builtins: Set<Builtin> = []
    var aggregates: Set<Aggregate.Kind> = []
    for function in Library.functions {
      #expect(!function.summary.zh.isEmpty && !function.summary.en.isEmpty)
      switch function.meaning {
      case .builtin(let builtin):
        builtins.insert(builtin)
        #expect(!function.signatures.isEmpty, "\(function.names.zh)")
      case .aggregate(let kind): aggregates.insert(kind)
      case .lasting: #expect(!function.signatures.isEmpty)
      }
    }
    #expect(builtins == Set(Builtin.allCases))
    #expect(aggregates.count == Library.aggregateFunctions.count)
    #expect(Library.byName.count == 2 * Library.functions.count, "a name stands for one function")
  }
}
