import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// Invents statements that change the sample registers: new records, changes of one or several, records struck off, some of them entered
/// again, days that go to and fro.
struct RandomWriting {
  var dice: SplitMix64
  private var count = 0

  init(seed: UInt64) { dice = SplitMix64(seed: seed ^ 0xA11CE) }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &dice) }

  /// Statements over the records of a snapshot; new ones are not spoken of again.
  mutating func procedure(_ snapshot: Snapshot) -> Procedure {
    let steps = (0..<6 + below(10)).flatMap { _ in step(snapshot) }
    return Procedure(name: "", slots: [], body: steps, origin: SampleProgram.origin)
  }

  private mutating func step(_ snapshot: Snapshot) -> [Step] {
    count += 1
    let origin = Origin(source: 0, span: Span(count, count + 1))
    func step(_ node: Step.Node) -> Step { Step(node, origin) }
    let register = RegisterID(below(3))
    switch below(8) {
    case 0:
      let day = RandomRegister.day.advanced(byDays: below(20) - 10)
      return [step(.asOf(core(.date(day), .date)))]
    case 1...3: return [step(.insert(register, fields(of: register, snapshot, isNew: true)))]
    case 4:
      guard let record = record(of: register, snapshot) else { return [] }
      var steps = [step(.delete(record))]
      // The key is free again.
      if register == Sample.enterprise, case .constant(.record(_, let position)?) = record.node {
        let id = snapshot[register].rowIDs[position]
        steps.append(
          step(.insert(register, [Step.FieldValue(0, core(.text("E\(id)"), .text))])))
      }
      return steps
    default:
      guard let record = record(of: register, snapshot) else { return [] }
      return [step(.update(record, fields(of: register, snapshot, isNew: false)))]
    }
  }

  private func core(_ value: Value?, _ type: ValueType) -> Core {
    Core(.constant(value), type, SampleProgram.origin)
  }

  private mutating func record(of register: RegisterID, _ snapshot: Snapshot) -> Core? {
    let all = snapshot[register].count
    return all == 0
      ? nil : core(.record(register, below(all)), .record(register))
  }

  private mutating func fields(
    of register: RegisterID, _ snapshot: Snapshot, isNew: Bool
  ) -> [Step.FieldValue] {
    let schema = snapshot.schema[register]
    return schema.fields.indices.compactMap { index in
      if schema.keyField == index {
        return isNew ? Step.FieldValue(index, core(.text("N\(count)"), .text)) : nil
      }
      guard below(3) > 0 else { return nil }
      let field = schema.fields[index]
      let type = RandomQuery(dice: dice).fieldType(field)
      if below(5) == 0 { return Step.FieldValue(index, core(nil, type)) }
      guard field.isMany else {
        return value(field.type, snapshot).map { Step.FieldValue(index, core($0, type)) }
      }
      let values = (0..<below(3)).compactMap { _ in value(field.type, snapshot) }
      return Step.FieldValue(index, core(.list(values), type))
    }
  }

  private mutating func value(_ type: FieldType, _ snapshot: Snapshot) -> Value? {
    switch type {
    case .bool: return .bool(below(2) == 0)
    case .integer: return .number(Rational(below(9)))
    case .number: return Rational(below(9) - 4, over: 2).map { .number($0) }
    case .text: return .text(RandomRegister.texts[below(RandomRegister.texts.count)])
    case .date: return .date(RandomRegister.day.advanced(byDays: below(60) - 45))
    case .moment: return .moment(below(1000))
    case .enumeration(let id):
      return .enumeration(id, below(snapshot.schema[id].values.count))
    case .reference(let id):
      return snapshot[id].count == 0 ? nil : .record(id, below(snapshot[id].count))
    }
  }
}

extension Snapshot {
  /// All that it says, in words that do not depend on how texts are numbered.
  var contents: [String] {
    schema.registers.indices.flatMap { index -> [String] in
      let (register, table) = (schema.registers[index], tables[index])
      return table.rowIDs.enumerated().map { row, id in
        var line = "\(register.name)#\(id)"
        if let gone = table.goneFrom[Int32(row)] { line += " −\(gone)" }
        for (field, column) in zip(register.fields, table.columns) {
          guard let column else { continue }
          var entries = column.history?.timelines[Int32(row)] ?? []
          if entries.isEmpty { entries = [.init(from: .min, cell: column.cells[row])] }
          let values = entries.map { entry in
            "\(entry.from == .min ? "" : "\(entry.from):")\(words(entry.cell, column, field))"
          }
          line += " \(field.column)=\(values.joined(separator: ";"))"
          line += "|\(words(column.cells[row], column, field))"
        }
        return line
      }
    }
  }

  private func words(_ cell: Int64, _ column: ZhibenFacts.Column, _ field: FieldSchema) -> String {
    func one(_ cell: Int64) -> String {
      CellCoding.value(of: cell, as: field.type, symbols: symbols).map { "\($0)" } ?? "–"
    }
    guard field.isMany, cell != unknownCell else { return one(cell) }
    let list = Int(cell)
    return
      "\(column.elements[Int(column.offsets[list])..<Int(column.offsets[list + 1])].map(one))"
  }
}
