import Foundation
import SmallTown
import Testing
import Zhiben

/// The monitor is told, and changes nothing.
@Suite struct PingTests {
  @Test(arguments: [("小镇.plan", "", Int32(0)), ("没有.plan", "/fail", 66)])
  func startAndEnd(_ script: String, _ ending: String, _ status: Int32) throws {
    let desk = try Desk.withSmallTown()
    let server = try MonitorServer { _ in 200 }
    let answer = try desk.run(
      "zhiben", ["run", script] + SmallTown.there + ["--日志", "文本"],
      ["ZHIBEN_PING_URL": "http://127.0.0.1:\(server.port)/geheim"])
    server.stop()
    #expect(answer.status == status, "\(answer)")
    #expect(server.paths == ["/geheim/start", "/geheim" + ending])
    #expect(!(answer.output + answer.talk).contains("geheim"))
  }

  @Test func aFirstTryThatFailsIsRepeated() throws {
    let desk = try Desk.withSmallTown()
    let server = try MonitorServer { $0 == 1 ? 500 : 200 }
    let answer = try desk.town("run", "--ping", "http://127.0.0.1:\(server.port)/a?b=c")
    server.stop()
    #expect(answer.status == 0 && answer.talk.isEmpty, "\(answer)")
    #expect(server.paths == ["/a/start?b=c", "/a?b=c", "/a?b=c"])
  }

  /// A monitor that does not answer, one that cannot be reached, no curl: the run is what it is, and says so in one line.
  @Test(arguments: [
    ("exit 28", "超过 10 秒没有答复（https://monitor.example/…）"), ("exit 7", "连不上"), (nil, "没有装 curl"),
  ])
  func itIsOnlyToldOf(_ curl: String?, _ reason: String) throws {
    let desk = try Desk.withSmallTown()
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("bin"), withIntermediateDirectories: true)
    if let curl {
      try desk.write(
        "bin/curl", "#!/bin/sh\nPATH=/bin:/usr/bin\necho \"$*\" >> seen\ncat >> seen\n\(curl)\n")
      chmod(desk.folder.appendingPathComponent("bin/curl").path, 0o755)
    }
    let answer = try desk.run(
      "zhiben", ["run", "小镇.plan"] + SmallTown.there + ["--log-file", "日志.txt"],
      [
        "PATH": desk.folder.path + "/bin",
        "ZHIBEN_PING_URL": "https://me:pass@monitor.example/geheim",
      ])
    #expect(answer.status == 0 && answer.output.contains("已写入"), "\(answer)")
    let log = String(decoding: try desk.read("日志.txt"), as: UTF8.self).split(separator: "\n")
    #expect(log.count == 2 && log.last?.contains(reason) == true, "\(log)")
    #expect(!log.joined().contains("geheim") && !log.joined().contains("pass"), "\(log)")
    guard curl != nil else { return }
    let seen = String(decoding: try desk.read("seen"), as: UTF8.self)
    #expect(seen.split(separator: "\n").count { $0 == "--disable --config -" } == 2)
    #expect(seen.contains("max-time = 10\nretry = 2\n"))
    #expect(seen.contains("url = \"https://me:pass@monitor.example/geheim/start\"\n"))
  }

  @Test func aHeldStoreIsAFailure() throws {
    let desk = try Desk.withSmallTown()
    let server = try MonitorServer { _ in 200 }
    let lock = try RunLock.acquire(
      storePath: desk.folder.appendingPathComponent("小镇.db").path, startedAt: "")
    let answer = try desk.town("run", "--监测", "http://127.0.0.1:\(server.port)/a")
    withExtendedLifetime(lock) {}
    server.stop()
    #expect(answer.status == 75)
    #expect(server.paths == ["/a/start", "/a/fail"])
  }
}
