import Testing
import ZhibenCalendar
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// The settled answers on time that the checker gives; each test carries its number.
@Suite struct TimeTests {
  typealias Wrong = Case<String, [Said]>

  // MARK: - 10

  static let vague: [Wrong] = [
    Wrong("in 频次", "职责 试 { 依据 \"二（二）6\"；对象 企业；频次 定期；凭证 自查 }", [Said("E0409", "定期")]),
    Wrong("in 期限", "必须 试 { 依据 \"二（二）6\"；对象 企业；条件 高危；期限 及时 }", [Said("E0409", "及时")]),
    Wrong(
      "in an action", "必须 试 { 依据 \"二（二）6\"；对象 企业；条件 高危；违反 { 约谈 期限 尽快 } }",
      [Said("E0409", "尽快")]),
  ]

  @Test("Time 10: a vague word without 口径 is an error that names the clause", arguments: vague)
  func time10(_ wrong: Wrong) throws {
    let compilation = Fixture.compile(wrong.input)
    #expect(compilation.said == wrong.expected)
    let diagnostic = try #require(compilation.diagnostics.ordered.first)
    #expect(diagnostic.notes.map { $0[.zh] } == ["条款：二（二）6"])
  }

  // MARK: - 11

  @Test("Time 11: a bare 每N months asks for its anchor or for 每隔")
  func time11() throws {
    let text = "职责 试 { 依据 \"一\"；对象 企业；频次 每6个月；凭证 自查 }"
    let diagnostic = try #require(Fixture.compile(text).diagnostics.ordered.first)
    #expect(diagnostic.code == "E0512")
    #expect(
      diagnostic.fixes.map(\.replacement) == ["每隔6个月", "自 入库日 起每6个月", "自 关停日 起每6个月"])
    for fix in diagnostic.fixes {
      let fixed = text.replacing("每6个月", with: fix.replacement)
      #expect(Fixture.compile(fixed).diagnostics.isEmpty, "\(fix.replacement)")
    }
  }

  // MARK: - 12

  @Test("Time 12: a count is a minimum; only 至多 and 上限 prohibit")
  func time12() throws {
    let program = try Fixture.program(
      """
      职责 甲 { 依据 "一"；对象 企业；频次 每年2次；凭证 自查 }
      检查 乙 { 依据 "一"；对象 企业；频次 每年2次；上限 每年4次 }
      检查 丙 { 依据 "一"；对象 企业；频次 每年至少1次至多3次 }
      """)
    guard case .duty(let duty) = program.rules[0].body,
      case .inspection(let planned) = program.rules[1].body,
      case .inspection(let bounded) = program.rules[2].body
    else {
      Issue.record("other kinds of rules")
      return
    }
    #expect(
      duty.cadence.arms.map(\.value) == [.periodic(.year, least: 2, most: nil, due: .periodEnd)])
    #expect(planned.duty.cadence.arms.map(\.value) == duty.cadence.arms.map(\.value))
    #expect(
      planned.cap?.arms.map(\.value) == [.periodic(.year, least: 0, most: 4, due: .periodEnd)])
    #expect(
      bounded.duty.cadence.arms.map(\.value)
        == [.periodic(.year, least: 1, most: 3, due: .periodEnd)])
  }

  // MARK: - 16

  @Test("Time 16: a day that some months lack is the month's last day, or refused by the lexer")
  func time16() throws {
    let lines = try Fixture.rule(
      "职责 试 { 依据 \"一\"；对象 企业；频次 每年1次 2月底前；凭证 自查 }")
    #expect(lines.contains("频次 每年至少1次，2月29日前"))
    let refused = Fixture.compile("职责 试 { 依据 \"一\"；对象 企业；频次 每月31日前；凭证 自查 }")
    #expect(refused.program == nil)
  }

  // MARK: - 22

  static let withoutYear = ["6月10日前", "6月底前", "年底前", "上半年前", "第二季度前"]

  @Test(
    "Time 22: a deadline without a year is refused in a plan of several years",
    arguments: withoutYear)
  func time22Refused(_ deadline: String) throws {
    let text = "必须 试 { 依据 \"一\"；对象 企业；条件 高危；期限 \(deadline) }"
    let compilation = Fixture.compile(text)
    #expect(compilation.said == [Said("E0511", deadline, "2024年\(deadline)")])
    let fixes = try #require(compilation.diagnostics.ordered.first).fixes
    #expect(fixes.map(\.replacement) == [2024, 2025, 2026].map { "\($0)年\(deadline)" })
    for fix in fixes {
      let fixed = text.replacing(deadline, with: fix.replacement)
      #expect(Fixture.compile(fixed).diagnostics.isEmpty, "\(fix.replacement)")
    }
  }

  @Test(
    "Time 22: in a plan of one year a deadline without a year is of that year, last day included",
    arguments: zip(
      withoutYear, ["2025-06-10", "2025-06-30", "2025-12-31", "2025-06-30", "2025-06-30"]))
  func time22Settled(_ deadline: String, _ day: String) throws {
    let lines = try Fixture.rule(
      "必须 试 { 依据 \"一\"；对象 企业；条件 高危；期限 \(deadline) }", header: Fixture.oneYear)
    #expect(lines.last == "期限 至 \(day)")
  }

  @Test("Time 22: behind 每年 the day recurs")
  func time22Yearly() throws {
    let lines = try Fixture.rule(
      "职责 试 { 依据 \"一\"；对象 企业；频次 每年6月10日前；凭证 自查 }")
    #expect(lines.contains("频次 每年至少1次，6月10日前"))
  }

  @Test("Time 22: a target's line needs its year, too")
  func time22Lines() {
    let text = "目标 试 { 依据 \"一\"；指标 数量(事故)；6月底前 不超过 3 }"
    #expect(Fixture.compile(text).said == [Said("E0511", "6月底前", "2024年6月底前")])
  }

  // MARK: - 27

  private func ladder(_ delay: String) -> String {
    "督办 试 { 依据 \"一\"；对象 隐患；直至 挂牌；\(delay) 提醒 致 企业 }"
  }

  private func requirement(_ term: String) -> String {
    "必须 试 { 依据 \"一\"；对象 企业；条件 高危；期限 入库日 后 \(term) }"
  }

  @Test("Time 27: a bare 日 is a workday in rungs, with a warning")
  func time27InRungs() throws {
    #expect(try Fixture.rule(ladder("逾期15日")).last == "逾期 15个工作日 提醒 致 隐患#0.企业")
    let said = Fixture.compile(ladder("逾期15日")).said
    #expect(said == [Said("W0410", "逾期15日", "逾期15个工作日")])
  }

  @Test("Time 27: a bare 日 is a natural day elsewhere, with a warning")
  func time27Elsewhere() throws {
    #expect(try Fixture.rule(requirement("30日内")).last == "期限 企业#0.入库日 后30个自然日内")
    let said = Fixture.compile(requirement("30日内")).said
    #expect(said == [Said("W0410", "入库日 后 30日内", "入库日 后 30个自然日内")])
  }

  @Test("Time 27: a parameter's bare 日 takes its meaning where it is used")
  func time27Parameters() throws {
    let parameter = "参数 日数 = 15日 { 文件未规定 }\n"
    let inRung = parameter + ladder("逾期 日数")
    let elsewhere = parameter + "必须 试 { 依据 \"一\"；对象 企业；条件 高危；期限 日数 }"
    #expect(try Fixture.rule(inRung).last == "逾期 15个工作日 提醒 致 隐患#0.企业")
    #expect(try Fixture.rule(elsewhere).last == "期限 企业#0.入库日 后15个自然日内")
    #expect(Fixture.compile(inRung).said == [Said("W0410", "逾期 日数")])
    #expect(Fixture.compile(elsewhere).said == [Said("W0410", "日数")])
  }

  @Test("Time 27: the fixes say which days are meant, and leave nothing to warn of")
  func time27Fixes() throws {
    let texts = [
      ladder("逾期15日"), ladder("overdue 15 days"), requirement("30日内"), requirement("三十天内"),
      requirement("30日内").replacing("入库日 后 30日内", with: "within 30 days after 入库日"),
    ]
    for text in texts {
      let diagnostic = try #require(Fixture.compile(text).diagnostics.ordered.first)
      #expect(diagnostic.fixes.count == 2)
      for fix in diagnostic.fixes {
        guard case .file(let file, _) = diagnostic.primary else { continue }
        let fixed = String(decoding: Fix.apply([fix], to: file.bytes), as: UTF8.self)
        let plan = Compiler.compile(plan: .init(name: "修", text: fixed))
        #expect(plan.diagnostics.isEmpty && plan.program != nil, "\(fix.replacement)")
      }
    }
  }

  @Test(
    "Time 27: written days and 口径 日 settle it without a word",
    arguments: [
      ("", "逾期15个工作日", "15个工作日", "30个自然日内", "30个自然日"),
      ("口径 日 = 自然日\n", "逾期15日", "15个自然日", "30日内", "30个自然日"),
      ("口径 日 = 工作日\n", "逾期15日", "15个工作日", "30日内", "30个工作日"),
    ])
  func time27Settled(
    _ reading: String, _ delay: String, _ rung: String, _ term: String, _ days: String
  ) throws {
    #expect(Fixture.compile(reading + ladder(delay)).diagnostics.isEmpty)
    #expect(Fixture.compile(reading + requirement(term)).diagnostics.isEmpty)
    #expect(try Fixture.rule(reading + ladder(delay)).last == "逾期 \(rung) 提醒 致 隐患#0.企业")
    #expect(
      try Fixture.rule(reading + requirement(term)).last == "期限 企业#0.入库日 后\(days)内")
  }

  // MARK: - 30

  @Test("Time 30: the clock starts at 整改期限 unless 起算 says otherwise")
  func time30() throws {
    #expect(try Fixture.rule(ladder("逾期1个工作日")).contains("起算 隐患#0.整改期限"))
    let other = "督办 试 { 依据 \"一\"；对象 隐患；起算 发现日期；直至 挂牌；逾期1个工作日 提醒 致 企业 }"
    #expect(try Fixture.rule(other).contains("起算 隐患#0.发现日期"))
  }

  // MARK: - 48

  @Test("Time 48: every rule has a bearer; without 由 it is whom the rule speaks of")
  func time48() throws {
    let lines = try Fixture.rule("必须 试 { 依据 \"一\"；对象 企业；条件 高危 }")
    #expect(lines.contains("由 企业#0"))
  }
}
