import Zhiben
import ZhibenSession

extension Guide {
  static let repl = Guide(
    english: "repl", chinese: "交互",
    summary: Wording(
      zh: "一句一句地问和试（在终端里只输入 zhiben 也一样）",
      en: "ask and try things line by line (as does zhiben alone at a terminal)"),
    usage: Wording(zh: "zhiben 交互 [脚本] [选项]", en: "zhiben repl [SCRIPT] [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "可以输入问句、表达式、语句和声明；以冒号开头的是命令，输入 帮助 列出。不在终端里时从标准输入读，像脚本一样执行，遇错即停。",
        en:
          "Takes questions, expressions, statements and declarations; commands begin with a colon, "
          + "help lists them. Without a terminal it reads standard input like a script and stops at "
          + "the first error.")
    ],
    options: [
      Option(
        names: ["--store", "--台账库"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(
          zh: "要问的台账库；不写就是一个空的，用完即弃",
          en: "the store to ask; by default an empty one that is thrown away")),
      .wait, .author, .asOf,
      Option(
        names: ["--confirm", "--确认"],
        help: Wording(
          zh: "不在终端里时，对 ：执行 和改写文件都答「是」",
          en: "without a terminal: say yes to :apply and to overwriting files")),
      Option(
        names: ["--clean", "--干净"],
        help: Wording(
          zh: "不读 ~/.config/zhiben/启动.plan（或 start.plan）；不在终端里时本来就不读",
          en: "leave ~/.config/zhiben/start.plan (or 启动.plan) unread, as it is without a terminal")),
      .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 交互 洋口镇.plan.md --台账库 洋口镇.db",
          en: "zhiben repl yangkou.plan.md --store yangkou.db"),
        Wording(zh: "问这个镇的台账", en: "ask the registers of the town")
      )
    ])
}
