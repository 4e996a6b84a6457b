import Foundation
import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// The program as a whole: what it reads, how it prints, and that nothing makes the compiler crash.
@Suite struct ProgramTests {
  static let text = """
    范围 在册 = 企业 其中 状态 ≠ 已销号
    划分 类别 于 在册 { 重点：重点企业；一般：其他 }
    职责 带队 {
      依据 "二（二）6"
      对象 在册
      由 主要负责人
      频次 按 类别 { 重点：每月1次；其他：每季度1次 }
      凭证 自查 其中 带队人 = 本企业.主要负责人
    }
    督办 逾期 {
      依据 "三"
      对象 隐患 其中 级别 = 重大
      直至 状态 = 已销号
      逾期1个工作日 提醒 致 企业.村
    }

    """

  @Test func theDemandIsWhatRulesRead() throws {
    let program = try Fixture.program(Self.text)
    var read: [String: [String]] = [:]
    for (register, fields) in program.demand() {
      let schema = program.schema[register]
      read[schema.name] = fields.sorted().map { schema.fields[$0].name }
    }
    #expect(
      read == [
        "企业": ["代码", "入库日", "村", "状态", "主要负责人", "重点企业"],
        "自查": ["编号", "企业", "日期", "带队人"],
        "人员": ["编号", "入职日"],
        "隐患": ["编号", "企业", "级别", "状态", "发现日期", "整改期限"],
        "村": ["名称"],
      ])
  }

  /// Whatever is read in a filter, window, value, key, exception, need or party is in the demand.
  @Test func everyCornerOfARuleIsRead() throws {
    let program = try Fixture.program(
      """
      检查 试 {
        依据 "一"
        对象 企业
        频次 按 规模 { 规上：每年1次；规下：每年1次 }
        例外 产值 > 5元：免除
        上限 每年4次 不计 复查
        逾期 { 约谈 致 村.安全员 须 关停日、求和(事故.死亡人数 于 入库日 后 1年) > 0 }
      }
      """)
    let demand = program.demand()
    func names(_ register: String) -> Set<String> {
      guard let id = program.schema.register(named: register) else { return [] }
      return Set((demand[id] ?? []).map { program.schema[id].fields[$0].name })
    }
    #expect(names("企业").isSuperset(of: ["规模", "产值", "村", "关停日", "入库日"]))
    #expect(names("村").contains("安全员"))
    #expect(names("事故").isSuperset(of: ["企业", "死亡人数", "发生日期"]))
    #expect(names("检查").isSuperset(of: ["企业", "日期", "类别"]))
  }

  @Test func theProgramPrintsAsItDid() throws {
    let program = try Fixture.program(Self.text)
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Goldens/Types/small.txt")
    let printed = ProgramPrinter.print(program)
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(printed.utf8).write(to: url)
      return
    }
    let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    #expect(printed == expected, "run with ZHIBEN_UPDATE_GOLDENS=1 and review")
  }

  /// The English keywords make the same program.
  @Test func bothLanguagesMakeOneProgram() throws {
    let english = """
      scope 在册 = 企业 where 状态 ≠ 已销号
      partition 类别 in 在册 { 重点: 重点企业; 一般: other }
      duty 带队 {
        basis "二（二）6"
        subject 在册
        by 主要负责人
        cadence per 类别 { 重点: every month 1; other: every quarter 1 }
        evidence 自查 where 带队人 = this 企业.主要负责人
      }
      escalation 逾期 {
        basis "三"
        subject 隐患 where 级别 = 重大
        until 状态 = 已销号
        overdue 1 workday 提醒 to 企业.村
      }

      """
    let printed = try [Self.text, english].map { ProgramPrinter.print(try Fixture.program($0)) }
    #expect(printed[0] == printed[1])
  }

  /// Literate files cite the headings above a rule; the document's own title is no clause.
  @Test func headingsAreTheDefaultBasis() throws {
    let text = """
      # 某镇行动方案

      ```plan
      计划 试 { 期间 2024年 }
      登记 户 别名 household { 号 别名 code：文本 标识；登记日 别名 entered_on：日期 日期 }
      ```

      ## 二、主要任务

      ### （二）深入治理

      ```plan
      必须 甲 { 对象 户；条件 号 不为空 }
      必须 乙 { 依据 "6"；对象 户；条件 号 不为空 }
      ```

      """
    let compilation = Compiler.compile(plan: SourceFile(name: "p.plan.md", text: text))
    let program = try #require(compilation.program, "\(compilation.said)")
    #expect(program.rules.map(\.citations) == [["二、主要任务 › （二）深入治理"], ["二、主要任务 › （二）深入治理", "6"]])
    #expect(compilation.diagnostics.isEmpty)
  }

  // MARK: - Whatever is typed

  /// Tokens taken out, doubled or swapped make messages, never a crash, and a program exactly if there is no error.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func brokenScriptsMakeMessages(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let source = SourceFile(name: "p", text: Self.text)
    let tokens = Parser.parse(source).tokens
    for _ in 0..<12 {
      var pieces = tokens.map { source.text(Span($0.trivia.start, $0.span.end)) }
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let index = Int.random(in: pieces.indices, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: pieces.remove(at: index)
        case 1: pieces.insert(pieces[index], at: index)
        default: pieces.swapAt(index, Int.random(in: pieces.indices, using: &random))
        }
      }
      let compilation = Fixture.compile(pieces.joined())
      #expect(
        (compilation.program == nil) == compilation.diagnostics.hasErrors,
        "seed \(seed): \(pieces.joined())")
    }
  }

  /// Names put in the place of other names: every reading ends in a program or in messages of the catalogue.
  @Test(arguments: [UInt64(11), 12, 13])
  func swappedNamesMakeMessages(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let names = [
      "企业", "隐患", "等级", "D", "状态", "已销号", "高危", "入库日", "人数", "在册", "类别", "村", "名称", "今日", "行业",
      "3", "\"甲\"", "近3年", "2024年", "有(隐患)", "数量(检查)", "本企业", "该隐患", "{A、B}", "5元", "30日", "每月1次",
    ]
    let forms = [
      "_ = _", "_ 属于 _", "_ 包含 _", "_ + _ > _", "_ 于 _ = _", "有(_ 其中 _)", "_._ = _", "非 _", "_ 为空",
      "_ 介于 _ 与 _", "_ 后 3个月 < _", "求和(_._) > _", "（若 _ 则 _ 否则 _） = _", "有(_ 于 _ 其中 _ = _)",
      "_ 且 _",
      "有(_ 经 _)", "有((_ 除 _))", "最近(_)._ = _", "皆(_, _)", "年龄(_) > _", "全部 _ 为空",
    ]
    for _ in 0..<40 {
      var condition = forms.randomElement(using: &random) ?? "_"
      while let hole = condition.firstIndex(of: "_") {
        condition.replaceSubrange(
          hole...hole, with: names.randomElement(using: &random) ?? "企业")
      }
      let text = "\(Self.text)必须 试 { 依据 \"一\"；对象 企业；条件 \(condition) }"
      let compilation = Fixture.compile(text)
      #expect(
        (compilation.program == nil) == compilation.diagnostics.hasErrors,
        "seed \(seed): \(condition)")
      for diagnostic in compilation.diagnostics.ordered {
        let message = Renderer().render(diagnostic)
        #expect(!message.contains("…，") && !message.contains("「」"), "\(condition)\n\(message)")
      }
    }
  }

  /// Nesting costs as much as it is long: no expression is read anew for every level around it.
  @Test(
    arguments: [
      ("数量(隐患 其中 ", " > 坏 > 1", ") > 1"),
      ("数量(企业.隐患 其中 级别 = 坏 或 ", "挂牌", ") > 1"),
      ("有(企业.隐患 其中 编号 = 最近(企业.隐患 其中 ", "挂牌", ").编号)"),
      ("（若 ", "高危", " 则 C 否则 D） = 等级"),
      ("有(企业.隐患 其中 企业 = 企业「甲」 且 ", "挂牌", ")"),
      ("皆(企业.隐患 其中 ", "挂牌", ")"),
    ])
  func deepNestingIsReadOnce(_ open: String, _ core: String, _ close: String) {
    for depth in [2, 30] {
      let condition =
        String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
      let text = "必须 试 { 依据 \"一\"；对象 企业；条件 \(condition) }"
      let compilation = Fixture.compile(text)
      #expect((compilation.program == nil) == compilation.diagnostics.hasErrors)
    }
  }
}
