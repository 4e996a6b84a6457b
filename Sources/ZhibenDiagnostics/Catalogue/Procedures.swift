extension Catalogue {
  /// What the checker notices in statements, questions and functions.
  static let procedures: [CatalogueEntry] = variables + flow + questions + records

  private static let variables: [CatalogueEntry] = [
    CatalogueEntry(
      "E0430",
      zh: "「{name}」已经是{owner}，不能再作名称",
      en: "“{name}” is {owner} already and cannot be a name here",
      zhHelp: "换一个名称，一个词只有一个意思",
      enHelp: "take another name: a word has one meaning"
    ),
    CatalogueEntry(
      "E0431",
      zh: "变量「{name}」前面已经有了",
      en: "there is a variable “{name}” already",
      zhHelp: "要改它的值，写「{name} := …」；要另一个变量，换一个名称",
      enHelp: "to change it write “{name} := …”; for another variable take another name"
    ),
    CatalogueEntry(
      "E0432",
      zh: "外面已经有变量「{name}」，里面再有一个就分不清了",
      en:
        "a variable “{name}” stands outside; with another one inside, nobody could tell them apart",
      zhHelp: "要改外面的，写「{name} := …」；要另一个变量，换一个名称",
      enHelp: "to change the outer one write “{name} := …”; for another variable take another name"
    ),
    CatalogueEntry(
      "E0433",
      zh: "「{text}」不是变量，不能赋值",
      en: "“{text}” is no variable, so nothing can be assigned to it",
      zhHelp: "新的变量用「令」引入",
      enHelp: "“let” introduces a new variable"
    ),
    CatalogueEntry(
      "E0434",
      zh: "「{text}」是记录的字段，不能赋值",
      en: "“{text}” is a field of a record and cannot be assigned to",
      zhHelp: "记录用「修改」变更，变更会留痕",
      enHelp: "records are changed by “update”, which is kept on file"
    ),
    CatalogueEntry(
      "E0435",
      zh: "「{text}」是{found}，不能用括号取其中一个",
      en: "“{text}” is {found}, so no part of it can be taken by parentheses",
      zhHelp: "列表和映射才可以，如「列表（1）」「表（\"甲\"）」",
      enHelp: "only lists and maps have parts, as in “list(1)”"
    ),
    CatalogueEntry(
      "E0436",
      zh: "函数「{name}」要返回{expected}，有的路走到末尾也没有「返回」",
      en: "the function “{name}” must give back {expected}, but a way to its end has no “return”",
      zhHelp: "在末尾或各个分支里都写上「返回」",
      enHelp: "put a “return” at its end or into each branch"
    ),
  ]

  private static let flow: [CatalogueEntry] = [
    CatalogueEntry(
      "W0437",
      zh: "这一句永远轮不到",
      en: "this statement is never reached",
      zhHelp: "前面一句已经离开；删去这一句，或移到前面",
      enHelp: "the statement before it leaves; delete this one, or move it up"
    ),
    CatalogueEntry(
      "E0438",
      zh: "「{text}」是{found}，不能逐个来",
      en: "“{text}” is {found} and has no elements to go through",
      zhHelp: "「对 每个」后面写一批记录、列表或映射",
      enHelp: "“for each” takes records, a list or a map"
    ),
    CatalogueEntry(
      "E0439",
      zh: "「{word}」只能写在循环里",
      en: "“{word}” may stand in a loop only"
    ),
    CatalogueEntry(
      "E0440",
      zh: "「返回」只能写在函数里",
      en: "“return” may stand in a function only"
    ),
    CatalogueEntry(
      "E0441",
      zh: "函数「{name}」{expected}",
      en: "the function “{name}” {expected}",
      zhHelp: "结果的类型写在参数后面，如「函数 甲(n：数)：数」",
      enHelp: "the type of the result stands behind the parameters"
    ),
    CatalogueEntry(
      "E0442",
      zh: "函数「{name}」不返回值，这里要一个值",
      en: "the function “{name}” gives nothing back, but a value must stand here",
      zhHelp: "给函数写上结果的类型和「返回」，或单独成句地调用",
      enHelp: "give it a result type and a “return”, or call it in a statement of its own"
    ),
  ]

  private static let questions: [CatalogueEntry] = [
    CatalogueEntry(
      "E0443",
      zh: "这里没有叫「{name}」的栏目",
      en: "there is no column “{name}” here",
      zhHelp: "现有的栏目：{candidates}",
      enHelp: "the columns: {candidates}"
    ),
    CatalogueEntry(
      "E0444",
      zh: "空的花括号看不出是什么类型",
      en: "empty braces do not tell their type",
      zhHelp: "写明类型，如「令 名单：列表（企业） = {}」",
      enHelp: "state it, as in “let names: list(text) = {}”"
    ),
    CatalogueEntry(
      "E0445",
      zh: "列表要写全，不能以「等」结尾",
      en: "a list must be whole and cannot be left open",
      zhHelp: "删去「等」；开放的一组值只能跟在「属于」后面",
      enHelp: "delete “etc”; an open set may only stand behind “in”"
    ),
    CatalogueEntry(
      "E0446",
      zh: "一组值要同一种：前面是{left}，这一个是{right}",
      en: "the values must be of one kind: {left} before, {right} here"
    ),
    CatalogueEntry(
      "E0447",
      zh: "栏目和键不能混在一对花括号里",
      en: "fields and keys cannot stand in one pair of braces",
      zhHelp: "记录写「名称：值」，映射写「\"键\"：值」",
      enHelp: "a record is written “name: value”, a map “\"key\": value”"
    ),
    CatalogueEntry(
      "E0448",
      zh: "「{name}」是语言自带的函数，不能再作函数名",
      en: "“{name}” is a function of the language and cannot be declared again",
      zhHelp: "换一个名称",
      enHelp: "take another name"
    ),
    CatalogueEntry(
      "E0449",
      zh: "「{text}」只能写在语句里，规则和定义里不行",
      en: "“{text}” may stand in statements only, not in rules or definitions",
      zhHelp: "规则里用「有」「数量」等聚合，或把它写成语句",
      enHelp: "in a rule use aggregates such as “exists” or “count”, or make it a statement"
    ),
    CatalogueEntry(
      "E0450",
      zh: "「{word}」不能写在这里：只能写在{place}",
      en: "“{word}” may not stand here, only {place}"
    ),
    CatalogueEntry(
      "E0451",
      zh: "「历次」后面要写记录的字段，「{text}」是{found}",
      en: "“history of” takes a field of a record, but “{text}” is {found}"
    ),
    CatalogueEntry(
      "E0452",
      zh: "「{text}」是{found}，排不出先后",
      en: "“{text}” is {found}, by which nothing can be sorted"
    ),
    CatalogueEntry(
      "E0453",
      zh: "有两个叫「{name}」的栏目",
      en: "there are two columns “{name}”",
      zhHelp: "给其中一个另起名称，如「新名 = …」",
      enHelp: "give one of them a name, as in “new = …”"
    ),
    CatalogueEntry(
      "E0454",
      zh: "「{text}」是{found}，不能按它分组",
      en: "“{text}” is {found}, by which nothing can be grouped"
    ),
    CatalogueEntry(
      "E0455",
      zh: "「{text}」没有说明怎样汇总",
      en: "“{text}” does not say how the rows are taken together",
      zhHelp: "用「数量」「求和」「平均」等，如「求和({text})」",
      enHelp: "use “count”, “sum”, “average” …, as in “sum({text})”"
    ),
    CatalogueEntry(
      "E0456",
      zh: "「{text}」是每一行各有的一批，不能直接用「{name}」汇总",
      en: "each row has a “{text}” of its own, which “{name}” cannot take together",
      zhHelp: "先算每一行的，再汇总，如「求和(数量({text}))」",
      enHelp: "reckon it for each row first, as in “sum(count({text}))”"
    ),
  ]

  private static let records: [CatalogueEntry] = [
    CatalogueEntry(
      "W0457",
      zh: "记入 {register} 时没有写必填的 {fields}",
      en: "the new record of {register} lacks {fields}",
      zhHelp: "测试里可以不写，这些栏目就是空白",
      enHelp: "a test may leave them out; they are blank then"
    ),
    CatalogueEntry(
      "E0458",
      zh: "记入 {register} 时没有写必填的 {fields}",
      en: "the new record of {register} lacks {fields}",
      zhHelp: "补上这些栏目",
      enHelp: "add these fields"
    ),
    CatalogueEntry(
      "E0459",
      zh: "「{name}」是 {register} 的标识，不能修改",
      en: "“{name}” names the records of {register} and cannot be changed",
      zhHelp: "换了标识就是另一条记录：注销这一条，再记入新的",
      enHelp: "with another key it is another record: delete this one and insert the new one"
    ),
    CatalogueEntry(
      "E0460",
      zh: "「{register}」由引擎自己填写，不能用「{word}」",
      en: "the engine alone fills “{register}”; “{word}” does not apply"
    ),
    CatalogueEntry(
      "E0461",
      zh: "「{name}」要写明里面是什么",
      en: "“{name}” must say of what it is",
      zhHelp: "如「{name}（{example}）」",
      enHelp: "as in “{name}({example})”"
    ),
    CatalogueEntry(
      "E0462",
      zh: "「{text}」不能用「假设」改变",
      en: "“{text}” cannot be supposed to be otherwise",
      zhHelp: "可以改参数（{candidates}）和规则的频次（如「年度执法.频次 = 每半年1次」）",
      enHelp: "parameters ({candidates}) and the cadences of rules can be"
    ),
    CatalogueEntry(
      "W0463",
      zh: "被引用的脚本里的语句不会执行",
      en: "the statements of a script that is used by another are not done",
      zhHelp: "把它们写进函数，再在这里调用",
      enHelp: "put them into a function and call it"
    ),
    CatalogueEntry(
      "E0464",
      zh: "函数「{name}」有结果，不能在里面改记录",
      en: "the function “{name}” gives a result and cannot change records",
      zhHelp: "有结果的函数会写在查询里；去掉结果的类型，或把这一句移到函数外面",
      enHelp: "it may stand in a question; drop its result type, or move this out of the function"
    ),
    CatalogueEntry(
      "W0465",
      zh: "「{text}」里用到参数 {name}，仍按原值计算，假设改不到它",
      en:
        "“{text}” rests on the parameter {name} and keeps its value: what is supposed does not reach it",
      zhHelp: "假设的值写成定值（如 60人）就能改到它；要运行时才算得出的值，请传进函数或直接写在假设里面",
      enHelp:
        "a value written out (60人) reaches it; pass one that only a run finds out to the function, or write the condition inside the supposition"
    ),
  ]
}
