import Foundation
import GRDB
import Testing
import ZhibenDiagnostics

@testable import ZhibenStore

@Suite struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What stands at the path before it is opened.
  enum Content: String, CaseIterable, Sendable {
    case nothing, folder, text, half, otherDatabase, newerStore, damaged, store
  }

  private func put(_ content: Content, at path: String) throws {
    switch content {
    case .nothing: break
    case .folder:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .text: try Data("企业,名称\n".utf8).write(to: URL(filePath: path))
    case .half: try Data("SQLite form".utf8).write(to: URL(filePath: path))
    case .otherDatabase:
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    case .newerStore:
      let store = try Store.open(path: path, mode: .readWrite, create: true)
      try store.edit("PRAGMA user_version = 99")
      try store.close()
    case .damaged:
      try Store.open(path: path, mode: .readWrite, create: true).close()
      let file = try FileHandle(forUpdating: URL(filePath: path))
      try file.seek(toOffset: 20)
      try file.write(contentsOf: Data(repeating: 0xAB, count: 4000))
      try file.close()
    case .store: try Store.open(path: path, mode: .readWrite, create: true).close()
    }
  }

  @Test(arguments: [
    (Content.nothing, Store.Mode.readOnly, false, ["E0701"]),
    (.nothing, .readWrite, false, ["E0701"]),
    (.nothing, .readWrite, true, []),
    (.nothing, .readOnly, true, ["E0701"]),
    (.folder, .readWrite, true, ["E0704"]),
    (.text, .readWrite, true, ["E0702"]),
    (.half, .readOnly, false, ["E0702"]),
    (.otherDatabase, .readOnly, false, ["E0702"]),
    (.otherDatabase, .readWrite, true, ["E0702"]),
    (.newerStore, .readWrite, false, ["E0703"]),
    (.newerStore, .readOnly, false, ["E0703"]),
    (.damaged, .readOnly, false, ["E0702"]),
    (.store, .readOnly, false, []),
    (.store, .readWrite, true, []),
  ])
  func opening(_ content: Content, _ mode: Store.Mode, _ create: Bool, _ expected: [String]) throws
  {
    let path = folder.path("库.db")
    try put(content, at: path)
    #expect(codes { try Store.open(path: path, mode: mode, create: create).close() } == expected)
  }

  @Test func aFolderThatIsMissingIsSaid() throws {
    let path = folder.path("没有/库.db")
    #expect(codes { _ = try Store.open(path: path, mode: .readWrite, create: true) } == ["E0710"])
  }

  @Test func aSpecialFileIsNoStore() {
    #expect(codes { _ = try Store.open(path: "/dev/null", mode: .readWrite) } == ["E0702"])
  }

  /// A store that could not be set up leaves no file behind; one that was there stays.
  @Test func nothingHalfMadeIsLeft() throws {
    #expect(
      codes { _ = try Store.open(path: "/dev/full/库.db", mode: .readWrite, create: true) }
        == ["E0710"])
    let path = folder.path("库.db")
    try put(.text, at: path)
    _ = codes { _ = try Store.open(path: path, mode: .readWrite, create: true) }
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func aReadOnlyStoreCannotBeWritten() throws {
    let path = folder.path("库.db")
    try put(.store, at: path)
    let store = try Store.open(path: path, mode: .readOnly)
    #expect(codes { try store.prepare(schema: Sample.schema) } == ["E0714"])
  }

  @Test func whatAnotherProgramWritesIsWaitedForAndSaid() throws {
    let store = try folder.store()
    let queue = try DatabaseQueue(path: store.path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(codes { try store.writing { _ in } } == ["E0713"])
      try db.execute(sql: "ROLLBACK")
    }
    #expect(codes { try store.writing { _ in } } == [])
  }

  /// A disk that is full: SQLite is given no further page.
  @Test func aFullDiskChangesNothing() throws {
    let store = try folder.store(schema: nil)
    let pages = try #require(Int(try store.rows("PRAGMA page_count")[0]))
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
    }
    #expect(codes { try store.prepare(schema: Sample.schema) } == ["E0705"])
    #expect(try store.rows("SELECT count(*) FROM zb_register") == ["0"])
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 100000")
    }
    try store.prepare(schema: Sample.schema)
    #expect(try store.rows("SELECT count(*) FROM zb_register") == ["3"])
  }
}
