import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct NameHidingTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var hidden: String
    var testDescription: String { name }
    init(_ name: String, _ text: String, _ hidden: String) {
      (self.name, self.text, self.hidden) = (name, text, hidden)
    }
  }

  static let cases: [Case] = [
    Case("names, each the same everywhere", "令 甲厂 = 1\n显示 甲厂 + 乙厂", "令 名1 = 1\n显示 名1 + 名2"),
    Case("what is public stays", "显示 企业 其中 从业人数 > 甲线", "显示 企业 其中 从业人数 > 名1"),
    Case("keys of records", "显示 企业「宏达五金」.名称", "显示 企业「名1」.名2"),
    Case("texts", "依据 \"洋口镇〔2024〕5号\"", "依据 \"文1\""),
    Case(
      "texts with expressions", "显示 \"张三电话{电话}在{企业}\"", "显示 \"文1{名1}文2{企业}\""),
    Case("comments", "// 张三 13800000000\n显示 1 // 李四\n", "\n显示 1 \n"),
    Case("numbers, days and layout", "  显示 2025年6月30日，3.5%，5个工作日", "  显示 2025年6月30日，3.5%，5个工作日"),
    Case("titles", "依据 《安全生产法》第三十八条", "依据 《文1》第三十八条"),
  ]

  @Test(arguments: cases) func namesAreHidden(_ one: Case) {
    let known: Set<String> = ["企业", "从业人数"]
    let source = SourceFile(name: "a.plan", text: one.text)
    let hidden = NameHiding.hide(source, public: known.contains)
    #expect(String(decoding: hidden.bytes, as: UTF8.self) == one.hidden)
  }

  /// Prose and headings of a literate file may name anybody; the fences stay where they were.
  @Test func proseGoes() {
    let text = "# 宏达五金的计划\n\n联系人张三\n\n```plan\n显示 1\n```\n\n- 李四\n"
    let hidden = NameHiding.hide(SourceFile(name: "a.plan.md", text: text))
    let shown = String(decoding: hidden.bytes, as: UTF8.self)
    #expect(hidden.name == "报告.plan.md")
    #expect(shown.contains("```plan\n显示 1\n```"))
    for word in ["宏达", "张三", "李四"] { #expect(!shown.contains(word), "\(shown)") }
    #expect(
      Lexer.lex(hidden).tokens.map(\.kind)
        == Lexer.lex(SourceFile(name: "a.plan.md", text: text)).tokens.map(\.kind))
  }
}
