import Foundation
import Testing
import ZhibenDiagnostics

@testable import ZhibenStore

@Suite struct RunLockTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func oneRunAtATime() throws {
    let path = folder.path("库.db")
    var lock: RunLock? = try RunLock.acquire(storePath: path, startedAt: "2025-06-30 08:05")
    do {
      _ = try RunLock.acquire(storePath: path, startedAt: "2025-06-30 08:06")
      Issue.record("two runs at a time")
    } catch {
      let diagnostic = try #require(error.ordered.first)
      #expect(diagnostic.code == "E0706")
      #expect(diagnostic.arguments["pid"]?.zh == "\(ProcessInfo.processInfo.processIdentifier)")
      #expect(diagnostic.arguments["since"]?.zh == "2025-06-30 08:05")
    }
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(
      codes { _ = try RunLock.acquire(storePath: path, startedAt: "2025-06-30 08:07") } == [])
  }

  @Test func storesAreLockedApart() throws {
    let first = try RunLock.acquire(storePath: folder.path("甲.db"), startedAt: "")
    let second = try RunLock.acquire(storePath: folder.path("乙.db"), startedAt: "")
    withExtendedLifetime((first, second)) {}
  }

  @Test func aWaitingRunGetsItsTurn() async throws {
    let path = folder.path("库.db")
    let first = try RunLock.acquire(storePath: path, startedAt: "1")
    let second = Task.detached {
      try RunLock.acquire(storePath: path, startedAt: "2", patience: .seconds(60))
    }
    withExtendedLifetime(first) {}
    _ = consume first
    let lock = try await second.value
    #expect(try String(contentsOfFile: path + ".lock", encoding: .utf8).hasSuffix("\n2\n"))
    withExtendedLifetime(lock) {}
  }

  @Test func patienceEnds() throws {
    let path = folder.path("库.db")
    let lock = try RunLock.acquire(storePath: path, startedAt: "1")
    #expect(
      codes {
        _ = try RunLock.acquire(storePath: path, startedAt: "2", patience: .milliseconds(150))
      } == ["E0706"])
    withExtendedLifetime(lock) {}
    let store = try Store.inMemory()
    let first = try store.runLock(startedAt: "1")
    #expect(
      codes { _ = try store.runLock(startedAt: "2", patience: .milliseconds(50)) } == ["E0706"])
    withExtendedLifetime(first) {}
  }

  @Test func aFolderThatIsMissingIsSaid() {
    #expect(
      codes { _ = try RunLock.acquire(storePath: folder.path("没有/库.db"), startedAt: "") }
        == ["E0710"])
  }
}
