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
}
