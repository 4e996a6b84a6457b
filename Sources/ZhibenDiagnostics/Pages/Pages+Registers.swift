extension CataloguePage {
  /// What is wrong with the declaration of a register.
  static let registers: [CataloguePage] = [
    CataloguePage(
      "E0316",
      zh: "字段的类型要么是文本、数、日期等几种，要么是声明过的取值或登记。",
      en: """
        The type of a field is one of text, number, date and so on, or a declared enum or \
        register.
        """,
      .below(
        wrong: "登记 设备 { 编号：文本 标识；投用日：日其 }",
        right: "登记 设备 { 编号：文本 标识；投用日：日期 }")),
    CataloguePage(
      "E0317",
      zh: "再写一次 登记 是给它补充字段；已有的字段不能换类型，别的规则正按原来的类型用它。",
      en: """
        A second 登记 of the same name adds fields. One that exists cannot change its type, since \
        other rules use it as it is.
        """,
      .below(
        wrong: "登记 企业 { 从业人数：文本 }",
        right: "登记 企业 { 从业人数说明：文本 }")),
    CataloguePage(
      "E0318",
      zh: "「引用」按名称找脚本：先在本脚本所在的文件夹，再在 --脚本库、ZHIBEN_LIBRARY 和程序自带的脚本里。都没有找到。",
      en: """
        引用 looks for a script by its name: beside this script, then in --library, in \
        ZHIBEN_LIBRARY and among the installed scripts. None has it.
        """,
      .below(
        wrong: "引用 标准台帐",
        right: "引用 标准台账")),
    CataloguePage(
      "E0320",
      zh: "范围、参数等一层引用一层，超过了限度。这样长的链没有人核对得过来。",
      en: """
        Scopes and parameters rest on one another beyond the limit. Nobody could check a chain of \
        that length.
        """,
      .session(
        wrong: """
          cp 小镇.plan 深.plan
          echo '范围 层1 = 企业 其中 高危' >> 深.plan
          for i in {2..400}; do echo "范围 层$i = 层$((i-1)) 其中 高危" >> 深.plan; done
          zhiben 检查 深.plan
          """,
        right: """
          cp 小镇.plan 浅.plan
          echo '范围 层1 = 企业 其中 高危' >> 浅.plan
          for i in {2..7}; do echo "范围 层$i = 层$((i-1)) 其中 高危" >> 浅.plan; done
          zhiben 检查 浅.plan
          """)),
    CataloguePage(
      "E0321",
      zh: "登记的别名就是数据库里的表名，已经定了。换了别名，原来的数据就找不到了。",
      en: """
        The alias of a register is the name of its table. With another one its data would no \
        longer be found.
        """,
      .below(
        wrong: "登记 企业 别名 company { 备注：文本 }",
        right: "登记 企业 { 备注：文本 }")),
    CataloguePage(
      "E0322",
      zh: "别名是数据库里的表名或列名，一个别名只能给一样东西。",
      en: "An alias names a table or a column, so that it can belong to one thing only.",
      .below(
        wrong: "登记 设备 { 编号 别名 code：文本 标识；型号 别名 code：文本 }",
        right: "登记 设备 { 编号 别名 code：文本 标识；型号 别名 model：文本 }")),
    CataloguePage(
      "E0323",
      zh: "别名用作数据库里的名称，各种工具都要能用，所以只许小写字母、数字和下划线。",
      en: """
        An alias becomes a name in the database that every tool must take: lower-case letters, \
        digits and underscores only.
        """,
      .below(
        wrong: "登记 设备 别名 Fire_Device { 编号：文本 标识 }",
        right: "登记 设备 别名 fire_device { 编号：文本 标识 }")),
    CataloguePage(
      "E0324",
      zh: "「标识」认出一条记录，「日期」定出它属于哪一期，所以各只能有一个字段。",
      en: """
        标识 tells records apart, 日期 says to which period one belongs; so only one field can have \
        the mark.
        """,
      .below(
        wrong: "登记 设备 { 编号：文本 标识；投用日：日期 日期；报废日：日期 日期 }",
        right: "登记 设备 { 编号：文本 标识；投用日：日期 日期；报废日：日期 }")),
    CataloguePage(
      "E0325",
      zh: "标识要能拿来比对，发生日期要是一天，所以字段的类型有限制，也不能是多值的。",
      en: """
        A key must be comparable and the day of a record must be a day; so the type is \
        restricted, and the field holds one value.
        """,
      .below(
        wrong: "登记 设备 { 编号：文本 标识；投用日：文本 日期 }",
        right: "登记 设备 { 编号：文本 标识；投用日：日期 日期 }")),
    CataloguePage(
      "E0326",
      zh: "单位写在「数」和「整数」后面，参加计算时会核对。别的类型没有单位。",
      en: "Units stand behind numbers and are checked in calculations. Other types have none.",
      .below(
        wrong: "登记 设备 { 编号：文本 标识；型号：文本（台） }",
        right: "登记 设备 { 编号：文本 标识；台数：整数（台） }")),
    CataloguePage(
      "E0327",
      zh: "「经」后面写的字段要指向另一个登记，记录才连得起来。",
      en: "The field behind 经 (via) must refer to a register; only then are records connected.",
      .below(
        wrong: "范围 甲类 = 企业 其中 有(租赁 经 起租日)",
        right: "范围 甲类 = 企业 其中 有(租赁 经 承租方)")),
    CataloguePage(
      "E0328",
      zh: "「企业「甲厂」」这种写法按文本标识找一条记录。这个登记没有文本标识。",
      en: "A phrase such as 企业「甲厂」 finds a record by its text key. This register has none.",
      .below(
        wrong: """
          登记 设备 { 台号：整数；企业：企业 }
          范围 甲类 = 设备 其中 本设备 = 设备「一号」
          """,
        right: """
          登记 设备 { 台号：文本 标识；企业：企业 }
          范围 甲类 = 设备 其中 本设备 = 设备「一号」
          """)),
    CataloguePage(
      "E0329",
      zh: "点号取一条记录的字段。点号左边的不是记录，或者是没有这一部分的东西。",
      en: """
        A full stop takes a field of a record. What stands before it is no record, or has no such \
        part.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 从业人数.名称 = "甲""#,
        right: #"范围 甲类 = 企业 其中 村.名称 = "甲""#)),
  ]
}
