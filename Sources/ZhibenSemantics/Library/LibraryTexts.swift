import ZhibenDiagnostics

extension Library {
  private typealias Parameter = LibraryFunction.Parameter

  private static let text = Parameter("文本", "text", .text)
  private static let part = Parameter("片段", "part", .text)

  /// Texts are counted and cut by characters as people see them.
  static let textFunctions: [LibraryFunction] = [
    LibraryFunction(
      "拆分", "split", .builtin(.split),
      [.init([text, .init("分隔", "separator", .text)], .list(.text))],
      summary: Wording(zh: "按分隔切开的各段", en: "the pieces between the separators"),
      edges: Wording(zh: "分隔为空文本时逐字切开", en: "an empty separator gives single characters")),
    LibraryFunction(
      "连接", "join", .builtin(.join),
      [.init([.init("列表", "list", .list(.text)), .init("分隔", "separator", .text)], .text)],
      summary: Wording(
        zh: "各段依次接起来，中间放分隔", en: "the texts one after another with the separator between"),
      edges: Wording(zh: "空列表得空文本；有一段未知则未知", en: "empty of nothing; unknown if a text is")),
    LibraryFunction(
      "截取", "slice", .builtin(.slice),
      [.init([text, .init("起", "from", .number), .init("字数", "count", .number)], .text)],
      summary: Wording(zh: "从第几个字起取几个字", en: "so many characters from that one on"),
      edges: Wording(
        zh: "第一个字是 1；超出的部分没有；起小于 1 或字数小于 0 时未知",
        en: "counted from 1; what lies beyond is left out; unknown below 1 or 0")),
    LibraryFunction(
      "替换", "replace", .builtin(.replace),
      [.init([text, .init("原文", "from", .text), .init("新文", "to", .text)], .text)],
      summary: Wording(zh: "把原文都换成新文", en: "the text with every occurrence replaced"),
      edges: Wording(zh: "原文为空文本时不变", en: "unchanged for an empty text")),
    LibraryFunction(
      "大写", "uppercase", .builtin(.uppercase), [.init([text], .text)],
      summary: Wording(zh: "字母都变成大写", en: "with capital letters")),
    LibraryFunction(
      "小写", "lowercase", .builtin(.lowercase), [.init([text], .text)],
      summary: Wording(zh: "字母都变成小写", en: "with small letters")),
    LibraryFunction(
      "去空白", "trim", .builtin(.trim), [.init([text], .text)],
      summary: Wording(zh: "去掉两头的空白", en: "without blanks at its ends")),
    LibraryFunction(
      "开头是", "startswith", .builtin(.hasPrefix), [.init([text, part], .bool)],
      summary: Wording(zh: "是不是以片段开头", en: "whether it begins with the part"),
      edges: Wording(zh: "空片段总是", en: "always with an empty part")),
    LibraryFunction(
      "结尾是", "endswith", .builtin(.hasSuffix), [.init([text, part], .bool)],
      summary: Wording(zh: "是不是以片段结尾", en: "whether it ends with the part"),
      edges: Wording(zh: "空片段总是", en: "always with an empty part")),
    LibraryFunction(
      "转文本", "totext", .builtin(.toText), [.init([.init("值", "value", .any)], .text)],
      summary: Wording(zh: "显示时的写法", en: "the value as it is shown")),
  ]
}
