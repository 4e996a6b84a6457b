import GRDB
import ZhibenDiagnostics

/// The registers and the ledger of one place, in one SQLite file or in memory.
///
/// A store is opened once and shared by threads; its own calls run one after another. Nothing is ever half-written: each call that writes is
/// one transaction.
public final class Store: Sendable {
  /// Whether a store may be written.
  public enum Mode: Sendable { case readOnly, readWrite }

  /// The version of the tables' layout that this program writes and the newest that it reads.
  public static let formatVersion = 4

  /// The path of the file; `:memory:` if there is none.
  public let path: String
  /// How it was opened.
  public let mode: Mode
  let queue: DatabaseQueue
  let counter: StatementCounter
  let lock: LockPlace
  private let interruption: Interruption?
  /// How many rows one snapshot may hold.
  let rowLimit: Int

  private init(
    path: String, mode: Mode, queue: DatabaseQueue, counter: StatementCounter, lock: LockPlace,
    interruption: Interruption? = nil, rowLimit: Int = .max
  ) {
    self.path = path
    self.mode = mode
    self.queue = queue
    self.counter = counter
    self.lock = lock
    self.interruption = interruption
    self.rowLimit = rowLimit
  }

  /// Opens the store at `path`.
  /// - Parameters:
  ///   - mode: a store opened `.readOnly` is never changed, not even its layout.
  ///   - create: whether a missing file is made; needs `.readWrite`.
  /// - Throws: what stands in the way, in the user's words; a file that was made for a store that could not be set up is removed.
  public static func open(path: String, mode: Mode, create: Bool = false) throws(Diagnostics)
    -> Store
  {
    let isNew = try StoreFile.prepare(path, create: create && mode == .readWrite)
    do {
      return try StoreFailure.translating(path: path) {
        let counter = StatementCounter()
        let queue = try DatabaseQueue(
          path: path, configuration: configuration(mode: mode, counter: counter))
        try queue.writeWithoutTransaction { try StoreFormat.verify($0, path: path, mode: mode) }
        return Store(path: path, mode: mode, queue: queue, counter: counter, lock: .beside(path))
      }
    } catch {
      if isNew { StoreFile.remove(path) }
      throw error
    }
  }

  /// Makes a store that nobody else sees and that is gone with its last reference: for hosts that keep nothing, and for tests.
  /// - Throws: there is not enough memory.
  public static func inMemory() throws(Diagnostics) -> Store {
    let path = ":memory:"
    return try StoreFailure.translating(path: path) {
      let counter = StatementCounter()
      let queue = try DatabaseQueue(
        configuration: configuration(mode: .readWrite, counter: counter))
      try queue.writeWithoutTransaction { try StoreFormat.verify($0, path: path, mode: .readWrite) }
      return Store(
        path: path, mode: .readWrite, queue: queue, counter: counter, lock: .within(LockFlag()))
    }
  }

  /// A store in memory that holds what this one does, gone with its last reference: for trying out what would come of something.
  /// - Throws: this one cannot be read, or there is not enough memory.
  public func copy() throws(Diagnostics) -> Store {
    let copy = try Store.inMemory()
    try StoreFailure.translating(path: path) {
      try queue.backup(to: copy.queue)
      // An older layout is brought up to date there.
      try copy.queue.writeWithoutTransaction {
        try StoreFormat.verify($0, path: path, mode: .readWrite)
      }
    }
    return copy
  }

  /// The same store for work that may have to end early. From when `isStopped` says so, each statement fails within microseconds (E0718), and
  /// a write leaves nothing behind.
  /// - Parameters:
  ///   - isStopped: asked often, by the thread that works.
  ///   - rowLimit: how many rows one snapshot may hold; more are an error (E0803), before they are kept.
  public func stopping(
    when isStopped: @escaping @Sendable () -> Bool, rowLimit: Int = .max
  ) -> Store {
    Store(
      path: path, mode: mode, queue: queue, counter: counter, lock: lock,
      interruption: Interruption(isStopped), rowLimit: rowLimit)
  }

  /// Whether work on this store is to end, as who made it by `stopping` says.
  public var isStopped: @Sendable () -> Bool {
    guard let interruption else { return { false } }
    return interruption.isWanted
  }

  /// Throws if work on this store is to end (E0718).
  public func checkStopped() throws(Diagnostics) {
    if interruption?.isWanted() == true {
      throw Diagnostics([Diagnostic(StoreCode.stopped, at: .none, ["path": path])])
    }
  }

  /// Keeps other runs off the store as long as the lock lives.
  /// - Parameters:
  ///   - startedAt: since when it is held, as one who finds it held is to read it.
  ///   - patience: how long to wait for another run, to a tenth of a second.
  /// - Throws: another run holds it (E0706), or the lock file cannot be written.
  public func runLock(
    startedAt: String, patience: Duration = .zero
  ) throws(Diagnostics) -> RunLock {
    try RunLock.acquire(lock, startedAt: startedAt, patience: patience)
  }

  /// How many SQL statements were started since the store was opened. For tests and `体检`: it depends neither on the number of records nor on
  /// the number of rules.
  public var statementCount: Int { counter.value }

  /// Keeps the text of every statement from now on.
  public func recordStatements() { counter.record() }

  /// The different statements since then, in the order in which each was first started.
  public var recordedStatements: [String] { counter.recorded }

  /// Closes the file; later calls fail. Without it the file is closed when the last reference goes.
  public func close() throws(Diagnostics) {
    try StoreFailure.translating(path: path) { try queue.close() }
  }

  /// Runs a read; what it sees is one moment of the store.
  func reading<T>(_ body: (Database) throws -> T) throws(Diagnostics) -> T {
    try StoreFailure.translating(path: path) {
      try queue.read { db in try watched(db, body) }
    }
  }

  /// Runs a write in one transaction that waits for nobody: it is taken at once or fails as locked. An error undoes everything.
  func writing<T>(_ body: (Database) throws -> T) throws(Diagnostics) -> T {
    guard mode == .readWrite else {
      throw Diagnostics([Diagnostic(StoreCode.readOnly, at: .none, ["path": path])])
    }
    return try StoreFailure.translating(path: path) {
      try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try watched(db, body)
          return .commit
        }
        guard let result else { throw DatabaseError(message: "the transaction did not run") }
        return result
      }
    }
  }

  private func watched<T>(_ db: Database, _ body: (Database) throws -> T) throws -> T {
    guard let interruption else { return try body(db) }
    return try interruption.watch(db, body)
  }

  private static func configuration(mode: Mode, counter: StatementCounter) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = mode == .readOnly
    // References are checked by the import, which can say which cell is wrong.
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(2)
    configuration.label = "zhiben.store"
    configuration.prepareDatabase { db in
      counter.attach(to: db)
      // 32 MiB of pages: the keyed inserts of a run touch the whole of one index.
      try db.execute(sql: "PRAGMA cache_size = -32768")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try TextCollation.attach(to: db)
    }
    return configuration
  }
}
