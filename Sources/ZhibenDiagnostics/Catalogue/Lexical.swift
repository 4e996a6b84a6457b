extension Catalogue {
  /// What the lexer notices: bytes, characters, literals.
  static let lexical: [CatalogueEntry] = [
    CatalogueEntry(
      "E0101",
      zh: "这里的字节 {bytes} 不是文字：文件既不是 UTF-8，也不是 GB18030",
      en: "the bytes {bytes} are no text: the file is neither UTF-8 nor GB18030",
      zhHelp: "文件可能损坏了：找回好的一份，或在记事本、WPS 中打开检查后另存为 UTF-8",
      enHelp: "the file may be damaged: get a good copy, or open it, look, and save it as UTF-8"
    ),
    CatalogueEntry(
      "E0102",
      zh: "文字从这里的 {opener} 开始，到行尾都没有配对的 {closer}",
      en: "the text that begins at {opener} is not closed by {closer} on this line",
      zhHelp: "在文字结束处补上 {closer}；一段文字不能跨行",
      enHelp: "put {closer} where the text ends; a text stays on one line"
    ),
    CatalogueEntry(
      "W0103",
      zh: "这段文字以 {opener} 开始，却以 {closer} 结束，已按一对处理",
      en: "this text begins with {opener} but ends with {closer}; they were taken as a pair",
      zhHelp: "请用同一种引号",
      enHelp: "use the same kind of quotes on both sides",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0104",
      zh: "名称从这里的「开始，到行尾都没有配对的」",
      en: "the name that begins at 「 is not closed by 」 on this line",
      zhHelp: "在名称结束处补上」",
      enHelp: "put 」 where the name ends"
    ),
    CatalogueEntry(
      "E0105",
      zh: "文字里的「{opener}」没有配对的花括号",
      en: "the “{opener}” inside this text has no closing brace",
      zhHelp: "补上右花括号；要写花括号本身，请写两个",
      enHelp: "close the brace; to write a brace itself, double it"
    ),
    CatalogueEntry(
      "W0106",
      zh: "这里有看不见的字符（{character}），已按空格处理",
      en: "there is an invisible character here ({character}); it was read as a blank",
      zhHelp: "这种字符多由微信、网页复制带来",
      enHelp: "such characters come with text copied from web pages and chats",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0107",
      zh: "这里有看不见的字符：{character}",
      en: "there is an invisible character here: {character}",
      zhHelp: "这种字符多由微信、网页复制带来",
      enHelp: "such characters come with text copied from web pages and chats",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0108",
      zh: "这里有改变文字方向的控制符（{character}），看到的次序可能不是实际的次序",
      en:
        "a control character here ({character}) turns the direction of text: what you see may not be the order in which it is read"
    ),
    CatalogueEntry(
      "E0109",
      zh: "认不出的符号：{character}",
      en: "this sign is not part of the language: {character}"
    ),
    CatalogueEntry(
      "E0110",
      zh: "「{found}」是别的语言的写法",
      en: "“{found}” is written in other languages, but not in this one",
      fixing: .spelling
    ),
    CatalogueEntry(
      "E0111",
      zh: "注释不用「{found}」开头，写在 // 之后",
      en: "a comment does not begin with “{found}” but with //",
      fixing: .safe
    ),
    CatalogueEntry(
      "E0112",
      zh: "「{found}」这个日期不存在",
      en: "the date “{found}” does not exist"
    ),
    CatalogueEntry(
      "E0113",
      zh: "「{found}」可以读成不同的日期",
      en: "“{found}” may be read as different dates",
      zhHelp: "请写明年、月、日，如 2024年5月6日 或 2024-05-06",
      enHelp: "write year, month and day, such as 2024-05-06"
    ),
    CatalogueEntry(
      "E0114",
      zh: "「{found}」可以读成一个数，也可以读成两个数",
      en: "“{found}” may be one number or two",
      zhHelp: "一个数请去掉逗号；两个数请在逗号后加一个空格",
      enHelp: "for one number leave out the comma; for two put a blank after it"
    ),
    CatalogueEntry(
      "E0115",
      zh: "「{found}」里的句号夹在两个数字之间，可以读成小数点，也可以读成一项结束",
      en: "the full stop in “{found}” may be a decimal point or the end of a clause",
      zhHelp: "小数点请写「.」；一项结束请另起一行",
      enHelp: "write . for a decimal point, or begin a new line after the clause"
    ),
    CatalogueEntry(
      "E0118",
      zh: "「{found}」看不出截止到哪一天",
      en: "“{found}” does not say through which day"
    ),
    CatalogueEntry(
      "E0119",
      zh: "数「{found}」太大，无法准确计算",
      en: "the number “{found}” is too large to be computed exactly"
    ),
    CatalogueEntry(
      "E0120",
      zh: "脚本段从这里开始，到文件末尾都没有结束",
      en: "the script fence that opens here is never closed",
      zhHelp: "在脚本末尾另起一行写 ```",
      enHelp: "put ``` on a line of its own after the script"
    ),
  ]
}
