import Zhiben
import ZhibenSession

extension Guide {
  static let simulate = Guide(
    english: "simulate", chinese: "推演",
    summary: Wording(
      zh: "往后看：各月有多少义务和检查，人手够不够，改一条规则差多少",
      en:
        "look ahead: the work of each month, against the people there are, and what a change of a rule would do"
    ),
    usage: Wording(
      zh: "zhiben 推演 脚本 --台账库 文件 [选项]", en: "zhiben simulate SCRIPT --store FILE [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "按现在的台账往后算：企业和分类不变，到期的都在到期那天完成。什么也不写。",
        en:
          "On the register as it is: enterprises and classes stay, work is done on its due day. Nothing is written."
      ),
      Wording(
        zh: "可用人日 = 工作日 × 人数 − 其他执法 − 非执法，后两项是全年人日，按工作日摊到各月。检查要写 工作量 才算得出人日。",
        en:
          "Available person-days are workdays × staff − other days − idle days; the last two are given for a year and taken by workdays. Visits need 工作量 (effort) to be counted in person-days."
      ),
    ],
    options: [
      .storePath, .asOf,
      Option(
        names: ["--from", "--自"], value: Wording(zh: "日期", en: "DATE"),
        help: Wording(zh: "从哪天看起，默认是今天", en: "the first day; by default the judged one")),
      Option(
        names: ["--to", "--至"], value: Wording(zh: "日期", en: "DATE"),
        help: Wording(zh: "看到哪天，默认是年底", en: "the last day; by default the end of the year")),
      Option(
        names: ["--against", "--对比"], value: Wording(zh: "脚本", en: "SCRIPT"),
        help: Wording(
          zh: "与另一份脚本比：哪些企业、差几次、差多少人日",
          en: "compare with another script: which enterprises, how often, how many person-days")),
      Option(
        names: ["--staff", "--人数"], value: "N",
        help: Wording(zh: "执法人数", en: "how many people inspect")),
      Option(
        names: ["--other-days", "--其他执法"], value: "N",
        help: Wording(zh: "其他执法工作日，全年人日", en: "person-days a year for other enforcement")),
      Option(
        names: ["--idle-days", "--非执法"], value: "N",
        help: Wording(zh: "非执法工作日，全年人日", en: "person-days a year for everything else")),
      Option(
        names: ["--limit", "--条数"], value: "N",
        help: Wording(
          zh: "对比时每条规则列几家，默认 10", en: "how many names are listed of each rule compared; 10")),
      .reportFormat, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 推演 洋口镇.plan.md --台账库 洋口镇.db --至 2026-12-31 --人数 4 --非执法 120",
          en:
            "zhiben simulate yangkou.plan.md --store town.db --to 2026-12-31 --staff 4 --idle-days 120"
        ),
        Wording(zh: "四个人的队伍，哪个月排不下", en: "which months are too much for four people")
      ),
      (
        Wording(
          zh: "zhiben 推演 新.plan --台账库 洋口镇.db --对比 旧.plan",
          en: "zhiben simulate new.plan --store town.db --against old.plan"),
        Wording(zh: "改动影响哪些企业", en: "whom a change would reach")
      ),
    ])
}
