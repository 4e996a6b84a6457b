/// Every message of the language, by area. The only place where sentences stand.
public enum Catalogue {
  /// The areas in the order of their codes.
  static let areas: [(name: String, entries: [CatalogueEntry])] = [
    ("Lexical", lexical),
    ("Syntactic", syntactic),
    ("Names", names),
    ("Types", types),
    ("Rules", rules),
    ("Data", data),
    ("Running", running),
  ]

  /// Every entry, by area, then as written.
  public static let all: [CatalogueEntry] = areas.flatMap(\.entries)

  private static let byCode: [DiagnosticCode: CatalogueEntry] =
    Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code, or `nil` for a code that the catalogue does not hold.
  public static func entry(for code: DiagnosticCode) -> CatalogueEntry? { byCode[code] }
}
