import Foundation
import Testing

/// 整理
@Suite struct FormatTests {
  private static let untidy = "范围 甲=企业 其中 人数>=50 // 大厂\n"
  private static let tidy = "范围 甲 = 企业 其中 人数 ≥ 50  // 大厂\n"
  private static let english = "scope 甲 = 企业 where 人数 ≥ 50  // 大厂\n"

  private func text(_ desk: Desk, _ name: String) throws -> String {
    String(decoding: try desk.read(name), as: UTF8.self)
  }

  @Test(arguments: ["fmt", "整理"])
  func filesAreRewrittenAndNamed(_ command: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.untidy)
    try desk.write("b.plan", Self.tidy)
    let answer = try desk.zhiben(command, "a.plan", "b.plan")
    #expect(answer.status == 0 && answer.output == "a.plan\n" && answer.talk.isEmpty)
    #expect(try text(desk, "a.plan") == Self.tidy)
    #expect(try text(desk, "b.plan") == Self.tidy)
    #expect(try desk.zhiben(command, "a.plan", "b.plan").output.isEmpty)
  }

  @Test(arguments: ["--check", "--检查"])
  func checkingRewritesNothing(_ option: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.untidy)
    try desk.write("b.plan", Self.tidy)
    let answer = try desk.zhiben("整理", option, "a.plan", "b.plan")
    #expect(answer.status == 1 && answer.output == "a.plan\n")
    #expect(try text(desk, "a.plan") == Self.untidy)
    #expect(try desk.zhiben("整理", option, "b.plan").status == 0)
  }

  @Test(arguments: [("--stdout", "--lang", "en"), ("--打印", "--语言", "英文")])
  func translationsArePrinted(_ print: String, _ option: String, _ language: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.untidy)
    let answer = try desk.zhiben("整理", print, option, language, "a.plan")
    #expect(answer.status == 0 && answer.output == Self.english)
    #expect(try text(desk, "a.plan") == Self.untidy)
    try desk.write("e.plan", Self.english)
    #expect(try desk.zhiben("整理", "--lang", "zh", "e.plan").status == 0)
    #expect(try text(desk, "e.plan") == Self.tidy)
  }

  @Test func aScriptWithErrorsIsLeftAlone() throws {
    let desk = try Desk()
    try desk.write("a.plan", "范围 甲 = = 企业\n")
    try desk.write("b.plan", Self.untidy)
    let answer = try desk.zhiben("整理", "a.plan", "b.plan")
    #expect(answer.status == 1 && answer.output == "b.plan\n")
    #expect(answer.talk.contains("a.plan:1:"))
    #expect(try text(desk, "a.plan") == "范围 甲 = = 企业\n")
  }

  @Test func whatCannotBeDoneHasItsStatus() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.untidy)
    #expect(try desk.zhiben("整理", "missing.plan").status == 66)
    #expect(try desk.zhiben("整理", "--lang", "de", "a.plan").status == 64)
    #expect(try desk.zhiben("整理", "--check", "--stdout", "a.plan").status == 64)
    #expect(try desk.zhiben("整理").status == 64)
  }
}
