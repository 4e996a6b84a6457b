import Foundation
import SmallTown
import Testing
import Zhiben

/// The contract with scripts and cron in one table: each status, what is wrong, and every command in which it can arise.
@Suite struct ExitTableTests {
  /// What is done to the small town before the command; what it returns lives until the command has ended.
  enum Trouble: String, Sendable {
    case none, brokenScript, failingAssertion, stalePlan, badRows, editedStore
    case heldStore, openSecret, unknownSetting, wrongEnvironment

    func make(_ desk: Desk) throws -> RunLock? {
      switch self {
      case .none: break
      case .brokenScript:
        try desk.write("小镇.plan", SmallTown.plan.replacing("其中 高危", with: "其中 高微"))
      case .failingAssertion: try desk.write("小镇.plan", SmallTown.plan + "断言 1 = 2\n")
      case .stalePlan:
        try desk.town("plan", "--save", "今日.saved")
        try desk.write("小镇.plan", SmallTown.plan + "\n")
      case .badRows: try desk.write("自查.csv", SmallTown.checks + "Z9,没有,2025-02-31\n")
      case .editedStore:
        try desk.town("run")
        var bytes = try desk.read("小镇.db")
        let started = try desk.runs("小镇.db").first?["started_at"] as? String ?? ""
        guard let place = bytes.range(of: Data(started.utf8)) else { return nil }
        bytes[place.lowerBound + 3] ^= 1
        try bytes.write(to: desk.folder.appendingPathComponent("小镇.db"))
      case .heldStore:
        return try RunLock.acquire(
          storePath: desk.folder.appendingPathComponent("小镇.db").path, startedAt: "")
      case .openSecret: try desk.write("zhiben.yaml", "ping: https://hc.example/1\n")
      case .unknownSetting: try desk.write("zhiben.yaml", "pong: 1\n")
      case .wrongEnvironment: break
      }
      return nil
    }

    var environment: [String: String] {
      self == .wrongEnvironment ? ["ZHIBEN_CATCH_UP": "vielleicht"] : [:]
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var status: Int32
    var trouble: Trouble
    var commands: [String]
    var testDescription: String { "\(status) \(trouble)" }
  }

  private static let there = "--store 小镇.db --as-of 2025-04-15"
  private static let asking = "ask 小镇.plan 企业"
  private static let why = "why 季度自查/B2 --script 小镇.plan"

  static let rows = [
    Row(
      status: 0, trouble: .none,
      commands: [
        "check 小镇.plan", "fmt --stdout 小镇.plan", "plan 小镇.plan \(there)", "apply 小镇.plan \(there)",
        "run 小镇.plan \(there)", "\(why) \(there)", "\(asking) \(there)", "inspect 小镇.plan",
        "trace 小镇.plan", "import 自查.csv --store 小镇.db --script 小镇.plan", "store info 小镇.db",
        "store verify 小镇.db", "store init 新.db", "explain E0302",
        "cron print 小镇.plan --store 小镇.db", "--help", "--version",
      ]),
    Row(
      status: 1, trouble: .brokenScript,
      commands: [
        "check 小镇.plan", "plan 小镇.plan \(there)", "apply 小镇.plan \(there)", "run 小镇.plan \(there)",
        "\(why) \(there)", "\(asking) \(there)", "inspect 小镇.plan",
        "cron print 小镇.plan --store 小镇.db",
        "import 自查.csv --store 小镇.db --script 小镇.plan",
      ]),
    Row(
      status: 1, trouble: .failingAssertion,
      commands: [
        "plan 小镇.plan \(there)", "apply 小镇.plan \(there)", "run 小镇.plan \(there)",
        "run 小镇.plan \(there) --detailed-exitcode",
      ]),
    Row(status: 1, trouble: .stalePlan, commands: ["apply 今日.saved --store 小镇.db"]),
    Row(
      status: 3, trouble: .none,
      commands: ["plan", "apply", "run"].map { "\($0) 小镇.plan \(there) --detailed-exitcode" }),
    Row(
      status: 64, trouble: .none,
      commands: [
        "check", "fmt", "plan", "apply", "run", "why", "ask", "inspect", "trace", "import",
        "store info", "store verify", "store init", "cron print",
      ].flatMap { [$0, "\($0) 小镇.plan --unsinn"] } + ["cron", "unsinn"]),
    Row(
      status: 65, trouble: .badRows,
      commands: ["import 自查.csv --store 小镇.db --script 小镇.plan --strict"]),
    Row(status: 65, trouble: .editedStore, commands: ["store verify 小镇.db"]),
    Row(
      status: 65, trouble: .none,
      commands: [
        "plan 小镇.plan", "apply 小镇.plan", "run 小镇.plan", why, asking, "store info", "store verify",
        "import 自查.csv --script 小镇.plan", "cron print 小镇.plan",
      ].map { "\($0) --store 小镇.plan" }),
    Row(
      status: 66, trouble: .none,
      commands: [
        "check 没有.plan", "plan 没有.plan \(there)", "apply 没有.plan \(there)", "run 没有.plan \(there)",
        "inspect 没有.plan", "trace 没有.plan", "test 没有.plan", "cron print 没有.plan --store 小镇.db",
        "plan 小镇.plan --store 没有.db", "apply 小镇.plan --store 没有.db",
        "run 小镇.plan --store 没有.db", "\(asking) --store 没有.db", "\(why) --store 没有.db",
        "store info 没有.db", "store verify 没有.db", "cron print 小镇.plan --store 没有.db",
        "import 没有.csv --register 企业 --store 小镇.db --script 小镇.plan",
      ]),
    Row(
      status: 73, trouble: .none,
      commands: [
        "plan 小镇.plan \(there) --save 没有/今日.saved", "run 小镇.plan \(there) --log-file 没有/日志",
      ]),
    Row(
      status: 75, trouble: .heldStore,
      commands: [
        "apply 小镇.plan \(there)", "run 小镇.plan \(there)", "run 小镇.plan \(there) --catch-up",
        "import 自查.csv --store 小镇.db --script 小镇.plan",
      ]),
    Row(status: 77, trouble: .openSecret, commands: ["run 小镇.plan \(there)"]),
    Row(
      status: 78, trouble: .unknownSetting,
      commands: ["run 小镇.plan \(there)", "cron print 小镇.plan --store 小镇.db"]),
    Row(status: 78, trouble: .wrongEnvironment, commands: ["run 小镇.plan \(there)"]),
  ]

  @Test(arguments: rows)
  func status(_ row: Row) throws {
    for command in row.commands {
      let desk = try Desk.withSmallTown()
      let lock = try row.trouble.make(desk)
      let before = try desk.ledger()
      let answer = try desk.run(
        "zhiben", command.split(separator: " ").map(String.init), row.trouble.environment)
      withExtendedLifetime(lock) {}
      #expect(answer.status == row.status, "\(command): \(answer)")
      if row.status > 3 || row.status == 1 {
        #expect(!(answer.output + answer.talk).isEmpty, "\(command) says why")
        #expect(try desk.ledger() == before, "\(command) leaves the ledger as it was")
      }
    }
  }
}
