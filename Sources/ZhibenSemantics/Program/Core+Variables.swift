// The variables of a procedure in its expressions.

extension Core {
  /// The slots that it reads and does not fill itself: those of a row or an element are its own.
  public var freeVariables: Set<Int> {
    if case .variable(let slot) = node { return [slot] }
    var found = parts.reduce(into: Set<Int>()) { $0.formUnion($1.freeVariables) }
    switch node {
    case .query(let query): if case .variable(let slot) = query.binding { found.remove(slot) }
    case .fold(let fold): found.remove(fold.slot)
    default: break
    }
    return found
  }

  /// The questions in it that stand in no other.
  fileprivate var outerQuestions: [Query] {
    if case .query(let query) = node { return [query] }
    return parts.flatMap(\.outerQuestions)
  }
}

extension Program {
  /// The questions of statements and functions, in the order in which they stand; those inside of others belong to them.
  public var questions: [Query] {
    ([main].compactMap { $0 } + functions).flatMap(\.steps).flatMap(\.cores)
      .flatMap(\.outerQuestions)
  }
}
