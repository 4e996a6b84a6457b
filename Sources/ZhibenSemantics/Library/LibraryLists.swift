import ZhibenDiagnostics

extension Library {
  private typealias Parameter = LibraryFunction.Parameter

  private static let list = Parameter("列表", "list", .list(.any))
  private static let map = Parameter("映射", "map", .map(.any, .other))
  private static let numbers = Parameter("列表", "list", .list(.measure))

  /// Nothing is changed in place: each gives a new list or map.
  static let listFunctions: [LibraryFunction] = [
    LibraryFunction(
      "长度", "length", .builtin(.length),
      [
        .init([.init("文本", "text", .text)], .number), .init([list], .number),
        .init([map], .number),
      ],
      summary: Wording(zh: "字数、个数", en: "how many characters, elements or entries")),
    LibraryFunction(
      "追加", "append", .builtin(.append), [.init([list, .init("值", "value", .any)], .list(.any))],
      summary: Wording(zh: "末尾多一个值的列表", en: "the list with one more at its end"),
      edges: Wording(zh: "未知的值也是一个", en: "an unknown value counts as one")),
    LibraryFunction(
      "去除", "remove", .builtin(.remove),
      [
        .init([list, .init("值", "value", .any)], .list(.any)),
        .init([map, .init("键", "key", .any)], .map(.any, .other)),
      ],
      summary: Wording(
        zh: "去掉等于它的值，或这个键", en: "without the elements equal to it, or without that key"),
      edges: Wording(zh: "没有时不变", en: "unchanged where there is none")),
    LibraryFunction(
      "键", "keys", .builtin(.keys), [.init([map], .list(.any))],
      summary: Wording(zh: "映射的各个键，按先后", en: "the keys of a map, in order")),
    LibraryFunction(
      "值", "values", .builtin(.values), [.init([map], .list(.other))],
      summary: Wording(zh: "映射的各个值，按先后", en: "the values of a map, in order")),
    LibraryFunction(
      "反序", "reversed", .builtin(.reversed), [.init([list], .list(.any))],
      summary: Wording(zh: "倒过来的列表", en: "the list from its end")),
    LibraryFunction(
      "去重", "unique", .builtin(.unique), [.init([list], .list(.any))],
      summary: Wording(zh: "相等的只留第一个", en: "of equal elements only the first"),
      edges: Wording(zh: "未知的都留下", en: "unknown ones all stay")),
    LibraryFunction(
      "中位数", "median", .builtin(.median), [.init([numbers], .measure)],
      summary: Wording(
        zh: "排在正中的数；偶数个时取中间两个的平均", en: "the middle number, or the mean of the middle two"),
      edges: Wording(zh: "空列表、有未知时未知", en: "unknown of nothing, and if an element is")),
    LibraryFunction(
      "累计", "runningsum", .builtin(.runningSum), [.init([numbers], .list(.measure))],
      summary: Wording(
        zh: "依次累加的和：第几个就是前几个的和", en: "the sums of the first, the first two, the first three …"),
      edges: Wording(zh: "从第一个未知的起都未知", en: "unknown from the first unknown one on")),
    LibraryFunction(
      "连续", "longestrun", .builtin(.longestRun),
      [.init([list, .init("条件", "condition", .bool)], .number)],
      summary: Wording(
        zh: "最多有几个连着满足条件；记录按发生日先后",
        en: "how many in a row meet the condition at most; records by their day"),
      edges: Wording(
        zh: "没有时为 0；未知会影响结果时未知", en: "0 of nothing; unknown if unknown ones could change it"),
      isProcedural: true
    ),
  ]
}
