import Foundation
import SmallTown
import Testing

/// 补跑: missed days one by one.
@Suite struct CatchUpTests {
  @discardableResult
  private func run(
    _ desk: Desk, _ store: String, _ day: String, _ more: String...
  ) throws -> Desk.Answer {
    try desk.run("zhiben", ["run", "小镇.plan", "--store", store, "--as-of", day] + more)
  }

  /// The outcomes of a store with all they say, for comparison.
  private func outcomes(_ desk: Desk, _ store: String, _ day: String) throws -> String {
    // How many are in each state, and what the next month would change: of each the key and the state before.
    var text = try desk.zhiben(
      "plan", "小镇.plan", "--store", store, "--as-of", "2025-05-20", "--all"
    ).output.replacing(store, with: "")
    for register in ["义务", "检查任务", "台阶", "读数", "违反", "待核实"] {
      text += try desk.zhiben(
        "ask", "小镇.plan", "\(register) 按 规则，状态 分组 统计 数 = 数量()", "--store", store, "--as-of", day,
        "--format", "csv"
      ).output
    }
    return text
  }

  @Test("Time 1, 39: days that are made up leave the outcomes of one run after the gap")
  func equalsOneRun() throws {
    let desk = try Desk.withSmallTown()
    try run(desk, "小镇.db", "2025-03-28")
    try desk.copyStore("小镇.db", "一次.db")
    try desk.copyStore("小镇.db", "逐日.db")
    #expect(try run(desk, "一次.db", "2025-04-16").status == 0)
    #expect(try run(desk, "逐日.db", "2025-04-16", "--补跑").status == 0)
    let (once, made) = (
      try outcomes(desk, "一次.db", "2025-04-16"), try outcomes(desk, "逐日.db", "2025-04-16")
    )
    #expect(once == made)
    #expect(made.contains("略过") && made.contains("提出"), "\(made)")
    #expect(try desk.runs("一次.db").count == 2)
    #expect(try desk.runs("逐日.db").compactMap { $0["as_of"] as? String }.count == 20)
    #expect(try desk.zhiben("store", "verify", "逐日.db").status == 0)
  }

  @Test("Each day is the one that its own run would have left, but for rungs")
  func equalsDailyRuns() throws {
    let desk = try Desk.withSmallTown()
    try desk.write(
      "小镇.plan",
      SmallTown.plan.replacing(/督办 隐患逾期 \{[^}]*\}/, with: "")
        + "记入 自查 { 编号：\"夜-{今日}\"，企业：企业「A1」，自查日：今日 }\n")
    try run(desk, "小镇.db", "2025-04-10")
    try desk.copyStore("小镇.db", "天天.db")
    for day in 11...20 { try run(desk, "天天.db", "2025-04-\(day)") }
    #expect(try run(desk, "小镇.db", "2025-04-20", "--catch-up").status == 0)
    #expect(try desk.ledger("天天.db") == desk.ledger("小镇.db"))
    #expect(try desk.runs("小镇.db").allSatisfy { $0["writes"] as? Int == 1 })
  }

  @Test func atMostAMonthIsMadeUp() throws {
    let desk = try Desk.withSmallTown()
    try run(desk, "小镇.db", "2025-01-31")
    let answer = try run(desk, "小镇.db", "2025-04-15", "--catch-up")
    #expect(
      answer.output.contains(
        "截至 2025-04-15（补跑 2025-03-15 至 2025-04-14）\n2025-02-01 至 2025-03-14（42 天）没有补"),
      "\(answer.output)")
    #expect(try desk.runs("小镇.db").count == 33)
  }

  @Test func aDayThatFailsLeavesTheDaysBefore() throws {
    let desk = try Desk.withSmallTown()
    try run(desk, "小镇.db", "2025-04-15")
    try desk.write("小镇.plan", SmallTown.plan + "断言 今日 < 2025年4月18日\n")
    let answer = try run(desk, "小镇.db", "2025-04-20", "--catch-up")
    #expect(answer.status == 1)
    for said in ["出在补跑 2025-04-18", "到 2025-04-17 为止的 2 天", "再运行：zhiben 运行 小镇.plan --台账库 小镇.db"] {
      #expect(answer.talk.contains(said), "\(answer.talk)")
    }
    #expect(
      try desk.runs("小镇.db").compactMap { $0["as_of"] as? String }
        == ["2025-04-15", "2025-04-16", "2025-04-17"])
    try desk.write("小镇.plan", SmallTown.plan)
    #expect(try run(desk, "小镇.db", "2025-04-20", "--catch-up").status == 0)
    #expect(try desk.runs("小镇.db").count == 6)
  }

  @Test func aRunThatFailsLeavesNothing() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("小镇.plan", SmallTown.plan + "断言 今日 < 2025年4月1日\n")
    let answer = try run(desk, "小镇.db", "2025-04-15")
    #expect(answer.status == 1)
    for said in ["一条也没有写", "小镇.plan", "小镇.db", "再运行：zhiben 运行"] {
      #expect(answer.talk.contains(said), "\(answer.talk)")
    }
    #expect(try desk.runs("小镇.db").isEmpty)
  }

  /// Twenty times somebody pulls the plug while days are made up: what is there is whole, the next run goes on, and tells of all of it.
  @Test func killedInBetweenItGoesOn() throws {
    let desk = try Desk.withSmallTown()
    var enterprises = "代码,名称,入库日,状态,高危\n"
    var hazards = "编号,企业,发现日,级别,整改期限,进度\n"
    for number in 0..<40 {
      enterprises += "E\(number),第\(number)厂,2024-01-01,在产,\(number % 3 == 0 ? "是" : "否")\n"
      hazards += "H\(number),E\(number),2025-01-0\(number % 9 + 1),重大,2025-03-2\(number % 9),整改中\n"
    }
    try desk.write("企业.csv", enterprises)
    try desk.write("隐患.csv", hazards)
    try desk.write(
      "小镇.plan", SmallTown.plan + "记入 自查 { 编号：\"夜-{今日}\"，企业：企业「E1」，自查日：今日 }\n")
    try desk.zhiben(
      "import", "企业.csv", "隐患.csv", "--store", "大镇.db", "--script", "小镇.plan", "--strict")
    try run(desk, "大镇.db", "2025-03-20")
    try desk.copyStore("大镇.db", "不断.db")
    let begin = ContinuousClock.now
    let whole = try run(desk, "不断.db", "2025-04-10", "--catch-up")
    let duration = ContinuousClock.now - begin
    #expect(whole.status == 0, "\(whole)")
    let expected = try desk.ledger("不断.db")
    var dice = SystemRandomNumberGenerator()
    var inBetween = 0
    for number in 0..<20 {
      let store = "断\(number).db"
      try desk.copyStore("大镇.db", store)
      let running = try desk.start(
        "zhiben", ["run", "小镇.plan", "--store", store, "--as-of", "2025-04-10", "--catch-up"])
      let delay = duration * Double.random(in: 0.1...1, using: &dice)
      usleep(UInt32(delay / .microseconds(1)))
      kill(running.process.processIdentifier, SIGKILL)
      running.process.waitUntilExit()
      #expect(try desk.zhiben("store", "verify", store).status == 0, "after \(delay)")
      let left = try desk.ledger(store)
      #expect(expected.starts(with: left), "after \(delay)")
      if left.count > 1, left.count < expected.count { inBetween += 1 }
      let again = try run(desk, store, "2025-04-10", "--catch-up")
      #expect(again.status == 0, "\(again)")
      #expect(try desk.ledger(store) == expected, "after \(delay)")
      if left.count < expected.count {
        #expect(Self.body(again.output) == Self.body(whole.output), "after \(delay)")
      }
    }
    #expect(inBetween > 0, "no run was caught in the middle")
  }

  /// A digest without the line of the days and that of the runs.
  private static func body(_ digest: String) -> [Substring] {
    digest.split(separator: "\n").dropFirst().dropLast()
  }
}
