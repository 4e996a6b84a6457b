extension Catalogue {
  /// What the checker notices: kinds of values and what may be done with them.
  static let types: [CatalogueEntry] = [
    CatalogueEntry(
      "E0401",
      zh: "这里要写{expected}，写的却是{found}",
      en: "this must be {expected}, but it is {found}"
    ),
    CatalogueEntry(
      "E0402",
      zh: "单位不同，不能一起算：一边是 {left}，一边是 {right}",
      en: "the units differ: {left} on one side, {right} on the other",
      zhHelp: "两边写成同一种单位",
      enHelp: "write both sides in the same unit"
    ),
    CatalogueEntry(
      "E0403",
      zh: "这里要写条件，「{text}」却是{found}",
      en: "a condition must stand here, but “{text}” is {found}",
      zhHelp: "条件要能答是或否，如「{text} = …」",
      enHelp: "a condition is true or false, such as “{text} = …”"
    ),
    CatalogueEntry(
      "E0404",
      zh: "「{text}」是{found}，不是一批记录",
      en: "“{text}” is {found}, not a set of records"
    ),
    CatalogueEntry(
      "E0405",
      zh: "两个比较不能连着写",
      en: "two comparisons cannot be chained",
      zhHelp: "中间用「且」分开，如「10 ≤ 人数 且 人数 ≤ 50」，或写「人数 介于 10 与 50」",
      enHelp: "join them with “and”, or write “between 10 and 50”"
    ),
    CatalogueEntry(
      "E0406",
      zh: "{owner} 的取值没有排先后，不能用「{operator}」",
      en: "the values of {owner} have no order, so “{operator}” does not apply",
      zhHelp: "声明取值时写明「由轻到重」，或改用「属于」",
      enHelp: "declare the enum “ascending”, or use “in”"
    ),
    CatalogueEntry(
      "E0407",
      zh: "「于」后面要写日期或期间，「{text}」却是{found}",
      en: "“during” takes a date or a period, but “{text}” is {found}"
    ),
    CatalogueEntry(
      "E0408",
      zh: "{owner} 的取值不加引号",
      en: "the values of {owner} are written without quotes",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0409",
      zh: "「{word}」没有写明口径，无法计算",
      en: "nothing says what “{word}” means in figures",
      zhHelp: "在 计划 里写明，如「口径 {word} = 10个工作日」",
      enHelp: "state it in the plan, such as “reading {word} = 10 workdays”"
    ),
    CatalogueEntry(
      "W0410",
      zh: "「{text}」没有写明是自然日还是工作日，按{reading}计算",
      en:
        "“{text}” does not say whether calendar days or workdays are meant; it is taken as {reading}",
      zhHelp: "写成「个自然日」或「个工作日」",
      enHelp: "write “calendar days” or “workdays”"
    ),
    CatalogueEntry(
      "E0411",
      zh: "「{operator}」不能用在{left}和{right}之间",
      en: "“{operator}” does not apply to {left} and {right}"
    ),
    CatalogueEntry(
      "E0412",
      zh: "「{name}」要 {expected} 个参数，这里写了 {found} 个",
      en: "the number of arguments of “{name}” is {expected}, but {found} are given"
    ),
    CatalogueEntry(
      "E0413",
      zh: "看不出「{name}」是哪一种取值",
      en: "it is not clear of which enum “{name}” is a value",
      zhHelp: "写明其中一种：{candidates}",
      enHelp: "write the one you mean: {candidates}"
    ),
    CatalogueEntry(
      "E0415",
      zh: "登记「{register}」没有日期字段，不能用「于」限定期间",
      en: "the register “{register}” has no date field, so “during” does not apply",
      zhHelp: "在登记里给记录发生日期的字段标上「日期」",
      enHelp: "mark the field that holds the day with “日期”"
    ),
    CatalogueEntry(
      "E0417",
      zh: "「{text}」是{found}，要说明取哪一条",
      en: "“{text}” means {found}; say which of them",
      zhHelp: "如「最近({text})」，或用「有(… 其中 …)」",
      enHelp: "take one, as in “latest({text})”, or ask with “exists”"
    ),
    CatalogueEntry(
      "E0418",
      zh: "这里的文字不能含 {…}",
      en: "a text that stands here cannot hold an expression"
    ),
    CatalogueEntry(
      "E0419",
      zh: "两个日期相差的天数不能和「{text}」比",
      en: "the days between two dates cannot be compared with “{text}”",
      zhHelp: "写成日期比较，如「日期 后 {text} < 今日」",
      enHelp: "compare days instead, as in “日期 after {text} < today”"
    ),
    CatalogueEntry(
      "E0420",
      zh: "期间已经限定过了",
      en: "the span of days is stated already",
      zhHelp: "只留一个「于」",
      enHelp: "keep one “during”"
    ),
    CatalogueEntry(
      "E0421",
      zh: "「{value}」是一个值，「于」后面要写某一天，「{text}」却是{found}",
      en: "“{value}” is one value, so “during” takes a day, but “{text}” is {found}"
    ),
    CatalogueEntry(
      "E0422",
      zh: "「{text}」是{found}，不能用「包含」",
      en: "“{text}” is {found}, so “contains” does not apply",
      zhHelp: "「包含」用于多值字段和文本",
      enHelp: "“contains” is for fields of several values and for texts"
    ),
    CatalogueEntry(
      "E0423",
      zh: "「属于」后面要写一组值或范围，「{text}」只是一个值",
      en: "“in” takes a set or a scope, but “{text}” is one value",
      zhHelp: "放进花括号，或改用「=」",
      enHelp: "put it into braces, or use “=”",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0424",
      zh: "「{text}」有多个值，不能这样比较",
      en: "“{text}” holds several values and cannot be compared like this",
      zhHelp: "用「包含」或「属于」",
      enHelp: "use “contains” or “in”"
    ),
    CatalogueEntry(
      "E0425",
      zh: "「则」后面是{left}，「否则」后面却是{right}",
      en: "“then” gives {left}, but “else” gives {right}",
      zhHelp: "两边写成同一种",
      enHelp: "make both of one kind"
    ),
    CatalogueEntry(
      "E0426",
      zh: "一边是{left}，另一边是{right}，合不到一起",
      en: "{left} on one side and {right} on the other do not go together"
    ),
    CatalogueEntry(
      "E0427",
      zh: "这里要写条件，「{text}」却是{found}",
      en: "a condition must stand here, but “{text}” means {found}",
      zhHelp: "要问有没有，写「有({text})」",
      enHelp: "to ask whether there are any, write “exists({text})”"
    ),
    CatalogueEntry(
      "E0428",
      zh: "「{name}」要说明取哪个值",
      en: "“{name}” needs a value of each record",
      zhHelp: "如「{name}({text}.字段)」",
      enHelp: "as in “{name}({text}.field)”"
    ),
    CatalogueEntry(
      "E0429",
      zh: "这里要写固定的值，不能随记录变化",
      en: "a fixed value must stand here, not one that differs by record"
    ),
  ]
}
