import Foundation
import GRDB
import Testing
import ZhibenCalendar
import ZhibenDiagnostics

@testable import ZhibenStore

/// A store of an earlier layout, made by its program, is read as it is and written in the present one.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("旧.db")
    try Self.make(path, layout: 1)
  }

  private static func make(_ path: String, layout: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Goldens/Store/layout-\(layout).sql")
    let sql = try String(contentsOf: file, encoding: .utf8)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func version() throws -> Int {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
  }

  @Test func readingChangesNothing() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    let store = try Store.open(path: path, mode: .readOnly)
    #expect(try store.contents().formatVersion == 1)
    #expect(try store.runs().map(\.inserted) == [14, 2])
    #expect(try store.verifyChain() == ChainCheck(runCount: 2, breaks: []))
    #expect(try store.written(scriptHash: "", asOf: .iso("2025-04-15")) == [])
    try store.close()
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func writingBringsItUpToDate() throws {
    let store = try Store.open(path: path, mode: .readWrite)
    #expect(try store.contents().formatVersion == 4)
    #expect(try store.runs().map(\.writes) == [0, 0])
    #expect(try store.verifyChain() == ChainCheck(runCount: 2, breaks: []))
    #expect(
      try store.rows("SELECT 代码, 名称, _gone_from FROM 企业 WHERE _id = 1") == ["A1|甲家具有限公司|–"])
    // The key is unique among the records that are there.
    try store.edit("UPDATE enterprise SET _gone_from = 20000 WHERE code = 'A1'")
    try store.edit("INSERT INTO enterprise (code) VALUES ('A1')")
    #expect(throws: DatabaseError.self) {
      try store.edit("INSERT INTO enterprise (code) VALUES ('A1')")
    }
    try store.close()
    #expect(try version() == 4)
    #expect(try Store.open(path: path, mode: .readOnly).contents().formatVersion == 4)
  }

  /// Who ran what stands in no store of the third layout: its chain holds, and the names that follow are under it.
  @Test func runsOfTheThirdLayoutAreNobodys() throws {
    let path = folder.path("三.db")
    try Self.make(path, layout: 3)
    let before = try Data(contentsOf: URL(filePath: path))
    for mode in [Store.Mode.readOnly, .readWrite] {
      let store = try Store.open(path: path, mode: mode)
      let runs = try store.runs()
      #expect(runs.map(\.author.isUnknown) == [true, true])
      #expect(runs.map(\.author.words.zh) == ["未知", "未知"])
      #expect(runs.map(\.kind) == [.run, .run] && runs.map(\.writes) == [1, 0])
      #expect(try store.verifyChain() == ChainCheck(runCount: 2, breaks: []))
      try store.close()
      if mode == .readOnly { #expect(try Data(contentsOf: URL(filePath: path)) == before) }
    }
    // A name that is put to a line afterwards is found.
    let store = try Store.open(path: path, mode: .readWrite)
    try store.edit("UPDATE zb_run SET login = 'li', kind = 'run' WHERE id = 2")
    #expect(try store.verifyChain().breaks == [.init(run: 2, reason: .line)])
  }

  /// Its tables are those of a store that was made in the present layout.
  @Test(arguments: [1, 3]) func itComesToTheSameTables(_ layout: Int) throws {
    let path = folder.path("\(layout).db")
    try Self.make(path, layout: layout)
    let old = try Store.open(path: path, mode: .readWrite)
    let new = try Store.open(path: folder.path("新.db"), mode: .readWrite, create: true)
    let columns = """
      SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
      FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.name LIKE 'zb\\_%' ESCAPE '\\' ORDER BY 1, 2
      """
    #expect(try old.rows(columns) == new.rows(columns))
  }

  /// Of two that open it at once one does the work.
  @Test func aHalfDoneMigrationLeavesTheOldLayout() throws {
    let queue = try DatabaseQueue(path: path)
    // A table of that name stands in the way.
    try queue.write { try $0.execute(sql: "CREATE TABLE zb_write_field (x)") }
    try queue.close()
    #expect(throws: Diagnostics.self) { try Store.open(path: path, mode: .readWrite) }
    #expect(try version() == 1)
    let store = try Store.open(path: path, mode: .readOnly)
    #expect(try store.verifyChain().isIntact)
    #expect(try store.rows("SELECT 名称 FROM 企业 WHERE _id = 1") == ["甲家具有限公司"])
  }
}
