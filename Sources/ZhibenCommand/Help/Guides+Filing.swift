import Zhiben
import ZhibenSession

extension Guide {
  static let filing = Guide(
    english: "filing", chinese: "报送",
    summary: Wording(
      zh: "出一期报送的表：每个单位一行，缺报的列为未知", en: "print the table of a report: a row for each unit"),
    usage: Wording(
      zh: "zhiben 报送 名称 --台账库 文件 --脚本 脚本 [--报送日 日期]",
      en: "zhiben filing NAME --store FILE --script SCRIPT [--due DAY]"),
    operands: [.rule],
    notes: [
      Wording(
        zh: "不写报送日，就是截至那天起的下一个报送日。数据截至期间的末日；期间还没有结束的，截至当天并说明。",
        en:
          "Without --due it is the next due day from the judged day on. Figures are those of the last day of the span; "
          + "while the span is not over, those of the judged day, and it says so."),
      Wording(
        zh: "算不出来的写「未知」，不当作零；要人填的栏目留空；只有写了「合计」的栏目才加总，有一家未知，合计也是未知。",
        en:
          "What cannot be told is “unknown”, never nothing; columns that a person fills in are empty. Only columns under "
          + "“totals” are added up, and the total is unknown if a summand is."),
    ],
    options: [
      .storePath,
      Option(
        names: ["--script", "--脚本"], value: Wording(zh: "脚本", en: "SCRIPT"),
        help: Wording(zh: "报送写在哪个脚本里", en: "the script whose report it is")),
      Option(
        names: ["--due", "--报送日"], value: Wording(zh: "日期", en: "DAY"),
        help: Wording(zh: "哪一期", en: "which one")),
      .asOf, .tableFormat, .tableOutput, .tableEncoding, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 报送 半年总结 --台账库 town.db --脚本 town.plan --输出 半年总结.xlsx",
          en: "zhiben filing 半年总结 --store town.db --script town.plan --output summary.xlsx"),
        Wording(zh: "写成 Excel、WPS 能打开的工作簿", en: "as a workbook")
      )
    ])
}
