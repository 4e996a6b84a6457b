import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

extension Snapshot {
  /// A day on which all facts are as they are from ever.
  static func dayBefore(_ firstTold: CivilDate?) -> CivilDate {
    (firstTold ?? CivilDate(days: 0)).previous
  }

  /// The first day that any fact tells of: before it all facts are as they are from ever. Nil if no fact tells of a day.
  var firstTold: CivilDate? {
    var first = Int64.max
    func see(_ cell: Int64, _ type: FieldType) {
      guard cell != unknownCell else { return }
      switch type {
      case .date: first = min(first, cell)
      case .moment: first = min(first, cell / 1440)
      default: break
      }
    }
    for (table, register) in zip(tables, schema.registers) {
      for (column, field) in zip(table.columns, register.fields) {
        guard let column else { continue }
        for cell in field.isMany ? column.elements : column.cells { see(cell, field.type) }
        for timeline in column.history?.timelines.values ?? [:].values {
          for entry in timeline {
            if entry.from > .min { first = min(first, Int64(entry.from)) }
            if !field.isMany { see(entry.cell, field.type) }
          }
        }
      }
      for day in table.goneFrom.values { first = min(first, Int64(day)) }
    }
    return first == .max ? nil : CivilDate(days: Int32(clamping: first))
  }
}
