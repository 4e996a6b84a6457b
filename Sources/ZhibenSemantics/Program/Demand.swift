// What the rules read, for whoever loads the facts.

extension Program {
  /// The fields that rules, scopes and partitions read, by register; every register that is mentioned comes with its key and date field.
  /// Earlier values of all these fields belong to the demand, since every field is read as of the judged day (time 5).
  public func demand() -> [RegisterID: Set<Int>] {
    var reader = DemandReader(schema: schema, scopes: self.scopes)
    readDefinitions(&reader)
    for rule in rules { reader.read(rule) }
    for procedure in functions + [main].compactMap({ $0 }) { reader.read(procedure.body) }
    return reader.fields
  }

  /// The fields that a question reads, itself or through scopes, partitions and functions.
  public func demand(of query: Query) -> [RegisterID: Set<Int>] {
    var reader = DemandReader(schema: schema, scopes: self.scopes)
    readDefinitions(&reader)
    for procedure in functions { reader.read(procedure.body) }
    reader.read(query)
    return reader.fields
  }

  private func readDefinitions(_ reader: inout DemandReader) {
    for scope in scopes {
      reader.mention(scope.register)
      reader.read(scope.condition)
    }
    for partition in partitions {
      reader.mention(partition.register)
      reader.read(partition.domain)
      for arm in partition.arms { reader.read(arm) }
    }
  }
}

/// Walks checked expressions and collects the fields that they read.
private struct DemandReader {
  let schema: Schema
  let scopes: [ScopeDefinition]
  var fields: [RegisterID: Set<Int>] = [:]

  mutating func mention(_ register: RegisterID) {
    // Outcomes are not read with the facts.
    guard fields[register] == nil, !schema[register].isReadOnly else { return }
    fields[register] = Set(
      [schema[register].keyField, schema[register].dateField].compactMap { $0 })
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
  }

  mutating func read(_ core: Core) {
    if case .record(let register) = core.type { mention(register) }
    switch core.node {
    case .field(_, let field): mention(field)
    case .aggregate(let aggregate): mention(aggregate.rows)
    case .query(let query): mention(query.source)
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
    case .scope(let index): if scopes.indices.contains(index) { mention(scopes[index].register) }
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
