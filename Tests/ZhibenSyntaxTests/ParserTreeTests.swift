import Testing

@testable import ZhibenSyntax

/// The lossless tree: its shape, its places, its keywords.
struct ParserTreeTests {
  /// Node kinds and tokens, nested in parentheses.
  private func shape(_ result: ParseResult, _ node: SyntaxTree.NodeID) -> String {
    let tree = result.tree
    let parts = tree.elements(node).map { element in
      switch element {
      case .node(let child): shape(result, child)
      case .token(let index): result.source.text(tree.tokens[index].span)
      }
    }
    return "(" + ([tree.kind(node).rawValue] + parts).joined(separator: " ") + ")"
  }

  @Test func hasANodeForEachSymbol() {
    let result = parsed("范围 甲 = 企业 其中 等级 = D 且 人数 > 3")
    #expect(
      shape(result, result.tree.root)
        == "(file (scope 范围 (name 甲) = (filter (name 企业) 其中 "
        + "(conjunction (comparison (name 等级) = (name D)) 且 (comparison (name 人数) > (literal 3))))))"
    )
  }

  @Test func keepsWhatWasSkipped() {
    let result = parsed("职责 甲 { 颜色 红；由 乙 }")
    #expect(
      shape(result, result.tree.root)
        == "(file (duty 职责 (name 甲) (block { (skipped 颜色 红) ； (clause 由 (name 乙)) })))")
  }

  @Test func findsTheInnermostNode() {
    let text = "职责 甲 { 由 乙.丙 }"
    let result = parsed(text)
    let offset = text.utf8.count - "丙 }".utf8.count
    let node = result.tree.node(at: offset)
    #expect(result.tree.kind(node) == .name)
    let span = result.tree.span(node)
    #expect(result.source.text(span) == "丙")
    #expect(result.tree.kind(result.tree.node(at: text.utf8.count)) == .file)
  }

  /// One spelling may stand for two keywords: the tree says which was read.
  @Test func remembersTheKeywordThatWasRead() {
    let result = parsed("partition a in b where c in {d} and e between 1 and 2 { x: y }")
    let read = zip(result.tokens, result.tree.keywords).compactMap { token, keyword in
      keyword.map { result.source.text(token.span) + "=" + $0.rawValue }
    }
    #expect(
      read == [
        "partition=partition", "in=forIn", "where=where", "in=in", "and=and", "between=between",
        "and=betwAnd",
      ])
  }

  @Test func everyTokenHasOnePlace() {
    let result = parsed("督办 甲 { 对象 隐患\n逾期1日 提醒 致 企业\n由 镇\n}\n\n// 尾\n")
    var seen: [Int] = []
    func walk(_ node: SyntaxTree.NodeID) {
      for element in result.tree.elements(node) {
        switch element {
        case .node(let child): walk(child)
        case .token(let index): seen.append(index)
        }
      }
    }
    walk(result.tree.root)
    #expect(seen == Array(0..<result.tokens.count - 1))
    #expect(result.tree.text == result.source.text(Span(0, result.source.bytes.count)))
  }
}
