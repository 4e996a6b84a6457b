import Foundation
import SmallTown
import Testing
import Zhiben

/// Scripts as other programs save them: each is read, with one message, and can be saved as UTF-8.
@Suite struct EncodingTests {
  private static let forms: [(name: String, bytes: [UInt8], encoding: String)] = [
    ("GBK", TextEncoding.gb18030.bytes(of: SmallTown.plan, marked: false), "GB18030"),
    ("UTF-16", TextEncoding.utf16.bytes(of: SmallTown.plan, marked: true), "UTF-16"),
  ]

  @Test(arguments: forms.map(\.name))
  func isReadWithOneMessage(_ name: String) throws {
    let form = try #require(Self.forms.first { $0.name == name })
    let desk = try Desk.withSmallTown()
    try Data(form.bytes).write(to: desk.folder.appendingPathComponent("旧.plan"))
    let expected = try desk.town("plan").output
    let plan = try desk.run("zhiben", ["plan", "旧.plan"] + SmallTown.there)
    #expect(plan.status == 0 && plan.output == expected.replacing("小镇.plan", with: "旧.plan"))
    #expect(plan.talk.split(separator: "W0743").count == 2, "\(plan.talk)")
    let checked = try desk.zhiben("check", "旧.plan", "--format", "concise")
    #expect(checked.status == 0 && checked.output.contains(form.encoding), "\(checked)")
    #expect(checked.output.split(separator: "\n").count == 1, "\(checked.output)")
    let fixed = try desk.zhiben("检查", "--修正", "旧.plan")
    #expect(fixed.status == 0 && fixed.output.contains("UTF-8"), "\(fixed)")
    #expect(try desk.read("旧.plan") == Data(SmallTown.plan.utf8))
    #expect(try !desk.zhiben("check", "旧.plan").output.contains("W0743"))
  }

  /// The formatter writes UTF-8, also where the layout is as it should be.
  @Test func theFormatterWritesUTF8() throws {
    let desk = try Desk()
    try desk.write("新.plan", SmallTown.plan)
    try desk.zhiben("fmt", "新.plan")
    let text = String(decoding: try desk.read("新.plan"), as: UTF8.self)
    let bytes = TextEncoding.gb18030.bytes(of: text, marked: false)
    try Data(bytes).write(to: desk.folder.appendingPathComponent("旧.plan"))
    #expect(try desk.zhiben("整理", "--检查", "旧.plan").status == 1)
    #expect(try desk.zhiben("整理", "旧.plan").status == 0)
    #expect(try desk.read("旧.plan") == Data(text.utf8))
  }

  /// What is UTF-8 but for damage, or nothing that is known, is one message and no guess.
  @Test(arguments: ["坏字节", "半个字", "乱码"])
  func damageIsOneMessage(_ kind: String) throws {
    let desk = try Desk()
    var bytes = Array(SmallTown.plan.utf8)
    switch kind {
    case "坏字节": bytes[60] = 0xFF
    case "半个字": bytes = Array(bytes.prefix(500)).dropLast(bytes[499] < 0x80 ? 0 : 1) + [0xE4]
    default: bytes = (0..<300).map { UInt8(truncatingIfNeeded: 0x80 | $0 * 89) } + [0xFF, 0xFF]
    }
    try Data(bytes).write(to: desk.folder.appendingPathComponent("坏.plan"))
    let answer = try desk.zhiben("check", "坏.plan", "--format", "concise")
    #expect(answer.status == 1 && answer.output.contains("E0101"), "\(answer.output)")
    #expect(answer.output.split(separator: "\n").count == 1, "\(answer.output)")
  }

  @Test func whatIsPipedInIsReadAlike() throws {
    let desk = try Desk.withSmallTown()
    let lines = TextEncoding.gb18030.bytes(of: "企业 其中 代码 = \"A1\" 选取 名称\n", marked: false)
    try Data(lines).write(to: desk.folder.appendingPathComponent("问.txt"))
    let answer = try desk.run(
      "zhiben", ["repl", "小镇.plan"] + SmallTown.there, shell: "exec < 问.txt")
    #expect(answer.output.contains("甲木业有限公司"), "\(answer)")
  }
}
