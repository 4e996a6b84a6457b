import GRDB
import ZhibenDiagnostics
import ZhibenFacts

/// The layout of a store: which files are one, and the tables that every store has.
enum StoreFormat {
  /// “ZBEN”: tells a store from other SQLite files.
  static let applicationID = 0x5A42_454E

  /// Refuses what is no store or was written by a newer program; sets up a store in an empty file.
  static func verify(_ db: Database, path: String, mode: Store.Mode) throws {
    if try isFresh(db) {
      guard mode == .readWrite else {
        throw Diagnostics([Diagnostic(StoreCode.notAStore, at: .none, ["path": path])])
      }
      // Readers go on while a run writes, and a run that is killed leaves the file as it was.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.inTransaction(.immediate) {
        // Another process may have set it up in between.
        if try isFresh(db) { try create(db) }
        return .commit
      }
    }
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw Diagnostics([Diagnostic(StoreCode.notAStore, at: .none, ["path": path])])
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= Store.formatVersion else {
      throw Diagnostics([
        Diagnostic(
          StoreCode.newerFormat, at: .none,
          ["path": path, "found": "\(version)", "supported": "\(Store.formatVersion)"])
      ])
    }
    if version < Store.formatVersion, mode == .readWrite { try StoreMigration.run(db) }
  }

  /// Whether the store has what came with that version of the layout. One that is only read keeps the layout it has.
  static func has(version: Int, _ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 >= version
  }

  /// The store's version, which grows with each change of facts or ledger.
  static func dataVersion(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT value FROM zb_meta WHERE key = 'data_version'") ?? 0
  }

  /// Counts a change of facts or ledger; returns the new version.
  static func advanceDataVersion(_ db: Database) throws -> Int {
    try db.execute(sql: "UPDATE zb_meta SET value = value + 1 WHERE key = 'data_version'")
    return try dataVersion(db)
  }

  private static func isFresh(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
      && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }

  private static func create(_ db: Database) throws {
    try db.execute(sql: tables)
    try explain(db)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(Store.formatVersion)")
  }

  /// Writes down what the codes of the ledger mean, as far as that does not stand there.
  static func explain(_ db: Database) throws {
    for (name, code, value) in labels {
      try db.execute(
        sql: "INSERT OR IGNORE INTO zb_enum VALUES (?, ?, ?)", arguments: [name, Int(code), value])
    }
  }

  /// What the codes of the ledger mean.
  private static var labels: [(name: String, code: UInt8, value: String)] {
    OutcomeStatus.allCases.flatMap { labels("zb_status", $0.rawValue, $0.words) }
      + OutcomeCause.allCases.flatMap { labels("zb_cause", $0.rawValue, $0.words ?? "") }
  }

  private static func labels(
    _ name: String, _ code: UInt8, _ words: Wording
  ) -> [(name: String, code: UInt8, value: String)] {
    [(name, code, words.zh), (name + "_en", code, words.en)]
  }

  /// Days are days since 1970-01-01; NULL is “none” or “unknown”. Enum codes, kinds, statuses and causes are explained in `zb_enum`.
  private static let tables = """
    CREATE TABLE zb_meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO zb_meta VALUES ('data_version', 0);
    CREATE TABLE zb_register (
      id INTEGER PRIMARY KEY, table_name TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
      has_history INTEGER NOT NULL DEFAULT 0, is_confidential INTEGER NOT NULL,
      has_removals INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE zb_field (
      register_id INTEGER NOT NULL, column_name TEXT NOT NULL, position INTEGER NOT NULL,
      name TEXT NOT NULL, type TEXT NOT NULL, detail TEXT NOT NULL, is_many INTEGER NOT NULL,
      is_key INTEGER NOT NULL, is_confidential INTEGER NOT NULL,
      PRIMARY KEY (register_id, column_name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE zb_enum (
      name TEXT NOT NULL, code INTEGER NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (name, code), UNIQUE (name, value)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE zb_rule (
      id INTEGER PRIMARY KEY, plan TEXT NOT NULL, key TEXT NOT NULL, kind INTEGER NOT NULL,
      subject_table TEXT NOT NULL, evidence_table TEXT, name TEXT NOT NULL, citations TEXT NOT NULL,
      script_hash TEXT NOT NULL, first_run INTEGER NOT NULL,
      UNIQUE (plan, key, kind, subject_table)
    ) STRICT;
    CREATE TABLE zb_run (
      id INTEGER PRIMARY KEY, plan TEXT NOT NULL, as_of INTEGER NOT NULL, started_at TEXT NOT NULL,
      script_name TEXT NOT NULL, script_hash TEXT NOT NULL, data_version INTEGER NOT NULL,
      inserted INTEGER NOT NULL, updated INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
      changes_digest TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL,
      writes INTEGER NOT NULL DEFAULT 0, writes_digest TEXT NOT NULL DEFAULT '',
      \(authorColumns.joined(separator: ", "))
    ) STRICT;
    CREATE TABLE zb_outcome (
      rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL, first INTEGER NOT NULL,
      nth INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, cause INTEGER NOT NULL,
      last INTEGER, due_raw INTEGER, due INTEGER, happened_on INTEGER, evidence_id INTEGER,
      numerator INTEGER NOT NULL, denominator INTEGER NOT NULL, unknown_count INTEGER NOT NULL,
      first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
      PRIMARY KEY (rule_id, subject_id, first, nth)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE zb_change (
      run INTEGER NOT NULL, rule_id INTEGER NOT NULL, subject_id INTEGER NOT NULL,
      first INTEGER NOT NULL, nth INTEGER NOT NULL, is_withdrawal INTEGER NOT NULL,
      old_status INTEGER NOT NULL, old_cause INTEGER NOT NULL, old_last INTEGER,
      old_due_raw INTEGER, old_due INTEGER, old_happened_on INTEGER, old_evidence_id INTEGER,
      old_numerator INTEGER NOT NULL, old_denominator INTEGER NOT NULL,
      old_unknown_count INTEGER NOT NULL, old_last_run INTEGER NOT NULL,
      PRIMARY KEY (run, rule_id, subject_id, first, nth)
    ) STRICT, WITHOUT ROWID;
    \(writeTables)
    \(drawTable)
    """

  /// What was done by whom with which files, of each line of the run log. A line with a blank kind was written before stores kept it.
  static let authorColumns = ["kind", "login", "on_behalf_of", "author", "files"].map {
    "\($0) TEXT NOT NULL DEFAULT ''"
  }

  /// What statements have written (记入 1, 修改 2, 注销 3), in order: where it stands in which script, and each field before and after.
  static let writeTables = """
    CREATE TABLE zb_write (
      run INTEGER NOT NULL, number INTEGER NOT NULL, kind INTEGER NOT NULL,
      table_name TEXT NOT NULL, row_id INTEGER NOT NULL, day INTEGER NOT NULL, place TEXT NOT NULL,
      identity TEXT NOT NULL, PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX zb_write_by_record ON zb_write (table_name, row_id);
    CREATE TABLE zb_write_field (
      run INTEGER NOT NULL, number INTEGER NOT NULL, field TEXT NOT NULL, old ANY, new ANY,
      PRIMARY KEY (run, number, field)
    ) STRICT, WITHOUT ROWID;
    """

  /// The lists that were frozen for draws, with the runs that found list and number.
  static let drawTable = """
    CREATE TABLE zb_draw (
      rule_id INTEGER NOT NULL, first INTEGER NOT NULL, nth INTEGER NOT NULL, list TEXT NOT NULL,
      list_run INTEGER NOT NULL, number TEXT, published_on INTEGER, source TEXT,
      number_run INTEGER, PRIMARY KEY (rule_id, first, nth)
    ) STRICT, WITHOUT ROWID;
    """
}
