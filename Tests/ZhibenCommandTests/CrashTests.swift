import Foundation
import SmallTown
import Testing

/// The plug is pulled, the disk is full: the ledger is as it was or as it should be, never in between.
@Suite struct CrashTests {
  /// What the plan writes into the registers besides the ledger.
  private static let statements = """
    对 每个 厂 于 企业 其中 高危 { 记入 自查 { 编号："补-{厂.代码}"，企业：厂，自查日：2025年6月1日 } }
    修改 企业 其中 高危 { 高危：否 }
    注销 隐患 其中 级别 = 重大 且 发现日 < 2025年1月3日

    """

  /// A desk with a store of many enterprises, the digest of the ledger that the plan leads to, and how long the way there takes.
  private func busyTown() throws -> (desk: Desk, expected: [String], duration: Duration) {
    let desk = try Desk.withSmallTown()
    try desk.write("小镇.plan", SmallTown.plan + Self.statements)
    var enterprises = "代码,名称,入库日,状态,高危\n"
    var hazards = "编号,企业,发现日,级别,整改期限,进度\n"
    for number in 0..<600 {
      enterprises += "E\(number),第\(number)厂,2024-01-01,在产,\(number % 3 == 0 ? "是" : "否")\n"
      hazards += "H\(number),E\(number),2025-01-0\(number % 9 + 1),重大,2025-02-28,整改中\n"
    }
    try desk.write("企业.csv", enterprises)
    try desk.write("隐患.csv", hazards)
    let imported = try desk.zhiben(
      "import", "企业.csv", "隐患.csv", "--store", "大镇.db", "--script", "小镇.plan", "--strict")
    #expect(imported.status == 0, "\(imported.output)\(imported.talk)")
    try desk.copyStore("大镇.db", "试.db")
    let begin = ContinuousClock.now
    let run = try desk.run("zhiben", command("run", "试.db"))
    let duration = ContinuousClock.now - begin
    #expect(run.status == 0, "\(run.talk)")
    return (desk, try desk.ledger("试.db"), duration)
  }

  private func command(_ name: String, _ store: String) -> [String] {
    [name, "小镇.plan", "--store", store, "--as-of", "2025-06-30"]
  }

  @Test func aKilledRunLeavesAWholeLedger() throws {
    let (desk, expected, duration) = try busyTown()
    var killed = 0
    for eighth in 1...8 {
      let store = "断电\(eighth).db"
      try desk.copyStore("大镇.db", store)
      let running = try desk.start("zhiben", command("run", store))
      let delay = duration * eighth / 8
      usleep(UInt32(delay / .microseconds(1)))
      kill(running.process.processIdentifier, SIGKILL)
      running.process.waitUntilExit()
      if running.process.terminationReason == .uncaughtSignal { killed += 1 }
      #expect(try desk.zhiben("store", "verify", store).status == 0, "after \(delay)")
      let left = try desk.ledger(store)
      #expect(left.isEmpty || left == expected, "all or nothing, after \(delay)")
      let again = try desk.run("zhiben", command("run", store))
      #expect(again.status == 0, "\(again.talk)")
      #expect(try desk.ledger(store) == expected, "after \(delay)")
      #expect(try records(desk, store) == records(desk, "试.db"), "after \(delay)")
    }
    #expect(killed > 0, "no run was caught in the middle")
  }

  /// The same of what was typed in a session.
  @Test func aKilledSessionLeavesAWholeLedger() throws {
    let (desk, _, _) = try busyTown()
    try desk.write("小镇.plan", SmallTown.plan)
    try desk.write("输入.txt", Self.statements + "：执行\n")
    let session =
      ["repl", "小镇.plan", "--as-of", "2025-06-30", "--confirm", "--store"]
    try desk.copyStore("大镇.db", "会话.db")
    let begin = ContinuousClock.now
    let whole = try desk.run("zhiben", session + ["会话.db"], shell: "exec < 输入.txt")
    let duration = ContinuousClock.now - begin
    #expect(whole.status == 0, "\(whole.talk)")
    let expected = try desk.ledger("会话.db")
    var killed = 0
    for eighth in 3...8 {
      let store = "断\(eighth).db"
      try desk.copyStore("大镇.db", store)
      let running = try desk.start("zhiben", session + [store], shell: "exec < 输入.txt")
      usleep(UInt32(duration * eighth / 8 / .microseconds(1)))
      kill(running.process.processIdentifier, SIGKILL)
      running.process.waitUntilExit()
      if running.process.terminationReason == .uncaughtSignal { killed += 1 }
      #expect(try desk.zhiben("store", "verify", store).status == 0)
      let left = try desk.ledger(store)
      #expect(left.isEmpty || left == expected, "all or nothing, at \(eighth)/8")
      let again = try desk.run("zhiben", session + [store], shell: "exec < 输入.txt")
      #expect(again.status == 0, "\(again.talk)")
      #expect(try desk.ledger(store) == expected, "at \(eighth)/8")
      #expect(try records(desk, store) == records(desk, "会话.db"), "at \(eighth)/8")
    }
    #expect(killed > 0, "no session was caught in the middle")
  }

  /// How many records there are of what the statements change.
  private func records(_ desk: Desk, _ store: String) throws -> [String] {
    try ["自查", "隐患", "企业 其中 高危"].map { rows in
      try desk.zhiben(
        "ask", "小镇.plan", "\(rows) 统计 数 = 数量()", "--store", store, "--as-of", "2025-06-30",
        "--format", "csv"
      ).output
    }
  }

  /// Of two runs at once the one waits for nobody and the other gives way, or finds nothing left to do.
  @Test func twoRunsAtOnceLeaveWhatOneLeaves() throws {
    let (desk, expected, _) = try busyTown()
    for round in 0..<3 {
      let store = "两个\(round).db"
      try desk.copyStore("大镇.db", store)
      let both = try (0..<2).map { _ in try desk.start("zhiben", command("run", store)) }
      for running in both { running.process.waitUntilExit() }
      let answers = try both.map { try $0.answer() }
      #expect(answers.contains { $0.status == 0 }, "\(answers)")
      for answer in answers where answer.status != 0 {
        #expect(answer.status == 75 && answer.talk.contains("E0706"), "\(answer)")
      }
      #expect(try desk.ledger(store) == expected)
      #expect(try records(desk, store) == records(desk, "试.db"))
    }
  }

  @Test(arguments: [32, 128])
  func aFullDiskChangesNothing(_ kilobytes: Int) throws {
    let (desk, expected, _) = try busyTown()
    let before = try desk.zhiben("plan", "小镇.plan", "--store", "大镇.db", "--as-of", "2025-06-30")
    let answer = try desk.run(
      "zhiben", command("run", "大镇.db"), shell: "ulimit -f \(kilobytes)")
    #expect(answer.status == 74, "\(answer.status) \(answer.talk)")
    #expect(answer.talk.contains("E0705") || answer.talk.contains("E0710"), "\(answer.talk)")
    #expect(try desk.zhiben("store", "verify", "大镇.db").status == 0)
    let after = try desk.zhiben("plan", "小镇.plan", "--store", "大镇.db", "--as-of", "2025-06-30")
    #expect(after.output == before.output)
    #expect(try desk.run("zhiben", command("run", "大镇.db")).status == 0)
    #expect(try desk.ledger("大镇.db") == expected)
  }

  @Test func anEditedLedgerIsFound() throws {
    let desk = try Desk.withSmallTown()
    try desk.town("run")
    #expect(try desk.zhiben("store", "verify", "小镇.db").output == "2 条运行和导入的记录完好，没有改动过。\n")
    // The as-of in the run's line stands in the file as text of the start: change one digit of it.
    var bytes = try desk.read("小镇.db")
    let started = try #require(try desk.runs("小镇.db").first?["started_at"] as? String)
    let place = try #require(bytes.range(of: Data(started.utf8)))
    bytes[place.lowerBound + 3] ^= 1
    try bytes.write(to: desk.folder.appendingPathComponent("小镇.db"))
    let answer = try desk.zhiben("台账库", "核验", "小镇.db")
    #expect(answer.status == 65)
    #expect(answer.output.contains("第 2 号记录：记录本身改动过"), "\(answer.output)")
  }
}

extension Desk {
  /// A copy of a store that nobody has open.
  func copyStore(_ from: String, _ to: String) throws {
    try read(from).write(to: folder.appendingPathComponent(to))
  }
}
