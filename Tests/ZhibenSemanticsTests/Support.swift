import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// A small register for tests, and the ways to compile a text over it.
enum Fixture {
  static let header = "计划 试 {\n  期间 2024年4月15日 至 2026年12月31日\n}\n"
  static let oneYear = "计划 试 {\n  期间 2025年\n}\n"

  static let registers = """
    取值 规模 { 规上；规下 }
    取值 企业状态 { 新增；在产；停产；已销号 别名 注销 }
    取值 等级 由轻到重 { A；B；C；D }
    取值 标准化等级 由低到高 { 三级；二级；一级 }
    取值 行业 { 冶金；危化品；商贸 }
    取值 隐患级别 由轻到重 { 一般；重大 }
    取值 隐患状态 { 整改中；待复查；已销号 }
    取值 检查类别 { 执法；复查；举报核查 }
    取值 检查方式 { 四不两直；事先公告 }
    登记 村 别名 village { 名称 别名 name：文本 标识；安全员 别名 officer：文本 }
    登记 人员 别名 person {
      编号 别名 code：文本 标识
      雇主 别名 employer：企业
      入职日 别名 hired_on：日期 日期
      特种作业 别名 is_special：是否
    }
    登记 企业 别名 enterprise {
      代码 别名 code：文本 标识
      名称 别名 name：文本
      入库日 别名 entered_on：日期 日期
      村 别名 village：村
      行业 别名 industries：行业 多值
      规模 别名 scale：规模
      状态 别名 status：企业状态
      等级 别名 grade：等级
      标准化等级 别名 standard_level：标准化等级
      人数 别名 headcount：整数
      注册资本 别名 capital：数（元）
      产值 别名 output：数（元）
      主要负责人 别名 principal：人员
      高危 别名 is_high_hazard：是否
      重点企业 别名 is_key：是否
      关停日 别名 closed_on：日期
    }
    登记 隐患 别名 hazard {
      编号 别名 code：文本 标识
      企业 别名 enterprise：企业
      级别 别名 severity：隐患级别
      状态 别名 status：隐患状态
      发现日期 别名 found_on：日期 日期
      整改期限 别名 due_on：日期
      挂牌 别名 is_listed：是否
    }
    登记 检查 别名 visit {
      编号 别名 code：文本 标识
      企业 别名 enterprise：企业
      日期 别名 visited_on：日期 日期
      类别 别名 kind：检查类别
      检查人 别名 inspectors：人员 多值
    }
    登记 自查 别名 self_check {
      编号 别名 code：文本 标识
      企业 别名 enterprise：企业
      日期 别名 checked_on：日期 日期
      带队人 别名 leader：人员
      内容 别名 topics：行业 多值
    }
    登记 租赁 别名 lease {
      编号 别名 code：文本 标识
      出租方 别名 landlord：企业
      承租方 别名 tenant：企业
      起租日 别名 starts_on：日期 日期
    }
    登记 事故 别名 accident {
      编号 别名 code：文本 标识
      企业 别名 enterprise：企业
      发生日期 别名 happened_on：日期 日期
      死亡人数 别名 deaths：整数
    }
    登记 目录 别名 catalogue { 条款 别名 clause_text：文本 标识；版本 别名 edition：整数 }

    """

  /// What statements may name besides the registers.
  static let definitions = """
    范围 高危企业 = 企业 其中 高危
    参数 上限人数 = 50人 { 文件未规定 }
    参数 自查频次 = 每月至少1次 { 文件未规定 }
    检查 年度执法 {
      依据 "一"
      由 执法队
      对象 企业
      频次 每年1次
    }

    """

  static let host = [
    HostFunction(name: "发短信", parameters: [.text, .text], result: nil, capability: "短信"),
    HostFunction(name: "天气", parameters: [.date], result: .text),
  ]

  /// Compiles declarations over the small register.
  static func compile(_ text: String, header: String = header) -> Compilation {
    Compiler.compile(
      plan: SourceFile(name: "试.plan", text: header + registers + text), host: host)
  }

  /// Functions, statements and tests of a text that must be right and say nothing, printed without indentation of the whole.
  static func procedures(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let compilation = compile(definitions + text)
    let messages = Renderer().render(compilation.diagnostics)
    let program = try #require(
      compilation.program, "\(messages)", sourceLocation: sourceLocation)
    let printer = ProgramPrinter(program)
    return program.functions.flatMap { printer.procedure("函数", $0) }
      + [program.main].compactMap { $0 }.flatMap { printer.procedure("语句", $0).dropFirst() }
      .map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
      + program.tests.flatMap { printer.procedure("测试", $0.procedure) }
  }

  /// The program of a text that must be right; warnings are allowed.
  static func program(
    _ text: String, header: String = header, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Program {
    let compilation = compile(text, header: header)
    let messages = Renderer().render(compilation.diagnostics)
    return try #require(compilation.program, "\(messages)", sourceLocation: sourceLocation)
  }

  /// The first rule of a text, printed without head, citations and period.
  static func rule(
    _ text: String, header: String = header, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let program = try program(text, header: header, sourceLocation: sourceLocation)
    let rule = try #require(program.rules.first, sourceLocation: sourceLocation)
    return ProgramPrinter(program).rule(rule).dropFirst()
      .map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
      .filter { !$0.hasPrefix("施行") }
  }

  /// A condition over 企业, checked and printed.
  static func condition(
    _ text: String, before declarations: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let source = declarations + "\n必须 试 {\n  依据 \"一\"\n  对象 企业\n  条件 \(text)\n}\n"
    let program = try program(source, sourceLocation: sourceLocation)
    guard case .requirement(let requirement)? = program.rules.first?.body else { return "" }
    return ProgramPrinter(program).text(requirement.condition)
  }
}

/// What a message says to a test: code, underlined text, first fix.
struct Said: Equatable, CustomStringConvertible {
  var code: String
  var underlined: String
  var fix: String?

  init(_ code: String, _ underlined: String, _ fix: String? = nil) {
    (self.code, self.underlined, self.fix) = (code, underlined, fix)
  }

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code.rawValue
    underlined = ""
    if case .file(let file, let span) = diagnostic.primary { underlined = file.text(span) }
    fix = diagnostic.fixes.first?.replacement
  }

  var description: String { "\(code) 「\(underlined)」 → \(fix ?? "–")" }
}

extension Compilation {
  /// Everything that was said, in order.
  var said: [Said] { diagnostics.ordered.map { Said($0) } }
}

/// A named case of a table.
struct Case<Input: Sendable, Expected: Sendable>: Sendable, CustomTestStringConvertible {
  var name: String
  var input: Input
  var expected: Expected
  var testDescription: String { name }

  init(_ name: String, _ input: Input, _ expected: Expected) {
    (self.name, self.input, self.expected) = (name, input, expected)
  }
}

/// A small generator with a fixed seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
