import Foundation
import SmallTown
import Testing
import Zhiben

/// 执行, 运行: what is written, and that nothing is written twice or by halves.
@Suite struct ApplyTests {
  @Test(arguments: ["apply", "执行", "run", "运行"])
  func theSecondTimeNothingChanges(_ command: String) throws {
    let desk = try Desk.withSmallTown()
    let first = try desk.town(command)
    #expect(first.status == 0)
    #expect(first.output.hasSuffix("新增 14，变更 0，取消 0。\n"))
    let before = try desk.ledger()
    let second = try desk.town(command)
    #expect(second.status == 0)
    let silent = command == "run" || command == "运行"
    #expect(second.output == (silent ? "" : "没有变化，台账没有改动。\n"))
    #expect(try desk.ledger() == before)
    #expect(try desk.town("plan").output.hasSuffix("预演：没有变化。\n"))
  }

  @Test func theDigestNamesWhatMustBeAnsweredFor() throws {
    let desk = try Desk.withSmallTown()
    try Golden(path: "Command/run.txt").check(try desk.town("run").output)
    let english = try desk.run(
      "zhiben", ["run", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-05-15"],
      ["ZHIBEN_LANG": "en"])
    try Golden(path: "Command/run-later.en.txt").check(english.output)
  }

  @Test func aSavedPlanIsAppliedOnceAndOnlyIfItStillHolds() throws {
    let desk = try Desk.withSmallTown()
    #expect(try desk.town("plan", "--save", "今日.saved").status == 0)
    let store = ["--store", "小镇.db"]
    let applied = try desk.run("zhiben", ["apply", "今日.saved"] + store)
    #expect(applied.status == 0 && applied.output.contains("（截至 2025-04-15）：新增 14"))
    let again = try desk.run("zhiben", ["apply", "今日.saved"] + store)
    #expect(again.status == 1)
    #expect(again.talk.contains("E0708") && again.talk.contains("台账库 小镇.db"), "\(again.talk)")
    #expect(
      try desk.run("zhiben", ["apply", "今日.saved", "--as-of", "2025-04-15"] + store).status == 64)
  }

  @Test(arguments: ["script", "facts", "store"])
  func aStalePlanIsRefused(_ changed: String) throws {
    let desk = try Desk.withSmallTown()
    try desk.town("plan", "--save", "今日.saved")
    var store = "小镇.db"
    switch changed {
    case "script": try desk.write("小镇.plan", SmallTown.plan + "\n")
    case "facts":
      try desk.write("自查.csv", SmallTown.checks + "Z4,C3,2025-03-01\n")
      try desk.zhiben("import", "自查.csv", "--store", "小镇.db", "--script", "小镇.plan")
    default:
      // Another store of the same version, with other facts.
      store = "别处.db"
      try desk.write("隐患.csv", SmallTown.hazards + "H4,A1,2025-02-01,重大,2025-02-28,整改中\n")
      try desk.zhiben(
        "import", "企业.csv", "自查.csv", "隐患.csv", "--store", store, "--script", "小镇.plan")
    }
    let answer = try desk.zhiben("apply", "今日.saved", "--store", store)
    #expect(answer.status == 1)
    #expect(answer.talk.contains("E0708"), "\(answer.talk)")
    #expect(answer.talk.contains(changed == "script" ? "脚本" : "台账库"))
    #expect(try desk.ledger(store).isEmpty)
  }

  @Test func theLedgerIsNotWrittenBackwards() throws {
    let desk = try Desk.withSmallTown()
    try desk.town("run")
    for command in ["run", "apply"] {
      let answer = try desk.zhiben(
        command, "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-14")
      #expect(answer.status == 1)
      #expect(answer.talk.contains("E0707") && answer.talk.contains("2025-04-15"))
    }
    let past = try desk.zhiben("plan", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-14")
    #expect(past.status == 0, "a past day can be looked at")
  }

  @Test func runsDayByDayAndRunsAfterAGapAgree() throws {
    let (daily, once) = (try Desk.withSmallTown(), try Desk.withSmallTown())
    for day in 15...30 {
      let answer = try daily.zhiben(
        "run", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-\(day)")
      #expect(answer.status == 0)
    }
    try once.town("run")
    try once.zhiben("run", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-30")
    let after = ["plan", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-30"]
    #expect(try daily.run("zhiben", after).output == once.run("zhiben", after).output)
  }
}

extension Desk {
  /// The digests of all runs of a store, outcomes and what statements wrote: equal digests, equal ledgers.
  func ledger(_ store: String = "小镇.db") throws -> [String] {
    try runs(store).map { run in
      ["changes_digest", "writes_digest"].map { run[$0] as? String ?? "" }.joined(separator: "/")
    }
  }

  /// The runs in the log, without the imports.
  func runs(_ store: String) throws -> [[String: Any]] {
    try log(store).filter { $0["kind"] as? String == "run" }
  }

  /// The run log, asked for from a folder without settings.
  func log(_ store: String) throws -> [[String: Any]] {
    let path = folder.appendingPathComponent(store).path
    let answer = try Desk().zhiben("store", "log", path, "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return (document as? [String: Any])?["runs"] as? [[String: Any]] ?? []
  }
}
