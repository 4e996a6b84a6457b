/// Every message of the language, by area. The only place where sentences stand.
public enum Catalogue {
  /// The areas in the order of their codes, each with the hundred that its codes are counted in.
  static let areas: [(name: String, hundred: Int, entries: [CatalogueEntry])] = [
    ("Lexical", 1, lexical),
    ("Syntactic", 2, syntactic),
    ("Names", 3, names),
    ("Types", 4, types),
    ("Procedures", 4, procedures),
    ("Rules", 5, rules),
    ("Data", 6, data),
    ("Analyses", 6, analyses),
    ("Running", 7, running),
    ("Scripting", 8, scripting),
  ]

  /// Every entry, by area, then as written.
  public static let all: [CatalogueEntry] = areas.flatMap(\.entries)

  private static let byCode: [DiagnosticCode: CatalogueEntry] =
    Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code, or `nil` for a code that the catalogue does not hold.
  public static func entry(for code: DiagnosticCode) -> CatalogueEntry? { byCode[code] }
}
