import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// 目标: dated lines, shares, metrics and comparisons between periods.
@Suite("Time: targets") struct TargetTimeTests {
  @Test(arguments: shares + metrics + comparisons) func story(_ story: Story) throws {
    try story.tell(period: Town.days("2024-01-01", "2026-12-31"))
  }

  static let isMet = Town.highRisk
  static let firms = TargetRule.Measure.share(
    Subject(register: Town.firms, condition: Town.registered, text: "企业"), isMet)

  static func number(_ node: Core.Node) -> Core { Town.core(node, .number(unit: "")) }

  /// 数量(企业 其中 …), with the row in frame 0 or 1.
  static func firmCount(_ condition: Core? = nil, frame: Int = 0) -> Core {
    number(
      .aggregate(Aggregate(kind: .count, rows: .all(Town.firms), filter: condition, frame: frame)))
  }

  static func firmField(_ name: String, frame: Int) -> Core {
    Town.field(Town.firms, name, frame: frame)
  }

  static let accidents = number(
    .aggregate(
      Aggregate(kind: .count, rows: .all(Town.accidents), window: .targetPeriod, frame: 0)))
  static let deaths = number(
    .aggregate(
      Aggregate(
        kind: .sum, rows: .all(Town.accidents), window: .targetPeriod,
        value: Town.field(Town.accidents, "死亡人数", frame: 0), frame: 0)))

  static func metric(_ cores: Core...) -> TargetRule.Measure {
    .metrics(cores.map { .init(text: "指标", value: $0) })
  }

  static func percent(_ value: Int) -> Rational { Rational(value, over: 100) ?? Rational(0) }

  // MARK: Shares (time 18)

  static let shares: [Story] = [
    Story(
      "A line that is past is read as of its day, one to come as of today", asOf: "2025-03-31",
      [
        "第0行 未达 期限2024-12-31 于2024-12-31 1/2?0", "第1行 在途 期限2025-12-31 2/2?0",
      ]
    ) {
      try $0.firm("甲厂", highRisk: true)
      let second = try $0.firm("乙厂")
      try $0.firm(second, "高危", .bool(true), from: "2025-02-01")
      $0.target(
        firms,
        lines: [
          Town.line("2024-12-31", .greaterOrEqual, percent(100)),
          Town.line("2025-12-31", .greaterOrEqual, percent(100)),
        ])
    },
    Story(
      "On its last day a line is read (time 2: a day means its end)", asOf: "2024-12-31",
      ["第0行 达标 期限2024-12-31 于2024-12-31 1/1?0"]
    ) {
      try $0.firm(highRisk: true)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(100))])
    },
    Story(
      "Time 18: those alive on the measuring day: not who left before or came after",
      asOf: "2025-06-30", ["第0行 达标 期限2024-12-31 于2024-12-31 1/1?0"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      let left = try $0.firm("乙厂")
      try $0.firm(left, "状态", Town.state(2), from: "2024-12-31")
      try $0.firm("丙厂", entered: "2025-01-01")
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(100))])
    },
    Story(
      "Time 7: unknown records, but the bound is kept either way", asOf: "2025-06-30",
      ["第0行 达标 期限2024-12-31 于2024-12-31 1/2?1", "第1行 未达 期限2024-12-31 于2024-12-31 1/2?1"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      try $0.firm("乙厂", highRisk: nil)
      $0.target(
        firms,
        lines: [
          Town.line("2024-12-31", .greaterOrEqual, percent(50)),
          Town.line("2024-12-31", .less, percent(50)),
        ])
    },
    Story(
      "Time 7: the bound lies between what may be", asOf: "2025-06-30",
      ["第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 1/2?1"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      try $0.firm("乙厂", highRisk: nil)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(80))])
    },
    Story(
      "Time 7: who may be a subject and meets it can only raise the share", asOf: "2025-06-30",
      ["第0行 达标 期限2024-12-31 于2024-12-31 1/2?1"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      try $0.firm("乙厂")
      try $0.firm("丙厂", state: nil, highRisk: true)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(50))])
    },
    Story(
      "Time 7: who may be a subject and does not meet it can only lower it", asOf: "2025-06-30",
      ["第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 1/2?1"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      try $0.firm("乙厂")
      try $0.firm("丙厂", state: nil)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(50))])
    },
    Story(
      "Time 8: of subjects that need not all be entered there is no share", asOf: "2025-06-30",
      ["第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 1/1?1"]
    ) {
      $0.collects(Town.firms)
      try $0.firm(highRisk: true)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(50))])
    },
    Story(
      "A share of nobody is neither met nor missed", asOf: "2025-06-30",
      ["第0行 待核实 (对比期基数为零) 期限2024-12-31 于2024-12-31 0/0?0"]
    ) {
      try $0.firm(state: 2)
      $0.target(firms, lines: [Town.line("2024-12-31", .greaterOrEqual, percent(50))])
    },
  ]

  // MARK: Metrics

  static let metrics: [Story] = [
    Story(
      "Counts divided are printed as they are, whatever the frame of their rows",
      asOf: "2025-06-30",
      [
        "第0行 达标 期限2024-12-31 于2024-12-31 2/4?0", "第0行 达标 期限2024-12-31 于2024-12-31 2/4?0",
      ]
    ) {
      for (name, risk) in [("甲厂", true), ("乙厂", true), ("丙厂", false), ("丁厂", false)] {
        try $0.firm(name, highRisk: risk)
      }
      let both = [0, 1].map { frame in
        number(
          .arithmetic(
            .divide, firmCount(firmField("高危", frame: frame), frame: frame),
            firmCount(frame: frame)))
      }
      $0.target(
        metric(both[0], both[1]), lines: [Town.line("2024-12-31", .equal, percent(50))])
    },
    Story(
      "Time 7: certain and unknown rows are counted apart", asOf: "2025-06-30",
      ["第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 1/1?1"]
    ) {
      try $0.firm("甲厂", highRisk: true)
      try $0.firm("乙厂", highRisk: nil)
      $0.target(
        metric(firmCount(firmField("高危", frame: 0))),
        lines: [Town.line("2024-12-31", .lessOrEqual, Rational(1))])
    },
    Story(
      "Time 7: an equality is decided only where the bounds meet or exclude it",
      asOf: "2025-06-30",
      [
        "第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 1/1?2",
        "第1行 未达 期限2024-12-31 于2024-12-31 1/1?2", "第2行 达标 期限2024-12-31 于2024-12-31 1/1?2",
      ]
    ) {
      try $0.firm("甲厂", highRisk: true)
      for name in ["乙厂", "丙厂"] { try $0.firm(name, highRisk: nil) }
      $0.target(
        metric(firmCount(firmField("高危", frame: 0))),
        lines: [
          Town.line("2024-12-31", .equal, Rational(2)),
          Town.line("2024-12-31", .equal, Rational(4)),
          Town.line("2024-12-31", .notEqual, Rational(4)),
        ])
    },
    Story(
      "Time 7: a sum with a blank is at least what is known", asOf: "2025-06-30",
      [
        "第0行 未达 期限2024-12-31 于2024-12-31 3/1?1",
        "第1行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 3/1?1",
      ]
    ) {
      try $0.accident("2024-05-01", deaths: 3)
      try $0.accident("2024-06-01", deaths: nil)
      $0.target(
        metric(deaths),
        lines: [
          Town.line("2024-12-31", .lessOrEqual, Rational(2)),
          Town.line("2024-12-31", .lessOrEqual, Rational(3)),
        ])
    },
    Story(
      "Time 8: accidents that need not all be entered are at least those that are",
      asOf: "2025-06-30",
      [
        "第0行 未达 期限2024-12-31 于2024-12-31 2/1?1", "第0行 未达 期限2024-12-31 于2024-12-31 3/1?1",
        "第1行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 2/1?1",
        "第1行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 3/1?1",
      ]
    ) {
      $0.collects(Town.accidents)
      for deaths in [1, 2] { try $0.accident("2024-05-01", deaths: deaths) }
      $0.target(
        metric(accidents, deaths),
        lines: [
          Town.line("2024-12-31", .lessOrEqual, Rational(1)),
          Town.line("2024-12-31", .lessOrEqual, Rational(5)),
        ])
    },
    Story(
      "Accidents behind the line's day are not in its reading", asOf: "2025-06-30",
      ["第0行 达标 期限2024-12-31 于2024-12-31 1/1?0"]
    ) {
      try $0.accident("2024-12-31")
      try $0.accident("2025-01-01")
      $0.target(
        metric(accidents), lines: [Town.line("2024-12-31", .lessOrEqual, Rational(1))])
    },
    Story(
      "Arithmetic: (count − 1) × 2 + sum", asOf: "2025-06-30",
      ["第0行 达标 期限2024-12-31 于2024-12-31 7/1?0"]
    ) {
      for deaths in [1, 0, 2] { try $0.accident("2024-05-01", deaths: deaths) }
      let (one, two) = (
        number(.constant(.number(Rational(1)))), number(.constant(.number(Rational(2))))
      )
      let doubled = number(
        .arithmetic(.multiply, number(.arithmetic(.subtract, accidents, one)), two))
      $0.target(
        metric(number(.arithmetic(.add, doubled, deaths))),
        lines: [Town.line("2024-12-31", .equal, Rational(7))])
    },
    Story(
      "占比 with an unknown row", asOf: "2025-06-30",
      ["第0行 达标 期限2024-12-31 于2024-12-31 2/3?1", "第1行 未达 期限2024-12-31 于2024-12-31 2/3?1"]
    ) {
      for (name, risk) in [("甲厂", true), ("乙厂", true), ("丙厂", nil)] {
        try $0.firm(name, highRisk: risk)
      }
      $0.target(
        metric(
          number(
            .aggregate(
              Aggregate(
                kind: .share, rows: .all(Town.firms), value: firmField("高危", frame: 0), frame: 0)))),
        lines: [
          Town.line("2024-12-31", .greaterOrEqual, Rational(2, over: 3) ?? Rational(0)),
          Town.line("2024-12-31", .less, Rational(2, over: 3) ?? Rational(0)),
        ])
    },
    Story(
      "A quotient by nothing does not exist", asOf: "2025-06-30",
      ["第0行 待核实 (对比期基数为零) 期限2024-12-31 于2024-12-31 0/0?0"]
    ) {
      $0.target(
        metric(number(.arithmetic(.divide, firmCount(), firmCount()))),
        lines: [Town.line("2024-12-31", .greaterOrEqual, percent(50))])
    },
  ]

  // MARK: Comparisons

  static func fall(
    _ zeroBase: TargetRule.Comparison.ZeroBase? = nil, isFall: Bool = true
  ) -> TargetRule.Comparison {
    TargetRule.Comparison(
      period: Town.days("2024-01-01", "2024-12-31"), base: Town.days("2023-01-01", "2023-12-31"),
      isFall: isFall, operation: .greaterOrEqual, value: percent(20), zeroBase: zeroBase,
      text: "下降 20%以上")
  }

  static func accidentStory(
    _ name: String, base: Int, now: Int, blanks: Int = 0, asOf: String = "2025-06-30",
    _ comparison: TargetRule.Comparison = fall(), reads expected: String
  ) -> Story {
    Story(name, asOf: asOf, [expected]) {
      for _ in 0..<base { try $0.accident("2023-05-01") }
      for _ in 0..<now { try $0.accident("2024-05-01") }
      for _ in 0..<blanks { try $0.accident(nil) }
      $0.target(metric(accidents), comparison: comparison)
    }
  }

  static let comparisons: [Story] = [
    accidentStory(
      "下降 20%以上 includes 20% (29)", base: 10, now: 8,
      reads: "第0行 达标 期限2024-12-31 于2024-12-31 8/10?0"),
    accidentStory(
      "Less than that", base: 10, now: 9, reads: "第0行 未达 期限2024-12-31 于2024-12-31 9/10?0"),
    accidentStory(
      "上升 counts the other way", base: 10, now: 12, fall(isFall: false),
      reads: "第0行 达标 期限2024-12-31 于2024-12-31 12/10?0"),
    accidentStory(
      "Before the period's end it is under way", base: 10, now: 9, asOf: "2024-06-30",
      reads: "第0行 在途 期限2024-12-31 9/10?0"),
    accidentStory(
      "A base of nothing, unstated: for a person", base: 0, now: 0,
      reads: "第0行 待核实 (对比期基数为零) 期限2024-12-31 于2024-12-31 0/0?0"),
    accidentStory(
      "基数为零 则 为零, and it stayed so", base: 0, now: 0, fall(.stayZero),
      reads: "第0行 达标 (对比期基数为零) 期限2024-12-31 于2024-12-31 0/0?0"),
    accidentStory(
      "基数为零 则 为零, and it did not", base: 0, now: 1, fall(.stayZero),
      reads: "第0行 未达 (对比期基数为零) 期限2024-12-31 于2024-12-31 1/0?0"),
    accidentStory(
      "基数为零 则 达标", base: 0, now: 1, fall(.met),
      reads: "第0行 达标 (对比期基数为零) 期限2024-12-31 于2024-12-31 1/0?0"),
    accidentStory(
      "Time 7: a blank date may lie in either period", base: 10, now: 8, blanks: 1,
      reads: "第0行 待核实 (所依据的记录有空白) 期限2024-12-31 于2024-12-31 8/10?2"),
    accidentStory(
      "Time 7: it does not matter in the end", base: 10, now: 2, blanks: 1,
      reads: "第0行 达标 期限2024-12-31 于2024-12-31 2/10?2"),
    Story(
      "Two metrics are two readings", asOf: "2025-06-30",
      [
        "第0行 达标 期限2024-12-31 于2024-12-31 1/2?0", "第0行 未达 期限2024-12-31 于2024-12-31 3/2?0",
      ]
    ) {
      for day in ["2023-05-01", "2023-06-01"] { try $0.accident(day, deaths: 1) }
      try $0.accident("2024-05-01", deaths: 3)
      $0.target(metric(accidents, deaths), comparison: fall())
    },
    Story("Before the rule's first day nothing is read", asOf: "2023-12-31", []) {
      $0.target(metric(accidents), comparison: fall())
    },
  ]

  @Test("Time 3: a reading keeps its key from line to comparison, metric by metric")
  func keys() throws {
    var town = Town()
    town.target(
      Self.metric(Self.accidents, Self.deaths),
      lines: [Town.line("2024-12-31", .lessOrEqual, Rational(1))], comparison: Self.fall())
    #expect(
      town.derived("2025-01-01").map(\.key) == [
        OutcomeKey(rule: 0, subject: -1, first: 0, nth: 0),
        OutcomeKey(rule: 0, subject: -1, first: 0, nth: 1),
        OutcomeKey(rule: 0, subject: -1, first: 1, nth: 0),
        OutcomeKey(rule: 0, subject: -1, first: 1, nth: 1),
      ])
  }
}
