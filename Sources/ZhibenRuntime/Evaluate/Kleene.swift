import ZhibenSemantics
import ZhibenSyntax

/// Three-valued logic (time 7).
enum Kleene {
  /// `no` if any is, else `unknown` if any is, else `yes`.
  static func and(_ parts: [Truth]) -> Truth {
    parts.contains(.no) ? .no : parts.contains(.unknown) ? .unknown : .yes
  }

  /// The same of two parts.
  @inline(__always)
  static func and(_ one: Truth, _ other: Truth) -> Truth {
    one == .no || other == .no ? .no : one == .unknown || other == .unknown ? .unknown : .yes
  }

  /// `yes` if any is, else `unknown` if any is, else `no`.
  static func or(_ parts: [Truth]) -> Truth {
    parts.contains(.yes) ? .yes : parts.contains(.unknown) ? .unknown : .no
  }

  /// Unknown stays unknown.
  static func not(_ part: Truth) -> Truth {
    switch part {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}

extension Truth {
  /// The truth of a condition's value; what is no bool is unknown.
  init(_ value: Value?) {
    if case .bool(let known)? = value { self = known ? .yes : .no } else { self = .unknown }
  }

  /// As the value of a condition.
  var value: Value? {
    switch self {
    case .no: .bool(false)
    case .yes: .bool(true)
    case .unknown: nil
    }
  }
}
