import GRDB
import ZhibenDiagnostics

/// What a store holds, in numbers.
public struct StoreContents: Hashable, Sendable {
  /// A register and how many records it has.
  public struct Register: Hashable, Sendable {
    /// The name in scripts.
    public var name: String
    /// The table.
    public var table: String
    /// How many records.
    public var records: Int
  }
  /// The registers that scripts have brought, in the order in which they came.
  public var registers: [Register]
  /// How many outcomes the ledger has.
  public var outcomes: Int
  /// The store's version.
  public var dataVersion: Int
  /// The version of the tables' layout.
  public var formatVersion: Int
}

extension Store {
  /// Counts what the store holds; reads it all.
  public func contents() throws(Diagnostics) -> StoreContents {
    try reading { db in
      let registers = try StoredSchema(db).registers.sorted { $0.value.id < $1.value.id }
      return StoreContents(
        registers: try registers.map { table, register in
          StoreContents.Register(
            name: register.name, table: table, records: try Self.count(db, table))
        },
        outcomes: try Self.count(db, "zb_outcome"), dataVersion: try StoreFormat.dataVersion(db),
        formatVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
    }
  }

  private static func count(_ db: Database, _ table: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(SQL.quoted(table))") ?? 0
  }
}
