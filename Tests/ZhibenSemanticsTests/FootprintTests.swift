import Testing
import ZhibenCalendar

@testable import ZhibenSemantics

/// What a program reads, writes, calls and costs, before it runs.
@Suite struct FootprintTests {
  static let rules = """
    范围 高危户 = 企业 其中 高危 且 有(隐患 于 近12个月 其中 级别 = 重大)
    职责 试 {
      依据 "一"
      对象 高危户
      频次 每月1次
      例外 数量(全部 租赁) > 上取整(人数 / 2)：免除
      凭证 自查 其中 带队人 = 本企业.主要负责人
    }
    目标 总数 {
      依据 "一"
      指标 数量(全部 事故 其中 有(企业.检查))
      2025年底前 不超过 3
    }
    """

  @Test func readsAreTheDemand() throws {
    let program = try Fixture.program(Self.rules)
    let footprint = program.footprint()
    let demand = program.demand()
    #expect(footprint.reads.map(\.register) == demand.keys.sorted())
    for use in footprint.reads { #expect(Set(use.fields) == demand[use.register]) }
    let names = footprint.reads.map { program.schema[$0.register].name }
    #expect(names == ["人员", "企业", "隐患", "检查", "自查", "租赁", "事故"])
  }

  @Test func librariesAreCountedByPlace() throws {
    let calls = try Fixture.program(Self.rules).footprint().library
    #expect(calls.map { "\($0.name.zh) \($0.places)" } == ["上取整 1", "数量 2", "有 2"])
    #expect(calls.map(\.name.en) == ["ceiling", "count", "exists"])
  }

  @Test func costsFollowTheExpressions() throws {
    let program = try Fixture.program(Self.rules)
    let costs = program.footprint().costs
    func scans(_ cost: RuleCost) -> [String] {
      cost.scans.map {
        "\(program.schema[$0.register].name)\($0.isWhole ? " 全部" : "") \($0.depth) \($0.steps)"
      }
    }
    #expect(scans(costs[0]) == ["隐患 1 4", "租赁 全部 1 0", "自查 1 5"])
    #expect(scans(costs[1]) == ["事故 全部 1 3", "检查 2 0"])
    #expect(costs.map { $0.register.map { program.schema[$0].name } } == ["企业", nil])
    // A scope costs what its condition costs, in every rule that asks for it.
    #expect(costs[0].steps > costs[1].steps)
  }

  /// Statements are not parsed from scripts yet; their places in a program are built by hand.
  @Test func statementsWriteWhatTheyName() throws {
    var program = try Fixture.program("范围 甲 = 企业 其中 高危")
    let origin = Origin(source: 0, span: .init(0, 0))
    let firm = try #require(program.schema.register(named: "企业"))
    let hazard = try #require(program.schema.register(named: "隐患"))
    let record = Core(.variable(0), .record(hazard), origin)
    let yes = Core(.constant(.bool(true)), .bool, origin)
    let insert = Step(.insert(firm, [.init(2, yes), .init(0, yes)]), origin)
    let update = Step(.update(record, [.init(3, yes)]), origin)
    let tried = Step(.insert(hazard, [.init(6, yes)]), origin)
    program.hostFunctions = [
      HostFunction(name: "发短信", parameters: [.text], result: nil, capability: "notify")
    ]
    program.main = Procedure(
      name: "", slots: [Slot(name: "x", type: .record(hazard))],
      body: [
        Step(.branch([.init(yes, [insert])], otherwise: [Step(.delete(record), origin)]), origin),
        Step(.loop(yes, [update]), origin), Step(.suppose([], [tried]), origin),
        Step(.perform(Core(.hostCall(0, [yes]), .text, origin)), origin),
      ], origin: origin)
    let footprint = program.footprint()
    #expect(
      footprint.writes == [
        .init(register: firm, fields: [0, 2]), .init(register: hazard, fields: [3]),
      ])
    #expect(
      footprint.hostFunctions == [.init(name: "发短信", places: 1, capability: "notify")])
  }
}
