import GRDB
import ZhibenDiagnostics
import ZhibenFacts

/// A draw as the ledger keeps it.
public struct StoredDraw: Hashable, Sendable {
  /// The list as text.
  public var list: String
  /// The number by which was drawn; nil while it is to come.
  public var number: FrozenDraw.Number?
  /// The first eight bytes of the tickets of all that were drawn or in reserve, in order.
  public var tickets: [Int64]
}

extension Store {
  /// The draw of an id, as a run froze it; nil if there is none.
  /// - Parameter id: `规范化抽查/2025-01-01/1`, as it stands in the first line of the list.
  public func draw(id: String) throws(Diagnostics) -> StoredDraw? {
    try reading { db in
      guard try StoreFormat.has(version: 3, db) else { return nil }
      let head = "draw\t\(id)\n"
      guard
        let row = try Row.fetchOne(
          db,
          sql: "SELECT * FROM zb_draw WHERE substr(list, 1, length(?)) = ?",
          arguments: [head, head])
      else { return nil }
      var draw = StoredDraw(
        list: row["list"], number: nil,
        tickets: try Int64.fetchAll(
          db,
          sql: """
            SELECT numerator FROM zb_outcome WHERE rule_id = ? AND first = ? AND nth = ?
              AND subject_id >= 0 AND unknown_count > 0 ORDER BY numerator
            """, arguments: [row["rule_id"] as Int64, row["first"] as Int64, row["nth"] as Int64]))
      if let text: String = row["number"], let day: Int32 = row["published_on"] {
        draw.number = FrozenDraw.Number(text: text, day: day, source: row["source"] ?? "")
      }
      return draw
    }
  }
}
