import Zhiben
import ZhibenSession

extension Guide {
  static let report = Guide(
    english: "report", chinese: "报告",
    summary: Wording(
      zh: "把出问题的脚本缩到最小、隐去名称，写成一份可以交出去的报告",
      en: "shrink a script that shows a fault, hide its names, and write a report that can be sent"),
    usage: Wording(
      zh: "zhiben 报告 脚本 [--代码 代码 | --退出码 数 -- 命令…]",
      en: "zhiben report SCRIPT [--code CODE | --status N -- COMMAND…]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "不写要找什么，就找检查时的第一条提示。缩小只删不改；名称写成 名1、名2，文字写成 文1、文2，注释删去。",
        en:
          "Without a fault the first message of the check is looked for. Shrinking only deletes; names "
          + "become 名1, 名2, texts 文1, 文2, and comments go.")
    ],
    options: [
      Option(
        names: ["--code", "--代码"], value: Wording(zh: "代码", en: "CODE"),
        help: Wording(zh: "要找的提示", en: "the message that is looked for")),
      Option(
        names: ["--status", "--退出码"], value: Wording(zh: "数", en: "N"),
        help: Wording(
          zh: "要找的退出码，崩溃是 128 加信号；-- 后面写命令，{} 代表脚本",
          en:
            "the exit status that is looked for, 128 and the signal for a crash; the command stands "
            + "behind --, with {} for the script")),
      Option(
        names: ["--keep-names", "--保留名称"],
        help: Wording(zh: "不隐去名称和文字", en: "do not hide names and texts")),
      Option(
        names: ["--attempts", "--次数"], value: Wording(zh: "数", en: "N"),
        help: Wording(zh: "最多试几次，默认 2000", en: "how often the fault is looked for; 2000")),
      .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 报告 小镇.plan --退出码 132 -- 检查 {}",
          en: "zhiben report town.plan --status 132 -- check {}"),
        Wording(zh: "检查这份脚本会崩溃：找出最小的一份", en: "checking it crashes: find the smallest that does")
      )
    ])
}
