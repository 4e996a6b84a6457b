import Foundation
import Testing
import Zhiben

@testable import ZhibenCommand

/// What a check-up finds.
@Suite struct DoctorTests {
  /// The state of each thing that was looked at.
  private func states(_ desk: Desk, _ arguments: [String], _ environment: [String: String] = [:])
    throws -> (states: [String: String], status: Int32)
  {
    let answer = try desk.run("zhiben", ["doctor", "--format", "json"] + arguments, environment)
    let found = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    #expect(found.schema == CheckupText.schema)
    return (
      Dictionary(found.findings.map { ($0.id, $0.state) }, uniquingKeysWith: { a, _ in a }),
      answer.status
    )
  }

  private struct Document: Decodable {
    var schema: String
    var findings: [Finding]
    struct Finding: Decodable { var id, state: String }
  }

  @Test(
    arguments: [
      ("北京时间", ["TZ": "Asia/Shanghai"], "time_zone", "good", 0),
      ("别的时区", ["TZ": "UTC"], "time_zone", "notice", 0),
      ("UTF-8", [:], "codeset", "good", 0),
      ("裸环境", ["LC_ALL": "C"], "codeset", "notice", 0),
      ("没有 curl", ["PATH": "/nowhere"], "curl", "notice", 0),
      ("有脚本库", [:], "library", "good", 0),
    ] as [(String, [String: String], String, String, Int32)])
  func surroundings(
    _ name: String, _ environment: [String: String], _ id: String, _ state: String, _ status: Int32
  ) throws {
    let found = try states(Desk(), [], environment)
    #expect(found.states[id] == state)
    #expect(found.status == status)
  }

  @Test(
    arguments: [
      ("计划 镇 { 期间 2025年 }\n", "good", 0), ("计划 镇 {", "problem", 1),
    ] as [(String, String, Int32)])
  func script(_ text: String, _ state: String, _ status: Int32) throws {
    let desk = try Desk()
    try desk.write("镇.plan", text)
    let found = try states(desk, ["镇.plan"])
    #expect(found.states["script"] == state && found.status == status)
  }

  @Test func aMissingScriptIsAProblem() throws {
    let found = try states(Desk(), ["none.plan"])
    #expect(found.states["script"] == "problem" && found.status == 1)
  }

  @Test func aStore() throws {
    let desk = try Desk.withSmallTown()
    try desk.town("run")
    let found = try states(desk, ["--store", "小镇.db"])
    #expect(found.states["store"] == "good" && found.states["disk"] == "good")
    #expect(found.states["lock"] == "good")
    // It ran as of a day long ago.
    #expect(found.states["last_run"] == "notice" && found.status == 0)
  }

  @Test func whoHoldsTheLockIsSaidAndNotDisturbed() throws {
    let desk = try Desk.withSmallTown()
    let path = desk.folder.appendingPathComponent("小镇.db").path
    do {
      let lock = try RunLock.acquire(storePath: path, startedAt: "2025-06-30T08:05:00+08:00")
      let answer = try desk.zhiben("体检", "--台账库", "小镇.db")
      #expect(answer.output.contains("进程 \(getpid()) 自 2025-06-30T08:05:00+08:00 起占着"))
      withExtendedLifetime(lock) {}
    }
    #expect(try states(desk, ["--store", "小镇.db"]).states["lock"] == "good")
  }

  @Test func aFileThatIsNoStore() throws {
    let desk = try Desk()
    try desk.write("a.db", "this is no store")
    let found = try states(desk, ["--store", "a.db"])
    #expect(found.states["store"] == "problem" && found.status == 1)
  }

  /// The text says the same in both languages, and what to do.
  @Test(arguments: [
    ("zh", "留意  时区", "→ timedatectl"), ("en", "notice  time zone", "→ timedatectl"),
  ])
  func text(_ language: String, _ line: String, _ remedy: String) throws {
    let answer = try Desk().run("zhiben", ["doctor"], ["ZHIBEN_LANG": language, "TZ": "UTC"])
    #expect(answer.output.contains(line) && answer.output.contains(remedy))
  }
}
