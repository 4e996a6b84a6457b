import Foundation
import GRDB
import SmallTown
import Testing
import Zhiben

import struct Zhiben.Script

/// Who wrote what: the host says it, the log keeps it, and an edit shows.
@Suite struct AuthorTests {
  private let folder: URL
  private let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhiben-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("小镇.db").path
  }

  private static let day = CivilDate(days: 20_193)

  /// A store with one import and one run, each under a name.
  private func written() throws -> (engine: Engine, script: Script) {
    let engine = try Engine(store: .sqlite(path, .create))
    let script = try engine.compile(text: SmallTown.plan, name: "小镇.plan")
    let file = folder.appendingPathComponent("企业.csv")
    try Data(SmallTown.enterprises.utf8).write(to: file)
    try engine.signed(by: Author(login: "li", name: "李四")).importFiles(
      [file.path], script: script, options: ImportOptions(importedOn: Self.day),
      startedAt: "2025-04-15T08:00:00+08:00")
    try engine.signed(by: Author(login: "root", onBehalfOf: "zhang")).run(script, asOf: Self.day)
    return (engine, script)
  }

  @Test func theLogKeepsWhoAndWhat() throws {
    let (engine, script) = try written()
    let log = try engine.runs()
    #expect(log.map(\.kind) == [.importing, .run])
    #expect(log.map(\.author.words.zh) == ["李四（li）", "root，sudo zhang"])
    #expect(log.map(\.author.words.en) == ["李四 (li)", "root, sudo zhang"])
    #expect(log[0].inserted == 3 && log[0].startedAt == "2025-04-15T08:00:00+08:00")
    let bytes = Array(SmallTown.enterprises.utf8)
    #expect(
      log[0].files == [
        .init(name: folder.appendingPathComponent("企业.csv").path, bytes: bytes)
      ])
    #expect(log[1].plan == "小镇" && log[1].files.isEmpty && log[1].scriptHash == script.hash)
    let check = try engine.verify()
    #expect(check.runCount == 2 && check.isIntact)
    // Nobody has said who it was.
    try engine.run(script, asOf: CivilDate(days: Self.day.days + 1))
    #expect(try engine.runs().last?.author.isUnknown == true)
    #expect(try engine.verify().isIntact)
  }

  @Test func anImportThatWritesNothingLeavesNoLine() throws {
    let (engine, script) = try written()
    let file = folder.appendingPathComponent("企业.csv").path
    for isTrial in [true, false] {
      try engine.importFiles(
        [file], script: script, options: ImportOptions(importedOn: Self.day), isTrial: isTrial)
    }
    #expect(try engine.runs().count == 2)
    // An import between two runs of a day does not make the second a new day.
    #expect(try engine.run(script, asOf: Self.day).records.isEmpty)
  }

  @Test(arguments: [
    ("login = 'wang'", 1), ("author = ''", 1), ("files = replace(files, 'a', 'b')", 1),
    ("started_at = ''", 1), ("kind = 'run'", 1), ("kind = ''", 1), ("inserted = 2", 1),
    ("on_behalf_of = ''", 2), ("login = '', on_behalf_of = '', kind = ''", 2),
  ])
  func anEditedLineIsFound(_ edit: String, _ line: Int) throws {
    _ = try written()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "UPDATE zb_run SET \(edit) WHERE id = \(line)") }
    try queue.close()
    let check = try Engine(store: .sqlite(path, .readOnly)).verify()
    #expect(check.breaks.contains { $0.run == line && $0.reason == .line }, "\(check)")
  }

  @Test func aNameCannotSmuggleALine() {
    let file = RunRecord.File(name: "a\nb\r\nc.csv", bytes: [])
    #expect(file.name == "a b c.csv")
  }
}
