import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime

/// What a script asks for in days that lie ahead, on a register as it is.
public struct Forecast: Sendable {
  /// Script, facts and names.
  public let context: RunContext
  /// The days looked at.
  public let span: DayRange
  /// The months of the span, cut at its ends.
  public let months: [DayRange]
  /// What each rule with obligations or visits asks for, in the script's order.
  public let rules: [RuleForecast]

  /// The name of a rule.
  public func name(of rule: RuleForecast) -> String {
    context.script.program.rules[rule.rule].name
  }

  /// The calendar of the plan.
  public var calendar: WorkCalendar { context.script.calendar }
}

/// How much more or less one script asks for than another: rule by rule, enterprise by enterprise.
public struct ForecastDifference: Sendable {
  /// One rule, by its name in both scripts.
  public struct Rule: Sendable {
    /// The name.
    public let name: String
    /// The subjects for which the number differs, by how much, in the register's order.
    public let subjects: [(name: SubjectName, change: Int)]
    /// The sum.
    public let change: Int
    /// How many more rest on something unknown under this script: not in the sum.
    public let unknown: Int
    /// The sum in person-days; nil if neither script says what one takes. A rule whose visits take longer differs though their number does not.
    public let effort: Rational?
  }

  /// The rules that differ, in the first script's order, those of the other alone behind them.
  public let rules: [Rule]

  /// What `forecast` asks for beyond `base`.
  /// - Parameters:
  ///   - forecast: of the script as it is to be.
  ///   - base: of the script as it is, over the same span and store.
  public init(_ forecast: Forecast, from base: Forecast) {
    let names = forecast.rules.map(forecast.name)
    let others = base.rules.map(base.name).filter { !names.contains($0) }
    rules = (names + others).compactMap { name in
      let new = forecast.rules.first { forecast.name(of: $0) == name }
      let old = base.rules.first { base.name(of: $0) == name }
      return Self.rule(name, new.map { (forecast, $0) }, old.map { (base, $0) })
    }
  }

  private static func rule(
    _ name: String, _ new: (forecast: Forecast, rule: RuleForecast)?,
    _ old: (forecast: Forecast, rule: RuleForecast)?
  ) -> Rule? {
    // Both stand on one store: a row id is the same record in both.
    var changes: [Int64: Int] = [:]
    var subjects: [Int64: SubjectName] = [:]
    for (side, sign) in [(new, 1), (old, -1)] {
      guard let side else { continue }
      for (position, count) in side.rule.bySubject {
        let key = OutcomeKey(
          rule: Int32(clamping: side.rule.rule), subject: position, first: 0, nth: 0)
        guard let id = side.forecast.context.subjectID(of: key) else { continue }
        changes[id, default: 0] += sign * count
        if subjects[id] == nil { subjects[id] = side.forecast.context.subject(of: key) }
      }
    }
    let changed = changes.filter { $0.value != 0 }.sorted { $0.key < $1.key }.compactMap {
      id, change in
      subjects[id].map { (name: $0, change: change) }
    }
    func effort(_ rule: RuleForecast?) -> Rational? { rule.flatMap { $0.effort(of: $0.total) } }
    let (more, less) = (effort(new?.rule), effort(old?.rule))
    let effort =
      more == nil && less == nil
      ? nil : (less ?? Rational(0)).negated.flatMap { (more ?? Rational(0)).adding($0) }
    let unknown = (new?.rule.unknown ?? 0) - (old?.rule.unknown ?? 0)
    guard !changed.isEmpty || unknown != 0 || effort.map({ $0 != Rational(0) }) ?? false else {
      return nil
    }
    return Rule(
      name: name, subjects: changed, change: changed.reduce(0) { $0 + $1.change },
      unknown: unknown, effort: effort)
  }
}
