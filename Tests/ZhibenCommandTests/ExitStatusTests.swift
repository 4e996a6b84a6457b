import Foundation
import SmallTown
import Testing
import Zhiben

/// The contract with scripts and cron.
@Suite struct ExitStatusTests {
  @Test func anOverdueDutyIsNoFailure() throws {
    let desk = try Desk.withSmallTown()
    #expect(try desk.town("plan").status == 0)
    #expect(try desk.town("run").status == 0)
  }

  @Test func detailedStatusTellsTheResult() throws {
    let desk = try Desk.withSmallTown()
    let calm = SmallTown.enterprises.split(separator: "\n").prefix(2).joined(separator: "\n") + "\n"
    try desk.write("企业.csv", calm)
    try desk.zhiben("import", "企业.csv", "自查.csv", "--store", "静.db", "--script", "小镇.plan")
    let there = ["小镇.plan", "--store", "静.db", "--as-of", "2025-04-15", "--detailed-exitcode"]
    #expect(try desk.run("zhiben", ["plan"] + there).status == 2, "something new")
    #expect(try desk.run("zhiben", ["run"] + there).status == 2)
    #expect(try desk.run("zhiben", ["plan"] + there).status == 0, "nothing new")
    #expect(try desk.run("zhiben", ["run"] + there).status == 0)
    #expect(try desk.run("zhiben", ["apply"] + there).status == 0)
    for command in ["plan", "run", "apply", "plan"] {
      #expect(try desk.town(command, "--明细退出码").status == 3, "somebody must answer for it")
    }
  }

  @Test func aScriptWithErrorsEndsWith1() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("小镇.plan", SmallTown.plan.replacingOccurrences(of: "其中 高危", with: "其中 高微"))
    for command in ["plan", "apply", "run"] {
      let answer = try desk.town(command)
      #expect(answer.status == 1)
      #expect(answer.talk.contains("小镇.plan:"), "\(answer.talk)")
      #expect(answer.output.isEmpty)
    }
  }

  @Test(arguments: [
    ("missing.db", Int32(66), "E0701"), (".", 66, "E0704"), ("小镇.plan", 65, "E0702"),
    ("newer.db", 65, "E0703"), ("notes.db", 65, "E0702"),
  ])
  func aStoreThatIsNone(_ store: String, _ status: Int32, _ code: String) throws {
    let desk = try Desk.withSmallTown()
    // The version of the layout stands in bytes 60 to 63 of an SQLite file.
    var bytes = try desk.read("小镇.db")
    bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    try bytes.write(to: desk.folder.appendingPathComponent("newer.db"))
    // Some other SQLite file: no application id.
    bytes.replaceSubrange(60..<72, with: [UInt8](repeating: 0, count: 12))
    try bytes.write(to: desk.folder.appendingPathComponent("notes.db"))
    for command in [["plan", "小镇.plan"], ["run", "小镇.plan"], ["apply", "小镇.plan"]] {
      let answer = try desk.run("zhiben", command + ["--store", store, "--as-of", "2025-04-15"])
      #expect(answer.status == status, "\(command): \(answer.talk)")
      #expect(answer.talk.contains(code), "\(answer.talk)")
    }
    #expect(try desk.zhiben("store", "info", store).status == status)
    #expect(!desk.exists("missing.db"), "no store is made by looking for one")
  }

  @Test(arguments: ["run", "apply", "import"])
  func aHeldStoreEndsWith75AndNamesTheHolder(_ command: String) throws {
    let desk = try Desk.withSmallTown()
    let path = desk.folder.appendingPathComponent("小镇.db").path
    let lock = try RunLock.acquire(storePath: path, startedAt: "2025-04-15T08:05:00+08:00")
    let answer =
      command == "import"
      ? try desk.zhiben("import", "自查.csv", "--store", "小镇.db", "--script", "小镇.plan")
      : try desk.town(command)
    withExtendedLifetime(lock) {}
    #expect(answer.status == 75)
    #expect(answer.talk.contains("E0706"))
    #expect(answer.talk.contains("\(ProcessInfo.processInfo.processIdentifier)"))
    #expect(answer.talk.contains("2025-04-15T08:05:00+08:00"))
    #expect(try desk.town("plan").status == 0, "reading does not wait")
  }

  @Test func twoRunsAtOnceMakeOneLedger() throws {
    let desk = try Desk.withSmallTown()
    let processes = try (0..<4).map { _ in
      try desk.start("zhiben", ["run", "小镇.plan"] + SmallTown.there)
    }
    for process in processes { process.process.waitUntilExit() }
    let statuses = try processes.map { try $0.answer().status }
    #expect(statuses.contains(0))
    #expect(statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
    #expect(try desk.runs("小镇.db").count == 1)
    #expect(try desk.town("plan").output.hasSuffix("预演：没有变化。\n"))
  }

  @Test func inputThatIsMissingEndsWith66() throws {
    let desk = try Desk.withSmallTown()
    let missing = try desk.zhiben(
      "import", "没有.csv", "--register", "企业", "--store", "a.db", "--script", "小镇.plan")
    #expect(missing.status == 66 && missing.talk.contains("E0731"), "\(missing.talk)")
    #expect(try desk.zhiben("run", "没有.plan", "--store", "小镇.db").status == 66)
  }

  @Test func whatCannotBeWrittenEndsWith73() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("plan", "--save", "没有的目录/今日.saved")
    #expect(answer.status == 73)
    #expect(answer.talk.contains("E0730"), "\(answer.talk)")
  }
}
