import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Puts records and values of a snapshot into words.
public struct FactWords: Sendable {
  private let schema: Schema
  private let snapshot: Snapshot

  /// Makes words for one snapshot.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    schema = snapshot.schema
  }

  /// A record's name: its field 名称, else its key, else its number in the store.
  public func name(of register: RegisterID, _ row: Int32) -> String {
    let names = [
      schema[register].fields.firstIndex { $0.name == "名称" || $0.name == "姓名" },
      schema[register].keyField,
    ]
    for field in names {
      if let field, let text = text(FieldRef(register, field), row) { return text }
    }
    guard let id = rowID(register, row) else { return "?" }
    return "\(schema[register].name)#\(id)"
  }

  /// What a record is called in keys: its key field, else `#` and its number in the store.
  public func key(of register: RegisterID, _ row: Int32) -> String {
    if let field = schema[register].keyField, let text = text(FieldRef(register, field), row) {
      return text
    }
    return rowID(register, row).map { "#\($0)" } ?? "?"
  }

  /// `隐患「YH-0012」`.
  public func quoted(_ register: RegisterID, _ row: Int32) -> String {
    "\(schema[register].name)「\(name(of: register, row))」"
  }

  static let unknown = Wording(zh: "未知", en: "unknown")

  /// A value as a reader writes it; 未知 for nil.
  public func words(_ value: Value?) -> Wording {
    guard let value else { return Self.unknown }
    switch value {
    case .bool(let flag): return flag ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no")
    case .number(let number): return Wording(number.description)
    case .text(let text): return Wording("“\(text)”")
    case .date(let date): return Wording(date.description)
    case .moment(let minutes):
      let (days, minute) = minutes.quotientAndRemainder(dividingBy: 1440)
      let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      return Wording("\(CivilDate(days: Int32(clamping: days))) \(clock)")
    case .term(let term): return Wording(zh: term.description, en: term.english)
    case .enumeration(let list, let position):
      let values = schema.enumerations.indices.contains(list.index) ? schema[list].values : []
      return Wording(values.indices.contains(position) ? values[position] : "#\(position)")
    case .record(let register, let row): return Wording(quoted(register, Int32(clamping: row)))
    case .list(let values):
      let parts = values.map { words($0) }
      if parts.isEmpty { return Wording(zh: "无", en: "none") }
      return Wording(
        zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
    case .map(let entries):
      return list(entries.map { (words($0), words($1)) })
    case .structure(let values):
      let parts = values.map { words($0) }
      return Wording(
        zh: "{\(parts.map(\.zh).joined(separator: "，"))}",
        en: "{\(parts.map(\.en).joined(separator: ", "))}")
    case .cadence(let cadence): return Wording(text(cadence))
    case .period(let range): return Wording(zh: range.description, en: range.english)
    case .unknown: return words(nil)
    }
  }

  private func list(_ entries: [(Wording, Wording)]) -> Wording {
    Wording(
      zh: "{\(entries.map { "\($0.zh)：\($1.zh)" }.joined(separator: "，"))}",
      en: "{\(entries.map { "\($0.en): \($1.en)" }.joined(separator: ", "))}")
  }

  private func text(_ cadence: Cadence) -> String {
    let plan = PlanHeader(name: "", period: DayRange(day: .min))
    return ProgramPrinter(Program(sources: [], plan: plan, schema: schema)).text(cadence)
  }

  private func text(_ ref: FieldRef, _ row: Int32) -> String? {
    guard let column = snapshot[ref.register].columns[ref.field],
      column.cells.indices.contains(Int(row))
    else { return nil }
    let cell = column.cells[Int(row)]
    guard let value = CellCoding.value(of: cell, as: schema[ref].type, symbols: snapshot.symbols)
    else { return nil }
    if case .text(let text) = value { return text }
    return words(value).zh
  }

  private func rowID(_ register: RegisterID, _ row: Int32) -> Int64? {
    let ids = snapshot[register].rowIDs
    return ids.indices.contains(Int(row)) ? ids[Int(row)] : nil
  }
}
