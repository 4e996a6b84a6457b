import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// One slip, one answer: what is said of scripts with a known number of mistakes.
@Suite struct CascadeTests {
  /// A plan with a bit of everything and no mistake.
  static let sound = """
    范围 在册企业 = 企业 其中 状态 ≠ 已销号
    范围 高危企业 = 在册企业 其中 高危 且 （人数 > 50 或 有(隐患 其中 级别 = 重大)）
    参数 自查次数 = 每季度至少1次 { 文件未规定 }
    划分 监管类别 于 在册企业 {
      重点：重点企业
      一般：其他
    }
    职责 主要负责人带队检查 {
      依据 "二（二）6"
      对象 在册企业
      由 主要负责人
      频次 自查次数
      例外 高危企业：每月至少1次
      凭证 自查 其中 带队人 = 本企业.主要负责人
      逾期 { 督促 致 主要负责人 }
    }
    检查 年度执法 {
      依据 "二（七）18"
      对象 在册企业
      频次 按 监管类别、等级 { 重点、任意：每季度1次；一般、C 至 D：每半年1次；一般、A 至 B：每年1次 }
      上限 每年至多4次 不计 举报核查、复查
      方式 按 等级 { C、D：四不两直；其他：事先公告 }
    }
    督办 重大隐患逾期 {
      依据 "三（二）"
      对象 隐患 其中 级别 = 重大
      起算 整改期限；直至 状态 = 已销号
      暂停 状态 = 待复查
      逾期1个工作日 提醒 致 企业.主要负责人
      逾期7个工作日 函告 致 企业
    }
    必须 重大隐患限期整改 {
      依据 "二（二）5"
      对象 隐患 其中 级别 = 重大
      条件 状态 = 已销号
      期限 整改期限 之前
      违反 { 约谈 致 企业.主要负责人；督办 重大隐患逾期 }
    }
    目标 事故压降 {
      依据 "一"
      指标 数量(事故)、求和(事故.死亡人数)
      期间 2024—2026年
      对比 2021—2023年
      下降 不低于 20%
    }

    """

  @Test func theSoundPlanIsSound() {
    #expect(Fixture.compile(Self.sound).said == [])
  }

  /// What is put in for what, one by one and all at once.
  static let seeds: [(was: String, became: String, code: String)] = [
    ("范围 在册企业 = 企业 其中", "范围 在册企业 = 企业 其中 其中", "E0201"),
    ("高危 且 （人数", "高危 && （人数", "E0110"),
    ("级别 = 重大)）", "级别 = 特大)）", "E0304"),
    ("自查次数 = 每季度至少1次 {", "自查次数 = 每季度至少1次检查 {", "E0311"),
    ("重点：重点企业", "重点：重点企页", "E0302"),
    ("由 主要负责人\n", "由 主要负责任人\n", "E0302"),
    ("例外 高危企业：每月至少1次", "除外 高危企业：每月至少1次", "E0207"),
    ("凭证 自查 其中 带队人", "凭证 自察 其中 带队人", "E0303"),
    ("督促 致 主要负责人 }", "督促 至 主要负责人 }", "E0210"),
    ("检查 年度执法 {", "检查 年度 执法 {", "E0209"),
    ("一般、A 至 B：每年1次", "一般、A 至 B 每年1次", "E0202"),
    ("事先公告 }", "事先公示 }", "E0304"),
    ("起算 整改期限；", "起算 级别；", "E0401"),
    ("暂停 状态 = 待复查", "暂停 状态 = \"待复查\"", "E0408"),
    ("逾期7个工作日 函告", "逾期1个工作日 函告", "E0507"),
    ("期限 整改期限 之前", "期限 尽快", "E0409"),
    ("督办 重大隐患逾期 }", "督办 重大隐患督办 }", "E0305"),
    ("条件 状态 = 已销号", "条件 数目(检查) > 1", "E0312"),
    ("期间 2024—2026年", "期间 2026—2024年", "E0525"),
  ]

  @Test(arguments: seeds.indices)
  func oneMistakeOneMessage(_ index: Int) {
    let seed = Self.seeds[index]
    #expect(Self.sound.components(separatedBy: seed.was).count == 2, "\(seed.was)")
    let said = Fixture.compile(Self.sound.replacing(seed.was, with: seed.became)).said
    #expect(said.map(\.code) == [seed.code], "\(seed.became): \(said)")
  }

  @Test func allMistakesAtOnceGiveAsManyMessages() throws {
    var text = Self.sound
    for seed in Self.seeds { text = text.replacing(seed.was, with: seed.became) }
    let compilation = Fixture.compile(text)
    #expect(
      compilation.said.map(\.code).sorted() == Self.seeds.map(\.code).sorted(),
      "\(Renderer().render(compilation.diagnostics, limit: 100))")
    try Golden.check(
      "Diagnostics/seeded.txt", Renderer().render(compilation.diagnostics, limit: 100))
  }

  /// Twice the same, to the byte, and no more than asked for.
  @Test func theOrderIsFixedAndTheListIsCapped() {
    var text = Self.sound
    for seed in Self.seeds { text = text.replacing(seed.was, with: seed.became) }
    let first = Fixture.compile(text).diagnostics
    let second = Fixture.compile(text).diagnostics
    #expect(Renderer().render(first, limit: 100) == Renderer().render(second, limit: 100))
    let capped = Renderer().render(first, limit: 5)
    #expect(capped.components(separatedBy: "错误[").count == 6)
    #expect(capped.contains("还有 \(Self.seeds.count - 5) 处。"), "\(capped.suffix(60))")
  }

  /// Any one token taken away, doubled, misspelt, exchanged with the next, or a stray sign put in: one or two messages nearly always, and never
  /// many.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func oneErrorAnywhere(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let source = SourceFile(name: "试.plan", text: Self.sound)
    let tokens = Lexer.lex(source).tokens.filter { $0.span.start < $0.span.end }
    var counts: [Int] = []
    for _ in 0..<120 {
      let mutant = Mutant(source, tokens, &generator)
      let said = Fixture.compile(mutant.text).said
      if said.isEmpty { continue }
      counts.append(said.count)
      #expect(said.count <= 6, "seed \(seed), \(mutant.what): \(said)")
    }
    let few = counts.count { $0 <= 2 }
    #expect(few * 100 >= counts.count * 95, "seed \(seed): \(few) of \(counts.count)")
  }

  /// A text with one error.
  struct Mutant {
    let text: String
    let what: String

    init(_ source: SourceFile, _ tokens: [Token], _ generator: inout SplitMix64) {
      let index = Int.random(in: 0..<(tokens.count - 1), using: &generator)
      let (here, next) = (tokens[index].span, tokens[index + 1].span)
      let (word, other) = (source.text(here), source.text(next))
      var bytes = source.bytes
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        bytes.removeSubrange(here.start..<here.end)
        what = "without \(word)"
      case 1:
        bytes.insert(contentsOf: Array(" \(word)".utf8), at: here.end)
        what = "twice \(word)"
      case 2:
        var characters = Array(word)
        characters[Int.random(in: 0..<characters.count, using: &generator)] = "弎"
        bytes.replaceSubrange(here.start..<here.end, with: Array(String(characters).utf8))
        what = "\(word) as \(String(characters))"
      case 3:
        let signs = ["）", "}", "{", "，", "且", "5", "甲", "；", "：", "\"", "（", "="]
        let sign = signs.randomElement(using: &generator) ?? "="
        bytes.insert(contentsOf: Array(" \(sign) ".utf8), at: here.end)
        what = "\(sign) after \(word)"
      default:
        bytes.replaceSubrange(next.start..<next.end, with: Array(word.utf8))
        bytes.replaceSubrange(here.start..<here.end, with: Array(other.utf8))
        what = "\(word) and \(other) exchanged"
      }
      text = String(decoding: bytes, as: UTF8.self)
    }
  }
}
