import Zhiben

/// What the program takes from its surroundings and gives back to them, as the manual tells it.
enum Surroundings {
  /// The variables that are read.
  static let variables: [(name: String, meaning: Wording)] = [
    (
      "ZHIBEN_LANG",
      Wording(
        zh: "说话用的语言：zh 或 en；不写就看 LC_ALL、LC_MESSAGES、LANG，英文以外都说中文",
        en:
          "the language: zh or en; by default that of LC_ALL, LC_MESSAGES or LANG, Chinese unless these say English"
      )
    ),
    (
      "ZHIBEN_LIBRARY",
      Wording(
        zh: "「引用」的脚本在哪些文件夹里，用冒号隔开", en: "the folders in which used scripts are, with colons between"
      )
    ),
    (
      "ZHIBEN_STORE, ZHIBEN_BY, ZHIBEN_WAIT",
      Wording(
        zh: "各命令的 --台账库、--经手、--等锁 没有写时用它们；再后面是脚本旁（没有脚本就是当前文件夹）的 zhiben.yaml",
        en:
          "stand for --store, --by and --wait of all commands where these are not given; behind them zhiben.yaml beside the script, or in the current folder where there is none"
      )
    ),
    (
      "ZHIBEN_MONTH_DATES",
      Wording(
        zh: "「导入」的 --月份日期 没有写时用它；再后面也是 zhiben.yaml",
        en: "stands for --month-dates of import where that is not given; behind it zhiben.yaml, too"
      )
    ),
    (
      "ZHIBEN_LOG, ZHIBEN_LOG_FILE, ZHIBEN_PING_URL, ZHIBEN_CATCH_UP",
      Wording(
        zh: "「运行」的选项没有写时用它们；再后面也是 zhiben.yaml",
        en: "stand for options of run that are not given; behind them zhiben.yaml as well"
      )
    ),
    (
      "ZHIBEN_AMBIGUOUS_WIDTH",
      Wording(
        zh: "终端把 ─、“”、① 这类字符显示成几格：1 或 2；默认 1；自动 = 交互时问终端",
        en:
          "how many columns the terminal gives to characters such as ─ “ ①: 1 or 2, 1 by default; auto lets repl ask the terminal"
      )
    ),
    (
      "ZHIBEN_PAGER, PAGER",
      Wording(zh: "看长结果用的程序，默认 less", en: "the program that shows long results; less by default")
    ),
    ("NO_COLOR", Wording(zh: "有值就不用颜色", en: "no colours if it is set")),
    (
      "XDG_CONFIG_HOME",
      Wording(
        zh: "交互先执行它下面的 zhiben/启动.plan（或 start.plan）；默认 ~/.config",
        en:
          "repl first does what zhiben/start.plan (or 启动.plan) below it says; ~/.config by default")
    ),
    (
      "XDG_STATE_HOME",
      Wording(
        zh: "交互的历史存在它下面的 zhiben/history；默认 ~/.local/state",
        en: "history is kept in zhiben/history below it; ~/.local/state by default")
    ),
  ]
}

extension ExitStatus {
  /// What a script or cron is to make of it.
  var meaning: Wording {
    switch self {
    case .success:
      Wording(zh: "正常；有逾期也是 0", en: "it ran; also when something is overdue")
    case .failure: Wording(zh: "脚本有错误，或运行失败", en: "the script has errors, or the run failed")
    case .changed:
      Wording(zh: "只在写了 --明细退出码 时：有变化", en: "only with --detailed-exitcode: something changed")
    case .alarm:
      Wording(
        zh: "只在写了 --明细退出码 时：有新的逾期、违反或督办台阶",
        en: "only with --detailed-exitcode: something is newly overdue, broken or on a rung")
    case .usage: Wording(zh: "命令行写错了", en: "the command line is wrong")
    case .data: Wording(zh: "数据有问题，没有（全部）读入", en: "data were refused")
    case .missingInput: Wording(zh: "缺少该有的文件", en: "a file that must be there is missing")
    case .cannotCreate: Wording(zh: "文件建不出来", en: "a file cannot be made")
    case .inputOutput: Wording(zh: "读写出错", en: "reading or writing failed")
    case .locked: Wording(zh: "别的运行占着台账库，稍后再试", en: "another run holds the store; try later")
    case .permission:
      Wording(zh: "写着监测地址的文件别人也能读", en: "a file with a secret can be read by others")
    case .configuration: Wording(zh: "设置写错了", en: "a setting is wrong")
    }
  }
}
