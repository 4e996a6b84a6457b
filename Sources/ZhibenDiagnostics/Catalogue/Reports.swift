extension Catalogue {
  /// 报送.
  static let reports: [CatalogueEntry] = [
    CatalogueEntry(
      "E0550",
      zh: "「{text}」说不出报送的日子",
      en: "“{text}” gives no days on which the report is due",
      zhHelp: "写成「每月10日前」「每年6月10日、12月10日前」「每季度1次」或一个期限",
      enHelp:
        "write “every month by day 10”, “every year by Jun 10, Dec 10”, “every quarter 1” or a deadline"
    ),
    CatalogueEntry(
      "E0551",
      zh: "「{rule}」没有说明 {days} 报送的是哪段时间的数",
      en: "“{rule}” does not say which days the figures due on {days} are about",
      zhHelp: "写「期间 上月」「期间 上季度」，或「期间 按 期 { 6月10日：上年12月 至 本年5月；其他：… }」",
      enHelp: "write “period last month”, or “period per period { Jun 10: …; other: … }”"
    ),
    CatalogueEntry(
      "E0552",
      zh: "期间要「按 期」分，每行写一个报送日：{days}，或者「其他」",
      en: "the spans are given “per period”, each line with a due day: {days}, or “other”"
    ),
    CatalogueEntry(
      "E0553",
      zh: "「{text}」不能用作报送的期间",
      en: "“{text}” cannot be the span of a report",
      zhHelp: "写「上月」「上季度」「本年度」或「上年12月 至 本年5月」",
      enHelp: "write “last month”, “last quarter”, “this year” or two months joined by “through”"
    ),
    CatalogueEntry(
      "E0554",
      zh: "缺报的只能列为未知，不能写成「{text}」",
      en: "what is missing is unknown and nothing else, not “{text}”",
      zhHelp: "写「缺报 未知」，或者删去这一项：没有报的从不当作零",
      enHelp:
        "write “missing unknown”, or leave the clause out: what is missing never counts as nothing"
    ),
    CatalogueEntry(
      "E0555",
      zh: "「{name}」不是栏目里的数，不能合计",
      en: "“{name}” is no column of numbers that could be added up",
      zhHelp: "可以合计：{candidates}",
      enHelp: "these can be: {candidates}"
    ),
    CatalogueEntry(
      "E0557",
      zh: "「{text}」到报送那天还没有结束",
      en: "“{text}” is not over on the day on which the report is due",
      zhHelp: "报上一期的写「上月」「上季度」「上年」，或把报送日定在期末",
      enHelp:
        "write “last month”, “last quarter” or “last year”, or let it be due at the end of the period"
    ),
  ]
}
