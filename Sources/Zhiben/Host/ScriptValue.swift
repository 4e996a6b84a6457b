import ZhibenCalendar
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// A Swift type whose values go into scripts and come out of them.
///
/// `Optional` is for what may be unknown; every other type has known values only. Numbers are exact: `Rational`, or `Int` for whole ones.
public protocol ScriptValue: Sendable {
  /// The type in scripts.
  static var scriptType: ValueType { get }

  /// The value that a script hands over; nil if it is unknown or none of this type.
  init?(script value: Value?)

  /// The value as scripts see it; nil is unknown.
  var scriptValue: Value? { get }
}

extension Bool: ScriptValue {
  /// 是否.
  public static var scriptType: ValueType { .bool }
  /// 是 or 否.
  public init?(script value: Value?) {
    guard case .bool(let flag)? = value else { return nil }
    self = flag
  }
  /// 是 or 否.
  public var scriptValue: Value? { .bool(self) }
}

extension Int: ScriptValue {
  /// 数.
  public static var scriptType: ValueType { .number(unit: "") }
  /// A whole number; nil for one with a fraction.
  public init?(script value: Value?) {
    guard case .number(let number)? = value, number.isInteger else { return nil }
    self = number.numerator
  }
  /// A number.
  public var scriptValue: Value? { .number(Rational(self)) }
}

extension Rational: ScriptValue {
  /// 数.
  public static var scriptType: ValueType { .number(unit: "") }
  /// A number.
  public init?(script value: Value?) {
    guard case .number(let number)? = value else { return nil }
    self = number
  }
  /// A number.
  public var scriptValue: Value? { .number(self) }
}

extension String: ScriptValue {
  /// 文本.
  public static var scriptType: ValueType { .text }
  /// A text.
  public init?(script value: Value?) {
    guard case .text(let text)? = value else { return nil }
    self = text
  }
  /// A text.
  public var scriptValue: Value? { .text(self) }
}

extension CivilDate: ScriptValue {
  /// 日期.
  public static var scriptType: ValueType { .date }
  /// A day.
  public init?(script value: Value?) {
    guard case .date(let date)? = value else { return nil }
    self = date
  }
  /// A day.
  public var scriptValue: Value? { .date(self) }
}

extension Term: ScriptValue {
  /// 时长.
  public static var scriptType: ValueType { .term }
  /// So many of a unit.
  public init?(script value: Value?) {
    guard case .term(let term)? = value else { return nil }
    self = term
  }
  /// So many of a unit.
  public var scriptValue: Value? { .term(self) }
}

extension DayRange: ScriptValue {
  /// 期间.
  public static var scriptType: ValueType { .period }
  /// First to last day.
  public init?(script value: Value?) {
    guard case .period(let range)? = value else { return nil }
    self = range
  }
  /// First to last day.
  public var scriptValue: Value? { .period(self) }
}

extension Array: ScriptValue where Element: ScriptValue {
  /// 列表.
  public static var scriptType: ValueType { .list(Element.scriptType) }
  /// A list; nil if an element is none of the type.
  public init?(script value: Value?) {
    guard case .list(let values)? = value else { return nil }
    var elements: [Element] = []
    for value in values {
      guard let element = Element(script: value == .unknown ? nil : value) else { return nil }
      elements.append(element)
    }
    self = elements
  }
  /// A list.
  public var scriptValue: Value? { .list(map { $0.scriptValue ?? .unknown }) }
}

extension Optional: ScriptValue where Wrapped: ScriptValue {
  /// The type of what is known.
  public static var scriptType: ValueType { Wrapped.scriptType }
  /// Nil for the unknown; a value of another type is refused.
  public init?(script value: Value?) {
    guard value != nil else {
      self = .none
      return
    }
    guard let known = Wrapped(script: value) else { return nil }
    self = .some(known)
  }
  /// Nil is unknown.
  public var scriptValue: Value? { self?.scriptValue }
}
