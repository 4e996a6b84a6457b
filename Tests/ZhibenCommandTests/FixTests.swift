import Foundation
import Testing

/// 检查 --修正
@Suite struct FixTests {
  /// Seven slips of spelling and one that a person must decide.
  private static let sloppy = """
    # 小镇
    计划 试 { 期间 2025年 }
    引用 标准台账
    范围 甲类 = 企业 其中 高危 && 状态 = "在产"
    范围 乙类 = 企业 其中 等级 属于 C、D || 喷涂
    范围 丙类 = 企业 其中 小类 = "木制品”
    范围 丁类 = 企业 其中 从业人员数 > 50
    scope 戊类 = 企业 where 高危 && 喷涂

    """

  private static let neat = """
    // 小镇
    计划 试 { 期间 2025年 }
    引用 标准台账
    范围 甲类 = 企业 其中 高危 且 状态 = 在产
    范围 乙类 = 企业 其中 等级 属于 {C、D} 或 喷涂
    范围 丙类 = 企业 其中 小类 = "木制品"
    范围 丁类 = 企业 其中 从业人员数 > 50
    scope 戊类 = 企业 where 高危 and 喷涂

    """

  private func text(_ desk: Desk, _ name: String = "a.plan") throws -> String {
    String(decoding: try desk.read(name), as: UTF8.self)
  }

  @Test func spellingIsChangedAndTheRestIsTold() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sloppy)
    let answer = try desk.zhiben("check", "--fix", "a.plan")
    #expect(answer.status == 1, "one mistake is left: \(answer.talk)")
    #expect(try text(desk) == Self.neat)
    try Golden(path: "Command/fix.txt").check(answer.output)
    let again = try desk.zhiben("检查", "--修正", "a.plan")
    #expect(again.output.hasPrefix("a.plan：没有可以自动改的\n"), "\(again.output)")
    #expect(try text(desk) == Self.neat)
  }

  @Test func aDryRunShowsTheDifferenceAndWritesNothing() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sloppy)
    let answer = try desk.zhiben("check", "--fix", "--dry-run", "a.plan")
    #expect(try text(desk) == Self.sloppy)
    try Golden(path: "Command/fix-dry.txt").check(answer.output)
    try desk.write("fix.diff", answer.output)
    // The difference is one that others understand.
    let patched = try desk.run(
      "zhiben", ["check", "a.plan"], [:],
      shell: "command -v patch >/dev/null || exit 0; patch -s a.plan fix.diff")
    #expect([0, 1].contains(patched.status))
    #expect([Self.neat, Self.sloppy].contains(try text(desk)))
  }

  /// Other bytes stay as they are: the byte order mark, the ends of lines.
  @Test func othersBytesStay() throws {
    let desk = try Desk()
    let body = Self.sloppy.replacingOccurrences(of: "\n", with: "\r\n")
    try desk.write("a.plan", "\u{FEFF}" + body)
    _ = try desk.zhiben("check", "--fix", "a.plan")
    #expect(
      try desk.read("a.plan")
        == Data(("\u{FEFF}" + Self.neat.replacingOccurrences(of: "\n", with: "\r\n")).utf8))
  }

  @Test func aFileThatCannotBeWrittenStays() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sloppy)
    let answer = try desk.run("zhiben", ["check", "--fix", "a.plan"], [:], shell: "ulimit -f 0")
    #expect(answer.status == 73 || answer.status == 74, "\(answer.status)")
    #expect(try text(desk) == Self.sloppy)
  }

  @Test(arguments: ["json", "sarif"])
  func programsReadADocumentOnly(_ format: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.sloppy)
    let answer = try desk.zhiben("check", "--fix", "--format", format, "a.plan")
    #expect(answer.talk.contains("已改"))
    let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    #expect(document is [String: Any])
  }

  @Test func stageAndFixExcludeEachOther() throws {
    let answer = try Desk().zhiben("check", "--fix", "--emit", "ast", "a.plan")
    #expect(answer.status == 64 && answer.talk.contains("--emit"))
  }
}
