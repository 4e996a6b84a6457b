// What the rules read, for whoever loads the facts.

extension Program {
  /// The fields that rules, scopes and partitions read, by register; every register that is mentioned comes with its key and date field.
  /// Earlier values of all these fields belong to the demand, since every field is read as of the judged day (time 5).
  public func demand() -> [RegisterID: Set<Int>] {
    var reader = DemandReader(self)
    for scope in scopes.indices { reader.define(scope: scope) }
    for partition in partitions.indices { reader.define(partition: partition) }
    for rule in rules { reader.read(rule) }
    for procedure in functions + [main].compactMap({ $0 }) { reader.read(procedure.body) }
    return reader.fields
  }

  /// What is read of the registers, by whomever.
  public struct Reads: Hashable, Sendable {
    /// The fields, by register.
    public var fields: [RegisterID: Set<Int>]
    /// The registers of outcomes, which are not read with the facts.
    public var outcomes: Set<RegisterID>
    /// Makes it.
    public init(fields: [RegisterID: Set<Int>] = [:], outcomes: Set<RegisterID> = []) {
      (self.fields, self.outcomes) = (fields, outcomes)
    }
  }

  /// What a question reads, itself or through the scopes, partitions and functions that it speaks of.
  public func reads(of query: Query) -> Reads {
    var reader = DemandReader(self)
    reader.read(query)
    return Reads(fields: reader.fields, outcomes: reader.outcomes)
  }

  /// What an expression reads, in the same way.
  public func reads(of core: Core) -> Reads {
    var reader = DemandReader(self)
    reader.read(core)
    return Reads(fields: reader.fields, outcomes: reader.outcomes)
  }

  /// What statements read, themselves or through the scopes, partitions and functions that they speak of.
  public func reads(of procedure: Procedure) -> Reads {
    var reader = DemandReader(self)
    reader.read(procedure.body)
    // What comes in may be spoken of.
    for slot in procedure.slots.prefix(procedure.parameterCount) { reader.mention(slot.type) }
    return Reads(fields: reader.fields, outcomes: reader.outcomes)
  }
}

/// Walks checked expressions and collects the fields that they read.
private struct DemandReader {
  private let program: Program
  private(set) var fields: [RegisterID: Set<Int>] = [:]
  private(set) var outcomes: Set<RegisterID> = []
  /// What has been read already.
  private var scopes: Set<Int> = []
  private var partitions: Set<Int> = []
  private var functions: Set<Int> = []

  init(_ program: Program) { self.program = program }

  private var schema: Schema { program.schema }

  mutating func mention(_ register: RegisterID) {
    guard !schema[register].isReadOnly else {
      outcomes.insert(register)
      return
    }
    guard fields[register] == nil else { return }
    fields[register] = Set(
      [schema[register].keyField, schema[register].dateField].compactMap { $0 })
  }

  mutating func mention(_ type: ValueType) {
    for register in type.registers { mention(register) }
  }

  mutating func define(scope: Int) {
    guard program.scopes.indices.contains(scope), scopes.insert(scope).inserted else { return }
    mention(program.scopes[scope].register)
    read(program.scopes[scope].condition)
  }

  mutating func define(partition: Int) {
    guard program.partitions.indices.contains(partition), partitions.insert(partition).inserted
    else { return }
    mention(program.partitions[partition].register)
    read(program.partitions[partition].domain)
    for arm in program.partitions[partition].arms { read(arm) }
  }

  private mutating func define(function: Int) {
    guard program.functions.indices.contains(function), functions.insert(function).inserted
    else { return }
    read(program.functions[function].body)
  }

  private mutating func mention(_ ref: FieldRef) {
    mention(ref.register)
    guard !schema[ref.register].isReadOnly else { return }
    fields[ref.register, default: []].insert(ref.field)
    if case .reference(let target) = schema[ref].type { mention(target) }
  }

  mutating func read(_ rule: Rule) {
    if let register = rule.subjectRegister { mention(register) }
    for core in rule.cores { read(core) }
    if let evidence = rule.evidence {
      read(evidence.rows)
      if let filter = evidence.filter { read(filter) }
    }
    if case .inspection(let inspection) = rule.body, let field = inspection.uncountedField {
      mention(field)
    }
    if case .relief(let relief) = rule.body {
      for field in relief.effects.compactMap(\.untouchedField) { mention(field) }
    }
    if case .event(let event) = rule.body { mention(event.trigger.register) }
    if case .draw(let draw) = rule.body {
      for field in draw.numbers.fields { mention(FieldRef(draw.numbers.register, field)) }
      if let staff = draw.staff { mention(staff.pool.register) }
    }
  }

  mutating func read(_ core: Core) {
    if case .record(let register) = core.type { mention(register) }
    switch core.node {
    case .field(_, let field): mention(field)
    case .aggregate(let aggregate): mention(aggregate.rows)
    case .query(let query): mention(query.source)
    case .inScope(let scope, _): define(scope: scope)
    case .partition(let partition, _): define(partition: partition)
    case .call(let function, _): define(function: function)
    default: break
    }
    for part in core.parts { read(part) }
  }

  mutating func read(_ query: Query) {
    mention(query.source)
    for part in query.parts { read(part) }
  }

  private mutating func read(_ rows: RowSource) {
    mention(rows)
    if case .related(_, let owner) = rows { read(owner) }
  }

  private mutating func mention(_ source: QuerySource) {
    if case .rows(let rows, _) = source { mention(rows) }
  }

  private mutating func mention(_ rows: RowSource) {
    switch rows {
    case .related(let field, _): mention(field)
    case .all(let register): mention(register)
    case .scope(let index): define(scope: index)
    }
  }

  // MARK: - Procedures

  mutating func read(_ steps: [Step]) {
    for step in steps {
      for core in step.cores { read(core) }
      readWritten(step)
      read(step.inner)
    }
  }

  /// Whoever writes a field has to know what stands in it.
  private mutating func readWritten(_ step: Step) {
    switch step.node {
    case .insert(let register, let values): mention(values, of: register)
    case .update(let core, let values):
      if let register = core.type.record { mention(values, of: register) }
    case .suppose(let changes, _):
      for case .change(let change) in changes { readWritten(change) }
    default: break
    }
  }

  private mutating func mention(_ values: [Step.FieldValue], of register: RegisterID) {
    mention(register)
    for value in values { mention(FieldRef(register, value.field)) }
  }
}

extension ValueType {
  /// The registers whose records stand somewhere in a value of the type.
  public var registers: Set<RegisterID> {
    switch self {
    case .record(let register): [register]
    case .list(let element): element.registers
    case .map(let key, let value): key.registers.union(value.registers)
    case .structure(let fields): fields.reduce(into: []) { $0.formUnion($1.type.registers) }
    default: []
    }
  }
}
