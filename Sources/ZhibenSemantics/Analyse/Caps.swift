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
    /// The visits that count to it; nil: all.
    var visits: Core?
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

  /// Of which register a rule's subjects are, and of which the records that it is met by.
  private struct Visiting: Hashable {
    var subject: RegisterID
    var visits: RegisterID
  }

  private typealias Visitors = [Visiting: [(rule: Rule, duty: DutyRule)]]

  /// The rules that demand visits, looked for once for all caps.
  private func visitors() -> Visitors {
    var found: Visitors = [:]
    for rule in program.rules where rule.strength == .must {
      let duty: DutyRule
      switch rule.body {
      case .duty(let body): duty = body
      case .inspection(let body): duty = body.duty
      default: continue
      }
      guard let visits = duty.evidence?.rows.register(scopes: program.scopes) else { continue }
      found[Visiting(subject: duty.subject.register, visits: visits), default: []]
        .append((rule, duty))
    }
    return found
  }

  /// Every cap, with the rules that demand more of a subject than it allows.
  func reportCaps() {
    var visitors: Visitors?
    for rule in program.rules {
      guard constraints.budget > 0 else { return }
      guard case .inspection(let inspection) = rule.body, let cap = inspection.cap else { continue }
      let known = visitors ?? self.visitors()
      visitors = known
      let members = constraints.truths(inspection.duty.subject.condition).yes
      let caps = arms(cap).compactMap { arm -> Cap? in
        guard let cadence = arm.value, let most = cadence.mostPerYear else { return nil }
        return Cap(
          cadence: cadence, most: most, origin: arm.origin,
          cases: constraints.both(members, arm.cases))
      }
      // A line whose most cannot be told leaves open whether there is a way out.
      let isWhole = caps.count == cap.arms.count
      let demands = demands(against: inspection, of: rule, known)
      if !report(caps, isWhole, demands, rule) { reportSums(caps, demands, rule) }
    }
  }

  /// Demands that alone are above a cap. Whether there are any.
  private func report(
    _ caps: [Cap], _ isWhole: Bool, _ demands: [Demand], _ rule: Rule
  ) -> Bool {
    var doubtful: [(demand: Demand, cap: Cap, cases: [Region])] = []
    var isSaid = false
    for demand in demands {
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
        isSaid = true
      } else {
        doubtful.append((demand, caps[worst], cases))
      }
    }
    if !doubtful.isEmpty { report("W0650", doubtful, rule) }
    return isSaid || !doubtful.isEmpty
  }

  /// More than these demands on one cap are not added up.
  private static let maximumSummands = 50

  /// Demands that are above a cap together: no visit counts to two of them, and some subject owes them all.
  private func reportSums(_ caps: [Cap], _ demands: [Demand], _ rule: Rule) {
    let demands = demands.prefix(Self.maximumSummands).sorted { $0.least > $1.least }
    for cap in caps {
      for first in demands.indices {
        var found: [(demand: Demand, cap: Cap, cases: [Region])] = []
        var cases = cap.cases
        for demand in demands[first...] {
          guard !found.contains(where: { !excludes($0.demand, demand) }),
            let shared = constraints.both(cases, demand.cases), !shared.isEmpty
          else { continue }
          cases = shared
          found.append((demand, cap, shared))
        }
        let sum = found.reduce(0) { $0 + $1.demand.least }
        guard found.count > 1, sum > cap.most else { continue }
        // The example is of those that owe them all.
        found.insert(found.removeLast(), at: 0)
        report(
          "W0650", found, rule,
          note: Wording(
            zh: "各条不能用同一次检查抵，加在一起每年 \(sum) 次",
            en: "no visit counts to two of them: together they are \(sum) a year"))
        return
      }
    }
  }

  /// Whether no visit counts to both of two rules.
  private func excludes(_ a: Demand, _ b: Demand) -> Bool {
    guard a.rule.key != b.rule.key, let first = a.visits, let second = b.visits else {
      return false
    }
    return constraints.both(
      constraints.truths(first).yes, constraints.truths(second).yes)?.isEmpty == true
  }

  private func report(
    _ code: DiagnosticCode, _ found: [(demand: Demand, cap: Cap, cases: [Region])], _ rule: Rule,
    note: Wording? = nil
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
      ], secondary: secondary, notes: (note.map { [$0] } ?? []) + example(cases))
  }

  // MARK: - Demands

  /// What the rules demand whose visits count to the cap, the capped rule's own first.
  private func demands(
    against capped: InspectionRule, of rule: Rule, _ visitors: Visitors
  ) -> [Demand] {
    guard let visits = capped.duty.evidence?.rows.register(scopes: program.scopes) else {
      return demands(of: capped.duty, rule, isOwn: true)
    }
    var found = demands(of: capped.duty, rule, isOwn: true)
    let visiting = Visiting(subject: capped.duty.subject.register, visits: visits)
    for (other, duty) in visitors[visiting] ?? [] where other.key != rule.key {
      guard constraints.budget > 0 else { break }
      guard let evidence = duty.evidence, counts(evidence, to: capped),
        other.inForce.overlaps(rule.inForce)
      else { continue }
      found += demands(of: duty, other, isOwn: false)
    }
    return found
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
      found += demands(
        cadence, constraints.both(members, cases), duty.evidence?.filter, rule, isOwn)
      if exception.days == nil { ordinary = constraints.without(ordinary, cases) }
    }
    return demands(duty.cadence, ordinary, duty.evidence?.filter, rule, isOwn) + found
  }

  private func demands(
    _ choice: Choice<Cadence>, _ cases: [Region]?, _ visits: Core?, _ rule: Rule, _ isOwn: Bool
  ) -> [Demand] {
    arms(choice).compactMap { arm in
      guard let cadence = arm.value, let least = cadence.leastPerYear else { return nil }
      return Demand(
        rule: rule, cadence: cadence, least: least, origin: arm.origin,
        cases: constraints.both(cases, arm.cases), visits: visits, isOwn: isOwn)
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
