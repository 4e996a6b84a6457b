import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// What rules demand, against what 上限 allows (language 7): a cap limits the visits of any rule to a subject.

extension Analysis {
  /// What a rule demands of some of its subjects.
  private struct Demand {
    var rule: Rule
    var cadence: Cadence
    var least: Int
    var origin: Origin
    var cases: [Region]?
    /// Whether it is the capped rule's own.
    var isOwn: Bool
  }

  /// A line of a cap.
  private struct Cap {
    var cadence: Cadence
    var most: Int
    var origin: Origin
    var cases: [Region]?
  }

  /// Every cap, with the rules that demand more of a subject than it allows.
  func reportCaps() {
    for rule in program.rules {
      guard case .inspection(let inspection) = rule.body, let cap = inspection.cap else { continue }
      let members = constraints.truths(inspection.duty.subject.condition).yes
      let caps = arms(cap).compactMap { arm -> Cap? in
        guard let cadence = arm.value, let most = cadence.mostPerYear else { return nil }
        return Cap(
          cadence: cadence, most: most, origin: arm.origin,
          cases: constraints.both(members, arm.cases))
      }
      // A line whose most cannot be told leaves open whether there is a way out.
      let isWhole = caps.count == cap.arms.count
      report(caps, isWhole, inspection, rule)
    }
  }

  private func report(
    _ caps: [Cap], _ isWhole: Bool, _ inspection: InspectionRule, _ rule: Rule
  ) {
    var doubtful: [(demand: Demand, cap: Cap, cases: [Region])] = []
    for demand in demands(against: inspection, of: rule) {
      let meeting = caps.map { constraints.both(demand.cases, $0.cases) }
      let clashing = caps.indices.filter { caps[$0].most < demand.least }
      guard
        let worst = clashing.first(where: { meeting[$0]?.isEmpty == false }),
        let cases = meeting[worst]
      else { continue }
      let isCertain =
        isWhole && demand.isOwn
        && caps.indices.allSatisfy { meeting[$0]?.isEmpty == true || clashing.contains($0) }
      if isCertain {
        let mildest = clashing.filter { meeting[$0]?.isEmpty != true }
          .max { caps[$0].most < caps[$1].most }
        report("E0506", [(demand, caps[mildest ?? worst], cases)], rule)
      } else {
        doubtful.append((demand, caps[worst], cases))
      }
    }
    if !doubtful.isEmpty { report("W0650", doubtful, rule) }
  }

  private func report(
    _ code: DiagnosticCode, _ found: [(demand: Demand, cap: Cap, cases: [Region])], _ rule: Rule
  ) {
    guard let (demand, cap, cases) = found.first else { return }
    var secondary = [(cap.origin, Wording(zh: "上限在这里", en: "the cap is here"))]
    secondary += found.dropFirst().prefix(7).map {
      (
        $0.demand.origin,
        Wording(
          zh: "「\($0.demand.rule.name)」要求 \(text($0.demand.cadence).zh)",
          en: "“\($0.demand.rule.name)” demands \(text($0.demand.cadence).en)")
      )
    }
    reporter.report(
      code, at: demand.origin,
      [
        "rule": Wording(demand.rule.name), "capRule": Wording(rule.name),
        "minimum": text(demand.cadence), "cap": text(cap.cadence),
      ], secondary: secondary, notes: example(cases))
  }

  // MARK: - Demands

  /// What the rules demand whose visits count to the cap, the capped rule's own first.
  private func demands(against capped: InspectionRule, of rule: Rule) -> [Demand] {
    guard let visits = capped.duty.evidence?.rows.register(scopes: program.scopes) else {
      return demands(of: capped.duty, rule, isOwn: true)
    }
    let others = program.rules.filter { $0.key != rule.key && $0.strength == .must }
    return demands(of: capped.duty, rule, isOwn: true)
      + others.flatMap { other -> [Demand] in
        let duty: DutyRule
        switch other.body {
        case .duty(let body): duty = body
        case .inspection(let body): duty = body.duty
        default: return []
        }
        guard duty.subject.register == capped.duty.subject.register,
          let evidence = duty.evidence,
          evidence.rows.register(scopes: program.scopes) == visits,
          counts(evidence, to: capped), other.inForce.overlaps(rule.inForce)
        else { return [] }
        return demands(of: duty, other, isOwn: false)
      }
  }

  /// Whether the records of the evidence can be of a class that counts to the cap.
  private func counts(_ evidence: Evidence, to capped: InspectionRule) -> Bool {
    guard let field = capped.uncountedField, !capped.uncounted.isEmpty, let filter = evidence.filter
    else { return true }
    let origin = filter.origin
    let row = Core(.record(frame: 1), .record(field.register), origin)
    let type = capped.uncounted.first.map { value -> ValueType in
      if case .enumeration(let list, _) = value { .enumeration(list) } else { .text }
    }
    let kind = Core(.field(row, field), type ?? .text, origin)
    let classes = capped.uncounted.map { Core(.constant($0), kind.type, origin) }
    let isFree = constraints.truths(Core(.isIn(kind, classes, isOpen: false), .bool, origin))
    // What must be of a class under 不计 never counts.
    return constraints.without(constraints.truths(filter).yes, isFree.yes)?.isEmpty != true
  }

  /// The cadences of a duty, each with the subjects that owe it.
  private func demands(of duty: DutyRule, _ rule: Rule, isOwn: Bool) -> [Demand] {
    let members = constraints.truths(duty.subject.condition).yes
    var ordinary = members
    var found: [Demand] = []
    for exception in duty.exceptions {
      guard let cadence = exception.cadence else { continue }
      let cases = constraints.truths(exception.condition).yes
      found += demands(cadence, constraints.both(members, cases), rule, isOwn)
      if exception.days == nil { ordinary = constraints.without(ordinary, cases) }
    }
    return demands(duty.cadence, ordinary, rule, isOwn) + found
  }

  private func demands(
    _ choice: Choice<Cadence>, _ cases: [Region]?, _ rule: Rule, _ isOwn: Bool
  ) -> [Demand] {
    arms(choice).compactMap { arm in
      guard let cadence = arm.value, let least = cadence.leastPerYear else { return nil }
      return Demand(
        rule: rule, cadence: cadence, least: least, origin: arm.origin,
        cases: constraints.both(cases, arm.cases), isOwn: isOwn)
    }
  }
}

extension Cadence {
  /// How often it falls due in a year at least; nil where that cannot be said.
  fileprivate var leastPerYear: Int? {
    if case .periodic(let unit, let least, _, _) = self {
      unit.perYear.map { $0 * least }
    } else {
      nil
    }
  }

  /// How often a year allows it; nil where that cannot be said.
  fileprivate var mostPerYear: Int? {
    guard case .periodic(let unit, _, let most?, _) = self else { return nil }
    return unit.perYear.map { $0 * most }
  }
}

extension CalendarUnit {
  /// How many of these periods a year has at least; nil where that depends on the calendar.
  fileprivate var perYear: Int? {
    switch self {
    case .workday: nil
    case .day: 365
    case .week: 52
    case .tenDays: 36
    case .month: 12
    case .quarter: 4
    case .halfYear: 2
    case .year: 1
    }
  }
}
