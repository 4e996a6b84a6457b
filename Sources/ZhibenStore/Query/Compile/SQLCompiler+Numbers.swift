import ZhibenSemantics
import ZhibenSyntax

/// Numbers are integers with a scale that is known beforehand, so that the database reckons exactly or fails.
extension SQLCompiler {
  /// No scale grows beyond this.
  private static let largestScale = 1_000_000_000_000

  /// A number; nil if it is certainly unknown.
  func number(_ core: Core, _ here: Standpoint) throws(Unpushable) -> NumberSQL? {
    switch try value(of: core, here) {
    case .number(let number): return number
    case .unknown: return nil
    default: throw Unpushable(.compositeValue)
    }
  }

  /// The integer, guarded where it may have left the exact range.
  func settled(_ number: NumberSQL) -> Fragment {
    number.mayOverflow ? dialect.apply(.exact, number.sql) : number.sql
  }

  /// Two numbers as integers of one scale.
  func aligned(_ a: NumberSQL, _ b: NumberSQL) throws(Unpushable) -> (
    Fragment, Fragment, scale: Int
  ) {
    guard a.divisor == nil, b.divisor == nil else { throw Unpushable(.division) }
    let (left, right, scale) = try unsettled(a, b)
    return (settled(left), settled(right), scale)
  }

  private func unsettled(_ a: NumberSQL, _ b: NumberSQL) throws(Unpushable) -> (
    NumberSQL, NumberSQL, scale: Int
  ) {
    var (x, y) = (a.scale, b.scale)
    while y != 0 { (x, y) = (y, x % y) }
    let (scale, overflow) = (a.scale / x).multipliedReportingOverflow(by: b.scale)
    guard !overflow, scale <= Self.largestScale else { throw Unpushable(.overflow) }
    return (try scaled(a, to: scale), try scaled(b, to: scale), scale)
  }

  private func scaled(_ number: NumberSQL, to scale: Int) throws(Unpushable) -> NumberSQL {
    if number.scale == scale { return number }
    let factor = scale / number.scale
    if let constant = number.constant {
      let (numerator, overflow) = constant.numerator.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw Unpushable(.overflow) }
      return NumberSQL(.bound(Int64(numerator)), scale: scale)
    }
    return NumberSQL(
      dialect.apply(.multiply, number.sql, .bound(Int64(factor))), scale: scale,
      divisor: number.divisor, mayOverflow: true)
  }

  /// The two sides of a comparison as integers.
  func comparable(_ a: NumberSQL, _ b: NumberSQL) throws(Unpushable) -> (Fragment, Fragment) {
    switch (a.divisor, b.divisor) {
    case (nil, nil):
      let (left, right, _) = try aligned(a, b)
      return (left, right)
    case (let divisor?, nil):
      let (left, right) = try crossed(a, divisor, b)
      return (left, right)
    case (nil, let divisor?):
      let (right, left) = try crossed(b, divisor, a)
      return (left, right)
    case (.some, .some): throw Unpushable(.division)
    }
  }

  /// `a / divisor` against `b`: `a` against `b · divisor`.
  private func crossed(_ a: NumberSQL, _ divisor: Fragment, _ b: NumberSQL) throws(Unpushable) -> (
    Fragment, Fragment
  ) {
    var (left, right, _) = try unsettled(a, b)
    right.sql = dialect.apply(.multiply, right.sql, divisor)
    right.mayOverflow = true
    left.divisor = nil
    return (settled(left), settled(right))
  }

  /// The result of an arithmetic operation.
  func combine(_ a: NumberSQL, _ operation: BinaryOperator, _ b: NumberSQL) throws(Unpushable)
    -> SQLValue
  {
    guard a.divisor == nil, b.divisor == nil else { throw Unpushable(.division) }
    switch operation {
    case .add, .subtract:
      let (left, right, scale) = try unsettled(a, b)
      let sql = dialect.apply(operation == .add ? .add : .subtract, left.sql, right.sql)
      return .number(NumberSQL(sql, scale: scale, mayOverflow: true))
    case .multiply:
      let (scale, overflow) = a.scale.multipliedReportingOverflow(by: b.scale)
      guard !overflow, scale <= Self.largestScale else { throw Unpushable(.overflow) }
      return .number(
        NumberSQL(dialect.apply(.multiply, a.sql, b.sql), scale: scale, mayOverflow: true))
    case .divide:
      guard let divisor = b.constant else { throw Unpushable(.division) }
      guard let inverse = Rational(1).divided(by: divisor) else { return .unknown }
      return try combine(a, .multiply, NumberSQL(inverse))
    case .and, .or: throw Unpushable(.compositeValue)
    }
  }
}
