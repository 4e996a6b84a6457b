import Testing

@testable import ZhibenDiagnostics

/// Bad messages are written down until they are mended: `Tests/Goldens/museum.md`.
@Suite struct MuseumTests {
  /// How many there are. Lower it with each that is mended; it never rises.
  static let count = 15

  static func rows() throws -> [[Substring]] {
    String(decoding: try Golden(path: "museum.md").bytes(), as: UTF8.self)
      .split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
      .map { $0.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false) }
  }

  @Test func itDoesNotGrow() throws {
    let rows = try Self.rows()
    #expect(rows.count == Self.count, "fewer: lower the count; more: mend one first")
  }

  @Test func everyPieceIsOfTheCatalogue() throws {
    for row in try Self.rows() {
      #expect(row.count == 4, "\(row)")
      let code = row.first.map { $0.filter { $0 != " " } } ?? ""
      #expect(Catalogue.entry(for: DiagnosticCode(rawValue: code)) != nil, "\(code)")
    }
  }
}
