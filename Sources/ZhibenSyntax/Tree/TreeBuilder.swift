/// Collects finished nodes. A node is finished by naming the mark at which it began, so that an operator can take the operand before it
/// as its first child.
struct TreeBuilder {
  /// A place at which a node may begin.
  struct Mark {
    var token: Int
    fileprivate var pending: Int
  }

  private var nodes: [SyntaxTree.Node] = []
  private var childIndices: [UInt32] = []
  /// Finished nodes that have no parent yet.
  private var pending: [UInt32] = []

  /// The mark of a node that begins at `token`.
  func mark(at token: Int) -> Mark { Mark(token: token, pending: pending.count) }

  /// Finishes a node that reaches from `mark` to before `end`.
  mutating func finish(_ kind: NodeKind, from mark: Mark, to end: Int) {
    let first = childIndices.count
    let inner = min(mark.pending, pending.count)
    childIndices.append(contentsOf: pending[inner...])
    pending.removeSubrange(inner...)
    pending.append(UInt32(nodes.count))
    nodes.append(
      SyntaxTree.Node(
        kind: kind, firstToken: UInt32(mark.token), tokenCount: UInt32(max(0, end - mark.token)),
        firstChild: UInt32(first), childCount: UInt32(childIndices.count - first)))
  }

  /// The tree, once the root is finished.
  func tree(source: SourceFile, tokens: [Token], keywords: [Keyword?]) -> SyntaxTree {
    SyntaxTree(
      source: source, tokens: tokens, keywords: keywords, nodes: nodes, childIndices: childIndices)
  }
}
