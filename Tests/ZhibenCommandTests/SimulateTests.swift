import Foundation
import SmallTown
import Testing

@testable import ZhibenCommand

/// 推演
@Suite struct SimulateTests {
  /// A plan of visits for the small town's registers, with the cadence of those that are 高危.
  private static func plan(_ cadence: String, effort: String = "2人日") -> String {
    SmallTown.plan.prefix { $0 != "职" }.description + """
      检查 执法检查 {
        依据 "三"
        对象 企业 其中 状态 = 在产
        频次 每半年1次
        例外 （企业 其中 高危）：\(cadence)
        凭证 自查
        工作量 \(effort)
      }
      职责 每月自查 { 依据 "四"；对象 企业 其中 状态 = 在产；频次 每月1次；凭证 自查 }

      """
  }

  private func desk() throws -> Desk {
    let desk = try Desk.withSmallTown()
    try desk.write("旧.plan", Self.plan("每半年1次"))
    try desk.write("新.plan", Self.plan("每季度1次"))
    return desk
  }

  private static let there = ["--store", "小镇.db", "--as-of", "2025-04-15"]

  @Test(arguments: ["zh", "en"])
  func text(_ language: String) throws {
    let answer = try desk().run(
      "zhiben",
      ["simulate", "新.plan"] + Self.there
        + ["--to", "2025-12-31", "--staff", "1", "--idle-days", "230", "--against", "旧.plan"],
      ["ZHIBEN_LANG": language])
    #expect(answer.status == 0, "\(answer.talk)")
    try Golden(path: "Command/simulate.\(language).txt").check(answer.output + answer.talk)
  }

  @Test func document() throws {
    let answer = try desk().run(
      "zhiben",
      ["simulate", "新.plan"] + Self.there
        + ["--to", "2025-12-31", "--format", "json", "--against", "旧.plan"])
    #expect(answer.status == 0, "\(answer.talk)")
    try Golden(path: "Command/simulate.json").check(answer.output)
  }

  @Test func theSameScriptMakesNoDifference() throws {
    let answer = try desk().run(
      "zhiben", ["推演", "新.plan"] + Self.there + ["--对比", "新.plan"])
    #expect(answer.output.hasSuffix("与 新.plan 没有差别\n"))
  }

  /// A visit that takes longer is a difference, though there are as many.
  @Test func effortAloneIsADifference() throws {
    let desk = try desk()
    try desk.write("长.plan", Self.plan("每季度1次", effort: "3人日"))
    let answer = try desk.run("zhiben", ["推演", "长.plan"] + Self.there + ["--对比", "新.plan"])
    #expect(answer.output.contains("执法检查：0 家，0 次，+"), "\(answer.output)")
  }

  @Test(arguments: [
    (["--from", "2026-01-01", "--to", "2025-01-01"], "--from 晚于 --to"),
    (["--to", "2055-01-01"], "最多推演十年"),
    (["--idle-days", "3"], "没有 --人数"),
    (["--staff=-1"], "0 到 1000000 的整数"),
  ])
  func usage(_ arguments: [String], _ sentence: String) throws {
    let answer = try desk().run("zhiben", ["simulate", "新.plan"] + Self.there + arguments)
    #expect(answer.status == 64)
    #expect(answer.talk.contains(sentence), "\(answer.talk)")
  }
}
