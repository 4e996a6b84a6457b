// What the rules read, for whoever loads the facts.

extension Program {
  /// The fields that rules, scopes and partitions read, by register; every register that is mentioned comes with its key and date field.
  /// Earlier values of all these fields belong to the demand, since every field is read as of the judged day (time 5).
  public func demand() -> [RegisterID: Set<Int>] {
    var reader = DemandReader(schema: schema, scopes: self.scopes)
    readDefinitions(&reader)
    for rule in rules { reader.read(rule.body) }
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

  // MARK: - Rules

  mutating func read(_ body: Rule.Body) {
    switch body {
    case .duty(let duty): read(duty)
    case .inspection(let inspection):
      read(inspection.duty)
      if let cap = inspection.cap { read(cap) }
      if let mode = inspection.mode { for part in mode.keys { read(part) } }
      if let field = inspection.uncountedField { mention(field) }
    case .requirement(let requirement):
      read(requirement.subject)
      read(requirement.condition)
      read(requirement.deadline)
      for part in requirement.bearers { read(part) }
      for part in requirement.exceptions { read(part) }
      for part in requirement.violated { read(part) }
    case .escalation(let escalation):
      read(escalation.subject)
      for part in [escalation.clock, escalation.until] { read(part) }
      if let pause = escalation.pause { read(pause) }
      for part in escalation.rungs { read(part.action) }
    case .target(let target):
      switch target.measure {
      case .metrics(let metrics): for part in metrics { read(part.value) }
      case .share(let subject, let condition):
        read(subject)
        read(condition)
      }
      for part in target.missed { read(part) }
    }
  }

  private mutating func read(_ duty: DutyRule) {
    read(duty.subject)
    read(duty.cadence)
    for part in duty.bearers { read(part) }
    for part in duty.exceptions { read(part) }
    for part in duty.overdue { read(part) }
    if let evidence = duty.evidence {
      read(evidence.rows)
      if let filter = evidence.filter { read(filter) }
    }
  }

  private mutating func read(_ subject: Subject) {
    mention(subject.register)
    read(subject.condition)
  }

  private mutating func read(_ exception: DutyException) {
    read(exception.condition)
    if let cadence = exception.cadence { read(cadence) }
    for part in exception.bearers { read(part) }
  }

  private mutating func read(_ party: Party) {
    if let path = party.path { read(path) }
  }

  private mutating func read(_ action: ActionSpec) {
    for part in (action.by + action.approvers + action.to + action.copies) { read(part) }
    for need in action.needs {
      if let condition = need.condition { read(condition) }
    }
    for part in action.choices { read(part) }
  }

  private mutating func read(_ choice: Choice<Cadence>) {
    for part in choice.keys { read(part) }
    for case let cadence? in choice.arms.map(\.value) {
      switch cadence {
      case .periodic: break
      case .rolling(_, let first): if let first { read(first.anchor) }
      case .anchored(let anchor, _): read(anchor)
      case .once(let deadline): read(deadline)
      }
    }
  }

  private mutating func read(_ deadline: DeadlineSpec) {
    switch deadline {
    case .day, .always: break
    case .after(let anchor, _), .before(let anchor, _): read(anchor)
    }
  }

  // MARK: - Expressions

  private mutating func read(_ rows: RowSource) {
    switch rows {
    case .related(let field, let owner):
      mention(field)
      read(owner)
    case .all(let register): mention(register)
    case .scope(let index): if scopes.indices.contains(index) { mention(scopes[index].register) }
    }
  }

  private mutating func read(_ window: Window) {
    switch window {
    case .before(let core, _), .after(let core, _): read(core)
    case .days(let first, let last): for part in [first, last] { read(part) }
    case .lookBack, .period, .targetPeriod: break
    }
  }

  mutating func read(_ core: Core) {
    if case .record(let register) = core.type { mention(register) }
    switch core.node {
    case .constant, .record, .today, .periodDay: break
    case .field(let base, let ref):
      mention(ref)
      read(base)
    case .and(let parts), .or(let parts), .builtin(_, let parts): for part in parts { read(part) }
    case .not(let inner), .isEmpty(let inner), .negate(let inner), .shift(let inner, _, _),
      .inScope(_, let inner), .partition(_, let inner):
      read(inner)
    case .compare(_, let a, let b), .contains(let a, let b), .arithmetic(_, let a, let b),
      .daysBetween(let a, let b), .at(let a, let b):
      for part in [a, b] { read(part) }
    case .isIn(let inner, let values, _): for part in ([inner] + values) { read(part) }
    case .between(let a, let b, let c), .conditional(let a, let b, let c):
      for part in [a, b, c] { read(part) }
    case .aggregate(let aggregate):
      read(aggregate.rows)
      if let window = aggregate.window { read(window) }
      if let filter = aggregate.filter { read(filter) }
      if let value = aggregate.value { read(value) }
    case .ever(let inner, let window), .history(let inner, let window):
      read(inner)
      if let window { read(window) }
    case .variable: break
    case .call(_, let parts), .hostCall(_, let parts), .text(let parts), .list(let parts),
      .map(let parts), .structure(let parts):
      for part in parts { read(part) }
    case .member(let inner, _): read(inner)
    case .element(let a, let b), .setOperation(_, let a, let b): for part in [a, b] { read(part) }
    case .fold(let fold):
      for part in [fold.list, fold.filter, fold.value].compactMap({ $0 }) { read(part) }
    case .query(let query): read(query)
    }
  }

  mutating func read(_ query: Query) {
    switch query.source {
    case .rows(let rows, let window):
      read(rows)
      if let window { read(window) }
    case .list(let list): read(list)
    }
    if let filter = query.filter { read(filter) }
    for term in query.sort { read(term.value) }
    switch query.shape {
    case .rows: break
    case .values(let value): read(value)
    case .columns(let columns): for column in columns { read(column.value) }
    case .groups(let keys, let aggregates):
      for key in keys { read(key.value) }
      for column in aggregates {
        for part in [column.value, column.filter].compactMap({ $0 }) { read(part) }
      }
    }
  }

  // MARK: - Procedures

  mutating func read(_ steps: [Step]) { for step in steps { read(step) } }

  private mutating func read(_ values: [Step.FieldValue], of register: RegisterID) {
    mention(register)
    for value in values {
      mention(FieldRef(register, value.field))
      read(value.value)
    }
  }

  private mutating func read(_ step: Step) {
    switch step.node {
    case .set(_, let core), .delete(let core), .asOf(let core), .perform(let core): read(core)
    case .setPart(_, let path, let core):
      for case .element(let key) in path { read(key) }
      read(core)
    case .branch(let branches, let otherwise):
      for branch in branches {
        read(branch.condition)
        read(branch.body)
      }
      read(otherwise)
    case .forEach(_, let core, let body), .loop(let core, let body), .project(let core, let body):
      read(core)
      read(body)
    case .breakLoop, .continueLoop: break
    case .giveBack(let core): if let core { read(core) }
    case .show(let shown): for part in shown { read(part.value) }
    case .insert(let register, let values): read(values, of: register)
    case .update(let core, let values):
      read(core)
      if let register = core.type.record { read(values, of: register) }
    case .assert(let core, let message):
      read(core)
      if let message { read(message) }
    case .expect(.holds(let core)), .expect(.isEmpty(let core)): read(core)
    case .expect(.yields(let core, let parts)): for part in [core] + parts { read(part) }
    case .suppose(let changes, let body):
      for change in changes {
        switch change {
        case .parameter(_, let core): read(core)
        case .cadence: break
        case .change(let step): read(step)
        }
      }
      read(body)
    }
  }
}
