import Foundation
import Testing

@testable import ZhibenSyntax

/// Whatever the bytes: the parser returns, the tree gives every byte back, each place is inside the file.
struct ParserRobustnessTests {
  private static let declarations = """
    计划 洋口 { 文号 "洋政〔2024〕26号"；期间 2024年1月1日 至 2026年12月31日；口径 及时 = 10个工作日 }
    取值 规模 由低到高 { 规上 别名 规模以上、限额以上；规下 }
    登记 企业 别名 enterprise 齐全 按 采集 { 名称：文本 标识；人数：数（人）？ 默认 0 }
    范围 高危企业 = 企业 其中 行业 属于 {危化品、交通运输 等} 且 （人数 > 3 或 有(事故 于 近3年)）
    划分 类别 于 企业 { 重点：等级 = D；一般：其他 }
    职责 带队检查 {
      依据 "二（二）6"、《安全生产法》第四十一条
      对象 高危企业
      频次 按 等级、人数 { C、300人以上：每季度1次；任意、其他：每年至少1次 6月底前 }
      例外 停产企业：免除 从严
      凭证 自查 其中 带队人 = 本企业.主要负责人 且 内容 包含 "{名称}"
      逾期 { 督促 致 主要负责人 3日内；择一 { 约谈；通报 由 镇政府 批准 } }
    }
    督办 重大隐患 { 对象 隐患；起算 整改期限
      逾期 催办日数 提醒 致 企业
        由 镇 抄送 县
    }
    目标 双下降 { 指标 数量(事故)、求和(事故.死亡人数)；对比 2021—2023年；下降 20%以上；2024年底前 100% }
    """
  private static let statements = """
    查询 := 企业 按 村 分组 统计 n = 数量() 排序 n 降序 前 10 选取 名称，欠 = n − 1
    令 名单：企业 = 企业 其中 人数 > 3；显示 名单，{名称：甲，"乙"：2}，f(x)(1)
    函数 风险分(e: 企业)：数 { 若 e.人数 > 50 { 返回 1 } 否则 若 e.重大 { 返回 −1 } 否则 { 返回 0 } }
    对 每个 户 于 企业 { 循环 n < 3 { n := n + 1；跳出 }；修改 户 { 人数：n }；注销 户 }
    假设 { 带队检查.频次 = 每半年1次；记入 企业 { 名称：甲 } } { 推演 直至 2027年1月1日 { 断言 有(企业)，"有" } }
    测试 "甲" { 截至 2025年1月1日；预期 义务 其中 规则 = 带队检查 为 {提醒}；预期 台阶 为空 }
    """

  @discardableResult
  private func check(_ bytes: [UInt8], _ what: String, name: String = "甲.plan") -> ParseResult {
    let result = Parser.parse(SourceFile(name: name, bytes: bytes))
    #expect(result.tree.bytes == bytes, "\(what)")
    let inside = result.issues.allSatisfy {
      0 <= $0.span.start && $0.span.start <= $0.span.end && $0.span.end <= bytes.count
    }
    #expect(inside, "\(what)")
    #expect(result.tree.tokenRange(result.tree.root) == 0..<result.tokens.count - 1, "\(what)")
    return result
  }

  @Test(arguments: [declarations, statements])
  func everyTruncation(_ sample: String) {
    let bytes = Array(sample.utf8)
    for end in 0...bytes.count { check(Array(bytes[..<end]), "first \(end) bytes") }
  }

  /// Deleting or doubling one token: still lossless, and never more than a few issues.
  @Test(arguments: [declarations, statements], [false, true])
  func everyTokenDeletedOrDoubled(_ sample: String, _ doubles: Bool) {
    let bytes = Array(sample.utf8)
    let tokens = Lexer.lex(SourceFile(name: "甲.plan", bytes: bytes)).tokens
    for (index, token) in tokens.enumerated() where token.span.start < token.span.end {
      let replacement =
        doubles ? bytes[token.span.start..<token.span.end] + [0x20] : []
      let place = doubles ? token.span.start..<token.span.start : token.span.start..<token.span.end
      var changed = bytes
      changed.replaceSubrange(place, with: replacement)
      let result = check(changed, "token \(index)")
      #expect(result.issues.count <= 3, "token \(index): \(sketched(result))")
    }
  }

  @Test func randomBytes() {
    var random = LexerRandom(seed: 7)
    let alphabet = Array("{}（）()\"“”「」《》:：；;,、.。=<>≠+-*/ \n\t#`1年月日前每次至少于按其中且或若则职责频次例外逾期择一abc".utf8)
    for round in 0..<300 {
      let count = Int.random(in: 0..<120, using: &random)
      let bytes = (0..<count).map { _ in
        round % 2 == 0
          ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
      }
      check(
        bytes, "seed 7, round \(round): \(bytes)", name: round % 5 == 0 ? "甲.plan.md" : "甲.plan")
    }
  }

  /// Pieces of the language in random order.
  @Test func randomPieces() {
    var random = LexerRandom(seed: 11)
    let source = SourceFile(name: "甲.plan", text: Self.declarations + "\n" + Self.statements)
    let tokens = Lexer.lex(source).tokens
    let pieces = tokens.map { source.text($0.span) }
    for round in 0..<300 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      check(Array(text.utf8), "seed 11, round \(round): \(text)")
    }
  }

  // MARK: - Depth and size

  static let nests: [(String, String, String)] = [
    ("parentheses", "参数 a = ", "("), ("calls", "参数 a = ", "f("),
    ("lists", "范围 a = b 其中 c 属于 ", "{"),
    ("not", "范围 a = b 其中 ", "非 "), ("signs", "参数 a = ", "− "),
    ("conditionals", "参数 a = ", "若 a 则 b 否则 "),
    ("mixed", "参数 a = ", "a 或 b 且 c = d 至 e + f × ("), ("sum", "参数 a = ", "1 + "),
    ("conditions", "范围 a = b 其中 ", "a 且 "), ("members", "参数 a = ", "a."),
    ("filters", "范围 a = b", " 其中 c"), ("exceptions", "职责 a { ", "例外 b { "),
    ("choices", "职责 a { 逾期 { ", "择一 { "), ("strings", "参数 a = ", "\"{"),
    ("ever", "范围 a = b 其中 ", "曾 "),
    ("arms", "职责 a { 频次 ", "按 a { b："), ("statements", "", "若 a { "),
    ("rounds", "", "对 每个 a 于 b { "), ("suppositions", "", "假设 { } { "),
    ("bare statements", "", "若 a "), ("otherwise", "若 a { }", " 否则 若 a { }"),
    ("records", "显示 ", "{a："), ("maps", "显示 ", "{\"a\"："), ("called", "显示 a", "(1)"),
    ("tests", "", "测试 a { "), ("values by condition", "", "若 a 则 "),
  ]

  /// Nesting without end ends in an issue, on a stack of 512 KiB.
  @Test(arguments: nests.map(\.0))
  func boundedNesting(_ name: String) throws {
    let nest = try #require(Self.nests.first { $0.0 == name })
    let text = nest.1 + String(repeating: nest.2, count: 2_000) + "x"
    let box = ResultBox()
    let thread = Thread {
      box.result = parsed(text)
      box.done.signal()
    }
    thread.stackSize = 512 * 1_024
    thread.start()
    box.done.wait()
    let result = try #require(box.result)
    #expect(!result.issues.isEmpty)
    #expect(result.tree.text == text)
    for declaration in result.script.declarations {
      #expect(depth(of: declaration) <= Parser.maximumDepth)
    }
  }

  @Test func sensibleNestingIsFine() {
    let text =
      "参数 a = " + String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60)
    #expect(sketched(parsed(text)) == [])
    let chain = "参数 a = " + Array(repeating: "1", count: 190).joined(separator: " + ")
    #expect(sketched(parsed(chain)) == [])
  }

  @Test func aMegabyteOfBrackets() {
    check(Array(repeating: 0x28, count: 1_048_576), "(")
  }

  @Test(arguments: ["{", "}", ")", "（｛", "「", "({[「", "职责 a {", "a；", "若 a {", "a := {b：", "否则"])
  func manyBrackets(_ piece: String) {
    check(Array(String(repeating: piece, count: 8_000).utf8), piece)
  }

  private func depth(of declaration: Declaration) -> Int {
    guard case .query(let query, _) = declaration.body else { return 0 }
    var deepest = 0
    var level = 0
    for character in query.dump {
      if character == "(" { level += 1 }
      if character == ")" { level -= 1 }
      deepest = max(deepest, level)
    }
    return deepest
  }
}

/// Carries a result out of a thread.
private final class ResultBox: @unchecked Sendable {
  let done = DispatchSemaphore(value: 0)
  var result: ParseResult?
}
