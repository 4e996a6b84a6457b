import ZhibenDiagnostics

/// What a program reads, writes and calls, and what it costs: known before it runs.
public struct Footprint: Sendable {
  /// Fields of a register.
  public struct Use: Hashable, Sendable {
    public var register: RegisterID
    /// Positions in the register's fields, ascending.
    public var fields: [Int]
    /// Names fields.
    public init(register: RegisterID, fields: [Int]) {
      self.register = register
      self.fields = fields
    }
  }

  /// Something that is called, and in how many places.
  public struct Call: Hashable, Sendable {
    public var name: Wording
    public var places: Int
    /// What a host function needs to be allowed; nil = nothing.
    public var capability: String?
  }

  /// What the rules and statements read (`Program.demand()`), by register.
  public var reads: [Use]
  /// What 记入, 修改 and 注销 change outside of 假设, by register; of a record that is struck off no field.
  public var writes: [Use]
  /// Functions of the script.
  public var functions: [Call]
  /// Functions of the host.
  public var hostFunctions: [Call]
  /// Functions of the library, in the order of their names.
  public var library: [Call]
  /// What the rules cost, in their order.
  public var costs: [RuleCost]
}

/// What a rule costs for each of its subjects, on each day on which it must be judged.
public struct RuleCost: Hashable, Sendable {
  /// The position of the rule in the program.
  public var rule: Int
  /// Nil for a target that only reads figures.
  public var register: RegisterID?
  /// How many parts of expressions are judged at most, what happens for rows left out; saturating.
  public var steps: Int
  /// What is gone through, in the order in which it stands.
  public var scans: [Scan]

  /// Rows that are gone through.
  public struct Scan: Hashable, Sendable {
    public var register: RegisterID
    /// All rows of the register; else only those that refer to the subject.
    public var isWhole: Bool
    /// 1 for rows of the rule itself, 2 for rows inside of these, …
    public var depth: Int
    /// How many parts are judged for each row at most.
    public var steps: Int
  }
}

extension Program {
  /// What the program reads, writes, calls and costs.
  public func footprint() -> Footprint {
    let procedures = functions + [main].compactMap { $0 }
    let steps = procedures.flatMap(\.steps)
    var calls = CallCounter(self)
    for scope in scopes { calls.count(scope.condition) }
    for partition in partitions {
      for core in [partition.domain] + partition.arms { calls.count(core) }
    }
    for rule in rules {
      for core in rule.cores { calls.count(core) }
      if let filter = rule.evidence?.filter { calls.count(filter) }
    }
    for core in steps.flatMap(\.cores) { calls.count(core) }
    var meter = CostMeter(self)
    return Footprint(
      reads: uses(demand()), writes: uses(written(procedures.flatMap(\.body))),
      functions: calls.functions, hostFunctions: calls.hosts, library: calls.library,
      costs: rules.indices.map { meter.cost(of: $0) })
  }

  private func uses(_ fields: [RegisterID: Set<Int>]) -> [Footprint.Use] {
    fields.sorted { $0.key < $1.key }.map {
      Footprint.Use(register: $0.key, fields: $0.value.sorted())
    }
  }

  /// What statements change. 假设 undoes what it changes.
  private func written(_ steps: [Step]) -> [RegisterID: Set<Int>] {
    var found: [RegisterID: Set<Int>] = [:]
    for step in steps {
      switch step.node {
      case .insert(let register, let values):
        found[register, default: []].formUnion(values.map(\.field))
      case .update(let core, let values):
        if let register = core.type.record {
          found[register, default: []].formUnion(values.map(\.field))
        }
      case .delete(let core):
        if let register = core.type.record { found[register, default: []].formUnion([]) }
      case .suppose: continue
      default: break
      }
      found.merge(written(step.inner)) { $0.union($1) }
    }
    return found
  }
}
