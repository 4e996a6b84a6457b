import Testing
import Zhiben

/// Functions that a host gives scripts.
@Suite struct HostFunctionTests {
  struct Refused: Error, Equatable { var code: Int }

  static func host(_ said: Said = Said()) -> ScriptHost {
    var host = ScriptHost()
    host.define("加倍") { (n: Int) in n * 2 }
    host.define("一半") { (n: Rational) in n.divided(by: Rational(2)) }
    host.define("次日") { (day: CivilDate) in day.next }
    host.define("连") { (words: [String], mark: String) in words.joined(separator: mark) }
    host.define("有无") { (n: Int?) in n != nil }
    host.define("几天") { (term: Term) in term.count }
    host.define("发短信", effect: .external, capability: "短信") { (to: String, text: String) in
      if to.isEmpty { throw Refused(code: 550) }
      said.add("\(to): \(text)")
    }
    return host
  }

  static let calls: [(type: String, body: String, result: Value?)] = [
    ("数", "加倍(21)", .number(Rational(42))),
    ("数", "一半(3)", Rational(3, over: 2).map { .number($0) }),
    ("日期", "次日(今日)", .date(Bench.day.next)),
    ("文本", "连({\"甲\"、\"乙\"}，\"-\")", .text("甲-乙")),
    ("是否", "有无(3)", .bool(true)),
    ("数", "几天(5日)", .number(Rational(5))),
    // What is unknown is unknown to a function, too, unless it says that it takes it.
    ("是否", "有无(1 / 0)", .bool(false)),
    ("数", "加倍(1 / 0)", nil),
  ]

  @Test(arguments: calls)
  func takesAndGivesTypedValues(type: String, body: String, result: Value?) throws {
    let engine = try Bench.engine(Self.host())
    let script = try engine.compile(text: Bench.registers + "函数 甲()：\(type) { 返回 \(body) }\n")
    switch type {
    case "数":
      let given: Rational? = try engine.call("甲", in: script, asOf: Bench.day)
      #expect(given?.scriptValue == result)
    case "文本":
      let given: String? = try engine.call("甲", in: script, asOf: Bench.day)
      #expect(given?.scriptValue == result)
    case "日期":
      let given: CivilDate? = try engine.call("甲", in: script, asOf: Bench.day)
      #expect(given?.scriptValue == result)
    default:
      let given: Bool? = try engine.call("甲", in: script, asOf: Bench.day)
      #expect(given?.scriptValue == result)
    }
  }

  static let wrong: [(text: String, codes: [String])] = [
    ("函数 甲() { 发短信(\"138\"，\"您好\") }", ["E0830"]),
    ("函数 甲()：数 { 返回 加倍(\"二\") }", ["E0401"]),
    ("函数 甲()：数 { 返回 加倍(1，2) }", ["E0412"]),
    ("函数 甲()：数 { 返回 读文件(\"/etc/passwd\") }", ["E0312"]),
  ]

  @Test(arguments: wrong)
  func refusesWhenCompiling(text: String, codes: [String]) throws {
    let engine = try Bench.engine(Self.host())
    #expect(Bench.codes { _ = try engine.compile(text: Bench.registers + text) } == codes)
  }

  @Test func saysWhatIsNotAllowedAndHowToAllowIt() throws {
    let engine = try Bench.engine(Self.host())
    do {
      _ = try engine.compile(text: Bench.registers + "函数 甲() { 发短信(\"138\"，\"您好\") }")
      Issue.record("compiled")
    } catch {
      let problem = try #require(error.ordered.first)
      #expect(problem.message(in: .zh) == "脚本没有获准使用「发短信」")
      #expect(problem.help(in: .en)?.contains("allowing: [\"短信\"]") == true)
      guard case .file(let file, let span) = problem.primary else {
        Issue.record("no place")
        return
      }
      #expect(file.text(span) == "发短信(\"138\"，\"您好\")")
    }
  }

  @Test func actsWhereItIsAllowed() throws {
    let said = Said()
    let engine = try Bench.engine(Self.host(said), allowing: ["短信"])
    let script = try engine.compile(
      text: Bench.registers + "函数 甲()：数 { 发短信(\"138\"，\"您好\")；返回 1 }\n")
    let one: Int = try engine.call("甲", in: script, asOf: Bench.day)
    #expect(one == 1)
    #expect(said.all == ["138: 您好"])
  }

  @Test func anUnknownArgumentNeverActs() throws {
    let said = Said()
    let engine = try Bench.engine(Self.host(said), allowing: ["短信"])
    let script = try engine.compile(
      text: Bench.registers + "函数 甲(谁：文本)：数 { 发短信(谁，\"您好\")；返回 1 }\n")
    let nobody: String? = nil
    let codes = Bench.codes {
      let _: Int = try engine.call("甲", nobody, in: script, asOf: Bench.day)
    }
    #expect(codes == ["E0814"])
    #expect(said.all.isEmpty)
  }

  @Test func whatTheHostThrowsKeepsItsIdentity() throws {
    let engine = try Bench.engine(Self.host(), allowing: ["短信"])
    let script = try engine.compile(
      text: Bench.registers + "函数 甲()：数 { 发短信(\"\"，\"您好\")；返回 1 }\n")
    do {
      let _: Int = try engine.call("甲", in: script, asOf: Bench.day)
      Issue.record("nothing was thrown")
    } catch {
      let problem = try #require(error.ordered.first)
      #expect(problem.code == "E0814")
      #expect(problem.cause as? Refused == Refused(code: 550))
    }
  }

  @Test func argumentsAndResultsOfOtherTypesAreRefused() throws {
    let engine = try Bench.engine(Self.host())
    let script = try engine.compile(text: Bench.registers + "函数 甲(n：数)：数 { 返回 n }\n")
    #expect(
      Bench.codes { let _: Int = try engine.call("甲", "三", in: script, asOf: Bench.day) } == [
        "E0819"
      ])
    #expect(
      Bench.codes { let _: String = try engine.call("甲", 3, in: script, asOf: Bench.day) } == [
        "E0819"
      ])
    #expect(
      Bench.codes { let _: Int = try engine.call("乙", 3, in: script, asOf: Bench.day) } == ["E0312"]
    )
  }

  @Test func theManifestNamesAllThatAScriptNeeds() throws {
    let engine = try Bench.engine(Self.host(), allowing: ["短信"])
    let script = try engine.compile(
      text: Bench.registers + Bench.duty
        + "函数 甲() { 发短信(\"138\"，\"您好\")；记入 企业 { 编号：\"X\"；人数：加倍(2) } }\n")
    let needs = script.needs
    #expect(needs.schema == "zhiben.needs/1")
    #expect(needs.functions.map(\.name) == ["加倍", "发短信"])
    #expect(needs.capabilities == ["短信"])
    #expect(needs.writes == ["企业"])
    #expect(needs.reads["传感器"]?.contains("读数") == true)
    #expect(needs.provided == [])
  }
}
