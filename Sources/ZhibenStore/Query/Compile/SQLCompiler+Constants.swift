import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension SQLCompiler {
  /// Whether an expression reads no row and no record, so that it has one value for all rows.
  func isConstant(_ core: Core, _ here: Standpoint) -> Bool {
    func all(_ parts: [Core]) -> Bool { parts.allSatisfy { isConstant($0, here) } }
    switch core.node {
    case .constant, .today, .periodDay: return true
    case .variable(let slot):
      return here.slots[slot] == nil && !Self.holdsRecords(core.type)
    case .and(let parts), .or(let parts), .builtin(_, let parts), .list(let parts),
      .map(let parts), .structure(let parts), .text(let parts):
      return all(parts)
    case .not(let part), .isEmpty(let part), .negate(let part), .shift(let part, _, _),
      .member(let part, _):
      return isConstant(part, here)
    case .compare(_, let a, let b), .contains(let a, let b), .arithmetic(_, let a, let b),
      .daysBetween(let a, let b), .at(let a, let b), .element(let a, let b),
      .setOperation(_, let a, let b):
      return all([a, b])
    case .isIn(let element, let items, _): return all([element] + items)
    case .between(let a, let b, let c), .conditional(let a, let b, let c): return all([a, b, c])
    case .record, .field, .aggregate, .inScope, .partition, .ever, .history, .call, .hostCall,
      .fold, .query:
      return false
    }
  }

  /// Records of variables have to be looked up in the store.
  private static func holdsRecords(_ type: ValueType) -> Bool {
    switch type {
    case .record: true
    case .list(let element): holdsRecords(element)
    case .map(let key, let value): holdsRecords(key) || holdsRecords(value)
    case .structure(let fields): fields.contains { holdsRecords($0.type) }
    default: false
    }
  }

  /// A value as SQL has it.
  func literal(_ value: Value?) throws(Unpushable) -> SQLValue {
    switch value {
    case nil, .unknown?: return .unknown
    case .bool(let flag)?: return .plain(flag ? .yes : .no, .bool)
    case .number(let number)?: return .number(NumberSQL(number))
    case .text(let text)?: return .text(.bound(text))
    case .date(let date)?: return .plain(.bound(Int64(date.days)), .date)
    case .moment(let minutes)?: return .plain(.bound(Int64(minutes)), .moment)
    case .enumeration(let id, let position)?:
      return .plain(.bound(Int64(position)), .enumeration(id))
    case .record(let register, let position)?:
      // A record that is not there is no other record, and has no fields.
      let id = facts.knownRowID(of: position, in: register) ?? StoredFacts.absent(position)
      return .record(
        RecordSQL(register: register, id: .bound(id), alias: nil, isOptional: false))
    case .list(let elements)?: return .constants(elements)
    case .term?, .map?, .structure?, .cadence?, .period?: throw Unpushable(.compositeValue)
    }
  }
}
