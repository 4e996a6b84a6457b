import OrderedCollections
import ZhibenFacts
import ZhibenSemantics

/// Turns the numbers of one schema's registers and lists into those of another, by name.
struct Renumbering {
  private let registers: [RegisterID: RegisterID]
  private let lists: [EnumID: EnumID]
  private let schema: Schema

  init(from old: Schema, to new: Schema) {
    schema = new
    var registers: [RegisterID: RegisterID] = [:]
    for (index, register) in old.registers.enumerated() {
      registers[RegisterID(index)] = new.register(named: register.name)
    }
    var numbers: [String: EnumID] = [:]
    for (index, list) in new.enumerations.enumerated() { numbers[list.name] = EnumID(index) }
    var lists: [EnumID: EnumID] = [:]
    for (index, list) in old.enumerations.enumerated() { lists[EnumID(index)] = numbers[list.name] }
    (self.registers, self.lists) = (registers, lists)
  }

  func type(_ type: ValueType) -> ValueType? {
    switch type {
    case .enumeration(let list): lists[list].map { .enumeration($0) }
    case .record(let register): registers[register].map { .record($0) }
    case .list(let element): self.type(element).map { .list($0) }
    case .map(let key, let value):
      self.type(key).flatMap { key in self.type(value).map { .map(key, $0) } }
    case .structure(let fields):
      all(fields.map { field in self.type(field.type).map { StructureField(field.name, $0) } })
        .map { .structure($0) }
    case .bool, .number, .text, .date, .moment, .term, .cadence, .period: type
    }
  }

  func value(_ value: Value) -> Value? {
    switch value {
    case .enumeration(let list, let position): lists[list].map { .enumeration($0, position) }
    case .record(let register, let position): registers[register].map { .record($0, position) }
    case .list(let elements): .list(elements.map { self.value($0) ?? .unknown })
    case .structure(let fields): .structure(fields.map { $0.flatMap(self.value) })
    case .map(let entries):
      .map(
        entries.reduce(into: OrderedDictionary()) { result, entry in
          if let key = self.value(entry.key) { result[key] = self.value(entry.value) ?? .unknown }
        })
    case .bool, .number, .text, .date, .moment, .term, .cadence, .period, .unknown: value
    }
  }

  func write(_ write: Write) -> Write? {
    guard let register = registers[write.register] else { return nil }
    var moved = write
    moved.register = register
    moved.key = write.key.flatMap(value)
    moved.fields = write.fields.map {
      Write.Field($0.field, $0.value.flatMap(value), old: $0.old.flatMap(value))
    }
    return moved
  }

  /// The facts under the new schema; registers that it brings hold nothing.
  func facts(_ facts: Snapshot) -> Snapshot {
    var tables = schema.registers.map { register in
      RegisterTable(rowIDs: [], columns: register.fields.map { _ in Column(cells: []) })
    }
    for (old, new) in registers where !schema[new].isReadOnly {
      tables[new.index] = facts[old]
    }
    return Snapshot(
      schema: schema, tables: tables, symbols: facts.symbols, dataVersion: facts.dataVersion)
  }

  private func all<T>(_ values: [T?]) -> [T]? {
    let found = values.compactMap { $0 }
    return found.count == values.count ? found : nil
  }
}
