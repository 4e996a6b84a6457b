import ZhibenCalendar
import ZhibenSyntax

/// 激励: a clause of another rule asks less of some of its subjects (time 45).
public struct ReliefRule: Hashable, Sendable {
  public var subject: Subject
  public var effects: [Effect]
  /// 不少于: no cadence is eased below it.
  public var floor: Cadence?
  /// 不少于 of a draw: no share is eased below it.
  public var leastShare: Rational?
  /// 一票否决: while it holds there is no relief; a condition over the subject in frame 0.
  public var veto: Core?

  /// What is eased by how much.
  public struct Effect: Hashable, Sendable {
    /// The name of the rule.
    public var rule: String
    public var part: Part
    public var measure: Measure
    /// 不及于: values of the class field of the rule's evidence, and the field. Such records neither are asked for less nor stand for those that are.
    public var untouched: [Value]
    public var untouchedField: FieldRef?
    public var origin: Origin
    /// Makes an effect.
    public init(rule: String, part: Part, measure: Measure, origin: Origin) {
      (self.rule, self.part, self.measure, self.origin) = (rule, part, measure, origin)
      (untouched, untouchedField) = ([], nil)
    }
  }
  /// A clause that can be eased.
  public enum Part: String, Hashable, Sendable {
    /// 频次 of a duty or an inspection; an exception to it is another clause.
    case cadence
    /// 比例 of a draw.
    case share
  }
  /// By how much.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// 降一档
    case stepDown
    /// 减半
    case halved
  }

  /// Makes a relief.
  public init(
    subject: Subject, effects: [Effect], floor: Cadence? = nil, leastShare: Rational? = nil,
    veto: Core? = nil
  ) {
    (self.subject, self.effects, self.veto) = (subject, effects, veto)
    (self.floor, self.leastShare) = (floor, leastShare)
  }

  /// What becomes of a cadence; nil if nothing does. A floor that is above it never makes it stricter.
  public func eased(_ cadence: Cadence, by measure: Measure) -> Cadence? {
    guard let eased = cadence.eased(by: measure) else { return nil }
    guard let floor, floor.timesPerCentury > eased.timesPerCentury else { return eased }
    return floor.timesPerCentury < cadence.timesPerCentury ? floor : nil
  }

  /// What becomes of a share; nil if nothing does.
  public func eased(_ share: Rational, by measure: Measure) -> Rational? {
    guard measure == .halved, let half = share.multiplied(by: Rational(1, over: 2) ?? Rational(1))
    else { return nil }
    guard let leastShare, leastShare > half else { return half }
    return leastShare < share ? leastShare : nil
  }
}

extension Program {
  /// A relief that eases a clause of a rule.
  public struct ReliefOfRule: Hashable, Sendable {
    /// Its position in `rules`.
    public var number: Int
    public var relief: ReliefRule
    public var effect: ReliefRule.Effect
  }

  /// What eases a clause of a rule, in the order of the rules.
  public func reliefs(of rule: Int, _ part: ReliefRule.Part) -> [ReliefOfRule] {
    guard rules.indices.contains(rule) else { return [] }
    let name = rules[rule].name
    return rules.enumerated().flatMap { number, other -> [ReliefOfRule] in
      guard case .relief(let relief) = other.body else { return [] }
      return relief.effects.filter { $0.rule == name && $0.part == part }
        .map { ReliefOfRule(number: number, relief: relief, effect: $0) }
    }
  }
}

// MARK: - 降一档 减半 (time 45)

extension Cadence {
  /// What a measure makes of the cadence; nil for what has no step below it, a day of its own, or happens once.
  public func eased(by measure: ReliefRule.Measure) -> Cadence? {
    switch (self, measure) {
    case (.periodic(let unit, let least, _, .periodEnd), .stepDown):
      return unit.stepDown.map { .periodic($0, least: least, most: nil, due: .periodEnd) }
    case (.periodic(let unit, let least, _, .periodEnd), .halved):
      guard let perYear = unit.perYear, least > 0, least <= Self.mostTimes else { return nil }
      let count = perYear * least
      let half = count / 2 + count % 2
      guard half < count else { return nil }
      let shortest =
        CalendarUnit.reliefSteps.first { step in
          step.perYear.map { $0 <= perYear && half % $0 == 0 } ?? false
        } ?? .year
      return .periodic(
        shortest, least: half / (shortest.perYear ?? 1), most: nil, due: .periodEnd)
    case (.periodic, _), (.once, _): return nil
    case (.rolling(let term, let first), _):
      return term.eased(by: measure).map { .rolling($0, first: first) }
    case (.anchored(let anchor, let term), _):
      return term.eased(by: measure).map { .anchored(anchor, $0) }
    }
  }
}

extension CalendarUnit {
  /// The periods among which a halved count is spread, the shortest first.
  fileprivate static let reliefSteps: [CalendarUnit] = [.month, .quarter, .halfYear, .year]

  /// 日 周 月 季 半年 年: the next longer one.
  fileprivate var stepDown: CalendarUnit? {
    switch self {
    case .workday, .day: .week
    case .week, .tenDays: .month
    case .month: .quarter
    case .quarter: .halfYear
    case .halfYear: .year
    case .year: nil
    }
  }
}

extension Term {
  /// The interval of half as many, or the next longer one of those that have a name.
  fileprivate func eased(by measure: ReliefRule.Measure) -> Term? {
    switch measure {
    case .halved: return count > 0 ? times(2) : nil
    case .stepDown:
      switch (unit, count) {
      case (.day, 1), (.calendarDay, 1): return Term(1, .week)
      case (.week, 1), (.day, 7), (.calendarDay, 7), (.tenDays, 1): return Term(1, .month)
      case (.month, 1): return Term(3, .month)
      case (.month, 3), (.quarter, 1): return Term(6, .month)
      case (.month, 6), (.halfYear, 1): return Term(1, .year)
      default: return nil
      }
    }
  }
}
