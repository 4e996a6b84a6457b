import Zhiben
import ZhibenSession

extension Guide {
  /// All commands, in the order in which they are used.
  static let all: [Guide] = [
    check, format, test, plan, apply, run, why, ask, inspect, trace, importing, store, draw,
    filing,
    explain, report, repl, simulate, cron, new, doctor, completion, manual,
  ]

  private static let check = Guide(
    english: "check", chinese: "检查",
    summary: Wording(
      zh: "只看脚本有没有写错，不碰台账", en: "say what is wrong with a script; no store is touched"),
    usage: Wording(zh: "zhiben 检查 脚本 [选项]", en: "zhiben check SCRIPT [options]"),
    operands: [.script],
    options: [
      Option(
        names: ["--format", "--格式"], value: "text|concise|json|sarif",
        help: Wording(
          zh: "text（文本）带原文和箭头；concise（简）一处一行；json（数据）、sarif（通报）给程序看",
          en:
            "text with the source line and carets; concise with a line each; json or sarif for "
            + "programs")),
      Option(
        names: ["--warnings-as-errors", "--提醒即错"],
        help: Wording(
          zh: "有提醒也算没通过，退出码是 1：给定时任务和自动检查用",
          en: "warnings fail it too, with exit code 1: for scheduled and automatic checks")),
      Option(
        names: ["--fix", "--修正"],
        help: Wording(
          zh: "自动改好只关写法、不会改变意思的地方，逐处说明；要人选的不动",
          en: "change what is only spelt wrongly, say what, and leave what a person must choose")),
      Option(
        names: ["--dry-run", "--试改"],
        help: Wording(
          zh: "只看 --fix 会怎样改，不写回", en: "show what --fix would change and write nothing")),
      Option(
        names: ["--emit", "--输出"], value: Wording(zh: "阶段", en: "STAGE"),
        takes: .words(Stage.allCases.map { [$0.rawValue, $0.chinese] }),
        help: Wording(
          zh:
            "改为打印 tokens（词）、tree（无损树）、ast（语法）、types（检查后的计划）、ir（带类型的树）、sql（查询台账库的语句）或 plan（读什么、算什么、在哪里算）",
          en:
            "print tokens, the lossless tree, the ast, the types of the checked plan, its ir as typed trees, the sql for the store, "
            + "or the plan: what is read, judged, and where, instead")),
      .library,
    ],
    examples: [
      (
        Wording(zh: "zhiben 检查 洋口镇.plan.md", en: "zhiben check yangkou.plan.md"),
        Wording(zh: "没有错误时退出码是 0，有错误是 1", en: "exits with 0 if there are no errors, else with 1")
      )
    ])

  private static let format = Guide(
    english: "fmt", chinese: "整理",
    summary: Wording(
      zh: "把脚本排成统一的格式，或在中英文关键字之间互译",
      en: "lay scripts out in the one canonical way, or translate their keywords"),
    usage: Wording(zh: "zhiben 整理 脚本… [选项]", en: "zhiben fmt SCRIPT… [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "直接改写文件，意思不变，注释和正文不动。有语法错误的脚本不改。",
        en:
          "Files are rewritten; meaning, comments and prose stay. A script with syntax errors is left alone."
      )
    ],
    options: [
      Option(
        names: ["--check", "--检查"],
        help: Wording(
          zh: "只列出要整理的文件，不改写；有这样的文件时退出码是 1",
          en: "only list the files that would change; exit with 1 if there are any")),
      Option(
        names: ["--lang", "--语言"], value: "zh|en",
        help: Wording(
          zh: "关键字和时间、频次改用 zh（中文）或 en（英文）；名称、单位和文字不变",
          en: "put keywords and literals into Chinese or English; names, units and texts stay")),
      Option(
        names: ["--stdout", "--打印"],
        help: Wording(zh: "打印出来，不改写文件", en: "print the result and rewrite nothing")),
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 整理 --打印 --语言 en 洋口镇.plan.md",
          en: "zhiben fmt --stdout --lang en yangkou.plan.md"),
        Wording(zh: "看英文关键字的同一份计划", en: "the same plan in English keywords")
      )
    ])

  private static let test = Guide(
    english: "test", chinese: "测试",
    summary: Wording(
      zh: "运行计划的测试：写几条事实，看规则推出什么", en: "run the tests of a plan: a few facts, and what follows"),
    usage: Wording(zh: "zhiben 测试 脚本… [选项]", en: "zhiben test SCRIPT… [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh:
          "测试写在计划里、它引用的脚本里，或旁边：计划 洋口镇.plan.md 的测试可放在 洋口镇.test.plan，或文件夹「测试」里名字以「洋口镇.」开头的脚本。旁边的文件只写测试和函数。不碰台账；有测试失败时退出码是 1。",
        en: "Tests stand in the plan, in scripts that it uses, or beside it: those of town.plan.md "
          + "in town.test.plan, or in scripts whose names begin with “town.” in a folder “tests”. "
          + "Files beside it hold tests and functions only. No store is touched; exits with 1 if a "
          + "test fails.")
    ],
    options: [
      Option(
        names: ["--filter", "--筛选"], value: Wording(zh: "文字", en: "TEXT"),
        help: Wording(
          zh: "只运行标题含这段文字、或问到这条规则的测试",
          en: "only tests whose title contains it, or that ask about that rule"
        )),
      Option(
        names: ["--format", "--格式"], value: "text|json|junit",
        help: Wording(
          zh: "text（文本）、json（数据）或 junit（报告，JUnit XML）", en: "text, one json document, or JUnit XML")
      ),
      Option(
        names: ["--jobs", "--并行"], value: "N",
        help: Wording(
          zh: "同时运行几个测试，默认每个处理器一个", en: "how many run at once; one per processor by default")),
      Option(
        names: ["--coverage", "--覆盖"],
        help: Wording(
          zh: "列出测试到过多少规则和分支，哪些地方没有到过",
          en: "say how many rules and branches the tests reach, and which places they do not")),
      Option(
        names: ["--minimum", "--最低"], value: "80%",
        help: Wording(
          zh: "规则和分支合计到不了这个比例，退出码是 1", en: "exit with 1 if less of rules and branches is reached")),
      Option(
        names: ["--mutate", "--变异"],
        help: Wording(
          zh: "逐处改动计划（门槛、频次、且或、例外、台阶），看测试有没有发觉，列出没有发觉的",
          en: "change the plan in one place after another and name the changes that no test notices"
        )),
      Option(
        names: ["--budget", "--时限"], value: Wording(zh: "秒", en: "SECONDS"),
        help: Wording(
          zh: "改动计划最多试这么久，没有试到的说明数目；默认 60",
          en: "how long to try changes, 60 by default; says how many were not tried")),
      .library,
    ],
    examples: [
      (
        Wording(zh: "zhiben 测试 洋口镇.plan.md", en: "zhiben test yangkou.plan.md"),
        Wording(zh: "一个测试一行，最后是总数", en: "a line for each test, and the total")
      )
    ])

  private static let plan = Guide(
    english: "plan", chinese: "预演",
    summary: Wording(
      zh: "逐条列出会有哪些变化，不改动台账", en: "list record by record what would change; nothing is written"),
    usage: Wording(
      zh: "zhiben 预演 脚本 --台账库 文件 [选项]", en: "zhiben plan SCRIPT --store FILE [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "计划顶层的语句先执行：显示的内容在最前，要写的登记（+ 记入、~ 修改、- 注销）列在结果前面，结果按写过之后的事实推算。",
        en:
          "Statements at the top of the plan are run first: what they show comes first, then what they would write (+ insert, ~ update, - delete); outcomes follow from the facts as they leave them."
      )
    ],
    options: [
      .storePath, .asOf, .reportFormat,
      Option(
        names: ["--save", "--存"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(
          zh: "把预演存下来，审过后用「执行」照此写入",
          en: "keep the plan, to be applied after somebody has read it")),
      Option(
        names: ["--rule", "--规则"], value: Wording(zh: "名称", en: "NAME"), takes: .rule,
        help: Wording(zh: "只看这一条规则", en: "only this rule")),
      Option(
        names: ["--limit", "--条数"], value: "N",
        help: Wording(
          zh: "每条规则最多列几条，默认 10", en: "how many changes of each rule are listed, 10 by default")),
      Option(names: ["--all", "--全部"], help: Wording(zh: "全部列出", en: "list them all")),
      .detailed, .reference, .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 预演 洋口镇.plan.md --台账库 洋口镇.db --截至 2025-06-30",
          en: "zhiben plan yangkou.plan.md --store town.db --as-of 2025-06-30"),
        Wording(zh: "看 6 月 30 日这天会有哪些变化", en: "what would change as of 30 June")
      )
    ])

  private static let apply = Guide(
    english: "apply", chinese: "执行",
    summary: Wording(
      zh: "把预演的变化写进台账，一次写完或一条不写", en: "write what was planned, all of it or nothing"),
    usage: Wording(
      zh: "zhiben 执行 脚本|存下的预演 --台账库 文件 [选项]",
      en: "zhiben apply SCRIPT|SAVED-PLAN --store FILE [options]"),
    operands: [.file],
    notes: [
      Wording(
        zh: "存下的预演：脚本或台账在那以后改动过，就拒绝执行。",
        en: "A saved plan is refused if the script or the store has changed since."),
      .statements,
    ],
    options: [.storePath, .wait, .author, .asOf, .detailed, .library])

  private static let why = Guide(
    english: "why", chinese: "为何",
    summary: Wording(
      zh: "说明一条结果的来历：规则、条款、日期、记录",
      en: "say what an outcome rests on: rule, clause, dates, records"),
    usage: Wording(
      zh: "zhiben 为何 键 --台账库 文件 --脚本 脚本 [选项]",
      en: "zhiben why KEY --store FILE --script SCRIPT [options]"),
    notes: [
      Wording(
        zh: "键就是预演里每行末尾的那一段：规则/主体键/期首日/序。也可以写 规则/企业名称，或只写企业名称，或各写开头几个字；对得上几条就列出来。",
        en:
          "A key stands at the end of each line of a plan: rule/subject/first day/number. Rule and "
          + "subject may be given by name or by a clear beginning, or the subject alone; if several "
          + "outcomes fit, they are listed.")
    ],
    options: [
      .storePath,
      Option(
        names: ["--script", "--脚本"], value: Wording(zh: "脚本", en: "SCRIPT"),
        help: Wording(zh: "结果出自哪个脚本", en: "the script that yields it")),
      .asOf, .reportFormat, .library,
    ])

  private static let inspect = Guide(
    english: "inspect", chinese: "透视",
    summary: Wording(
      zh: "运行之前看清：读哪些字段、写什么、调用什么、费多少",
      en: "say what a script reads, writes, calls and costs before it runs"),
    usage: Wording(zh: "zhiben 透视 脚本 [选项]", en: "zhiben inspect SCRIPT [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "不碰台账库。步是一个对象要判断的表达式个数（上限）；逐条看的登记，每条记录再判断一次。",
        en:
          "No store is touched. Steps are the parts of expressions judged for a subject, at most; of what is gone through, each record is judged in turn."
      )
    ],
    options: [.reportFormat, .library])

  private static let trace = Guide(
    english: "trace", chinese: "对照",
    summary: Wording(
      zh: "条款、条目、规则、测试逐一对照，列出缺的",
      en: "lay clauses, rows, rules and tests side by side, and list what is missing"),
    usage: Wording(zh: "zhiben 对照 脚本 [选项]", en: "zhiben trace SCRIPT [options]"),
    operands: [.script],
    notes: [
      Wording(
        zh: "条款是文件里最下一级的标题和编号段落；条目是依据、说明和正文里引用的编号，如 Y-12。",
        en:
          "Clauses are the lowest headings and numbered paragraphs of the document; rows are the ids that basis, note and prose cite, such as Y-12."
      )
    ],
    options: [.reportFormat])

  private static let ask = Guide(
    english: "ask", chinese: "问", synonyms: ["查询", "算"],
    summary: Wording(
      zh: "向台账提问，得到一张表；也能只算一个式子",
      en: "ask the registers a question and get a table, or reckon an expression"),
    usage: Wording(
      zh: "zhiben 问 [脚本] '问句' [--台账库 文件] [选项]",
      en: "zhiben ask [SCRIPT] 'QUESTION' [--store FILE] [options]"),
    operands: [.script, .nothing],
    notes: [
      Wording(
        zh: "问句和脚本里的查询一样写，例如 企业 其中 高危 按 状态 分组 统计 家数 = 数量()。只读，不写任何记录；资料空缺不能判断的另外计数。不写脚本就按标准台账的登记。",
        en: "A question is written as in a script: 企业 其中 高危 按 状态 分组 统计 家数 = 数量(). Nothing is "
          + "written; records that cannot be decided since facts are blank are counted apart. Without a "
          + "script the registers are the standard ones.")
    ],
    options: [
      Option(
        names: ["--store", "--台账库"], value: Wording(zh: "文件", en: "FILE"),
        help: Wording(zh: "台账库；只算式子时不用", en: "the store; not needed for an expression")),
      .asOf,
      .tableFormat, .tableOutput, .tableEncoding,
      Option(
        names: ["--explain", "--说明"],
        help: Wording(
          zh: "说明每一步在哪里算、为什么，以及运行的 SQL",
          en: "say where each step ran and why, and the SQL")),
      .library,
    ],
    examples: [
      (
        Wording(
          zh: "zhiben 问 洋口镇.plan.md '企业 其中 高危 选取 名称' --台账库 洋口镇.db",
          en: "zhiben ask yangkou.plan.md '企业 其中 高危 选取 名称' --store town.db"),
        Wording(zh: "高危企业的名单", en: "the enterprises of high hazard")
      ),
      (
        Wording(zh: "zhiben 算 '今日 + 20工作日'", en: "zhiben ask '今日 + 20工作日'"),
        Wording(zh: "只算一个式子，不要脚本和台账库", en: "an expression, without script and store")
      ),
    ])

  private static let importing = Guide(
    english: "import", chinese: "导入",
    summary: Wording(
      zh: "把 CSV、Excel、WPS 台账读进台账库，逐格说明哪些没有读入",
      en: "read registers in CSV and .xlsx into the store, and say why cells were refused"),
    usage: Wording(
      zh: "zhiben 导入 文件… --台账库 文件 [选项]", en: "zhiben import FILE… --store FILE [options]"),
    operands: [.file],
    notes: [
      Wording(
        zh: "文件名就是登记名（企业.csv 读入 企业）；工作簿看每张工作表的名称和表头。编码自动识别：UTF-8 或 GB18030。标题行、两级表头、合并单元格、"
          + "隐藏行、合计行都认得。没有读入的行另存在旁边，最后一列是原因，改好可以再导入。",
        en:
          "The file's name is the register's; of a workbook each sheet's name or titles are. UTF-8 and "
          + "GB18030 are told apart. Lines above the header, headers of several rows, merged cells, "
          + "hidden rows and totals are known. Rows that were refused are kept beside it, the reason "
          + "in the last column, to be corrected and imported again.")
    ],
    options: [
      .storePath, .wait, .author,
      Option(
        names: ["--script", "--脚本"], value: Wording(zh: "脚本", en: "SCRIPT"),
        help: Wording(
          zh: "登记出自哪个脚本；不写就用 标准台账",
          en: "the script that declares the registers; 标准台账 if not given")),
      Option(
        names: ["--register", "--登记"], value: Wording(zh: "名称", en: "NAME"), takes: .register,
        help: Wording(
          zh: "读入这个登记，不看文件名", en: "read into this register, whatever the file is called")),
      Option(
        names: ["--sheet", "--工作表"], value: Wording(zh: "名称或序号", en: "SHEET"),
        help: Wording(zh: "只读这张工作表", en: "read this sheet only")),
      Option(
        names: ["--header", "--表头"], value: Wording(zh: "行号", en: "ROWS"),
        help: Wording(
          zh: "表头在这几行，如 3 或 3-4；不写就自动找",
          en: "the rows of the header, 3 or 3-4; found by itself if not given")),
      Option(
        names: ["--valid-from", "--生效"], value: Wording(zh: "日期", en: "DATE"),
        help: Wording(zh: "变更自这一天起有效", en: "the day from which changed values hold")),
      Option(
        names: ["--month-dates", "--月份日期"], value: Wording(zh: "月初|月末", en: "first|last"),
        help: Wording(
          zh: "只写到月份的日期（2024年6月、2024.6）算月初还是月末；也可以逐列写：整改期限=月末，发现日期=月初。不写就不读入这样的行",
          en:
            "which day a month stands for (2024年6月, 2024.6), also by column: 整改期限=last,发现日期=first; without it such rows are refused"
        )),
      Option(
        names: ["--dry-run", "--试读"],
        help: Wording(zh: "只报告，什么也不写", en: "report only, write nothing")),
      Option(
        names: ["--strict", "--严格"],
        help: Wording(zh: "有行没有读入时退出码为 65", en: "exit with 65 if rows were refused")),
      Option(
        names: ["--format", "--格式"], value: "text|json",
        help: Wording(zh: "json（数据）给程序看", en: "json for programs")),
      Option(
        names: ["--template", "--模板"], value: Wording(zh: "文件.xlsx", en: "FILE.xlsx"), takes: .file,
        help: Wording(
          zh: "不导入，写一份可填的空台账；--登记 可写几个，指明哪些登记",
          en:
            "import nothing, write an empty ledger to be filled in; of the registers of --register, "
            + "which may be given several times")),
      .library,
    ])

  private static let store = Guide(
    english: "store", chinese: "台账库",
    summary: Wording(
      zh: "建立、查看、核验台账库，看谁在什么时候写过什么",
      en: "make, show and verify a store, and say who wrote what when"),
    usage: Wording(
      zh: "zhiben 台账库 建立|查看|记录|核验 文件 [选项]",
      en: "zhiben store init|info|log|verify FILE [options]"),
    operands: [
      .words([["init", "建立"], ["info", "查看"], ["log", "记录"], ["verify", "核验"]]), .file,
    ],
    notes: [
      Wording(
        zh:
          "建立（init）新建空库；查看（info）列出登记、条数、最近几条记录；记录（log）列出每次运行和导入：什么时候、谁、按哪个计划或哪些文件、写了多少；核验（verify）查记录有没有被改动过。",
        en:
          "init makes an empty store; info shows registers, counts and the latest entries; log lists every run and import: when, who, by which plan or files, how much was written; verify checks that nothing of it was edited."
      ),
      Wording(
        zh: "谁：运行程序的登录名，经 sudo 的另记原来的用户，加上 --经手 写的名字。旧版台账库里的记录没有，显示“未知”。",
        en:
          "Who: the login name of the user who ran the program, with sudo also whom it was for, and the name that --by gave. Entries of older stores have none and are shown as unknown."
      ),
    ],
    options: [
      .storePath,
      Option(
        names: ["--last", "--最近"], value: "N",
        help: Wording(zh: "「记录」只列最近几条", en: "log: only the latest entries")),
      Option(
        names: ["--format", "--格式"], value: "text|json",
        help: Wording(
          zh: "「查看」和「记录」：json（数据）给程序看，带全部摘要",
          en: "info and log: json for programs, with all digests")),
    ])
}

extension Guide.Option {
  static let library = Guide.Option(
    names: ["--library", "--脚本库"], value: Wording(zh: "目录", en: "DIR"),
    help: Wording(
      zh: "到这里找「引用」的脚本，可写多次；先找脚本所在目录，再找这里、ZHIBEN_LIBRARY、随程序安装的脚本",
      en: "look here for used scripts, may be given several times; behind the script's own folder, "
        + "before ZHIBEN_LIBRARY and the installed scripts"))
  static let tableFormat = Guide.Option(
    names: ["--format", "--格式"],
    value: Wording(TableFormat.allCases.map(\.rawValue).joined(separator: "|")),
    help: Wording(
      zh: "给人看：table（表）、records（竖）、md（文档）、html（网页）；给程序看：csv、tsv、json（数据）、jsonl（逐行）",
      en: "for people table, records, md, html; for programs csv, tsv, json, jsonl"))
  static let tableOutput = Guide.Option(
    names: ["--output", "--输出"], value: Wording(zh: "文件", en: "FILE"),
    help: Wording(
      zh: "写进文件，格式看后缀：.xlsx（表头冻结、可筛选、A4 横向）、.csv（带 BOM）、.json、.md、.html",
      en:
        "write a file of the kind that its ending says: .xlsx, .csv (with a byte order mark), .json, .md, .html"
    ))
  static let tableEncoding = Guide.Option(
    names: ["--encoding", "--编码"], value: "utf-8|gb18030",
    help: Wording(zh: "CSV 文件的编码", en: "the encoding of a CSV file"))
  static let storePath = Guide.Option(
    names: ["--store", "--台账库"], value: Wording(zh: "文件", en: "FILE"),
    help: Wording(
      zh: "台账库（SQLite 文件）；不写就看 ZHIBEN_STORE 和 zhiben.yaml",
      en: "the store, an SQLite file; ZHIBEN_STORE and zhiben.yaml can say it, too"))
  static let wait = Guide.Option(
    names: ["--wait", "--等锁"], value: Wording(zh: "60秒", en: "60s"),
    help: Wording(
      zh: "别的运行或导入占着台账库时最多等多久；等不到，退出码 75",
      en: "how long to wait for another run or import that holds the store; then exit with 75"))
  static let author = Guide.Option(
    names: ["--by", "--经手"], value: Wording(zh: "名字", en: "NAME"),
    help: Wording(
      zh: "经手人，和登录名一起记进运行记录", en: "who does it, to stand in the log with the login name"))
  static let asOf = Guide.Option(
    names: ["--as-of", "--截至"], value: Wording(zh: "日期", en: "DATE"),
    help: Wording(
      zh: "按这一天的情形推算；不写就是今天（北京时间）",
      en: "judge as of this day; today in Asia/Shanghai if not given"))
  static let reportFormat = Guide.Option(
    names: ["--format", "--格式"], value: "text|json",
    help: Wording(zh: "text（文本）或 json（数据，一份文档）", en: "text, or one json document"))
  static let detailed = Guide.Option(
    names: ["--detailed-exitcode", "--明细退出码"],
    help: Wording(
      zh: "退出码说明结果：0 没有变化，2 有变化，3 有逾期、违反或督办台阶",
      en:
        "tell the result by the exit code: 0 no change, 2 changes, 3 something overdue, broken or "
        + "on a rung"))
  static let reference = Guide.Option(
    names: ["--reference", "--参照"],
    help: Wording(
      zh: "用参照求值器（慢，作核对用），结果必须相同",
      en: "use the reference evaluator, slow and for comparison; the result must be the same"))
}

extension Wording {
  /// How statements at the top of a plan are written.
  static let statements = Wording(
    zh:
      "语句写的登记和结果在一个事务里写下，断言不成立就什么都不写。同一脚本同一天重跑，一条语句为一条记录写过的不再写；第二天照写。",
    en:
      "What statements write and the outcomes are one transaction; an assertion that fails leaves nothing written. A script that is run again the same day does not write twice what a statement has written for a record; the next day it does."
  )
}
