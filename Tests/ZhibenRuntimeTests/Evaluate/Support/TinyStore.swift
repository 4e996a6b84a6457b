import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Facts small enough to print, and to take apart until what is left still shows a failure.
struct TinyStore {
  /// What a field held from which day on; `Int32.min` = from ever.
  typealias Timeline = [(from: Int32, value: Value?)]

  var schema: Schema
  /// By register, record, field.
  var records: [[[Timeline]]]

  init(schema: Schema) {
    self.schema = schema
    records = schema.registers.map { _ in [] }
  }

  /// Adds a record and returns its position; fields not named are blank.
  @discardableResult
  mutating func add(_ register: String, _ values: [String: Value?] = [:]) -> Int {
    guard let id = schema.register(named: register) else { return -1 }
    let fields = schema[id].fields.map { field -> Timeline in
      [(.min, values[field.name] ?? nil)]
    }
    records[id.index].append(fields)
    return records[id.index].count - 1
  }

  /// From that day on the field holds something else.
  mutating func change(
    _ register: String, _ row: Int, _ field: String, to value: Value?, from day: CivilDate
  ) {
    guard let id = schema.register(named: register),
      let index = schema[id].fields.firstIndex(where: { $0.name == field })
    else { return }
    records[id.index][row][index].append((day.days, value))
  }

  var snapshot: Snapshot {
    var symbols: [String] = []
    let tables = schema.registers.indices.map { register -> RegisterTable in
      let rows = records[register]
      let columns = schema.registers[register].fields.indices.map { field -> Column? in
        var (cells, elements): ([Int64], [Int64]) = ([], [])
        var offsets: [Int32] = [0]
        var timelines: [Int32: [ColumnHistory.Entry]] = [:]
        let type = schema.registers[register].fields[field].type
        func encode(_ value: Value?) -> Int64 {
          guard case .list(let values)? = value else { return Self.cell(value, type, &symbols) }
          elements += values.map { Self.cell($0, type, &symbols) }
          offsets.append(Int32(elements.count))
          return Int64(offsets.count - 2)
        }
        for (row, record) in rows.enumerated() {
          let entries = record[field].map {
            ColumnHistory.Entry(from: $0.from, cell: encode($0.value))
          }
          cells.append(entries.last?.cell ?? unknownCell)
          if entries.count > 1 || entries.contains(where: { $0.from > .min }) {
            timelines[Int32(row)] = entries
          }
        }
        return Column(
          cells: cells, offsets: offsets, elements: elements,
          history: timelines.isEmpty ? nil : ColumnHistory(timelines: timelines))
      }
      return RegisterTable(rowIDs: rows.indices.map { Int64($0 + 1) }, columns: columns)
    }
    return Snapshot(schema: schema, tables: tables, symbols: symbols, dataVersion: 1)
  }

  private static func cell(_ value: Value?, _ type: FieldType, _ symbols: inout [String]) -> Int64 {
    switch value {
    case nil, .term, .list, .map, .structure, .cadence, .period, .unknown: return unknownCell
    case .bool(let flag): return flag ? 1 : 0
    case .number(let number):
      if case .integer = type { return Int64(number.numerator) }
      return Int64(number.numerator * (1_000_000 / number.denominator))
    case .text(let text):
      if let known = symbols.firstIndex(of: text) { return Int64(known) }
      symbols.append(text)
      return Int64(symbols.count - 1)
    case .date(let date): return Int64(date.days)
    case .moment(let minute): return Int64(minute)
    case .enumeration(_, let position): return Int64(position)
    case .record(_, let row): return Int64(row)
    }
  }

  // MARK: - Shrinking

  /// Stores with one thing less: a record, an earlier value, a value.
  var smaller: [TinyStore] {
    var stores: [TinyStore] = []
    for register in records.indices {
      for row in records[register].indices { stores.append(without(row, of: register)) }
    }
    for register in records.indices {
      for row in records[register].indices {
        for field in records[register][row].indices {
          let timeline = records[register][row][field]
          var store = self
          if timeline.count > 1 {
            store.records[register][row][field] = [(.min, timeline[timeline.count - 1].value)]
            stores.append(store)
          } else if timeline.contains(where: { $0.value != nil }) {
            store.records[register][row][field] = [(.min, nil)]
            stores.append(store)
          }
        }
      }
    }
    return stores
  }

  private func without(_ row: Int, of register: Int) -> TinyStore {
    func moved(_ value: Value?) -> Value? {
      switch value {
      case .record(let id, let position)? where id.index == register:
        position == row ? nil : .record(id, position > row ? position - 1 : position)
      case .list(let values)?: .list(values.compactMap(moved))
      default: value
      }
    }
    var store = self
    store.records[register].remove(at: row)
    store.records = store.records.map {
      $0.map { $0.map { $0.map { (from: $0.from, value: moved($0.value)) } } }
    }
    return store
  }

  /// The records, one a line.
  func text(_ printer: ProgramPrinter) -> String {
    var lines: [String] = []
    for (register, rows) in zip(schema.registers, records) {
      for (position, row) in rows.enumerated() {
        let cells = zip(register.fields, row).compactMap { field, timeline -> String? in
          if timeline.count == 1, timeline[0].value == nil { return nil }
          let values = timeline.map {
            ($0.from == .min ? "" : "\(CivilDate(days: $0.from)) ") + printer.text($0.value)
          }
          return "\(field.name)=\(values.joined(separator: " → "))"
        }
        lines.append("\(register.name)[\(position)] \(cells.joined(separator: ", "))")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension ProgramPrinter {
  func text(_ value: Value?) -> String { text(Core.constant(value)) }
}
