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

  @Test func withoutATerminalHelpComes() throws {
    #expect(try Desk().zhiben().output.contains("zhiben 帮助 预演"))
  }
}
