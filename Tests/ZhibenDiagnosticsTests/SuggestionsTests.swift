import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct SuggestionsTests {
  static let clauses = [
    "依据", "对象", "由", "频次", "例外", "凭证", "逾期", "上限", "方式", "清单", "致", "须", "抄送", "其中",
  ]
  static let fields = [
    "名称", "主要负责人", "安全管理人员", "实际控制人", "整改期限", "整改责任人", "人数", "长治路店", "状态", "等级",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let typed: String
    let among: [String]
    let expected: [String]
    let why: String
    var testDescription: String { "\(typed): \(why)" }

    init(_ typed: String, _ among: [String], _ expected: [String], _ why: String) {
      (self.typed, self.among, self.expected, self.why) = (typed, among, expected, why)
    }
  }

  @Test(arguments: [
    Case("频率", clauses, ["频次"], "synonym"),
    Case("除外", clauses, ["例外"], "synonym"),
    Case("牵头", clauses, ["由"], "synonym"),
    Case("有", clauses, ["由"], "synonym that sounds alike"),
    Case("至", clauses, ["致"], "synonym that sounds alike"),
    Case("需", clauses, ["须"], "synonym that sounds alike"),
    Case("其它", clauses, ["其中"], "synonym"),
    Case("平此", clauses, ["频次"], "blurred sound ping/pin"),
    Case("frequency", ["cadence", "basis"], ["cadence"], "English synonym"),
    Case("整改期线", fields, ["整改期限"], "same sound"),
    Case("整改其限", fields, ["整改期限"], "same sound"),
    Case("整改棋献", fields, ["整改期限"], "same sound in two places"),
    Case("登记", ["等级", "对象"], ["等级"], "dengji both"),
    Case("掌志路店", fields, ["长治路店"], "either reading of 长"),
    Case("场志路店", fields, ["长治路店"], "either reading of 长"),
    Case("人素", fields, ["人数"], "blurred s/sh"),
    Case("主要负责任人", fields, ["主要负责人"], "one character too many"),
    Case("整改责任", fields, ["整改责任人"], "one character missing"),
    Case("限期整改", fields, [], "four wrong characters"),
    Case("期限整改", ["整改期限"], [], "another order of words is no slip"),
    Case("次频", clauses, ["频次"], "two swapped"),
    Case("负责人", fields, ["主要负责人"], "the end of a name"),
    Case("安全管理", fields, ["安全管理人员"], "the beginning of a name"),
    Case("ｎａｍｅ", ["name", "game"], ["name"], "full width"),
    Case("Name", ["name"], ["name"], "case"),
    Case("sumary", ["summary", "sum", "total"], ["summary"], "Latin, one missing"),
    Case("smumary", ["summary"], ["summary"], "Latin, two slips"),
    Case("ab", ["abc", "xy"], [], "too short to guess"),
    Case("检查", clauses, [], "nothing close"),
    Case("温度", fields, [], "nothing close"),
    Case("状况", fields, [], "half of a word is another word"),
    Case("xyz", fields, [], "nothing close"),
    Case("", fields, [], "nothing typed"),
    Case("名称", fields, [], "the word itself is no suggestion"),
    Case("人数", [], [], "nothing to choose from"),
  ])
  func closest(_ example: Case) {
    #expect(Suggestions.closest(to: example.typed, among: example.among) == example.expected)
  }

  @Test func bestFirstAndNoMoreThanAsked() {
    let names = ["整改时限", "整改期限表", "整改期限", "整改期望", "整改"]
    #expect(Suggestions.closest(to: "整改期线", among: names) == ["整改期限"])
    #expect(Suggestions.closest(to: "整改期了", among: names) == ["整改期限", "整改期望", "整改"])
    #expect(Suggestions.closest(to: "整改期了", among: names, limit: 1) == ["整改期限"])
    #expect(Suggestions.closest(to: "整改期了", among: names, limit: 0) == [])
    #expect(Suggestions.closest(to: "整改期线", among: ["整改期限", "整改期限"]) == ["整改期限"])
  }

  @Test func longInputIsNotCompared() {
    let long = String(repeating: "长", count: 5_000)
    #expect(Suggestions.closest(to: long, among: [long + "x"]) == [])
    #expect(Suggestions.closest(to: "长", among: [long]) == [])
  }

  @Test(
    arguments: [
      ("长", ["zhang", "chang"]), ("重", ["zhong", "chong"]), ("绿", ["lu"]), ("a", ["a"]),
      ("镇", ["zhen"]), ("Ｂ", ["ｂ"]),
    ] as [(Character, [String])])
  func readings(_ character: Character, _ expected: [String]) {
    #expect(Pinyin.readings(of: character) == expected)
  }

  @Test(arguments: [
    ("", "", 0), ("甲", "", 1), ("甲乙", "乙甲", 1), ("甲乙丙", "甲丙", 1), ("甲乙丙", "甲丁丙", 1),
    ("abcdef", "badcfe", 3), ("kitten", "sitting", 3),
  ])
  func distances(_ a: String, _ b: String, _ expected: Int) {
    #expect(EditDistance.between(Array(a), Array(b)) == expected)
    #expect(EditDistance.between(Array(b), Array(a)) == expected)
  }

  @Test func choicesNameTheNearestFirstAndCountTheRest() {
    #expect(Wording.choices(Self.fields, near: "状志").zh.hasPrefix("名称、主要负责人"))
    let choices = Wording.choices(Self.fields, near: "整改期线")
    #expect(choices.zh == "整改期限、名称、主要负责人、安全管理人员、实际控制人、整改责任人、人数、长治路店 等 10 个")
    #expect(choices.en.hasSuffix("人数, 长治路店, … (10 in all)"))
    #expect(Wording.choices(["甲", "乙"]) == Wording(zh: "甲、乙", en: "甲, 乙"))
  }

  @Test func suggestingAddsTheQuestionAndTheFixes() {
    let file = RendererTests.plan
    let plain = Diagnostic(
      "E0302", at: .file(file, Span.of("主要负责任人", in: file)), ["name": "主要负责任人", "owner": "企业"])
    let helped = plain.suggesting(for: "主要负责任人", among: Self.fields)
    #expect(helped.label?.zh == "你是否想写「主要负责人」？")
    #expect(helped.fixes.map(\.replacement) == ["主要负责人"])
    let helpless = plain.suggesting(for: "温度", among: Self.fields)
    #expect(helpless.label == nil && helpless.fixes.isEmpty)
  }
}
