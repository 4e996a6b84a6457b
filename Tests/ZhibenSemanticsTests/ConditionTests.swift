import Testing

@testable import ZhibenSemantics

/// Conditions over 企业 and what they become.
@Suite struct ConditionTests {
  typealias Condition = Case<String, String>

  // MARK: - Names and values

  static let names: [Condition] = [
    Condition("enum value by the field's type", "等级 = D", "(企业#0.等级 = D)"),
    Condition("enum value on the left", "D = 等级", "(D = 企业#0.等级)"),
    Condition("synonym of a value", "状态 ≠ 注销", "(企业#0.状态 ≠ 已销号)"),
    Condition("qualified value", "等级 = 等级.D", "(企业#0.等级 = D)"),
    Condition("order of an ordered enum", "等级 ≥ C", "(企业#0.等级 ≥ C)"),
    Condition("descending order was turned round", "标准化等级 ≥ 二级", "(企业#0.标准化等级 ≥ 二级)"),
    Condition("field by its English alias", "grade = D", "(企业#0.等级 = D)"),
    Condition("set of values", "状态 属于 {在产、停产}", "(企业#0.状态 属于 {在产、停产})"),
    Condition("not in a set", "状态 不属于 {在产}", "非 (企业#0.状态 属于 {在产})"),
    Condition("open set", "行业 属于 {冶金、危化品 等}", "(企业#0.行业 属于 {冶金、危化品 等})"),
    Condition("many-valued field contains", "行业 包含 危化品", "(企业#0.行业 包含 危化品)"),
    Condition("bool field as condition", "高危 且 非 重点企业", "(企业#0.高危 且 非 企业#0.重点企业)"),
    Condition("bool field compared", "高危 = 是", "(企业#0.高危 = 是)"),
    Condition("blank", "关停日 为空", "(企业#0.关停日 为空)"),
    Condition("not blank", "关停日 不为空", "非 (企业#0.关停日 为空)"),
    Condition("subject with 本, glued", "本企业.等级 = D", "(企业#0.等级 = D)"),
    Condition("subject with 本, spaced", "本 企业.等级 = D", "(企业#0.等级 = D)"),
    Condition("subject in English", "this 企业.等级 = D", "(企业#0.等级 = D)"),
    Condition("subject by its register", "企业.等级 = D", "(企业#0.等级 = D)"),
    Condition("path over references", "村.名称 = \"洋口村\"", "(企业#0.村.名称 = \"洋口村\")"),
    Condition("bool at the end of a path", "主要负责人.特种作业", "企业#0.主要负责人.特种作业"),
    Condition("record by key", "村 = 村「洋口村」", "(企业#0.村.名称 = \"洋口村\")"),
    Condition(
      "lone quoted name where a record is expected", "主要负责人 = 「张三」",
      "(企业#0.主要负责人.编号 = \"张三\")"),
    Condition(
      "record by key, as a value", "村「洋口村」.安全员 = \"甲\"",
      "(最近(全部 村#1 其中 (村#1.名称 = \"洋口村\")).安全员 = \"甲\")"),
    Condition("conditional of values", "（若 高危 则 C 否则 D） ≤ 等级", "((若 企业#0.高危 则 C 否则 D) ≤ 企业#0.等级)"),
    Condition("and is flattened", "高危 且 重点企业 且 高危", "(企业#0.高危 且 企业#0.重点企业 且 企业#0.高危)"),
    Condition(
      "or inside and keeps its parentheses", "高危 且 （重点企业 或 人数 > 50）",
      "(企业#0.高危 且 (企业#0.重点企业 或 (企业#0.人数 > 50)))"),
  ]

  // MARK: - Numbers and days

  static let numbers: [Condition] = [
    Condition("number with a unit against none", "人数 ≥ 50人", "(企业#0.人数 ≥ 50人)"),
    Condition("scale of ten thousands", "注册资本 > 5万元", "(企业#0.注册资本 > 50000元)"),
    Condition("words for signs", "人数 不少于 50", "(企业#0.人数 ≥ 50)"),
    Condition("between", "人数 介于 10 与 50", "(企业#0.人数 介于 10 与 50)"),
    Condition("sum of one unit", "注册资本 + 产值 > 100元", "((企业#0.注册资本 + 企业#0.产值) > 100元)"),
    Condition("ratio of one unit is pure", "产值 ÷ 注册资本 ≥ 20%", "((企业#0.产值 ÷ 企业#0.注册资本) ≥ 0.2)"),
    Condition("percent is pure", "产值 × 10% > 5元", "((企业#0.产值 × 0.1) > 5元)"),
    Condition("negative number", "人数 > -1", "(企业#0.人数 > -1)"),
    Condition("rounding", "上取整(人数 ÷ 3) = 2", "(roundUp((企业#0.人数 ÷ 3)) = 2)"),
    Condition("higher of two", "取高(人数, 10) ≥ 20", "(maximum(企业#0.人数, 10) ≥ 20)"),
    Condition(
      "conditional", "（若 高危 则 1 否则 0） = 1", "((若 企业#0.高危 则 1 否则 0) = 1)"),
    Condition("difference of days", "今日 − 关停日 > 15日", "((今日 − 企业#0.关停日) > 15日)"),
    Condition("weeks between days", "今日 − 关停日 ≥ 2周", "((今日 − 企业#0.关停日) ≥ 14日)"),
    Condition("day after a term", "关停日 后 30日 < 今日", "((企业#0.关停日 后 30个自然日) < 今日)"),
    Condition("day plus a term", "关停日 + 3个月 < 今日", "((企业#0.关停日 后 3个月) < 今日)"),
    Condition("day before a term", "关停日 前 1年 > 入库日", "((企业#0.关停日 前 1年) > 企业#0.入库日)"),
    Condition("date literal", "入库日 ≥ 2024年4月15日", "(企业#0.入库日 ≥ 2024-04-15)"),
    Condition(
      "date in a fixed period", "入库日 属于 2024年",
      "(企业#0.入库日 介于 2024-01-01 与 2024-12-31)"),
    Condition(
      "date in a relative period", "入库日 属于 本年", "(企业#0.入库日 介于 本年首日 与 本年末日)"),
    Condition("age", "年龄(入库日) ≥ 3", "(yearsBetween(企业#0.入库日, 今日) ≥ 3)"),
    Condition("characters of a text", "长度(名称) > 3", "(length(企业#0.名称) > 3)"),
    Condition("year of a day", "年(入库日) = 2024", "(yearOf(企业#0.入库日) = 2024)"),
    Condition("values of a field", "长度(行业) ≥ 2", "(length(企业#0.行业) ≥ 2)"),
    Condition("a blank made up for", "缺省(人数, 0) < 5", "(coalesce(企业#0.人数, 0) < 5)"),
    Condition("workday", "是工作日(入库日)", "isWorkday(企业#0.入库日)"),
    Condition(
      "workdays between", "工作日数(入库日, 关停日) > 5日",
      "(workdaysBetween(企业#0.入库日, 企业#0.关停日) > 5日)"),
    Condition(
      "workdays of a period", "工作日数(本季度) > 60",
      "(workdaysBetween(本季度首日, 本季度末日) > 60)"),
    Condition("value as of a day", "等级 于 2024年1月1日 = D", "((企业#0.等级 于 2024-01-01) = D)"),
    Condition("value as of a field's day", "等级 于 入库日 = D", "((企业#0.等级 于 企业#0.入库日) = D)"),
  ]

  // MARK: - Earlier values

  static let history: [Condition] = [
    Condition("ever", "曾 等级 = D", "(曾 (企业#0.等级 = D))"),
    Condition("ever within a window", "曾 等级 = D 于 近3年", "(曾 (企业#0.等级 = D) 于 近3年)"),
    Condition("ever in English", "ever 高危 during last 3 years", "(曾 企业#0.高危 于 近3年)"),
    Condition(
      "ever of a collection", "曾 有(隐患 其中 级别 = 重大) 于 2024年",
      "(曾 有(隐患[企业=企业#0]#1 其中 (隐患#1.级别 = 重大)) 于 2024-01-01至2024-12-31)"),
    Condition("without a break", "持续(等级 = D, 90日)", "非 (曾 非 (企业#0.等级 = D) 于 近90个自然日)"),
    Condition("without a break, said otherwise", "持续(高危, 近半年)", "非 (曾 非 企业#0.高危 于 近半年)"),
    Condition("without a break in English", "lasting(高危, 3 months)", "非 (曾 非 企业#0.高危 于 近3个月)"),
    Condition("history", "历次 等级 包含 D", "((历次 企业#0.等级) 包含 D)"),
    Condition(
      "history within a window", "历次 等级 于 2024年 包含 D",
      "((历次 企业#0.等级 于 2024-01-01至2024-12-31) 包含 D)"),
    Condition(
      "history over a reference", "历次 村.安全员 包含 \"甲\"",
      "((历次 企业#0.村.安全员) 包含 \"甲\")"),
  ]

  // MARK: - Collections

  static let collections: [Condition] = [
    Condition("reverse reference", "有(隐患)", "有(隐患[企业=企业#0]#1)"),
    Condition("English", "exists(隐患 where 级别 = 重大)", "有(隐患[企业=企业#0]#1 其中 (隐患#1.级别 = 重大))"),
    Condition(
      "filter and window", "有(隐患 于 近12个月 其中 级别 = 重大)",
      "有(隐患[企业=企业#0]#1 于 近12个月 其中 (隐患#1.级别 = 重大))"),
    Condition(
      "two filters", "无(隐患 其中 级别 = 重大 其中 挂牌)",
      "无(隐患[企业=企业#0]#1 其中 ((隐患#1.级别 = 重大) 且 隐患#1.挂牌))"),
    Condition(
      "value that the outer field cannot have", "有(隐患 其中 状态 = 待复查)",
      "有(隐患[企业=企业#0]#1 其中 (隐患#1.状态 = 待复查))"),
    Condition(
      "inner record named", "有(隐患 其中 该隐患.状态 ≠ 已销号)",
      "有(隐患[企业=企业#0]#1 其中 (隐患#1.状态 ≠ 已销号))"),
    Condition(
      "subject inside", "有(自查 其中 带队人 = 本企业.主要负责人)",
      "有(自查[企业=企业#0]#1 其中 (自查#1.带队人 = 企业#0.主要负责人))"),
    Condition(
      "outer field without rival", "有(自查 其中 带队人 = 主要负责人)",
      "有(自查[企业=企业#0]#1 其中 (自查#1.带队人 = 企业#0.主要负责人))"),
    Condition("count", "数量(检查 于 本年度) ≥ 3次", "(数量(检查[企业=企业#0]#1 于 本年) ≥ 3次)"),
    Condition("sum of a member", "求和(事故.死亡人数) ≥ 1", "(求和(事故[企业=企业#0]#1，事故#1.死亡人数) ≥ 1)"),
    Condition(
      "sum of a member within a window", "求和(事故.死亡人数 于 近3年) ≥ 1",
      "(求和(事故[企业=企业#0]#1 于 近3年，事故#1.死亡人数) ≥ 1)"),
    Condition(
      "sum with the value apart", "求和(事故 其中 死亡人数 > 0, 死亡人数) ≥ 3",
      "(求和(事故[企业=企业#0]#1 其中 (事故#1.死亡人数 > 0)，事故#1.死亡人数) ≥ 3)"),
    Condition(
      "every by the last filter", "皆(隐患 其中 级别 = 重大 其中 挂牌)",
      "皆(隐患[企业=企业#0]#1 其中 (隐患#1.级别 = 重大)，隐患#1.挂牌)"),
    Condition(
      "every with the condition apart", "皆(隐患, 挂牌)",
      "皆(隐患[企业=企业#0]#1，隐患#1.挂牌)"),
    Condition("share", "占比(隐患 其中 挂牌) < 50%", "(占比(隐患[企业=企业#0]#1，隐患#1.挂牌) < 0.5)"),
    Condition("latest record", "最近(检查).日期 ≥ 2024年1月1日", "(最近(检查[企业=企业#0]#1).日期 ≥ 2024-01-01)"),
    Condition("latest day", "最大(检查.日期) < 今日", "(最大(检查[企业=企业#0]#1，检查#1.日期) < 今日)"),
    Condition(
      "distinct", "去重数(自查.带队人) ≥ 2", "(去重数(自查[企业=企业#0]#1，自查#1.带队人) ≥ 2)"),
    Condition("collection is empty", "检查 于 近3年 为空", "无(检查[企业=企业#0]#1 于 近3年)"),
    Condition("via names the reference", "有(租赁 经 承租方)", "有(租赁[承租方=企业#0]#1)"),
    Condition("whole register", "数量(全部 目录) > 0", "(数量(全部 目录#1) > 0)"),
    Condition(
      "through a reference", "有(主要负责人.雇主.隐患)",
      "有(隐患[企业=企业#0.主要负责人.雇主]#1)"),
    Condition(
      "window before a day of the row", "有(隐患 其中 有(企业.检查 于 该隐患.发现日期 前12个月))",
      "有(隐患[企业=企业#0]#1 其中 有(检查[企业=隐患#1.企业]#2 于 隐患#1.发现日期 前12个月))"),
    Condition(
      "window after a day", "有(检查 于 入库日 后 45日)",
      "有(检查[企业=企业#0]#1 于 企业#0.入库日 后45个自然日)"),
    Condition(
      "window between days", "有(检查 于 2024年1月1日 至 2024年3月31日)",
      "有(检查[企业=企业#0]#1 于 2024-01-01 至 2024-03-31)"),
    Condition(
      "window of a quarter without year", "有(检查 于 第一季度)", "有(检查[企业=企业#0]#1 于 当年第1季度)"),
    Condition("window of last year", "有(检查 于 上年)", "有(检查[企业=企业#0]#1 于 本年−1)"),
    Condition(
      "window of a fixed half", "有(检查 于 2024年上半年)", "有(检查[企业=企业#0]#1 于 2024-01-01至2024-06-30)"),
    Condition(
      "union of one source", "有(((隐患 其中 挂牌) 并 (隐患 其中 级别 = 重大)))",
      "有(隐患[企业=企业#0]#1 其中 (隐患#1.挂牌 或 (隐患#1.级别 = 重大)))"),
    Condition(
      "union keeps the common window", "有(((隐患 于 近1年 其中 挂牌) 并 (隐患 于 近1年 其中 级别 = 重大)))",
      "有(隐患[企业=企业#0]#1 于 近1年 其中 (隐患#1.挂牌 或 (隐患#1.级别 = 重大)))"),
    Condition(
      "difference", "有((隐患 除 (全部 隐患 其中 挂牌)))",
      "有(隐患[企业=企业#0]#1 其中 非 隐患#1.挂牌)"),
  ]

  @Test(arguments: names + numbers)
  func valuesResolve(_ condition: Condition) throws {
    #expect(try Fixture.condition(condition.input) == condition.expected)
  }

  @Test(arguments: history)
  func earlierValuesResolve(_ condition: Condition) throws {
    #expect(try Fixture.condition(condition.input) == condition.expected)
  }

  @Test(arguments: collections)
  func collectionsResolve(_ condition: Condition) throws {
    #expect(try Fixture.condition(condition.input) == condition.expected)
  }
}
