/// The lossless tree of one file: every byte belongs to one token or to the trivia before it, every token to one innermost node.
///
/// Nodes live in one array and name each other by 32-bit ids, so that a tree of any depth is freed without recursion. Children stand
/// before their parent in the array; the root is the last node.
public struct SyntaxTree: Sendable {
  /// Names a node of one tree.
  public struct NodeID: Hashable, Sendable {
    let index: UInt32
  }

  /// A node or a token between nodes.
  public enum Element: Hashable, Sendable {
    case node(NodeID)
    /// The index of a token in `tokens`.
    case token(Int)
  }

  struct Node: Sendable {
    var kind: NodeKind
    var firstToken: UInt32
    var tokenCount: UInt32
    var firstChild: UInt32
    var childCount: UInt32
  }

  /// The file.
  public let source: SourceFile
  /// The tokens in source order; the last is `endOfFile`.
  public let tokens: [Token]
  /// For each token the keyword as which the parser read it; `nil` for names, signs and literals.
  ///
  /// 于, `and` and `by` each spell two keywords: a translator must take the keyword from here, never from the spelling.
  public let keywords: [Keyword?]
  let nodes: [Node]
  let childIndices: [UInt32]

  /// The whole file.
  public var root: NodeID { NodeID(index: UInt32(nodes.count - 1)) }

  /// How many nodes there are.
  public var nodeCount: Int { nodes.count }

  /// What `node` is.
  public func kind(_ node: NodeID) -> NodeKind { nodes[Int(node.index)].kind }

  /// The indices of the node's tokens; empty for a node that stands for something missing.
  public func tokenRange(_ node: NodeID) -> Range<Int> {
    let node = nodes[Int(node.index)]
    let first = Int(node.firstToken)
    return first..<first + Int(node.tokenCount)
  }

  /// The child nodes in source order.
  public func children(_ node: NodeID) -> [NodeID] {
    let node = nodes[Int(node.index)]
    let first = Int(node.firstChild)
    return childIndices[first..<first + Int(node.childCount)].map { NodeID(index: $0) }
  }

  /// Child nodes and the tokens between them, in source order.
  public func elements(_ node: NodeID) -> [Element] {
    var elements: [Element] = []
    let range = tokenRange(node)
    var next = range.lowerBound
    for child in children(node) {
      let covered = tokenRange(child)
      while next < covered.lowerBound {
        elements.append(.token(next))
        next += 1
      }
      elements.append(.node(child))
      next = max(next, covered.upperBound)
    }
    while next < range.upperBound {
      elements.append(.token(next))
      next += 1
    }
    return elements
  }

  /// The bytes from the first token's start to the last token's end, without the trivia before the first. For an empty node the
  /// place where it should stand.
  public func span(_ node: NodeID) -> Span {
    let range = tokenRange(node)
    guard let first = range.first, let last = range.last else {
      let place = min(range.lowerBound, tokens.count - 1)
      let start = place > 0 ? tokens[place - 1].span.end : 0
      return Span(start, start)
    }
    return Span(tokens[first].span.start, tokens[last].span.end)
  }

  /// The innermost node whose span holds the byte at `offset`; the root where only trivia stands.
  public func node(at offset: Int) -> NodeID {
    var current = root
    while let inner = children(current).first(where: { holds($0, offset) }) { current = inner }
    return current
  }

  private func holds(_ node: NodeID, _ offset: Int) -> Bool {
    let span = span(node)
    return span.start <= offset && offset < span.end
  }

  /// The bytes of the file, put together from trivia and tokens.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.bytes.count)
    for token in tokens {
      bytes.append(contentsOf: slice(token.trivia))
      bytes.append(contentsOf: slice(token.span))
    }
    return bytes
  }

  /// The text of the file, put together from trivia and tokens; invalid bytes become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private func slice(_ span: Span) -> ArraySlice<UInt8> {
    let start = min(max(span.start, 0), source.bytes.count)
    return source.bytes[start..<min(max(span.end, start), source.bytes.count)]
  }
}
