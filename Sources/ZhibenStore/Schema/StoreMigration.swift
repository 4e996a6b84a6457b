import GRDB

/// Brings a store of an earlier layout to the present one: in one transaction, so that it has the one or the other.
enum StoreMigration {
  /// Does what is missing. Somebody else may have done it in between.
  static func run(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      if try !StoreFormat.has(version: 2, db) { try addWrites(db) }
      if try !StoreFormat.has(version: 3, db) { try addDraws(db) }
      if try !StoreFormat.has(version: 4, db) { try addAuthors(db) }
      return .commit
    }
  }

  /// Version 2: statements write to the registers, and records can be struck off.
  private static func addWrites(_ db: Database) throws {
    // The views name columns of the tables.
    try StoreViews.drop(db)
    try db.execute(
      sql: """
        ALTER TABLE zb_register ADD COLUMN has_removals INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE zb_run ADD COLUMN writes INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE zb_run ADD COLUMN writes_digest TEXT NOT NULL DEFAULT '';
        \(StoreFormat.writeTables)
        """)
    for (table, register) in try StoredSchema(db).registers {
      let names = TableNames(table)
      try db.execute(
        sql: "ALTER TABLE \(SQL.quoted(names.rows)) ADD COLUMN \(TableNames.goneFrom) INTEGER")
      for (column, field) in register.fields where field.isKey {
        let index = SQL.quoted(SchemaPreparation.indexName(on: column, of: names))
        try db.execute(sql: "DROP INDEX IF EXISTS \(index)")
        try db.execute(sql: SchemaPreparation.index(on: column, of: names, unique: true))
      }
    }
    try StoreViews.create(db)
    try db.execute(sql: "PRAGMA user_version = 2")
  }

  /// Version 3: lists of draws are kept, and there are outcomes of draws.
  private static func addDraws(_ db: Database) throws {
    try StoreViews.drop(db)
    try db.execute(sql: StoreFormat.drawTable)
    try StoreFormat.explain(db)
    try StoreViews.create(db)
    try db.execute(sql: "PRAGMA user_version = 3")
  }

  /// Version 4: the run log says who wrote, and has the imports.
  private static func addAuthors(_ db: Database) throws {
    for column in StoreFormat.authorColumns {
      try db.execute(sql: "ALTER TABLE zb_run ADD COLUMN \(column)")
    }
    try db.execute(sql: "PRAGMA user_version = 4")
  }
}
