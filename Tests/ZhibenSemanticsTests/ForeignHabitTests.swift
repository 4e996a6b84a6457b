import Testing
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// What people write who come from spreadsheets, SQL or programming languages: accepted where it can only mean one thing, else answered with
/// what is written here.
@Suite struct ForeignHabitTests {
  struct Habit: Sendable, CustomTestStringConvertible {
    let written: String
    let code: String?
    /// A piece of what is shown: a fix or a hint.
    let answer: String
    var testDescription: String { written }

    init(_ written: String, _ code: String?, _ answer: String = "") {
      (self.written, self.code, self.answer) = (written, code, answer)
    }
  }

  static let habits: [Habit] = [
    Habit("高危 && 重点企业", "E0110", "改成：且"),
    Habit("高危 || 重点企业", "E0110", "改成：或"),
    Habit("高危 & 重点企业", "E0110", "改成：且"),
    Habit("高危 | 重点企业", "E0110", "改成：或"),
    Habit("!高危", "E0110", "改成：非"),
    Habit("状态 == 在产", "E0110", "改成：="),
    Habit("状态 != 在产", nil), Habit("状态 <> 在产", nil), Habit("人数 >= 50", nil),
    Habit("人数 => 50", "E0110", ">="),
    Habit("高危 AND 重点企业", "E0201", "改成：且"),
    Habit("高危 OR 重点企业", "E0201", "改成：或"),
    Habit("NOT 高危", "E0302", "改成：非"),
    Habit("状态 IN {在产}", "E0201", "改成：属于"),
    Habit("IF(高危, 1, 2) = 1", "E0312", "若 … 则 … 否则 …"),
    Habit("AND(高危, 重点企业)", "E0312", "条件之间写「且」"),
    Habit("OR(高危, 重点企业)", "E0312", "条件之间写「或」"),
    Habit("NOT(高危)", "E0312", "条件前面写「非」"),
    Habit("SUM(事故.死亡人数) > 0", "E0312", "sum"),
    Habit("COUNTIF(隐患, 挂牌) > 0", "E0312", "数量(… 其中 …)"),
    Habit("入库日 < TODAY()", "E0312", "今日"),
    Habit("VLOOKUP(村, 2) = 1", "E0312", "点号"),
    Habit("名称 = null", "E0302", "为空"),
    Habit("名称 IS NULL", "E0201", "为空"),
    Habit("名称 LIKE \"厂\"", "E0201", "改成：包含"),
    Habit("人数 BETWEEN 10 AND 50", "E0201", "改成：介于"),
    Habit("高危 = true", "E0302", "直接写字段名"),
    Habit("名称 = '甲厂'", "E0109", "文字用双引号"),
    Habit("等级 属于 [C、D]", "E0109", "{"),
  ]

  @Test(arguments: habits)
  func isAnswered(_ habit: Habit) {
    let text = "必须 试 {\n  依据 \"一\"\n  对象 企业\n  条件 \(habit.written)\n}\n"
    let diagnostics = Fixture.compile(text).diagnostics
    let shown = Renderer().render(diagnostics)
    let codes = diagnostics.ordered.filter { $0.severity == .error }.map(\.code.rawValue)
    #expect(codes.count <= 2 && (habit.code.map(codes.contains) ?? codes.isEmpty), "\(shown)")
    #expect(habit.answer.isEmpty || shown.contains(habit.answer), "\(shown)")
  }

  @Test(arguments: [
    ("# 注释", "E0111", "改成：//"), ("SELECT * FROM 企业 WHERE 高危", "E0301", "登记 其中 条件"),
    ("def 甲(x): return x", "E0221", "改成：function"),
  ])
  func linesAreAnswered(_ line: String, _ code: String, _ answer: String) {
    let diagnostics = Fixture.compile("\(line)\n范围 甲 = 企业 其中 高危\n").diagnostics
    #expect(diagnostics.ordered.first?.code.rawValue == code)
    #expect(diagnostics.ordered.count <= 3)
    let shown = Renderer().render(diagnostics)
    #expect(shown.contains(answer), "\(shown)")
  }
}
