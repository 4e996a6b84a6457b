import ZhibenSemantics

/// A row that the host gives: fields by name or column. What is not given is unknown.
///
/// A value of a closed list is given as its text, a reference as the key of the record; a field of several values takes an array. Moments
/// cannot be given.
public struct HostRecord: Sendable, ExpressibleByDictionaryLiteral {
  /// The values by field; nil is unknown.
  public var fields: [String: Value?]

  /// A row of `["编号": "S1", "读数": Rational(7)]`. Of equal names the last counts.
  public init(dictionaryLiteral elements: (String, (any ScriptValue)?)...) {
    fields = [:]
    for (name, value) in elements { fields.updateValue(value?.scriptValue, forKey: name) }
  }

  /// Gives a field another value.
  public mutating func set(_ field: String, _ value: some ScriptValue) {
    fields.updateValue(value.scriptValue, forKey: field)
  }
}
