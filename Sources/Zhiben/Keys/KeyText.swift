import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// Writes the natural key of an outcome as people type it (time 3): `规则/主体键/期首日/序`.
///
/// ```
/// 主要负责人带队检查/91320623MA1X4T0A0T/2025-04-01/1     the first obligation of the period that begins on that day
/// 重大隐患逾期/YH-0098/3/1                                rung 3, round 1
/// 事故压降/-/1/2                                          line 1, metric 2 of a target
/// 半年总结/镇工信办/2025-06-10                             the report of a unit that is due on that day
/// 规范化抽查/-/2025-01-01/第1轮                            round 1 of a draw; with a unit in the place of -, what it drew
/// ```
/// Where a rule has periods of different lengths, the day carries its unit: `2025-04-01季`.
struct KeyText: Sendable {
  private let program: Program
  private let names: RecordNames
  /// Rules whose obligations recur in more than one unit.
  private let mixed: Set<Int>

  init(program: Program, names: RecordNames) {
    self.program = program
    self.names = names
    mixed = Set(program.rules.indices.filter { program.cadenceUnits(of: $0).count > 1 })
  }

  /// The key, whose subject has that number in the store.
  func text(_ key: OutcomeKey, subjectID: Int64?) -> String {
    let number = Int(key.rule)
    guard program.rules.indices.contains(number) else { return "" }
    let rule = program.rules[number]
    return "\(rule.key)/\(subject(subjectID, rule))/\(tail(key, rule))"
  }

  /// The parts behind rule and subject.
  func tail(_ key: OutcomeKey, _ rule: Rule) -> String {
    switch rule.body {
    case .escalation: return "\(key.first)/\(key.nth)"
    case .target: return "\(key.first + 1)/\(key.nth + 1)"
    case .draw where key.nth < 1000:
      let attempt = key.nth % 10 > 0 ? "重\(key.nth % 10)" : ""
      return "\(CivilDate(days: key.first))/第\(key.nth / 10)轮\(attempt)"
    case .requirement, .event: return "\(CivilDate(days: key.first))/\(key.nth)"
    case .report(let report): return "\(report.dueDay(of: key))"
    case .duty, .inspection, .draw, .relief:
      let (rank, n) = PeriodRank.split(key.nth)
      let unit = mixed.contains(Int(key.rule)) ? rank.suffix : ""
      return "\(CivilDate(days: key.first))\(unit)/\(n)"
    }
  }

  private func subject(_ id: Int64?, _ rule: Rule) -> String {
    guard let id, let register = rule.subject?.register else { return "-" }
    return names.key(of: register, id: id)
  }
}

extension PeriodRank {
  /// 季, 半年, …; nothing for what is no calendar period.
  var suffix: String {
    switch self {
    case .none: ""
    case .day: "日"
    case .week: "周"
    case .tenDays: "旬"
    case .month: "月"
    case .quarter: "季"
    case .halfYear: "半年"
    case .year: "年"
    }
  }
}

extension Program {
  /// The ranks of the periods in which a rule's obligations recur, eased or not.
  fileprivate func cadenceUnits(of rule: Int) -> Set<PeriodRank> {
    guard let duty = rules[rule].duty else { return [] }
    let base = duty.cadence.arms.compactMap(\.value)
    let excepted = duty.exceptions.compactMap(\.cadence).flatMap(\.arms).compactMap(\.value)
    let eased = reliefs(of: rule, .cadence).flatMap { acting in
      base.compactMap { acting.relief.eased($0, by: acting.effect.measure) }
    }
    return Set(
      (base + excepted + eased).map {
        if case .periodic(let unit, _, _, _) = $0 { PeriodRank(unit) } else { .none }
      })
  }
}
