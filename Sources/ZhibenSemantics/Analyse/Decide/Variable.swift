import ZhibenSyntax

/// Something that conditions compare: a field, a count, the class of a record; or a condition that is looked at as a whole.
struct Variable {
  /// How its values are spoken of.
  enum Kind {
    /// On its own scale: numbers, days, list positions.
    case value
    /// Whether something holds: 0 or 1.
    case condition
    /// How two values compare: −1, 0, 1.
    case order(Core, Core)
    /// Whether two values are the same: 0, or not: 1.
    case sameness(Core, Core)
    /// Whether a list has the element.
    case element(Core, Value)
    /// Whether a list is empty: 1.
    case emptiness(Core)
  }
  var kind: Kind
  /// What it stands for in the script.
  var core: Core
  /// All values it can have.
  var domain: ValueSet
}
