import ZhibenDiagnostics
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// What the tests of a program reached of it: rules that yielded an outcome in some test, and branches that were taken in some test.
///
/// Branches: each 例外 that applied, each arm of a choice and of a 划分 that was taken, each rung that was reached, both results of each part of
/// 且 and 或 and of the condition of a 必须, and both results of each 若 in a 函数. What the tests themselves say does not count.
public struct Coverage: Sendable {
  /// A place that tests may reach.
  public struct Place: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case rule, exception, arm, rung, holds, fails
    }
    public var kind: Kind
    /// The rule, scope, partition or function that it stands in.
    public var owner: String
    public var origin: Origin
    public var isReached: Bool
  }

  /// In source order.
  public var places: [Place]

  /// Measures what was reached.
  /// - Parameter traces: of all tests that were run.
  public init(_ program: Program, _ traces: [TestTrace]) {
    var map = CoverageMap(program: program)
    for trace in traces {
      map.rules.formUnion(trace.rules)
      map.rungs.formUnion(trace.rungs)
      map.arms.formUnion(trace.arms)
      map.seen.merge(trace.seen) { $0.union($1) }
    }
    places = map.places().sorted {
      ($0.origin.source, $0.origin.span.start, $0.kind.rank)
        < ($1.origin.source, $1.origin.span.start, $1.kind.rank)
    }
  }

  /// How many of so many.
  public struct Share: Hashable, Sendable {
    public var reached: Int
    public var count: Int
    /// Makes a share.
    public init(reached: Int, count: Int) { (self.reached, self.count) = (reached, count) }
    /// Of nothing: all.
    public var value: Rational { Rational(reached, over: count) ?? Rational(1) }
    /// The same in whole hundredths, rounded down.
    public var percent: Int { value.multiplied(by: Rational(100))?.roundedDown ?? 0 }
  }

  /// The rules.
  public var rules: Share { share { $0.kind == .rule } }
  /// The branches.
  public var branches: Share { share { $0.kind != .rule } }
  /// Rules and branches together: what a minimum is asked of.
  public var total: Share { share { _ in true } }
  /// The share of what stands in one rule, scope, partition or function.
  public func share(of owner: String) -> Share {
    share { $0.owner == owner && $0.kind != .rule }
  }

  private func share(_ isCounted: (Place) -> Bool) -> Share {
    let counted = places.filter(isCounted)
    return Share(reached: counted.count(where: \.isReached), count: counted.count)
  }
}

extension Coverage.Place.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What it is, in words.
  public var words: Wording {
    switch self {
    case .rule: Wording(zh: "规则没有结果", en: "the rule yielded nothing")
    case .exception: Wording(zh: "例外没有适用过", en: "the exception never applied")
    case .arm: Wording(zh: "这一档没有选中过", en: "the arm was never taken")
    case .rung: Wording(zh: "台阶没有到过", en: "the rung was never reached")
    case .holds: Wording(zh: "没有成立过", en: "never true")
    case .fails: Wording(zh: "没有不成立过", en: "never false")
    }
  }
}

/// Walks a program for the places that tests may reach.
private struct CoverageMap {
  let program: Program
  var rules: Set<Int> = []
  var rungs: Set<RungID> = []
  var arms: Set<Origin> = []
  var seen: [Origin: Watch.Seen] = [:]
  private var found: [Coverage.Place] = []
  private var known: Set<Coverage.Place> = []
  private var owner = ""

  init(program: Program) { self.program = program }

  mutating func places() -> [Coverage.Place] {
    for scope in program.scopes {
      owner = scope.name
      parts(of: scope.condition)
    }
    for partition in program.partitions {
      owner = partition.name
      parts(of: partition.domain)
      for arm in partition.arms {
        add(.arm, arm.origin, was(.yes, arm))
        parts(of: arm)
      }
    }
    for (number, rule) in program.rules.enumerated() {
      owner = rule.name
      add(.rule, rule.origin, rules.contains(number))
      look(at: rule, number)
    }
    for function in program.functions {
      owner = function.name
      look(at: function.body)
    }
    return found
  }

  private mutating func add(
    _ kind: Coverage.Place.Kind, _ origin: Origin, _ isReached: Bool
  ) {
    let place = Coverage.Place(kind: kind, owner: owner, origin: origin, isReached: isReached)
    // One condition may stand for several subjects: `甲、乙：…` is written once.
    if known.insert(place).inserted { found.append(place) }
  }

  private func was(_ result: Watch.Seen, _ core: Core) -> Bool {
    seen[core.origin]?.contains(result) ?? false
  }

  private mutating func bothSides(_ core: Core) {
    if case .constant = core.node { return }
    add(.holds, core.origin, was(.yes, core))
    add(.fails, core.origin, was(.no, core))
  }

  /// The parts of 且 and 或 anywhere in an expression.
  private mutating func parts(of core: Core) {
    switch core.node {
    case .and(let parts), .or(let parts):
      for part in parts {
        switch part.node {
        case .and, .or: break
        default: bothSides(part)
        }
      }
    default: break
    }
    for part in core.parts { parts(of: part) }
  }

  // MARK: - Rules

  private mutating func look(at rule: Rule, _ number: Int) {
    for core in rule.outcomeCores { parts(of: core) }
    if let evidence = rule.evidence?.filter { parts(of: evidence) }
    switch rule.body {
    case .duty(let duty): look(at: duty)
    case .report(let report): look(at: report.duty)
    case .inspection(let inspection):
      look(at: inspection.duty)
      if let cap = inspection.cap { look(at: cap) }
    case .requirement(let requirement):
      for exception in requirement.exceptions { look(at: exception) }
      switch requirement.condition.node {
      case .and, .or: break
      default: bothSides(requirement.condition)
      }
    case .escalation(let ladder):
      for (position, rung) in ladder.rungs.enumerated() {
        let id = RungID(rule: number, rung: position + 1)
        add(.rung, rung.action.origin, rungs.contains(id))
      }
    case .target, .draw, .relief, .event: break
    }
  }

  private mutating func look(at duty: DutyRule) {
    look(at: duty.cadence)
    for exception in duty.exceptions { look(at: exception) }
  }

  private mutating func look(at exception: DutyException) {
    add(.exception, exception.origin, was(.yes, exception.condition))
    if let cadence = exception.cadence { look(at: cadence) }
  }

  private mutating func look(at choice: Choice<Cadence>) {
    guard choice.arms.count > 1 else { return }
    for arm in choice.arms { add(.arm, arm.origin, arms.contains(arm.origin)) }
  }

  // MARK: - Functions

  private mutating func look(at steps: [Step]) {
    for step in steps {
      for core in step.cores { parts(of: core) }
      if case .branch(let branches, _) = step.node {
        for branch in branches { bothSides(branch.condition) }
      }
      look(at: step.inner)
    }
  }
}
