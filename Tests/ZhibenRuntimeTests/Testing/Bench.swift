import Testing
import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// A small plan whose tests are tried.
enum Bench {
  static let plan = """
    计划 小镇 { 期间 2025年1月1日 至 2026年12月31日；日历 中国 }
    取值 等级 由轻到重 { A；B；C；D }
    取值 企业状态 { 在产；已销号 }
    取值 级别 由轻到重 { 一般；重大 }
    取值 隐患状态 { 已登记；待复查；已销号 }
    登记 企业 { 名称：文本 标识；状态：企业状态；等级：等级；人数：整数；入库日：日期 日期 }
    登记 隐患 { 编号：文本 标识；企业：企业；级别：级别；状态：隐患状态；整改期限：日期；发现日：日期 日期 }
    登记 自查 { 企业：企业；日：日期 日期 }
    范围 在册企业 = 企业 其中 状态 ≠ 已销号
    参数 规模线 = 100 { 文件未规定 }
    划分 规模类 于 在册企业 { 大：人数 ≥ 规模线；小：其他 }
    职责 带队检查 {
      对象 在册企业
      频次 每季度至少1次
      例外 等级 = D：每月至少1次
      凭证 自查
    }
    职责 全员排查 {
      对象 在册企业
      频次 按 规模类 { 大：每月至少1次；小：每年至少1次 }
      凭证 自查
    }
    督办 重大隐患逾期 {
      对象 隐患 其中 级别 = 重大
      起算 整改期限
      直至 状态 = 已销号
      暂停 状态 = 待复查
      逾期1个自然日 提醒 致 企业
      逾期7个自然日 函告 致 企业
    }
    必须 不超百人 { 对象 在册企业；条件 人数 ≤ 100 或 等级 = A；2025年6月底前 }
    目标 销号率 { 对象 隐患；达标 状态 = 已销号；2025年底前 90% }

    """

  /// What opens a test: an enterprise with a grave hazard that was due on 31 March.
  static let facts = """
      截至 2025年4月3日
      记入 企业 { 名称：甲厂，状态：在产，等级：B，人数：20 }
      记入 隐患 { 编号：一号，企业：企业「甲厂」，级别：重大，整改期限：2025年3月31日，状态：已登记 }

    """

  static func program(
    _ tests: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program {
    let compiled = Compiler.compile(plan: SourceFile(name: "小镇.plan", text: plan + tests))
    let errors = compiled.diagnostics.ordered.filter { $0.severity == .error }
      .map { $0.message(in: .zh) }
    #expect(errors == [], sourceLocation: sourceLocation)
    let program = compiled.program
    return try #require(program, sourceLocation: sourceLocation)
  }

  static func run(
    _ body: String, traces: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> TestResult {
    let program = try program("测试 \"试\" {\n\(body)\n}\n", sourceLocation: sourceLocation)
    let test = try #require(program.tests.first, sourceLocation: sourceLocation)
    return TestRunner(program: program, calendar: .china).run(test, traces: traces)
  }
}
