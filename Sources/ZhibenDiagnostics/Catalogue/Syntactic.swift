extension Catalogue {
  /// What the parser notices: the order and the pairing of words.
  static let syntactic: [CatalogueEntry] = [
    CatalogueEntry(
      "E0201",
      zh: "这里不能写{found}",
      en: "{found} cannot stand here",
      zhHelp: "这里要写{slot}",
      enHelp: "what belongs here is {slot}"
    ),
    CatalogueEntry(
      "E0202",
      zh: "这里缺少{slot}",
      en: "{slot} is missing here"
    ),
    CatalogueEntry(
      "E0203",
      zh: "这里的「{opener}」没有配对的「{closer}」",
      en: "this “{opener}” has no “{closer}”",
      zhHelp: "在这一条结束的地方补上「{closer}」",
      enHelp: "put “{closer}” where this declaration ends"
    ),
    CatalogueEntry(
      "E0204",
      zh: "这里的「{opener}」没有配对的「{closer}」",
      en: "this “{opener}” has no “{closer}”",
      zhHelp: "在括号里的内容结束处补上「{closer}」",
      enHelp: "put “{closer}” where the bracketed part ends"
    ),
    CatalogueEntry(
      "E0205",
      zh: "「{found}」前面没有与它配对的括号",
      en: "no bracket before this “{found}” is open",
      zhHelp: "删去它，或在前面补上配对的括号",
      enHelp: "delete it, or open the bracket before"
    ),
    CatalogueEntry(
      "E0206",
      zh: "从「{clause}」起是另一项，前面要有分号或换行",
      en: "a new clause begins at “{clause}”: it needs a semicolon or a new line before it",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0207",
      zh: "{body}里没有「{found}」这一项",
      en: "{body} has no clause “{found}”",
      zhHelp: "可以写：{candidates}",
      enHelp: "it may have: {candidates}"
    ),
    CatalogueEntry(
      "E0208",
      zh: "没有以「{found}」开头的规定或语句",
      en: "no declaration and no statement begins with “{found}”",
      zhHelp: "可以写：{candidates}",
      enHelp: "there are: {candidates}"
    ),
    CatalogueEntry(
      "E0209",
      zh: "名称「{found}」中间有空格",
      en: "the name “{found}” has a blank inside",
      zhHelp: "名称连着写成一个词，或放进「」",
      enHelp: "write the name as one word, or put it into 「」"
    ),
    CatalogueEntry(
      "E0210",
      zh: "「{found}」用错了字，这里是「{right}」",
      en: "“{found}” is the wrong word here; it is “{right}”"
    ),
    CatalogueEntry(
      "E0211",
      zh: "「{found}」连在一起，分不出词来",
      en: "the words of “{found}” run together",
      zhHelp: "词与词之间加空格",
      enHelp: "put blanks between the words"
    ),
    CatalogueEntry(
      "E0212",
      zh: "「{literal}」已经写完，后面多出「{found}」",
      en: "“{literal}” is complete; “{found}” after it is too much",
      zhHelp: "删去「{found}」，或另起一项",
      enHelp: "delete “{found}”, or begin a new clause"
    ),
    CatalogueEntry(
      "E0213",
      zh: "「{found}」是督办的台阶，不能作条件",
      en: "“{found}” is a rung of an escalation, not a condition",
      zhHelp: "作条件时比较天数，如「今日 − 整改期限 > 15日」",
      enHelp: "as a condition compare the days, such as “今日 - 整改期限 > 15 days”"
    ),
    CatalogueEntry(
      "E0215",
      zh: "{place}要用「{ }」括起来",
      en: "{place} must stand in braces { }",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0216",
      zh: "「于」要紧跟在它所限定的词后面",
      en: "“during” must stand right after what it dates"
    ),
    CatalogueEntry(
      "E0217",
      zh: "括号和条件套得太深，超过 {limit} 层",
      en: "brackets and conditions are nested more than {limit} deep",
      zhHelp: "用「令」给其中一部分取个名称，分开来写",
      enHelp: "give a part a name with “let” and write it apart"
    ),
    CatalogueEntry(
      "E0219",
      zh: "以「{found}」开头的这一条，要到以后的语言版本才有",
      en: "what begins with “{found}” here belongs to a later version of the language",
      zhHelp: "请升级程序，或改用现有的写法",
      enHelp: "upgrade the program, or use what this version has"
    ),
    CatalogueEntry(
      "E0220",
      zh: "整理后的文字与原意不符，没有改动文件",
      en: "the formatted text would not mean the same; nothing was changed",
      zhHelp: "这是程序的错误，请把这一条报告给我们",
      enHelp: "this is a fault of the program; please report this passage"
    ),
    CatalogueEntry(
      "E0221",
      zh: "这里写「{right}」，不写「{found}」",
      en: "write “{right}” here, not “{found}”"
    ),
    CatalogueEntry(
      "W0222",
      zh: "「=」是比较，这一行没有改变「{found}」",
      en: "“=” compares; this line does not change “{found}”",
      zhHelp: "要改变它的值，写「:=」",
      enHelp: "to change it, write “:=”"
    ),
  ]
}
