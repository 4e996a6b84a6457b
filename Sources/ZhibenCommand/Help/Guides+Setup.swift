import Zhiben
import ZhibenSession

extension Guide {
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
