import Foundation
import SmallTown
import Testing
import Zhiben

@testable import ZhibenSession

/// What waits, and how it reaches the store.
@Suite struct WritingTests {
  private static let addition =
    "记入 隐患 { 编号：\"H9\"，企业：企业「B2」，发现日：2025年4月1日，级别：重大，整改期限：2025年4月2日 }"

  private static let renaming = "对 每个 厂 于 企业 { 修改 厂 { 名称：厂.名称 + \"厂\" } }"

  @Test func whatIsWrittenIsInTheLogWithItsPlace() throws {
    let talk = try Talk()
    talk.say("令 危 = 企业 其中 高危")
    talk.say("对 每个 厂 于 危 { 记入 自查 { 编号：\"补-{厂.代码}\"，企业：厂 } }\n\n修改 企业「A1」 { 高危：是 }")
    #expect(talk.conversation.workspace.writes.count == 2)
    talk.say("：执行")
    let engine = talk.conversation.engine
    let run = try #require(try engine.planRuns().last)
    #expect(run.writes == 2)
    #expect(run.scriptName == "小镇.plan")
    #expect(try engine.verify().isIntact)
    #expect(talk.conversation.workspace.writes.isEmpty)
    // The session goes on over what the store has now; its variables stay.
    #expect(talk.say("数量（自查）") == "4\n")
    #expect(talk.say("危 选取 代码").contains("B2"))
    #expect(talk.say("企业「A1」.高危") == "是\n")
  }

  @Test func outcomesThatFollowAreWrittenWithIt() throws {
    let talk = try Talk()
    talk.say("：执行")
    talk.say(Self.addition)
    #expect(talk.say("：为何 隐患逾期 H9/1").contains("H9（乙化工有限公司）"))
    talk.say("：执行")
    #expect(talk.say("台阶 其中 对象 = \"H9\" 统计 数 = 数量()").contains("1"))
    let runs = try talk.conversation.engine.planRuns()
    #expect(runs.count == 2)
    #expect(runs.last?.writes == 1 && (runs.last?.inserted ?? 0) > 0)
  }

  /// Nobody knows how far the first session came: the second says it all again.
  @Test func aSessionHeldAgainWritesNothingTwice() throws {
    let inputs = [
      Self.addition, Self.renaming, Self.renaming,
      "注销 隐患「H2」", "：执行",
    ]
    let talk = try Talk()
    for input in inputs { talk.say(input) }
    #expect(talk.say("企业「A1」.名称") == "甲木业有限公司厂厂\n")
    let again = try Talk(like: talk)
    var said: [String] = []
    for input in inputs { said.append(again.say(input)) }
    #expect(said[1] == "语句的 3 处变更今天已经写过，没有再写。\n")
    #expect(said[2] == said[1])
    #expect(said[3] == "语句的 1 处变更今天已经写过，没有再写。\n")
    #expect(said[4].contains("没有变化"))
    #expect(again.say("企业「A1」.名称") == "甲木业有限公司厂厂\n")
    #expect(try again.conversation.engine.planRuns().count == 1)
  }

  /// Somebody who types it once more means it once more; so does somebody on another day.
  @Test func whatIsTypedOnceMoreIsWrittenOnceMore() throws {
    let talk = try Talk()
    for _ in 0..<3 {
      talk.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"厂\" }")
      talk.say("：执行")
    }
    #expect(talk.say("企业「A1」.名称") == "甲木业有限公司厂厂厂\n")
    let other = try Talk(like: talk)
    other.say("：今天 2025-04-16")
    other.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"厂\" }")
    other.say("：执行")
    #expect(other.say("企业「A1」.名称") == "甲木业有限公司厂厂厂厂\n")
  }

  /// What was undone never was.
  @Test func aStatementThatIsTakenBackCountsForNothing() throws {
    let talk = try Talk()
    talk.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"厂\" }")
    talk.say("：撤销")
    talk.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"厂\" }")
    talk.say("：执行")
    let again = try Talk(like: talk)
    #expect(again.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"厂\" }").contains("今天已经写过"))
  }

  @Test func aStoreThatOthersChangeIsReckonedAnew() throws {
    let talk = try Talk()
    talk.say("令 长 = 求和（企业，1）")
    talk.say("修改 企业「A1」 { 名称：企业「A1」.名称 + \"·甲\" }")
    let other = try Talk(like: talk)
    other.say("修改 企业「A1」 { 名称：\"换了\" }")
    other.say("：执行")
    let said = talk.say("：执行")
    #expect(said.contains("台账库在这期间改过"))
    #expect(said.contains("名称 换了 → 换了·甲"))
    #expect(talk.say("企业「A1」.名称") == "换了·甲\n")
    #expect(try talk.conversation.engine.verify().isIntact)
  }

  @Test func aStatementThatNoLongerHoldsIsRefused() throws {
    let talk = try Talk()
    talk.say("断言 企业「A1」.名称 = \"甲木业有限公司\"\n修改 企业「A1」 { 高危：是 }")
    talk.say("记入 企业 { 代码：\"D4\"，名称：\"丁厂\" }")
    let other = try Talk(like: talk)
    other.say("记入 企业 { 代码：\"D4\"，名称：\"别的厂\" }")
    other.say("：执行")
    #expect(talk.say("：执行").contains("E0810"))
    #expect(talk.hasFailed)
    // All of it waits as before.
    #expect(talk.conversation.workspace.writes.count == 2)
    #expect(try talk.conversation.engine.planRuns().count == 1)
  }

  @Test func withoutAYesNothingIsWritten() throws {
    let talk = try Talk()
    talk.say(Self.addition)
    talk.confirms = false
    #expect(talk.say("：执行").contains("没有确认"))
    #expect(try talk.conversation.engine.planRuns().isEmpty)
    talk.say("退出")
    guard case .done = talk.lastReply else {
      Issue.record("\(talk.lastReply)")
      return
    }
    talk.confirms = true
    #expect(talk.say("：退出").contains("还有 1 条变更没有写入，放弃它们？ 是"))
    guard case .leave = talk.lastReply else {
      Issue.record("\(talk.lastReply)")
      return
    }
  }

  @Test func theJudgedDayIsThatOfTheChanges() throws {
    let talk = try Talk()
    talk.say(Self.addition)
    talk.say("：今天 2025-04-16")
    #expect(talk.say("：执行").contains("先 :今天 2025-04-15"))
    talk.say("：今天 2025-04-15")
    #expect(talk.say("：执行").contains("已写入第 2 号记录"))
  }

  @Test func aDayBeforeTheLastRunIsRefused() throws {
    let talk = try Talk()
    talk.say("：执行")
    talk.say("：今天 2025-04-01")
    talk.say(Self.addition)
    #expect(talk.say("：执行").contains("E0707"))
    #expect(try talk.conversation.engine.planRuns().count == 1)
  }
}
