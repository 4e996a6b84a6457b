/// An exact fraction in lowest terms with a positive denominator. Thresholds, shares and money never pass through binary floats.
public struct Rational: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The signed numerator.
  public let numerator: Int
  /// The denominator, at least 1.
  public let denominator: Int

  /// The whole number `value`.
  public init(_ value: Int) {
    numerator = value
    denominator = 1
  }

  /// `numerator / denominator` in lowest terms; `nil` for a zero denominator or when the result does not fit 64 bits.
  public init?(_ numerator: Int, over denominator: Int) {
    self.init(wide: Int128(numerator), over: Int128(denominator))
  }

  private init?(wide numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(a)
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let n = Int(exactly: sign * (numerator / divisor)),
      let d = Int(exactly: sign * (denominator / divisor))
    else { return nil }
    self.numerator = n
    self.denominator = d
  }

  /// The sum, or `nil` on overflow.
  public func adding(_ other: Rational) -> Rational? {
    let left = Int128(numerator) * Int128(other.denominator)
    let right = Int128(other.numerator) * Int128(denominator)
    return Rational(wide: left + right, over: Int128(denominator) * Int128(other.denominator))
  }

  /// The product, or `nil` on overflow.
  public func multiplied(by other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.numerator),
      over: Int128(denominator) * Int128(other.denominator))
  }

  /// The quotient, or `nil` on overflow or division by zero.
  public func divided(by other: Rational) -> Rational? {
    Rational(
      wide: Int128(numerator) * Int128(other.denominator),
      over: Int128(denominator) * Int128(other.numerator))
  }

  /// The value with its sign turned, or `nil` for the smallest integer.
  public var negated: Rational? { Rational(wide: -Int128(numerator), over: Int128(denominator)) }

  /// Whether the value is a whole number.
  public var isInteger: Bool { denominator == 1 }

  /// The smallest whole number not below the value.
  public var roundedUp: Int {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  /// The largest whole number not above the value.
  public var roundedDown: Int {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// Exact comparison.
  public static func < (a: Rational, b: Rational) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    return Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }

  /// A decimal when the value has a finite one of at most nine places, else `n/d`.
  public var description: String {
    if denominator == 1 { return String(numerator) }
    var (scale, places) = (1, 0)
    while scale % denominator != 0, places < 9 {
      scale *= 10
      places += 1
    }
    guard scale % denominator == 0 else { return "\(numerator)/\(denominator)" }
    let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(
      by: UInt(scale / denominator))
    guard !overflow else { return "\(numerator)/\(denominator)" }
    let fraction = String(scaled % UInt(scale))
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(numerator < 0 ? "-" : "")\(scaled / UInt(scale)).\(zeros)\(fraction)"
  }
}
