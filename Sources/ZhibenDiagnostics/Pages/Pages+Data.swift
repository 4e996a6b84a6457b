extension CataloguePage {
  /// What the import of data notices.
  static let data: [CataloguePage] = [
    CataloguePage(
      "E0601",
      zh: "没有这一列，就认不出每一行是哪一条记录。没有标识的登记，要有它必须填写的各列。",
      en: """
        Without this column nothing tells which record a row is. A register without a key needs \
        the columns that must be filled in.
        """,
      .data(
        register: "隐患",
        wrong: """
          企业,级别,发现日期
          甲厂,重大,2025-03-01
          """,
        right: """
          编号,企业,级别,发现日期
          H1,甲厂,重大,2025-03-01
          """)),
    CataloguePage(
      "W0602",
      zh: "登记里没有这个字段，这一列没有读入，其余的照常。列名写错的，改正后再导入一次；确实多余的，不用管。",
      en: """
        The register has no such field. The column was left out, the others were imported. If its \
        title was misspelt, correct it and import again.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,整改时限
          H1,甲厂,2025-03-31
          """,
        right: """
          编号,企业,整改期限
          H1,甲厂,2025-03-31
          """)),
    CataloguePage(
      "E0603",
      zh: "这一格要写日期。认得 2024-05-06、2024年5月6日、2024/5/6、20240506 等写法和 Excel 的日期数；「立即」「长期」不是日期。",
      en: """
        The cell must hold a date: 2024-05-06, 2024年5月6日, 2024/5/6, 20240506 and the day numbers \
        of spreadsheets are understood.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,整改期限
          H1,甲厂,立即
          """,
        right: """
          编号,企业,整改期限
          H1,甲厂,2025-03-31
          """)),
    CataloguePage(
      "E0604",
      zh: "这一格要写数。「五十左右」算不了；可以带逗号、万、亿和登记里写明的单位。",
      en: """
        The cell must hold a number. Commas, 万, 亿 and the unit that the register states may stand \
        in it.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称,从业人数
          91110000600037003M,丙厂,五十左右
          """,
        right: """
          统一社会信用代码,名称,从业人数
          91110000600037003M,丙厂,50
          """)),
    CataloguePage(
      "E0605",
      zh: "取值是封闭的清单，别名也算。清单以外的词不读入，免得以后的条件漏掉这一条。",
      en: """
        The values of an enum are a closed list, aliases included. Another word is refused, lest \
        a condition pass over the record later.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,级别
          H1,甲厂,特大
          """,
        right: """
          编号,企业,级别
          H1,甲厂,重大
          """)),
    CataloguePage(
      "E0606",
      zh: "信用代码的末位由前 17 位算出。对不上，就是抄错了某一位；认错企业比少一条记录更糟。",
      en: """
        The last character of a credit code follows from the first 17. If it does not, some \
        character was copied wrongly, and a wrong enterprise is worse than a missing one.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称
          91110000600037341M,丙厂
          """,
        right: """
          统一社会信用代码,名称
          91110000600037003M,丙厂
          """)),
    CataloguePage(
      "E0607",
      zh: "同一个文件里，一个标识只能有一行。两行不一样时，不知道以哪一行为准。",
      en: "A key stands on one row of a file. Where two rows differ nothing says which one holds.",
      .data(
        register: "隐患",
        wrong: """
          编号,企业,级别
          H1,甲厂,重大
          H1,甲厂,一般
          """,
        right: """
          编号,企业,级别
          H1,甲厂,重大
          H2,甲厂,一般
          """)),
    CataloguePage(
      "E0608",
      zh: "这一格指向另一个登记的一条记录，那个登记里没有它。先导入那个登记，或核对写法。",
      en: """
        The cell refers to a record of another register, which has none of that key or name. \
        Import that register first, or check the spelling.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业
          H1,无此厂
          """,
        right: """
          编号,企业
          H1,甲厂
          """)),
    CataloguePage(
      "E0609",
      zh: "标识和「必填」的字段不能空着：没有标识，下次导入认不出是同一条。",
      en: """
        A key and what is marked 必填 cannot be blank: without its key a record would not be known \
        again.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称
          91110000600037003M,
          """,
        right: """
          统一社会信用代码,名称
          91110000600037003M,丙厂
          """)),
    CataloguePage(
      "E0610",
      zh: "文件里有读不成字的字节，多半是复制时截断了，或混进了另一种编码的一段。",
      en: """
        The file holds bytes that are no characters: it was cut off when copied, or holds a piece \
        in another encoding.
        """,
      .session(
        wrong: #"""
          printf '编号,企业,自查日\nZ9,A1,2025-03-01\377\n' > 自查.csv
          zhiben 导入 自查.csv --台账库 小镇.db --脚本 小镇.plan --严格
          """#,
        right: #"""
          printf '编号,企业,自查日\nZ9,A1,2025-03-01\n' > 自查.csv
          zhiben 导入 自查.csv --台账库 小镇.db --脚本 小镇.plan --严格
          """#)),
    CataloguePage(
      "E0611",
      zh: "表格软件把长代码存成了科学计数法，末几位已经变成零，找不回来。要照原件重新录入。",
      en: """
        The spreadsheet stored a long code in scientific notation; its last digits are lost and \
        must be entered again from the original.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称
          9.11100006E+17,丙厂
          """,
        right: """
          统一社会信用代码,名称
          91110000600037003M,丙厂
          """)),
    CataloguePage(
      "E0612",
      zh: "这一行的格数和表头不同，后面的格会错位。多半是格里有逗号却没有加引号。",
      en: """
        The row has another number of cells than the header, so that they may be shifted. Mostly \
        a cell holds a comma without quotes around it.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,描述
          H1,甲厂,通道堵塞,未清理
          """,
        right: """
          编号,企业,描述
          H1,甲厂,"通道堵塞,未清理"
          """)),
    CataloguePage(
      "E0613",
      zh: "文件是空的，或没有表头。多半是导出没有完成。",
      en: "The file is empty or has no header. Mostly an export was not completed.",
      .data(
        register: "隐患",
        wrong: "",
        right: """
          编号,企业
          H1,甲厂
          """)),
    CataloguePage(
      "E0615",
      zh: "「24.5.6」可以是 2024 年 5 月 6 日，也可以是 2006 年 5 月 24 日。期限错了，逾期就错了，所以不猜。",
      en: """
        24.5.6 may be 6 May 2024 or 24 May 2006. A wrong term makes a wrong delay, so nothing is \
        guessed.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,整改期限
          H1,甲厂,24.5.6
          """,
        right: """
          编号,企业,整改期限
          H1,甲厂,2024-05-06
          """)),
    CataloguePage(
      "E0616",
      zh: "日期不完整，没有写到哪一天。只写到月份的（2024年6月），可以用 --月份日期 月末 或 月初 说明算哪一天；写了“底”“末”的不用说明。",
      en: """
        The date is not complete; it does not say which day. For months alone (2024年6月) the \
        option --month-dates first or last says the day; 底 and 末 say it themselves.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,整改期限
          H1,甲厂,2024年5月
          """,
        right: """
          编号,企业,整改期限
          H1,甲厂,2024年5月31日
          """)),
    CataloguePage(
      "E0617",
      zh: "数存到小数六位，最大约九万亿。更大的或更细的会丢掉一部分，所以不收。",
      en: """
        Numbers are kept with six decimal places, up to about nine million million. What is \
        larger or finer would lose a part, so it is refused.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称,从业人数
          91110000600037003M,丙厂,99999999999999999999
          """,
        right: """
          统一社会信用代码,名称,从业人数
          91110000600037003M,丙厂,50
          """)),
    CataloguePage(
      "E0618",
      zh: "用名称指一条记录，名称要只有一条。有重名的，写标识。",
      en: "A record may be named by its name if no other has it. Otherwise write its key.",
      .data(
        register: "隐患",
        wrong: """
          编号,企业
          H1,乙厂
          """,
        right: """
          编号,企业
          H1,91110000600037001F
          """)),
    CataloguePage(
      "E0619",
      zh: "单位是百分数的字段，「95」是 95% 还是 95 倍，差一百倍。写上百分号。",
      en: """
        In a field of percentages, 95 may be 95% or ninety-five times as much. Write the percent \
        sign.
        """,
      .situation(
        wrong: """
          编号,达标率
          Z1,95
          """,
        right: """
          编号,达标率
          Z1,95%
          """)),
    CataloguePage(
      "E0620",
      zh: "一格以引号开头，到文件末尾都没有配对，后面所有的行都会被读成这一格。",
      en: """
        A cell begins with a quote that is never closed, so that all rows below would be read as \
        that one cell.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,描述
          H1,甲厂,"通道堵塞
          """,
        right: """
          编号,企业,描述
          H1,甲厂,"通道堵塞"
          """)),
    CataloguePage(
      "W0621",
      zh: "文件不是 UTF-8，已按 GB18030 读入。中文 Excel 另存的 CSV 常是这样；多数读得对，另存为 UTF-8 最稳妥。",
      en: """
        The file is not in UTF-8 and was read as GB18030, as Chinese spreadsheets save it. Mostly \
        that is right; UTF-8 is always.
        """,
      .session(
        wrong: """
          iconv -f UTF-8 -t GB18030 自查.csv > 旧.csv
          zhiben 导入 旧.csv --登记 自查 --台账库 小镇.db --脚本 小镇.plan
          """,
        right: "zhiben 导入 自查.csv --台账库 小镇.db --脚本 小镇.plan")),
    CataloguePage(
      "E0622",
      zh: "两列是同一个字段，写的可能不一样，以哪一列为准说不清。",
      en: """
        Two columns hold the same field. Their cells may differ, and nothing says which ones hold.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,整改期限,整改期限
          H1,甲厂,2025-03-31,2025-04-30
          """,
        right: """
          编号,企业,整改期限
          H1,甲厂,2025-04-30
          """)),
    CataloguePage(
      "E0623",
      zh: "文件看上去是工作簿，却读不出来：旧格式（.xls、.et）、有密码、下载不完整，或者不是 .xlsx。",
      en: """
        The file looks like a workbook and cannot be read: it is of the old kind (.xls, .et), \
        locked, cut off, or no .xlsx.
        """,
      .session(
        wrong: #"""
          printf '\320\317\021\340' > 自查.xls
          zhiben 导入 自查.xls --台账库 小镇.db --脚本 小镇.plan
          """#,
        right: #"""
          zhiben 导入 --模板 自查.xlsx --登记 自查 --脚本 小镇.plan
          zhiben 导入 自查.xlsx --台账库 小镇.db --脚本 小镇.plan
          """#)),
    CataloguePage(
      "E0624",
      zh: "统一社会信用代码有 18 位，由数字和大写字母组成。位数不对的多半漏了一位，或填的是旧的注册号。",
      en: """
        A credit code has 18 characters, digits and capital letters. With another number of them \
        one was lost, or it is an old registration number.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称
          9111000060003700,丙厂
          """,
        right: """
          统一社会信用代码,名称
          91110000600037003M,丙厂
          """)),
    CataloguePage(
      "E0625",
      zh: "工作簿里的每张表都看过了：名称不是登记名，表头也没有登记的标识和必填字段。",
      en: """
        All sheets were looked at: none is called like a register, and none has the key and the \
        required fields of one among its titles.
        """,
      .session(
        wrong: """
          zhiben 问 小镇.plan '企业 选取 名称，高危' --台账库 小镇.db --输出 名单.xlsx
          zhiben 导入 名单.xlsx --台账库 小镇.db --脚本 小镇.plan
          """,
        right: """
          zhiben 问 小镇.plan '企业 选取 代码，名称，高危' --台账库 小镇.db --输出 名单.xlsx
          zhiben 导入 名单.xlsx --登记 企业 --台账库 小镇.db --脚本 小镇.plan
          """)),
    CataloguePage(
      "E0626",
      zh: "--工作表 写工作表标签上的名称，或从 1 数起的序号。",
      en: "The option --sheet takes the name on the tab of a sheet, or its number from 1.",
      .session(
        wrong: """
          zhiben 导入 --模板 台账.xlsx --脚本 小镇.plan
          zhiben 导入 台账.xlsx --工作表 检查 --台账库 小镇.db --脚本 小镇.plan
          """,
        right: """
          zhiben 导入 --模板 台账.xlsx --脚本 小镇.plan
          zhiben 导入 台账.xlsx --工作表 自查 --台账库 小镇.db --脚本 小镇.plan
          """)),
    CataloguePage(
      "E0627",
      zh: "工作表的名称不是登记名，表头又同样像几个登记的；读错登记就全错了，所以不猜。",
      en: """
        The sheet is not called like a register, and its titles are equally those of several. A \
        guess could put everything into the wrong one.
        """,
      .session(
        wrong: """
          zhiben 问 小镇.plan '自查 选取 编号，企业' --台账库 小镇.db --输出 名单.xlsx
          zhiben 导入 名单.xlsx --台账库 小镇.db --脚本 小镇.plan
          """,
        right: """
          zhiben 问 小镇.plan '自查 选取 编号，企业' --台账库 小镇.db --输出 名单.xlsx
          zhiben 导入 名单.xlsx --登记 自查 --台账库 小镇.db --脚本 小镇.plan
          """)),
    CataloguePage(
      "E0628",
      zh: "表格软件把数字只存 15 位，18 位的代码以数字存放，末三位就成了 0。读进来也补不回来，只能重录。",
      en: """
        Spreadsheets keep 15 digits of a number. A code of 18 digits that is kept as a number ends \
        in three zeros, and nothing can bring them back.
        """,
      .situation(
        wrong: "zhiben 导入 企业.xlsx --台账库 镇.db   # 代码列是数字格式",
        right: "zhiben 导入 企业.xlsx --台账库 镇.db   # 代码列设为文本，重新录入")),
    CataloguePage(
      "E0629",
      zh: "格子里的公式出错（#N/A、#REF!），或者从来没有算过，没有值可读。",
      en: """
        The formula in the cell failed (#N/A, #REF!) or was never worked out, so that there is no \
        value to be read.
        """,
      .data(
        register: "隐患",
        wrong: """
          编号,企业,描述
          H1,#N/A,通道堵塞
          """,
        right: """
          编号,企业,描述
          H1,91110000600037341L,通道堵塞
          """)),
    CataloguePage(
      "W0630",
      zh: "新来的企业和另一家名称相同，代码却不同。可能是同一家换了代码，也可能真是两家；要人来核对，不会自动合并。",
      en: """
        A new enterprise is called like another one with another code. It may be the same with a \
        new code, or indeed another; a person has to look, and nothing is merged.
        """,
      .data(
        register: "企业",
        wrong: """
          统一社会信用代码,名称
          91110000600037003M,甲厂
          """,
        right: """
          统一社会信用代码,名称
          91110000600037003M,己厂
          """)),
  ]
}
