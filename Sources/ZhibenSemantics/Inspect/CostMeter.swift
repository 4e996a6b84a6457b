/// Reckons what rules cost from their expressions. Scopes and partitions cost what their conditions cost, wherever they are asked.
struct CostMeter {
  private let program: Program
  private var scopes: [Int: Cost] = [:]
  private var partitions: [Int: Cost] = [:]

  /// Of one expression.
  private struct Cost {
    var steps = 0
    var scans: [RuleCost.Scan] = []

    /// More scans than these are not told apart.
    static let maximumScans = 200

    mutating func add(_ other: Cost) {
      let (sum, overflow) = steps.addingReportingOverflow(other.steps)
      steps = overflow ? .max : sum
      scans += other.scans.prefix(max(0, Self.maximumScans - scans.count))
    }

    /// The same inside of rows.
    var deeper: [RuleCost.Scan] {
      scans.map { scan in
        var scan = scan
        scan.depth += 1
        return scan
      }
    }
  }

  init(_ program: Program) { self.program = program }

  /// What a rule costs for a subject.
  mutating func cost(of number: Int) -> RuleCost {
    let rule = program.rules[number]
    var total = Cost()
    for core in rule.cores { total.add(cost(core)) }
    if let evidence = rule.evidence {
      total.add(rows(evidence.rows, [evidence.filter].compactMap { $0 }))
    }
    return RuleCost(
      rule: number, register: rule.subjectRegister, steps: total.steps, scans: total.scans)
  }

  private mutating func cost(_ core: Core) -> Cost {
    var total = Cost(steps: 1)
    switch core.node {
    case .aggregate(let aggregate):
      if case .related(_, let owner) = aggregate.rows { total.add(cost(owner)) }
      for bound in aggregate.window?.parts ?? [] { total.add(cost(bound)) }
      total.add(rows(aggregate.rows, [aggregate.filter, aggregate.value].compactMap { $0 }))
      return total
    case .inScope(let index, _): total.add(scope(index))
    case .partition(let index, _): total.add(partition(index))
    default: break
    }
    for part in core.parts { total.add(cost(part)) }
    return total
  }

  /// Rows, each judged by these expressions.
  private mutating func rows(_ source: RowSource, _ judged: [Core]) -> Cost {
    var inside = Cost()
    for core in judged { inside.add(cost(core)) }
    var isWhole = true
    switch source {
    case .related: isWhole = false
    case .all: break
    case .scope(let index): inside.add(scope(index))
    }
    let scan = RuleCost.Scan(
      register: source.register(scopes: program.scopes), isWhole: isWhole, depth: 1,
      steps: inside.steps)
    return Cost(steps: 0, scans: [scan] + inside.deeper)
  }

  private mutating func scope(_ index: Int) -> Cost {
    if let known = scopes[index] { return known }
    guard program.scopes.indices.contains(index) else { return Cost() }
    let found = cost(program.scopes[index].condition)
    scopes[index] = found
    return found
  }

  private mutating func partition(_ index: Int) -> Cost {
    if let known = partitions[index] { return known }
    guard program.partitions.indices.contains(index) else { return Cost() }
    let partition = program.partitions[index]
    var total = Cost()
    for core in [partition.domain] + partition.arms { total.add(cost(core)) }
    partitions[index] = total
    return total
  }
}
