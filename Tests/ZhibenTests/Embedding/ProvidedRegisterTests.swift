import Testing
import Zhiben

/// Registers whose rows the host holds.
@Suite struct ProvidedRegisterTests {
  struct Broken: Error {}

  static func host(_ level: Level) -> ScriptHost {
    var host = ScriptHost()
    host.provide("传感器") {
      [
        [
          "编号": "S1", "读数": level.value, "种类": "热", "测于": Bench.day,
          "标签": ["东", "西"],
        ],
        [
          "code": "S2", "reading": Rational(7, over: 2), "kind": "气体", "read_on": Bench.day.next,
          "tags": ["西"],
        ],
        [
          "编号": "S3", "读数": 1, "种类": "气体", "测于": Bench.day.next, "标签": [String](),
          "企业": String?.none,
        ],
      ]
    }
    return host
  }

  static let questions: [(question: String, result: Int)] = [
    ("数量(传感器)", 3),
    ("数量(传感器 其中 读数 > 5)", 1),
    ("数量(传感器 其中 企业 为空)", 3),
    ("数量(传感器 其中 种类 = 温度)", 1),
    ("数量(传感器 其中 标签 包含 \"东\")", 1),
    ("数量(传感器 其中 测于 = 今日)", 1),
    ("数量(传感器 其中 编号 = \"S2\" 且 读数 = 3.5)", 1),
  ]

  @Test(arguments: questions)
  func areReadLikeStoredOnes(question: String, result: Int) throws {
    let engine = try Bench.engine(Self.host(Level(8)))
    let script = try engine.compile(text: Bench.registers + "函数 甲()：数 { 返回 \(question) }\n")
    let given: Int? = try engine.call("甲", in: script, asOf: Bench.day)
    #expect(given == result)
  }

  @Test func rulesGoByThemAndTheLedgerKnowsThemAgain() throws {
    let level = Level(8)
    let engine = try Bench.engine(Self.host(level))
    let script = try engine.compile(text: Bench.registers + Bench.duty)
    let first = try engine.run(script, asOf: Bench.day)
    #expect(first.hasChanged)
    // The second run sees the same; what the host holds is asked again, though the store has not changed.
    #expect(try engine.plan(script, asOf: Bench.day).isEmpty)
    #expect(try !engine.run(script, asOf: Bench.day).hasChanged)
    if case .absent = try engine.why("看读数/S1", script: script, asOf: Bench.day) {
      Issue.record("the duty is not there")
    }
    level.value = 3
    #expect(try !engine.plan(script, asOf: Bench.day).isEmpty)
  }

  static let wrong: [(name: String, rows: [HostRecord], codes: [String])] = [
    ("no key", [["读数": 3]], ["E0831"]),
    ("a key twice", [["编号": "S1"], ["编号": "S1"]], ["E0831"]),
    ("a field that is not declared", [["编号": "S1", "湿度": 3]], ["E0831"]),
    ("a text for a number", [["编号": "S1", "读数": "高"]], ["E0831"]),
    ("a value outside of the list", [["编号": "S1", "种类": "湿度"]], ["E0831"]),
    ("a reference to nobody", [["编号": "S1", "企业": "X9"]], ["E0831"]),
    ("one value for many", [["编号": "S1", "标签": "东"]], ["E0831"]),
  ]

  @Test(arguments: wrong)
  func rowsThatDoNotFitAreRefused(name: String, rows: [HostRecord], codes: [String]) throws {
    var host = ScriptHost()
    host.provide("传感器") { rows }
    let engine = try Bench.engine(host)
    let fields = "编号 = \"\" 或 读数 > 0 或 种类 = 气体 或 企业.人数 > 0 或 标签 包含 \"东\""
    let script = try engine.compile(
      text: Bench.registers + "函数 甲()：数 { 返回 数量(传感器 其中 \(fields)) }\n")
    #expect(
      Bench.codes { let _: Int? = try engine.call("甲", in: script, asOf: Bench.day) } == codes,
      "\(name)")
  }

  @Test func whatTheHostThrowsEndsTheRun() throws {
    var host = ScriptHost()
    host.provide("传感器") { throw Broken() }
    let engine = try Bench.engine(host)
    let script = try engine.compile(text: Bench.registers + Bench.duty)
    do {
      _ = try engine.plan(script, asOf: Bench.day)
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.ordered.map(\.code) == ["E0831"])
      #expect(error.ordered.first?.cause is Broken)
    }
  }

  @Test func scriptsCannotChangeThem() throws {
    let engine = try Bench.engine(Self.host(Level(8)))
    let text = Bench.registers + "函数 甲() { 记入 传感器 { 编号：\"S9\" } }\n"
    #expect(Bench.codes { _ = try engine.compile(text: text) } == ["E0833"])
  }

  @Test func theyNeedAKey() throws {
    var host = ScriptHost()
    host.provide("读数") { [] }
    let engine = try Bench.engine(host)
    let text = "计划 试 { 期间 2025年 }\n登记 读数 别名 reading { 值 别名 value：数 }\n"
    #expect(Bench.codes { _ = try engine.compile(text: text) } == ["E0832"])
  }

  @Test func referToStoredRecords() throws {
    var host = ScriptHost()
    host.provide("传感器") { [["编号": "S1", "企业": "X1", "读数": 9]] }
    let engine = try Bench.engine(host)
    let script = try engine.compile(
      text: Bench.registers + "函数 甲()：数 { 返回 数量(传感器 其中 企业.人数 = 12) }\n")
    let folder = try Folder()
    let path = try folder.write("企业.csv", "编号,人数\nX1,12\n")
    let reports = try engine.importFiles(
      [path], script: script, options: ImportOptions(importedOn: Bench.day))
    #expect(reports.map(\.refused) == [0])
    let given: Int? = try engine.call("甲", in: script, asOf: Bench.day)
    #expect(given == 1)
  }
}
