import Zhiben

/// The plan that a new folder begins with: a rule of each of the kinds that most plans need, to be replaced clause by clause.
struct PlanTemplate {
  /// The name of the plan; any text.
  let name: String
  /// The first day of its period.
  let day: CivilDate
  let language: Language

  /// The registers that its rules read.
  static let registers = ["企业", "自查", "检查", "隐患"]

  /// The name where the language wants a word: as it is if it is one, else in quotes. What ends a quoted name cannot stand inside of one.
  private var nameInScript: String {
    let bare = SourceFile(name: "plan", text: "计划 \(name) { }")
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber }
    if isWord, !Script.format(bare).diagnostics.hasErrors { return name }
    return "「" + name.filter { !"「」".contains($0) } + "」"
  }

  /// In the keywords of the language: written in Chinese, translated on the tree.
  func plan() -> String {
    let source = SourceFile(
      name: "plan", text: Wording(zh: Self.zhHead, en: Self.enHead)[language] + planBody)
    return Script.format(source, in: language == .zh ? .chinese : .english).text
  }

  private static let zhHead = """
    // 照这份例子改成本地的方案：一条规则对一个条款，条款写在 依据 里；名称可以随便取。
    // 每改一处就看一遍写得对不对，推得对不对：zhiben 检查、zhiben 测试

    """

  private static let enHead = """
    // Turn this example into your own plan: a rule for each clause, the clause behind "basis"; names are free.
    // Whenever something is changed: zhiben check, zhiben test

    """

  private var planBody: String {
    """
    计划 \(nameInScript) {
      期间 \(day.year)年1月1日 至 \(day.year + 2)年12月31日
      日历 中国
    }
    引用 标准台账

    范围 在册企业 = 企业 其中 状态 ≠ 已销号

    // 企业自己要做的事，多久一次，凭什么算做了。
    职责 主要负责人带队检查 {
      依据 "一（一）"
      对象 在册企业
      由 主要负责人
      频次 每季度至少1次
      例外 （在册企业 其中 高危）：每月至少1次
      凭证 自查 其中 带队人 = 本企业.主要负责人
      逾期 { 督促 致 主要负责人 }
    }

    // 部门上门的检查，按等级分档。
    检查 年度执法 {
      依据 "一（二）"
      对象 在册企业
      频次 按 等级 { C、D：每季度1次；A、B：每半年1次 }
      凭证 检查 其中 类别 = 执法
      工作量 2人日
    }

    // 隐患过了期限还没有整改，一级一级往上。
    督办 重大隐患逾期 {
      依据 "二（一）"
      对象 隐患 其中 级别 = 重大
      起算 整改期限
      直至 状态 = 已销号
      逾期1个工作日 提醒 致 企业.主要负责人
      逾期7个工作日 函告 致 企业 抄送 企业.村
    }

    """
  }

  /// Tests of the plan, which stand beside it.
  func tests() -> String {
    let source = SourceFile(name: "tests", text: testBody)
    return Script.format(source, in: language == .zh ? .chinese : .english).text
  }

  private var testBody: String {
    """
    测试 "\(Wording(zh: "逾期三日只提醒", en: "three days late: a reminder only")[language])" {
      截至 \(day.year)年4月3日
      记入 企业 { 统一社会信用代码：甲，名称：甲厂，状态：在产 }
      记入 隐患 { 编号：一，企业：企业「甲」，级别：重大，状态：整改中，发现日期：\(day.year)年3月1日，整改期限：\(day.year)年3月31日 }
      预期 (台阶 其中 规则 = 重大隐患逾期).措施 为 { 提醒 }
    }

    """
  }

  /// What is in the folder and what to do first.
  func guide(_ files: NewFiles) -> String {
    Wording(
      zh: """
        # \(name)

        - `\(files.plan)`：方案，写成规则。先从这里改起。
        - `\(files.tests)`：方案的测试：几条事实，应当推出什么。
        - `\(files.ledger)`：空台账，一个登记一张工作表，填好就能导入。
        - `\(files.store)`：台账库。
        - `\(files.cron)`：每天夜里自动运行的一行，放进 `crontab -e`。

        一步一步：

        ```sh
        zhiben 检查 \(files.plan)                                # 写得对不对
        zhiben 测试 \(files.plan)                                # 推得对不对
        zhiben 导入 \(files.ledger) --台账库 \(files.store)      # 填好的台账读进来
        zhiben 预演 \(files.plan) --台账库 \(files.store)        # 今天会有哪些变化，什么都不写
        zhiben 运行 \(files.plan) --台账库 \(files.store)        # 写进台账库
        zhiben 交互 \(files.plan) --台账库 \(files.store)        # 一句一句地问
        ```

        """,
      en: """
        # \(name)

        - `\(files.plan)`: the plan, as rules. Begin here.
        - `\(files.tests)`: its tests: a few facts, and what has to follow.
        - `\(files.ledger)`: empty ledgers, a sheet for each register; fill them in and import them.
        - `\(files.store)`: the store.
        - `\(files.cron)`: the line that runs it every night, for `crontab -e`.

        Step by step:

        ```sh
        zhiben check \(files.plan)                               # what is wrong with it
        zhiben test \(files.plan)                                # whether the right things follow
        zhiben import \(files.ledger) --store \(files.store)     # read the ledgers
        zhiben plan \(files.plan) --store \(files.store)         # what would change today; nothing is written
        zhiben run \(files.plan) --store \(files.store)          # write it
        zhiben repl \(files.plan) --store \(files.store)         # ask, line by line
        ```

        """)[language]
  }
}
