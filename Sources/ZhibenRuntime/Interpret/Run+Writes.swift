import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

// 记入 修改 注销

extension Run {
  /// 记入: the record shall be there.
  func insert(_ register: RegisterID, _ fields: [Write.Field], _ origin: Origin) {
    guard meter.stop == nil, let cells = cells(fields, register, origin) else { return }
    let schema = program.schema[register]
    let number = day.days
    let identity = identity(origin, nil)
    if let keyField = schema.keyField {
      guard let key = fields.last(where: { $0.field == keyField })?.value,
        let place = cells.last(where: { $0.field == keyField })
      else {
        return fail(
          "E0811", origin,
          ["register": Wording(schema.name), "field": Wording(schema.fields[keyField].name)])
      }
      if let there = facts.with(register, { $0.position(of: [place], on: number) }) {
        return compare(fields, cells, with: there, register, key, origin)
      }
    } else if facts.with(register, { $0.position(of: cells, on: number) }) != nil {
      return
    }
    guard isNew(identity) else { return }
    let missing = defaults(register, besides: fields)
    guard let filled = self.cells(missing, register, origin) else { return }
    let position = facts.with(register) { $0.count }
    facts.add(
      Write(
        kind: .insert, register: register, position: position, key: key(of: fields, register),
        fields: fields + missing, day: day, origin: origin, identity: identity), cells + filled)
    touch()
  }

  /// 默认: what a new record holds where nothing is given.
  private func defaults(_ register: RegisterID, besides given: [Write.Field]) -> [Write.Field] {
    let given = Set(given.map(\.field))
    return program.schema[register].fields.enumerated().compactMap { field, schema in
      guard let value = schema.defaultValue, !given.contains(field) else { return nil }
      return Write.Field(field, value)
    }
  }

  /// `Write.identity` of what a statement does now.
  private func identity(_ origin: Origin, _ record: Value?) -> String {
    let doing = ([place(origin)] + [record.flatMap(name)].compactMap { $0 }).joined(separator: "/")
    let count = doings[doing, default: 0] + 1
    doings[doing] = count
    return count == 1 ? doing : "\(doing)×\(count)"
  }

  /// The statement and the rounds around it.
  private func place(_ origin: Origin) -> String {
    let rounds = rounds.map { name($0.element) ?? "\($0.number)" }
    return (["\(origin.source):\(origin.span.start)"] + rounds).joined(separator: "/")
  }

  /// Whether an earlier run has changed the record that is no longer found: it has struck it off.
  private func hasStruckOff(at origin: Origin) -> Bool {
    let place = place(origin) + "/"
    guard world.written.contains(where: { $0.hasPrefix(place) }) else { return false }
    repeated += 1
    return true
  }

  /// A record by what it is called for good; nil for anything else.
  private func name(_ value: Value) -> String? {
    guard case .record(let register, let position) = value else { return nil }
    return "\(program.schema[register].table)#\(facts.rowID(register, position))"
  }

  /// Whether no earlier run has done it; else it is counted.
  private func isNew(_ identity: String) -> Bool {
    if !world.written.contains(identity) { return true }
    repeated += 1
    return false
  }

  /// A record with that key is there: what is given and known has to be what it holds.
  private func compare(
    _ fields: [Write.Field], _ cells: [(field: Int, cells: TableDraft.Cells)], with position: Int,
    _ register: RegisterID, _ key: Value, _ origin: Origin
  ) {
    for (field, wanted) in zip(fields, cells) where field.value != nil {
      let held = facts.with(register) { $0.cells(position, field.field, on: day.days) }
      guard held != wanted.cells else { continue }
      let schema = program.schema[register]
      let stored = facts.value(FieldRef(register, field.field), position, on: day)
      return fail(
        "E0810", origin,
        [
          "register": Wording(schema.name), "key": Wording(words.text(key)),
          "field": Wording(schema.fields[field.field].name), "stored": wording(stored),
          "given": wording(field.value),
        ])
    }
  }

  /// 修改
  func update(_ target: Value?, _ fields: [Write.Field], _ origin: Origin) {
    forEachRecord(target, origin) { register, position in
      let identity = identity(origin, .record(register, position))
      guard let cells = cells(fields, register, origin) else { return }
      var changes: [(field: Write.Field, cells: TableDraft.Cells)] = []
      for (field, new) in zip(fields, cells) {
        let held = facts.with(register) { $0.cells(position, field.field, on: day.days) }
        if held == new.cells { continue }
        let old = facts.value(FieldRef(register, field.field), position, on: day)
        changes.append((Write.Field(field.field, field.value, old: old), new.cells))
      }
      guard !changes.isEmpty, isNew(identity) else { return }
      facts.add(
        Write(
          kind: .update, register: register, position: position,
          key: key(of: register, position), fields: changes.map(\.field), day: day, origin: origin,
          identity: identity), changes.map { ($0.field.field, $0.cells) })
      touch()
    }
  }

  /// 注销
  func delete(_ target: Value?, _ origin: Origin) {
    forEachRecord(target, origin) { register, position in
      let identity = identity(origin, .record(register, position))
      guard facts.with(register, { $0.isThere(position, on: day.days) }), isNew(identity) else {
        return
      }
      facts.add(
        Write(
          kind: .delete, register: register, position: position,
          key: key(of: register, position), day: day, origin: origin, identity: identity), [])
      touch()
    }
  }

  private func forEachRecord(
    _ target: Value?, _ origin: Origin, _ body: (RegisterID, Int) -> Void
  ) {
    guard meter.stop == nil else { return }
    let targets: [Value]
    switch target {
    case .list(let elements)?: targets = elements
    case let record?: targets = [record]
    case nil: targets = [.unknown]
    }
    for target in targets {
      guard case .record(let register, let position) = target else {
        if !hasStruckOff(at: origin) { fail("E0817", origin) }
        return
      }
      guard meter.step() else { return }
      body(register, position)
    }
  }

  private func cells(
    _ fields: [Write.Field], _ register: RegisterID, _ origin: Origin
  ) -> [(field: Int, cells: TableDraft.Cells)]? {
    var all: [(field: Int, cells: TableDraft.Cells)] = []
    for field in fields {
      let ref = FieldRef(register, field.field)
      guard let cells = facts.cellsOf(field.value, ref) else {
        fail(
          "E0818", origin,
          ["field": Wording(program.schema[ref].name), "value": wording(field.value)])
        return nil
      }
      all.append((field.field, cells))
    }
    return all
  }

  private func key(of fields: [Write.Field], _ register: RegisterID) -> Value? {
    program.schema[register].keyField.flatMap { key in
      fields.last { $0.field == key }.flatMap(\.value)
    }
  }

  private func key(of register: RegisterID, _ position: Int) -> Value? {
    program.schema[register].keyField.flatMap {
      facts.value(FieldRef(register, $0), position, on: day)
    }
  }
}
