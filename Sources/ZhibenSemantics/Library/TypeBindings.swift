/// What the open parts of a signature stand for in one call.
struct TypeBindings {
  var any: ValueType?
  var other: ValueType?
  var unit: String?

  /// The type that a pattern asks for, as far as it is known: it helps bare words to their meaning.
  func wanted(_ pattern: TypePattern) -> ValueType? {
    switch pattern {
    case .bool: .bool
    case .text: .text
    case .date: .date
    case .period: .period
    case .term: .term
    case .number, .measure: .number(unit: unit ?? "")
    case .days: .number(unit: "日")
    case .any, .ordered: any
    case .other: other
    case .list(let element): wanted(element).map { .list($0) }
    case .map: nil
    }
  }

  /// What a call gives.
  func result(_ pattern: TypePattern) -> ValueType {
    switch pattern {
    case .number: .number(unit: "")
    case .measure: .number(unit: unit ?? "")
    case .any, .ordered: any ?? .text
    case .other: other ?? .text
    case .list(let element): .list(result(element))
    case .map(let key, let value): .map(result(key), result(value))
    default: wanted(pattern) ?? .text
    }
  }

  /// Whether a type fits the pattern; binds what was open.
  mutating func accept(_ type: ValueType, as pattern: TypePattern, _ schema: Schema) -> Bool {
    switch (pattern, type) {
    case (.number, .number): return true
    case (.measure, .number(let found)):
      if let unit, !unit.isEmpty, !found.isEmpty, unit != found { return false }
      if unit == nil || unit == "" { unit = found }
      return true
    case (.days, .number(let found)): return found == "日" || found.isEmpty
    case (.any, _): return bind(type, \.any)
    case (.other, _): return bind(type, \.other)
    case (.ordered, _): return Self.isOrdered(type, schema) && bind(type, \.any)
    case (.list(let element), .list(let found)): return accept(found, as: element, schema)
    case (.map(let key, let value), .map(let foundKey, let foundValue)):
      return accept(foundKey, as: key, schema) && accept(foundValue, as: value, schema)
    case (.bool, .bool), (.text, .text), (.date, .date), (.period, .period), (.term, .term):
      return true
    default: return false
    }
  }

  private mutating func bind(
    _ type: ValueType, _ place: WritableKeyPath<TypeBindings, ValueType?>
  ) -> Bool {
    guard let known = self[keyPath: place] else {
      self[keyPath: place] = type
      return true
    }
    if case .number(let a) = known, case .number(let b) = type {
      if a.isEmpty { self[keyPath: place] = type }
      return a == b || a.isEmpty || b.isEmpty
    }
    return known == type
  }

  /// Whether values of a type have an order.
  static func isOrdered(_ type: ValueType, _ schema: Schema) -> Bool {
    switch type {
    case .number, .date, .moment: true
    case .enumeration(let list): schema[list].isOrdered
    default: false
    }
  }
}
