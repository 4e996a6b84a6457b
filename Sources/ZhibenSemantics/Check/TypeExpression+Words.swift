import ZhibenSyntax

extension TypeExpression {
  /// The name, if it is nothing else: a unit, or a type without arguments.
  var word: Name? {
    if case .named(let name, let arguments) = self, arguments.isEmpty { name } else { nil }
  }

  /// Where it stands.
  var span: Span {
    switch self {
    case .named(let name, let arguments):
      arguments.last.map { name.span.union($0.span) } ?? name.span
    case .values(_, let span): span
    }
  }
}
