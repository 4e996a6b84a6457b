import GRDB
import ZhibenCalendar
import ZhibenDiagnostics

/// One line of the run log: a run of a plan, or an import. Each line's hash covers the line before it, so that a later edit shows
/// (`Store.verifyChain`).
public struct RunRecord: Hashable, Sendable {
  /// What was done. The raw values stand in stores.
  public enum Kind: String, Hashable, Sendable {
    /// A plan was run or applied, or what a session had waiting.
    case run
    /// Ledgers were imported.
    case importing = "import"
  }

  /// A file that was read.
  public struct File: Hashable, Sendable {
    /// Its name, as it was given.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal digits.
    public var hash: String

    /// Describes a file.
    /// - Parameters:
    ///   - name: its name, as it was given.
    ///   - bytes: what it holds.
    public init(name: String, bytes: [UInt8]) {
      // The log keeps a file in a line.
      self.name = String(name.map { $0.isNewline ? " " : $0 })
      hash = TextDigest.hash(of: bytes)
    }

    init(name: String, hash: String) { (self.name, self.hash) = (name, hash) }
  }

  /// 1, 2, 3 … in a store.
  public var id: Int
  /// What was done.
  public var kind = Kind.run
  /// Who did it.
  public var author = Author()
  /// The plan's name; blank for an import.
  public var plan: String
  /// 截至; of an import, its day.
  public var asOf: CivilDate
  /// When it was started, as the caller says.
  public var startedAt: String
  /// The name of the plan's source.
  public var scriptName: String
  /// The digest of the sources, as the caller computes it.
  public var scriptHash: String
  /// The store's version that the run left: as long as the store has it, nothing has changed since.
  public var dataVersion: Int
  /// How many outcomes were new; of an import, records.
  public var inserted: Int
  /// How many outcomes changed; of an import, records.
  public var updated: Int
  /// How many outcomes no longer follow from the facts.
  public var withdrawn: Int
  /// SHA-256 over the changes in key order, in hexadecimal digits.
  public var changesDigest: String
  /// How many changes of registers its statements made (记入, 修改, 注销).
  public var writes = 0
  /// SHA-256 over these in order, in hexadecimal digits; empty if there are none.
  public var writesDigest = ""
  /// The files of an import.
  public var files: [File] = []
  /// Whether it was written before stores kept who did it.
  var isAnonymous = false
  /// The hash of the run before; 64 zeros for the first.
  public var previousHash: String
  /// SHA-256 over all of the above, in hexadecimal digits.
  public var hash: String

  /// Whether it changed neither registers nor ledger: it says that the plan was run as of that day.
  public var isEmpty: Bool { inserted + updated + withdrawn + writes == 0 }

  /// The `previousHash` of the first run.
  static let noHash = String(repeating: "0", count: 64)

  /// The hash as it follows from the rest.
  var computedHash: String {
    let own = [
      String(id), plan, String(asOf.days), startedAt, scriptName, scriptHash, String(dataVersion),
      String(inserted), String(updated), String(withdrawn), changesDigest, previousHash,
    ]
    let written = [String(writes), writesDigest]
    // Older lines hash as they did when they were written: without author, and those without writes as before there were any. The numbers of
    // texts differ, so that none passes for another.
    if isAnonymous { return TextDigest.of(written == ["0", ""] ? own : own + written) }
    return TextDigest.of(
      own + written
        + [kind.rawValue, author.login, author.onBehalfOf, author.name, filesText])
  }

  /// The digest of a run without changes.
  static var noChanges: String {
    var digest = ChangeDigest()
    return digest.finish()
  }

  /// The files as `sha256sum` lists them.
  var filesText: String { files.map { "\($0.hash)  \($0.name)" }.joined(separator: "\n") }

  private static func files(_ text: String) -> [File] {
    if text.isEmpty { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      File(name: String(line.dropFirst(66)), hash: String(line.prefix(64)))
    }
  }
}

extension RunRecord {
  /// Reads a row of `zb_run`.
  init(row: Row) {
    id = row["id"]
    plan = row["plan"]
    asOf = CivilDate(days: row["as_of"])
    startedAt = row["started_at"]
    scriptName = row["script_name"]
    scriptHash = row["script_hash"]
    dataVersion = row["data_version"]
    inserted = row["inserted"]
    updated = row["updated"]
    withdrawn = row["withdrawn"]
    changesDigest = row["changes_digest"]
    previousHash = row["previous_hash"]
    hash = row["hash"]
    // A store of an earlier layout that is only read does not have them.
    writes = row["writes"] ?? 0
    writesDigest = row["writes_digest"] ?? ""
    let kind: String = row["kind"] ?? ""
    isAnonymous = kind.isEmpty
    self.kind = Kind(rawValue: kind) ?? .run
    author = Author(
      login: row["login"] ?? "", onBehalfOf: row["on_behalf_of"] ?? "", name: row["author"] ?? "")
    files = Self.files(row["files"] ?? "")
  }

  /// All runs, oldest first.
  static func all(_ db: Database) throws -> [RunRecord] {
    try Row.fetchAll(db, sql: "SELECT * FROM zb_run ORDER BY id").map { RunRecord(row: $0) }
  }

  /// The latest run of all plans.
  static func latest(_ db: Database) throws -> RunRecord? {
    try Row.fetchOne(db, sql: "SELECT * FROM zb_run ORDER BY id DESC LIMIT 1")
      .map { RunRecord(row: $0) }
  }

  /// Adds the row to `zb_run`.
  func insert(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO zb_run (id, plan, as_of, started_at, script_name, script_hash, data_version,
          inserted, updated, withdrawn, changes_digest, previous_hash, hash, writes, writes_digest,
          kind, login, on_behalf_of, author, files)
        VALUES (\(SQL.marks(20)))
        """,
      arguments: [
        id, plan, asOf.days, startedAt, scriptName, scriptHash, dataVersion, inserted, updated,
        withdrawn, changesDigest, previousHash, hash, writes, writesDigest,
        kind.rawValue, author.login, author.onBehalfOf, author.name, filesText,
      ])
  }
}

extension Store {
  /// The latest run of a plan of that name, or `nil`. If its data version and script hash are the present ones, a run as of the same day has
  /// nothing to do.
  public func lastRun(ofPlan plan: String) throws(Diagnostics) -> RunRecord? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM zb_run WHERE plan = ? ORDER BY id DESC LIMIT 1", arguments: [plan]
      ).map { RunRecord(row: $0) }
    }
  }

  /// All runs, oldest first.
  public func runs() throws(Diagnostics) -> [RunRecord] {
    try reading { db in try RunRecord.all(db) }
  }

  /// The store's version: grows with each change of facts or ledger. A snapshot and a plan are bound to one.
  public func dataVersion() throws(Diagnostics) -> Int {
    try reading { db in try StoreFormat.dataVersion(db) }
  }
}
