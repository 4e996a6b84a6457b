import ZhibenDiagnostics

extension Library {
  /// Over records and lists. Rows of which it is unknown whether they are in make the result unknown where they could change it.
  static let aggregateFunctions: [LibraryFunction] = [
    aggregate(
      "有", "exists", .exists, "有没有符合条件的", "whether there are any",
      edges: Wording(zh: "一个也没有时为否", en: "false of nothing")),
    aggregate(
      "无", "none", .none, "是不是一个也没有", "whether there are none",
      edges: Wording(zh: "一个也没有时为是", en: "true of nothing")),
    aggregate(
      "皆", "every", .every, "是不是个个都满足第二个参数", "whether each meets the second argument",
      edges: Wording(zh: "一个也没有时为是", en: "true of nothing")),
    aggregate(
      "数量", "count", .count, "有几个", "how many there are",
      edges: Wording(zh: "一个也没有时为 0", en: "0 of nothing")),
    aggregate(
      "求和", "sum", .sum, "各个值的和", "the sum of the values",
      edges: Wording(zh: "一个也没有时为 0；有一个值未知则未知", en: "0 of nothing; unknown if a value is")),
    aggregate(
      "平均", "average", .average, "各个值的平均数", "the mean of the values",
      edges: Wording(zh: "一个也没有时未知", en: "unknown of nothing")),
    aggregate(
      "最大", "max", .maximum, "最大的值", "the greatest value",
      edges: Wording(zh: "一个也没有时未知", en: "unknown of nothing")),
    aggregate(
      "最小", "min", .minimum, "最小的值", "the least value",
      edges: Wording(zh: "一个也没有时未知", en: "unknown of nothing")),
    aggregate(
      "占比", "share", .share, "满足第二个参数的占多少", "which share of them meets the second argument",
      edges: Wording(zh: "一个也没有时未知", en: "unknown of nothing")),
    aggregate(
      "最近", "latest", .latest, "发生日最晚的一条", "the record that happened last",
      edges: Wording(zh: "一个也没有时未知；同一天的取后面一条", en: "unknown of nothing; of one day the later one")),
    aggregate(
      "首次", "earliest", .earliest, "发生日最早的一条", "the record that happened first",
      edges: Wording(zh: "一个也没有时未知；同一天的取前面一条", en: "unknown of nothing; of one day the earlier one")
    ),
    aggregate(
      "去重数", "distinct", .distinct, "有几个不同的值", "how many different values there are",
      edges: Wording(zh: "一个也没有时为 0", en: "0 of nothing")),
  ]

  private static func aggregate(
    _ zh: String, _ en: String, _ kind: Aggregate.Kind, _ summaryZh: String, _ summaryEn: String,
    edges: Wording
  ) -> LibraryFunction {
    LibraryFunction(
      zh, en, .aggregate(kind), [], summary: Wording(zh: summaryZh, en: summaryEn), edges: edges)
  }
}
