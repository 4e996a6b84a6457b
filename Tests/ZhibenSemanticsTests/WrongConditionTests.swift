import Testing
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// Conditions over 企业 that are refused: every message with what it underlines and the first fix it offers.
@Suite struct WrongConditionTests {
  typealias Wrong = Case<String, [Said]>

  static let names: [Wrong] = [
    Wrong("misspelt field", "主要负责任人 为空", [Said("E0302", "主要负责任人", "主要负责人")]),
    Wrong("misspelt field of a path", "村.名秤 = \"甲\"", [Said("E0302", "名秤", "名称")]),
    Wrong("unknown name", "完全无关 > 3", [Said("E0302", "完全无关")]),
    Wrong("misspelt value", "状态 = 已消号", [Said("E0304", "已消号", "已销号")]),
    Wrong("value of another enum", "规模 = D", [Said("E0304", "D")]),
    Wrong("text for a value", "状态 = \"在产\"", [Said("E0408", "\"在产\"", "在产")]),
    Wrong("value without an enum", "（若 高危 则 重大 否则 一般） = 级", [Said("E0413", "重大", "隐患级别.重大")]),
    Wrong("glued run", "等级=D且人数>50", [Said("E0311", "D且人数", "D 且 人数")]),
    Wrong("glued field and word", "高危且重点企业", [Said("E0311", "高危且重点企业", "高危 且 重点企业")]),
    Wrong("misspelt register", "有(隐还)", [Said("E0303", "隐还", "隐患")]),
    Wrong("misspelt function", "数目(隐患) > 1", [Said("E0312", "数目")]),
    Wrong("function near another", "求合(事故.死亡人数) > 1", [Said("E0312", "求合", "求和")]),
    Wrong("record not at hand", "该事故.死亡人数 > 1", [Said("E0315", "该事故")]),
    Wrong("subject of another register", "本隐患.挂牌", [Said("E0315", "本隐患")]),
    Wrong("no such member", "人数.名称 = 1", [Said("E0329", "名称")]),
    Wrong("unknown qualified value", "等级 = 等级.E", [Said("E0304", "E")]),
    Wrong(
      "only one message per expression", "不存在的 > 3 且 人数 > \"甲\"",
      [Said("E0302", "不存在的"), Said("E0411", "人数 > \"甲\"")]),
  ]

  static let rivals: [Wrong] = [
    Wrong(
      "field inside and outside", "有(隐患 其中 状态 ≠ 已销号)", [Said("E0309", "状态", "该隐患.状态")]),
    Wrong(
      "field inside and outside, in a set", "有(隐患 其中 状态 属于 {已销号})",
      [Said("E0309", "状态", "该隐患.状态")]),
    Wrong(
      "text field inside and outside", "有(隐患 其中 有(企业.检查 其中 编号 = \"1\"))",
      [Said("E0309", "编号", "该检查.编号")]),
    Wrong("no reference", "有(目录)", [Said("E0314", "目录", "全部 目录")]),
    Wrong(
      "reference only further out", "有(隐患 其中 有(检查))", [Said("E0314", "检查", "本企业.检查")]),
    Wrong("several references", "有(租赁)", [Said("E0310", "租赁", "租赁 经 出租方")]),
    Wrong("via a field that refers to nothing", "有(租赁 经 起租日)", [Said("E0327", "起租日")]),
    Wrong("via an unknown field", "有(租赁 经 承粗方)", [Said("E0302", "承粗方", "承租方")]),
    Wrong(
      "field of rows without saying which", "检查.日期 > 今日", [Said("E0417", "检查.日期", "最近(检查).日期")]),
  ]

  static let types: [Wrong] = [
    Wrong("text as condition", "名称", [Said("E0403", "名称")]),
    Wrong("number as condition", "人数 + 1", [Said("E0403", "人数 + 1")]),
    Wrong("rows as condition", "高危 且 隐患", [Said("E0427", "隐患", "有(隐患)")]),
    Wrong("number with text", "人数 = \"五十\"", [Said("E0411", "人数 = \"五十\"")]),
    Wrong("two units", "注册资本 > 5人", [Said("E0402", "注册资本 > 5人")]),
    Wrong("sum of two units", "注册资本 + 5人 > 1", [Said("E0402", "注册资本 + 5人")]),
    Wrong("order of an unordered enum", "状态 ≥ 停产", [Said("E0406", "≥")]),
    Wrong(
      "chain of comparisons", "10 < 人数 < 50", [Said("E0405", "10 < 人数 < 50", "10 < 人数 且 人数 < 50")]),
    Wrong("many-valued field with =", "行业 = 危化品", [Said("E0424", "行业 = 危化品", " 包含 ")]),
    Wrong("contains of a number", "人数 包含 3", [Said("E0422", "人数")]),
    Wrong(
      "contains a set", "行业 包含 {冶金、商贸}",
      [Said("E0306", "行业 包含 {冶金、商贸}", "行业 包含 冶金 且 行业 包含 商贸")]),
    Wrong("in without braces", "等级 属于 C", [Said("E0423", "C", "{C}")]),
    Wrong("value of the wrong type in a set", "人数 属于 {1、\"二\"}", [Said("E0411", "\"二\"")]),
    Wrong("rows where a value is wanted", "人数 > 隐患", [Said("E0401", "隐患")]),
    Wrong("value where rows are wanted", "有(人数)", [Said("E0404", "人数")]),
    Wrong("negated text", "-名称 = 1", [Said("E0411", "-名称")]),
    Wrong("two dates added", "入库日 + 关停日 > 1", [Said("E0411", "入库日 + 关停日")]),
    Wrong("months against days", "今日 − 入库日 > 3个月", [Said("E0419", "3个月")]),
    Wrong(
      "branches of two kinds", "（若 高危 则 1 否则 \"二\"） = 1", [Said("E0425", "（若 高危 则 1 否则 \"二\"）")]),
    Wrong("text with an expression", "名称 = \"{名称}\"", [Said("E0418", "\"{名称}\"")]),
    Wrong("day without a year", "入库日 > 6月10日", [Said("E0511", "6月10日")]),
    Wrong("cadence as a value", "人数 > 每月1次", [Said("E0401", "每月1次")]),
  ]

  static let aggregates: [Wrong] = [
    Wrong("sum without a value", "求和(事故) > 1", [Said("E0428", "事故")]),
    Wrong("sum of texts", "求和(事故.编号) > 1", [Said("E0401", "事故.编号")]),
    Wrong("every without a condition", "皆(隐患)", [Said("E0412", "皆")]),
    Wrong("count without rows", "数量() > 1", [Said("E0412", "数量")]),
    Wrong("too many arguments", "有(隐患, 检查)", [Said("E0412", "有")]),
    Wrong("maximum of one value", "取高(人数) > 1", [Said("E0412", "取高")]),
    Wrong("window over a register without days", "有(全部 目录 于 近3年)", [Said("E0415", "近3年")]),
    Wrong("two windows", "有((检查 于 近3年) 于 近1年)", [Said("E0420", "近1年")]),
    Wrong("window that is no span", "有(检查 于 人数)", [Said("E0407", "人数")]),
    Wrong("value as of a span", "等级 于 近3年 = D", [Said("E0421", "近3年")]),
    Wrong(
      "date within a period by 于", "入库日 于 2024年 = 今日", [Said("E0421", "2024年", "入库日 属于 2024年")]),
    Wrong("sets of two registers", "有((检查 并 隐患))", [Said("E0426", "检查 并 隐患")]),
    Wrong("history is a list", "历次 等级 = D", [Said("E0424", "历次 等级 = D", " 包含 ")]),
    Wrong("history of what is no field", "历次 (人数 + 1) 包含 3", [Said("E0451", "(人数 + 1)")]),
    Wrong("order in a rule", "数量((隐患 排序 发现日期)) > 3", [Said("E0449", "(隐患 排序 发现日期)")]),
    Wrong("how long is no number", "持续(高危, 90)", [Said("E0401", "90")]),
    Wrong("how long is missing", "持续(高危)", [Said("E0412", "持续")]),
    Wrong("how long of what is no condition", "持续(人数, 90日)", [Said("E0403", "人数")]),
    Wrong("a run in a rule", "连续(检查, 类别 = 执法) > 3", [Said("E0449", "连续(检查, 类别 = 执法)")]),
  ]

  @Test(arguments: names + rivals)
  func namesAreRefused(_ wrong: Wrong) { check(wrong) }

  @Test(arguments: types + aggregates)
  func typesAreRefused(_ wrong: Wrong) { check(wrong) }

  private func check(_ wrong: Wrong) {
    let text = "必须 试 {\n  依据 \"一\"\n  对象 企业\n  条件 \(wrong.input)\n}\n"
    let compilation = Fixture.compile(text)
    #expect(compilation.said == wrong.expected)
    #expect((compilation.program == nil) == !wrong.expected.isEmpty)
  }
}
