/// Every message of the language, by area. The only place where sentences stand.
public enum Catalogue {
  /// Messages that belong together.
  public struct Area: Sendable {
    /// The name, as its files have it.
    public let name: String
    /// What its messages are about.
    public let title: Wording
    /// The digit behind the letter and the zero of its codes.
    let hundred: Int
    /// The messages, in the order of their numbers.
    public let entries: [CatalogueEntry]
  }

  /// The areas in the order of their codes.
  public static let areas: [Area] = [
    Area(
      name: "Lexical", title: Wording(zh: "文字和符号", en: "characters"), hundred: 1, entries: lexical),
    Area(name: "Syntactic", title: Wording(zh: "语法", en: "syntax"), hundred: 2, entries: syntactic),
    Area(name: "Names", title: Wording(zh: "名称和登记", en: "names"), hundred: 3, entries: names),
    Area(name: "Types", title: Wording(zh: "值和条件", en: "values"), hundred: 4, entries: types),
    Area(
      name: "Procedures", title: Wording(zh: "语句和函数", en: "statements"), hundred: 4,
      entries: procedures),
    Area(
      name: "Rules", title: Wording(zh: "规则", en: "rules"), hundred: 5,
      entries: rules + incentives + reports + events),
    Area(name: "Data", title: Wording(zh: "导入的数据", en: "imported data"), hundred: 6, entries: data),
    Area(
      name: "Analyses", title: Wording(zh: "整个计划", en: "the plan as a whole"), hundred: 6,
      entries: analyses),
    Area(
      name: "Running", title: Wording(zh: "台账库和文件", en: "store and files"), hundred: 7,
      entries: running),
    Area(
      name: "Scripting", title: Wording(zh: "运行语句", en: "running statements"), hundred: 8,
      entries: scripting),
  ]

  /// Numbers of messages that are no more. A number is never given twice: old logs and notes would speak of something else.
  static let retired: Set<String> = [
    "0116", "0117", "0214", "0218", "0313", "0319", "0414", "0416", "0523", "0614", "0712",
  ]

  /// Every entry, by area, then as written.
  public static let all: [CatalogueEntry] = areas.flatMap(\.entries)

  private static let byCode: [DiagnosticCode: CatalogueEntry] =
    Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code, or `nil` for a code that the catalogue does not hold.
  public static func entry(for code: DiagnosticCode) -> CatalogueEntry? { byCode[code] }
}
