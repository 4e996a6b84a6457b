import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

/// How a value becomes the `Int64` of a cell, and back.
public enum CellCoding {
  /// A number's cell holds millionths.
  public static let numberScale: Int64 = 1_000_000

  /// The cell of a value that is no list. `nil` if the value does not belong to the type, or does not fit: a number with more than six
  /// places, or beyond what 64 bits of millionths hold.
  public static func cell(of value: Value, as type: FieldType, symbols: inout SymbolTable) -> Int64?
  {
    switch (type, value) {
    case (.bool, .bool(let flag)): return flag ? 1 : 0
    case (.integer, .number(let number)):
      return number.isInteger && Int64(number.numerator) != unknownCell
        ? Int64(number.numerator) : nil
    case (.number, .number(let number)): return millionths(of: number)
    case (.text, .text(let text)): return symbols.intern(text)
    case (.date, .date(let date)): return Int64(date.days)
    case (.moment, .moment(let minutes)): return Int64(minutes)
    case (.enumeration(let expected), .enumeration(let actual, let position)):
      return expected == actual && position >= 0 ? Int64(position) : nil
    case (.reference(let expected), .record(let actual, let position)):
      return expected == actual && position >= 0 ? Int64(position) : nil
    default: return nil
    }
  }

  /// The value of a cell that is no list; `nil` is unknown.
  public static func value(of cell: Int64, as type: FieldType, symbols: [String]) -> Value? {
    if cell == unknownCell { return nil }
    switch type {
    case .bool: return .bool(cell != 0)
    case .integer: return .number(Rational(Int(cell)))
    case .number: return Rational(Int(cell), over: Int(numberScale)).map { .number($0) }
    case .text:
      return symbols.indices.contains(Int(cell)) ? .text(symbols[Int(cell)]) : nil
    case .date: return .date(CivilDate(days: Int32(clamping: cell)))
    case .moment: return .moment(Int(cell))
    case .enumeration(let id): return .enumeration(id, Int(cell))
    case .reference(let id): return .record(id, Int(cell))
    }
  }

  /// A number in millionths, if that is exact and fits.
  public static func millionths(of number: Rational) -> Int64? {
    guard let scaled = number.multiplied(by: Rational(Int(numberScale))), scaled.isInteger,
      Int64(scaled.numerator) != unknownCell
    else { return nil }
    return Int64(scaled.numerator)
  }
}
