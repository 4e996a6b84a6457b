/// An expression just parsed, with what the parser needs to build on it.
struct Operand {
  var expression: Expression
  /// How deep its tree is, so that chains of operators are bounded as parentheses are.
  var depth: Int
  /// Where it begins in the lossless tree.
  var mark: TreeBuilder.Mark
  /// How tightly its outermost operator binds.
  var level: Level

  /// Binding strength, loosest first.
  enum Level: Int, Comparable {
    case question, conditional, or, and, not, comparison, during, through, offset, sum, product
    case sign, postfix
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    /// The next tighter level.
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .postfix }
  }
}

extension ParserState {
  /// Finishes the node of an operator and gives the operand it makes.
  func built(
    _ node: NodeKind, _ mark: TreeBuilder.Mark, _ level: Operand.Level, _ kind: Expression.Kind,
    from first: Operand? = nil, _ second: Operand? = nil, deepest: Int = 0
  ) -> Operand {
    finish(node, from: mark)
    let inner = max(first?.depth ?? 0, second?.depth ?? 0, deepest)
    if inner >= Parser.maximumDepth {
      stop(at: span(from: mark), limit: Parser.maximumDepth)
      return missing(mark)
    }
    return Operand(
      expression: Expression(kind, span(from: mark)), depth: inner + 1, mark: mark, level: level)
  }

  /// What stands for an operand that could not be parsed.
  func missing(_ mark: TreeBuilder.Mark? = nil) -> Operand {
    Operand(
      expression: Expression(.missing, Span(previousEnd, previousEnd)), depth: 1,
      mark: mark ?? self.mark(), level: .postfix)
  }
}
