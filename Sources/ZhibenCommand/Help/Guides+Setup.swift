import Zhiben
import ZhibenSession

extension Guide {
  static let new = Guide(
    english: "new", chinese: "新建",
    summary: Wording(
      zh: "新建一个文件夹：方案、测试、空台账、台账库、定时任务",
      en:
        "make a folder with a plan that runs, its tests, empty ledgers, a store and the line for cron"
    ),
    usage: Wording(zh: "zhiben 新建 名称 [--目录 目录]", en: "zhiben new NAME [--folder DIR]"),
    operands: [.nothing],
    notes: [
      Wording(
        zh: "方案是可以运行的例子，照着改。文件夹里已有文件就不动它。",
        en:
          "The plan is an example that runs; turn it into your own. A folder that is not empty is left alone."
      )
    ],
    options: [
      Option(
        names: ["--folder", "--目录"], value: Wording(zh: "目录", en: "DIR"),
        help: Wording(zh: "建在哪里，默认是名称", en: "where; by default a folder of that name")),
      .library,
    ],
    examples: [
      (
        Wording(zh: "zhiben 新建 洋口镇", en: "zhiben new yangkou"),
        Wording(zh: "从零开始", en: "begin from nothing")
      )
    ])

  static let doctor = Guide(
    english: "doctor", chinese: "体检",
    summary: Wording(
      zh: "看这台机器、台账库和脚本能不能正常运行", en: "say whether this machine, a store and a script are fit to run"
    ),
    usage: Wording(
      zh: "zhiben 体检 [脚本] [--台账库 文件]", en: "zhiben doctor [SCRIPT] [--store FILE]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "只看不改，也不占用台账库。有问题时退出码是 1。",
        en: "Only looks, and does not lock the store. Exits with 1 if there is a problem.")
    ],
    options: [
      Option(
        names: ["--store", "--台账库"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(zh: "也看这个台账库", en: "look at this store, too")),
      .reportFormat, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 体检 洋口镇.plan.md --台账库 洋口镇.db",
          en: "zhiben doctor yangkou.plan.md --store yangkou.db"),
        Wording(zh: "装好以后、升级以后看一遍", en: "once after setting up, and after an update")
      )
    ])
}
