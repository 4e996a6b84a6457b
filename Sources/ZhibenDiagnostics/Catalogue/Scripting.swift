extension Catalogue {
  /// What ends a script's statements.
  static let scripting: [CatalogueEntry] = [
    CatalogueEntry(
      "E0801",
      zh: "脚本超过了 {limit} 步的上限",
      en: "the script takes more than {limit} steps",
      zhHelp: "检查循环是否会结束；确有需要，请提高上限",
      enHelp: "see whether every loop ends; raise the limit if it must run so long"
    ),
    CatalogueEntry(
      "E0802",
      zh: "脚本用的内存超过了 {limit} 字节的上限",
      en: "the script uses more than {limit} bytes",
      zhHelp: "避免反复生成很长的文本、列表或映射",
      enHelp: "avoid making long texts, lists or maps over and over"
    ),
    CatalogueEntry(
      "E0803",
      zh: "脚本查询的记录超过了 {limit} 行的上限",
      en: "the questions of the script look at more than {limit} rows",
      zhHelp: "把查询移出循环，或缩小查询的范围",
      enHelp: "ask before the loop, or ask for less"
    ),
    CatalogueEntry(
      "E0804",
      zh: "函数调用超过了 {limit} 层",
      en: "functions call one another more than {limit} levels deep",
      zhHelp: "检查递归是否会结束，或改用循环",
      enHelp: "see whether the recursion ends, or use a loop"
    ),
    CatalogueEntry(
      "E0805",
      zh: "脚本运行超过了 {limit} 的时限",
      en: "the script runs longer than {limit}"
    ),
    CatalogueEntry(
      "E0806",
      zh: "脚本已被中止",
      en: "the script was cancelled"
    ),
    CatalogueEntry(
      "E0807",
      zh: "循环的条件未知，无法判断是否继续",
      en: "the condition of the loop is unknown",
      zhHelp: "用「缺省(…)」给未知的值一个替代，或先用「为空」判断",
      enHelp: "give unknown values a substitute with “coalesce(…)”, or test for them first"
    ),
    CatalogueEntry(
      "E0808",
      zh: "断言不成立：{message}",
      en: "the assertion does not hold: {message}"
    ),
    CatalogueEntry(
      "E0809",
      zh: "预期不符：预期{expected}，实际{found}",
      en: "not as expected: {expected} was expected, {found} was found"
    ),
    CatalogueEntry(
      "E0810",
      zh: "{register} 里已有「{key}」，但「{field}」是{stored}，不是{given}",
      en: "{register} already has “{key}”, but its “{field}” is {stored}, not {given}",
      zhHelp: "要改变已有的记录，请用「修改」",
      enHelp: "use “update” to change a record that is there"
    ),
    CatalogueEntry(
      "E0811",
      zh: "记入 {register} 时，标识「{field}」的值未知",
      en: "a record of {register} cannot be inserted: its key “{field}” is unknown"
    ),
    CatalogueEntry(
      "E0812",
      zh: "这里的日期未知",
      en: "the day is unknown"
    ),
    CatalogueEntry(
      "E0813",
      zh: "「{name}」没有 {key} 这一项，不能给它赋值",
      en: "“{name}” has no part {key} that could be set"
    ),
    CatalogueEntry(
      "E0814",
      zh: "外部函数「{name}」出错：{reason}",
      en: "the host function “{name}” failed: {reason}"
    ),
    CatalogueEntry(
      "E0815",
      zh: "算不出计划的结果：{reason}",
      en: "the outcomes of the plan could not be computed: {reason}"
    ),
    CatalogueEntry(
      "E0816",
      zh: "查询出错：{reason}",
      en: "the question could not be answered: {reason}"
    ),
    CatalogueEntry(
      "E0817",
      zh: "要改变的记录未知",
      en: "the record to be changed is unknown"
    ),
    CatalogueEntry(
      "E0818",
      zh: "「{field}」放不下 {value}",
      en: "“{field}” cannot hold {value}"
    ),
    CatalogueEntry(
      "E0819",
      zh: "「{name}」的参数不符：{reason}",
      en: "the arguments of “{name}” do not fit: {reason}"
    ),
    CatalogueEntry(
      "E0830",
      zh: "脚本没有获准使用「{name}」",
      en: "the script is not allowed to use “{name}”",
      zhHelp: "由宿主放行：Engine(allowing: [\"{capability}\"])；或删去这处调用",
      enHelp:
        "the host has to allow it: Engine(allowing: [\"{capability}\"]); or leave out the call"
    ),
    CatalogueEntry(
      "E0831",
      zh: "宿主提供的登记 {register} 有误，{row}：{reason}",
      en: "the register {register} that the host gives is wrong, {row}: {reason}"
    ),
    CatalogueEntry(
      "E0832",
      zh: "登记 {register} 由宿主提供，须有一个字段作标识",
      en: "the register {register} is given by the host and needs a key",
      zhHelp: "在一个字段后面写「标识」",
      enHelp: "write “key” behind one of its fields"
    ),
    CatalogueEntry(
      "E0833",
      zh: "登记 {register} 由宿主提供，脚本不能改动",
      en: "the register {register} is given by the host and cannot be changed"
    ),
  ]
}
