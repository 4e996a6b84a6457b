import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The cells from `lower` through `upper`, or all others.
struct CellRange {
  var lower: Int64
  var upper: Int64
  var isNegated = false

  /// The cells for which `cell ÷ scale ∘ bound` holds; nil for an operator that is no comparison.
  init?(_ operation: ComparisonOperator, _ bound: Rational, scale: Int) {
    let product = Int128(bound.numerator) * Int128(scale)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int128(bound.denominator))
    // The whole numbers next to the bound; they are one if it is whole.
    let floor = rest < 0 ? quotient - 1 : quotient
    let ceiling = rest > 0 ? quotient + 1 : quotient
    switch operation {
    case .equal, .notEqual:
      self.init(ceiling, floor)
      isNegated = operation == .notEqual
    case .less: self.init(.min, ceiling - 1)
    case .lessOrEqual: self.init(.min, floor)
    case .greater: self.init(floor + 1, .max)
    case .greaterOrEqual: self.init(ceiling, .max)
    case .isIn, .notIn, .contains, .notContains: return nil
    }
  }

  /// The cells for which `cell ∘ bound` holds.
  init?(_ operation: ComparisonOperator, _ bound: Int64) {
    self.init(operation, Rational(Int(bound)), scale: 1)
  }

  /// The cells from `lower` through `upper`, as far as they can be cells.
  init(_ lower: Int128, _ upper: Int128) {
    let (least, most) = (Int128(Int64.min) + 1, Int128(Int64.max))
    let isEmpty = lower > upper || lower > most || upper < least
    self.lower = isEmpty ? 1 : Int64(clamping: max(lower, least))
    self.upper = isEmpty ? 0 : Int64(clamping: min(upper, most))
  }

  @inline(__always)
  func test(_ cell: Int64) -> Truth {
    if cell == unknownCell { return .unknown }
    return (lower <= cell && cell <= upper) != isNegated ? .yes : .no
  }
}

/// Listed cells; with `isOpen` (等) a cell outside is unknown (time 9).
struct CellSet {
  /// Bit i: the cell i is listed. For cells below 64.
  private let mask: UInt64
  private let others: Set<Int64>
  private let outside: Truth

  init(_ cells: [Int64], isOpen: Bool) {
    var mask: UInt64 = 0
    for cell in cells where cell >= 0 && cell < 64 { mask |= 1 << UInt64(cell) }
    self.mask = mask
    others = Set(cells.filter { $0 < 0 || $0 >= 64 })
    outside = isOpen ? .unknown : .no
  }

  /// The listed cells, if they are all below 64 and what is not listed is out.
  var onlyMask: UInt64? { others.isEmpty && outside == .no ? mask : nil }

  @inline(__always)
  func test(_ cell: Int64) -> Truth {
    if cell >= 0, cell < 64 { return mask & (1 << UInt64(cell)) != 0 ? .yes : outside }
    if cell == unknownCell { return .unknown }
    return others.contains(cell) ? .yes : outside
  }
}
