import Foundation
import SmallTown
import Testing

/// 交互 without a terminal.
@Suite struct ReplScriptTests {
  @Test func standardInputIsAScript() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("问.txt", ":格式 csv\n企业 选取 代码\n令 a =\n  没有\n1 + 1\n")
    let answer = try desk.run(
      "zhiben", ["repl", "小镇.plan"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(answer.output == "代码\r\nA1\r\nB2\r\nC3\r\n")
    #expect(answer.talk.contains("标准输入:4:3"))
    #expect(answer.status == 1)
  }

  @Test func aScriptThatEndsWellEndsWithNothing() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("问.txt", "1 + 1\n退出\n没有\n")
    let answer = try desk.run(
      "zhiben", ["交互", "小镇.plan"] + SmallTown.there, ["ZHIBEN_LANG": "en"],
      shell: "exec < 问.txt")
    #expect(answer.status == 0)
    #expect(answer.output == "1 + 1\n-----\n    2\n")
    #expect(answer.talk == "1 row\n")
  }

  @Test(arguments: [
    (":飞\n", Int32(64)), ("：执行\n", 64), ("企业 其中\n", 1), (":读入 没有.plan\n", 66), ("", 0),
  ])
  func endsWithTheStatusOfItsFirstError(script: String, status: Int32) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("问.txt", script)
    let answer = try desk.run(
      "zhiben", ["repl", "小镇.plan"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(answer.status == status, "\(answer.talk)")
  }

  private static let addition = "记入 企业 { 代码：\"D4\"，名称：\"丁厂\" }\n"

  @Test func nobodyIsThereToConfirm() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("问.txt", Self.addition + "：执行\n1 + 1\n")
    let refused = try desk.run(
      "zhiben", ["repl", "小镇.plan"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(refused.status == 64)
    #expect(refused.talk.contains("--确认"), "\(refused.talk)")
    #expect(try desk.runs("小镇.db").isEmpty)
    let done = try desk.run(
      "zhiben", ["repl", "小镇.plan", "--确认"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(done.status == 0 && done.talk.contains("已写入第 2 号记录"), "\(done.talk)")
    // Once more as of the same day: nothing is written twice.
    let again = try desk.run(
      "zhiben", ["repl", "小镇.plan", "--confirm"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(again.status == 0 && again.talk.contains("没有变化"), "\(again.talk)")
    #expect(try desk.runs("小镇.db").count == 1)
    #expect(try desk.zhiben("store", "verify", "小镇.db").status == 0)
  }

  @Test func whatIsNotWrittenIsSaid() throws {
    let desk = try Desk.withSmallTown()
    for end in ["", "退出\n"] {
      try desk.write("问.txt", Self.addition + end)
      let answer = try desk.run(
        "zhiben", ["repl", "小镇.plan"] + SmallTown.there, shell: "exec < 问.txt")
      #expect(answer.status == 0 && answer.talk.contains("1 条变更没有写入"), "\(answer.talk)")
    }
  }

  @Test func withoutATerminalHelpComes() throws {
    #expect(try Desk().zhiben().output.contains("zhiben 帮助 预演"))
  }
}
