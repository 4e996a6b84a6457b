import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@Suite struct RendererTests {
  static let plan = SourceFile(
    name: "洋口.plan",
    text: """
      职责 带队检查 {
        凭证 自查 其中 带队人 = 主要负责任人
        频次 每季度至少1次
      }

      """)

  static func diagnostic() -> Diagnostic {
    Diagnostic(
      "E0302", at: .file(plan, Span.of("主要负责任人", in: plan)),
      [
        "name": "主要负责任人", "owner": "企业",
        "candidates": .list(["主要负责人", "安全管理人员", "实际控制人"]),
      ],
      label: Wording(zh: "你是否想写「主要负责人」？", en: "did you mean 主要负责人?"),
      fixes: [Fix(Span.of("主要负责任人", in: plan), "主要负责人")])
  }

  @Test func theWholeMessageInChinese() {
    #expect(
      Renderer().render(Self.diagnostic()) == """
        错误[E0302]：「主要负责任人」不是 企业 的字段
         ┌ 洋口.plan:2:18
        2│   凭证 自查 其中 带队人 = 主要负责任人
         │                           ^^^^^^^^^^^^ 你是否想写「主要负责人」？
         = 企业 的字段有：主要负责人、安全管理人员、实际控制人
        """)
  }

  @Test func theWholeMessageInEnglish() {
    #expect(
      Renderer(language: .en).render(Self.diagnostic()) == """
        error[E0302]: “主要负责任人” is not a field of 企业
         ┌ 洋口.plan:2:18
        2│   凭证 自查 其中 带队人 = 主要负责任人
         │                           ^^^^^^^^^^^^ did you mean 主要负责人?
         = the fields of 企业: 主要负责人, 安全管理人员, 实际控制人
        """)
  }
}
