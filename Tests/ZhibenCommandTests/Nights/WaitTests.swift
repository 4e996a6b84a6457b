import Foundation
import SmallTown
import Testing
import Zhiben

/// 等锁
@Suite struct WaitTests {
  @Test func aRunThatWaitsGetsItsTurn() throws {
    let desk = try Desk.withSmallTown()
    let path = desk.folder.appendingPathComponent("小镇.db").path
    let lock = try RunLock.acquire(storePath: path, startedAt: "")
    let waiting = try desk.start("zhiben", ["run", "小镇.plan"] + SmallTown.there + ["--等锁", "60秒"])
    // It asks for the lock while it is held: the note in the lock file is still ours.
    usleep(300_000)
    #expect(waiting.process.isRunning)
    withExtendedLifetime(lock) {}
    _ = consume lock
    waiting.process.waitUntilExit()
    #expect(try waiting.answer().status == 0)
    #expect(try desk.runs("小镇.db").count == 1)
  }

  @Test(arguments: ["--wait=0", "--wait=1s", "--等锁=1秒"])
  func patienceEndsWith75(_ option: String) throws {
    let desk = try Desk.withSmallTown()
    let path = desk.folder.appendingPathComponent("小镇.db").path
    let lock = try RunLock.acquire(storePath: path, startedAt: "2025-04-15T08:05:00+08:00")
    let answer = try desk.town("run", option, "--log", "text")
    withExtendedLifetime(lock) {}
    #expect(answer.status == 75)
    #expect(answer.talk.contains("\(ProcessInfo.processInfo.processIdentifier)"))
    #expect(answer.talk.contains("2025-04-15T08:05:00+08:00"))
    #expect(answer.talk.contains("退出码=75"), "\(answer.talk)")
  }

  private static let commands: [(name: String, arguments: [String])] = [
    ("导入", ["import", "新.csv", "--register", "企业", "--script", "小镇.plan", "--store", "小镇.db"]),
    ("执行", ["apply", "小镇.plan"] + SmallTown.there),
    ("运行", ["run", "小镇.plan"] + SmallTown.there),
    ("交互", ["repl", "小镇.plan", "--confirm"] + SmallTown.there),
  ]

  /// Every command that writes waits, whoever says so, and tells who it waited for.
  @Test(arguments: commands.map(\.name), ["选项", "环境", "文件", ""])
  func whoWritesWaits(_ name: String, _ place: String) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("新.csv", "代码,名称\nE5,戊厂\n")
    try desk.write("句.txt", "记入 企业 { 代码：\"D4\"，名称：\"丁厂\" }\n：执行\n")
    if place == "文件" { try desk.write("zhiben.yaml", "等锁: 60秒\n") }
    let command = try #require(Self.commands.first { $0.name == name })
    let lock = try RunLock.acquire(
      storePath: desk.folder.appendingPathComponent("小镇.db").path,
      startedAt: "2025-04-15T08:05:00+08:00")
    let process = try desk.start(
      "zhiben", command.arguments + (place == "选项" ? ["--等锁", "60秒"] : []),
      place == "环境" ? ["ZHIBEN_WAIT": "60"] : [:], shell: "exec < 句.txt")
    if !place.isEmpty {
      usleep(300_000)
      #expect(process.process.isRunning)
    } else {
      process.process.waitUntilExit()
    }
    withExtendedLifetime(lock) {}
    _ = consume lock
    process.process.waitUntilExit()
    let answer = try process.answer()
    #expect(answer.status == (place.isEmpty ? 75 : 0), "\(answer)")
    if place.isEmpty {
      #expect(answer.talk.contains("\(ProcessInfo.processInfo.processIdentifier)"))
      #expect(answer.talk.contains("2025-04-15T08:05:00+08:00"), "\(answer.talk)")
    }
  }
}
