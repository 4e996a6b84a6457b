import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct ScriptReducerTests {
  static let script = SourceFile(
    name: "a.plan",
    text: """
      计划 试 { 期间 2025年 }
      引用 标准台账

      范围 甲类 = 企业 其中 高危
      职责 带队检查 {
        依据 "一"
        对象 甲类
        频次 每月1次
        凭证 自查 其中 带队人 = 本企业.主要负责人 且 人数 > 50
      }
      督办 隐患逾期 {
        对象 隐患
        逾期1日 提醒 致 企业
      }

      """)

  static func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  /// A planted fault: it needs two words of one rule, wherever they stand.
  @Test func aPlantedFaultIsDugOut() {
    let result = ScriptReducer.reduce(Self.script) { file in
      let text = Self.text(file)
      return text.contains("带队人") && text.contains("凭证")
    }
    #expect(Self.text(result.source).filter { !$0.isWhitespace } == "凭证带队人")
    #expect(result.isMinimal && result.attempts < 200, "\(result.attempts)")
  }

  /// A fault that only a script that parses shows: the parts that hold it up stay.
  @Test func whatHoldsTheFaultUpStays() {
    let result = ScriptReducer.reduce(Self.script) { file in
      let parsed = Parser.parse(file)
      return parsed.issues.isEmpty
        && parsed.script.declarations.contains { $0.keyword == .escalation }
    }
    #expect(Self.text(result.source).filter { !$0.isWhitespace } == "督办隐患逾期{}")
  }

  @Test func aMessageIsKept() {
    let broken = SourceFile(
      name: "a.plan", text: Self.text(Self.script).replacing("且 人数", with: "&& 人数"))
    let result = ScriptReducer.reduce(broken) { file in
      Parser.parse(file).issues.contains { $0.kind == .foreignOperator }
    }
    #expect(Self.text(result.source).filter { !$0.isWhitespace } == "&&")
  }

  @Test func withoutAFaultNothingHappens() {
    let result = ScriptReducer.reduce(Self.script) { _ in false }
    #expect(result.source.bytes == Self.script.bytes && result.attempts == 1)
  }

  @Test func attemptsAreBounded() {
    let result = ScriptReducer.reduce(Self.script, maximumAttempts: 7) { !$0.bytes.isEmpty }
    #expect(result.attempts == 7 && !result.isMinimal && !result.source.bytes.isEmpty)
  }

  /// Any bytes: what comes out shows the fault, is no longer than what went in, and loses nothing that may go.
  @Test(arguments: [41, 42, 43] as [UInt64])
  func anyBytes(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    for _ in 0..<20 {
      var bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
      bytes.insert(contentsOf: Array("甲乙".utf8), at: Int.random(in: 0..<200, using: &generator))
      let wanted = Array("甲乙".utf8)
      func shows(_ file: SourceFile) -> Bool {
        guard file.bytes.count >= wanted.count else { return false }
        return (0...(file.bytes.count - wanted.count)).contains {
          file.bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
      }
      let result = ScriptReducer.reduce(SourceFile(name: "a.plan", bytes: bytes), while: shows)
      #expect(shows(result.source) && result.source.bytes.count <= bytes.count, "seed \(seed)")
    }
  }
}
