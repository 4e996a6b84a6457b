import GRDB
import ZhibenDiagnostics

/// The run up to which people were told what changed. Missed days that are made up are runs of their own, told of together with the last:
/// who ends in between leaves runs that the next one has to tell of.
enum ToldRun {
  private static func key(_ plan: String) -> String { "told:\(plan)" }

  /// Notes a run that is about to be inserted.
  static func note(_ run: RunRecord, isTold: Bool, _ db: Database) throws {
    if isTold {
      try db.execute(
        sql: "INSERT OR REPLACE INTO zb_meta VALUES (?, ?)", arguments: [key(run.plan), run.id])
    } else {
      // Stores did not always note it: what came before counts as told.
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO zb_meta
          SELECT ?, coalesce(max(id), 0) FROM zb_run WHERE plan = ?
          """, arguments: [key(run.plan), run.plan])
    }
  }

  static func latest(_ plan: String, _ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT value FROM zb_meta WHERE key = ?", arguments: [key(plan)])
  }
}

extension Store {
  /// The number of the latest run of a plan that people were told of; nil if the store has not noted any.
  public func lastToldRun(ofPlan plan: String) throws(Diagnostics) -> Int? {
    try reading { db in try ToldRun.latest(plan, db) }
  }
}
