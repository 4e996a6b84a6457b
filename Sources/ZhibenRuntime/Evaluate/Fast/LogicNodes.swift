import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Two parts joined by 且; longer lists are halved.
final class AndNode: Node {
  private let first: Node
  private let second: Node

  init(_ first: Node, _ second: Node) {
    (self.first, self.second) = (first, second)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let left = first.truth(&judgement)
    if left == .no { return .no }
    let right = second.truth(&judgement)
    return left == .yes || right == .no ? right : .unknown
  }

  override var isQuiet: Bool { first.isQuiet && second.isQuiet }
  override var parts: [Node] { [first, second] }
}

/// Two parts joined by 或; longer lists are halved.
final class OrNode: Node {
  private let first: Node
  private let second: Node

  init(_ first: Node, _ second: Node) {
    (self.first, self.second) = (first, second)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let left = first.truth(&judgement)
    if left == .yes { return .yes }
    let right = second.truth(&judgement)
    return left == .no || right == .yes ? right : .unknown
  }

  override var isQuiet: Bool { first.isQuiet && second.isQuiet }
  override var parts: [Node] { [first, second] }
}

/// 非
final class NotNode: Node {
  private let part: Node

  init(_ part: Node) {
    self.part = part
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    Kleene.not(part.truth(&judgement))
  }

  override var isQuiet: Bool { part.isQuiet }
  override var rowClauses: [RowTestsNode.Clause]? {
    guard let clauses = part.rowClauses, clauses.count == 1, var clause = clauses.first,
      clause.tests.count == 1
    else { return nil }
    clause.tests = clause.tests.map(\.negated)
    return [clause]
  }

  override var parts: [Node] { [part] }
}

/// 为空, which is never unknown.
final class EmptyNode: Node {
  private let part: Node

  init(_ part: Node) {
    self.part = part
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let isEmpty =
      switch part.shape {
      case .list: part.list(&judgement)?.isEmpty ?? true
      case .numberList: part.numberList(&judgement)?.isEmpty ?? true
      case .value: part.value(&judgement)?.isVoid ?? true
      case .truth, .cell, .number: part.isUnknown(&judgement)
      }
    return isEmpty ? .yes : .no
  }
}

/// Whether the cell of a field of a record at hand lies in a range: `=`, `≠`, `<` … with a constant, 介于 constants, a bool field. Fused: no
/// call below it.
final class FieldRangeNode: Node {
  private let place: RowPlace
  private let reader: CellReader
  private let range: CellRange

  init(_ place: RowPlace, reader: CellReader, range: CellRange) {
    (self.place, self.reader, self.range) = (place, reader, range)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    range.test(reader.read(place.row(judgement), &judgement))
  }

  override var isQuiet: Bool { true }
  override var rowClauses: [RowTestsNode.Clause]? {
    RowTestsNode.Clause(place, reader, RowTest(reader, range)).map { [$0] }
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let row = Int(place.row(judgement))
    if row >= 0, row < reader.rowCount { blanks.insert(reader.field) }
  }
}

/// Whether any other cell lies in a range.
final class CellRangeNode: Node {
  private let part: Node
  private let range: CellRange

  init(_ part: Node, _ range: CellRange) {
    (self.part, self.range) = (part, range)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth { range.test(part.cell(&judgement)) }
  override var parts: [Node] { [part] }
}

/// Membership of a field of a record at hand in listed constants. Fused.
final class FieldSetNode: Node {
  private let place: RowPlace
  private let reader: CellReader
  private let set: CellSet

  init(_ place: RowPlace, reader: CellReader, set: CellSet) {
    (self.place, self.reader, self.set) = (place, reader, set)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    set.test(reader.read(place.row(judgement), &judgement))
  }

  override var isQuiet: Bool { true }
  override var rowClauses: [RowTestsNode.Clause]? {
    self.set.onlyMask
      .flatMap { RowTestsNode.Clause(place, reader, RowTest(reader, mask: $0)) }
      .map { [$0] }
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let row = Int(place.row(judgement))
    guard row >= 0, row < reader.rowCount,
      reader.read(Int32(row), &judgement) == unknownCell
    else { return }
    blanks.insert(reader.field)
  }
}

/// Membership of any other cell in listed constants.
final class CellSetNode: Node {
  private let part: Node
  private let set: CellSet

  init(_ part: Node, _ set: CellSet) {
    (self.part, self.set) = (part, set)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth { set.test(part.cell(&judgement)) }
  override var parts: [Node] { [part] }
}

/// Membership in items that are not all known before; with `isOpen` (等) a value outside is unknown (time 9).
final class IsInNode: Node {
  private let element: Node
  private let items: [Node]
  /// For each item: whether the element equals it, or is in it.
  private let hits: [Node]
  private let isOpen: Bool

  init(_ element: Node, items: [Node], hits: [Node], isOpen: Bool) {
    (self.element, self.items, self.hits, self.isOpen) = (element, items, hits, isOpen)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    if element.isUnknown(&judgement) { return .unknown }
    var result = isOpen ? Truth.unknown : .no
    for hit in hits {
      switch hit.truth(&judgement) {
      case .yes: return .yes
      case .unknown: result = .unknown
      case .no: continue
      }
    }
    return result
  }

  override var parts: [Node] { [element] + items }
}

/// Whether any element of a list is among the items; with `isOpen` an element outside is unknown.
final class ListInNode: Node {
  private let whole: Node
  private let items: [Node]
  private let isOpen: Bool
  private let order: CellOrder

  init(_ whole: Node, items: [Node], isOpen: Bool, order: CellOrder) {
    (self.whole, self.items, self.isOpen, self.order) = (whole, items, isOpen, order)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    if whole.shape == .numberList {
      guard let elements = whole.numberList(&judgement) else { return .unknown }
      return anyIn(elements) { element in
        items.map { item in
          item.shape == .numberList
            ? item.numberList(&judgement).map { $0.contains(element) ? .yes : .no } ?? .unknown
            : item.number(&judgement).map { $0 == element ? .yes : .no } ?? .unknown
        }
      }
    }
    guard let elements = whole.list(&judgement) else { return .unknown }
    return anyIn(elements) { element in
      items.map { item in
        if item.shape == .list {
          return item.list(&judgement).map { order.isAny(of: $0, element) } ?? .unknown
        }
        let cell = item.cell(&judgement)
        return cell == unknownCell ? .unknown : order.compare(element, .equal, cell)
      }
    }
  }

  private func anyIn<Element>(
    _ elements: some Collection<Element>, _ hits: (Element) -> [Truth]
  ) -> Truth {
    var result = Truth.no
    for element in elements {
      let hit = Kleene.or(hits(element))
      if hit == .yes { return .yes }
      if hit == .unknown || isOpen { result = .unknown }
    }
    return result
  }

  override var parts: [Node] { [whole] + items }
}

/// Whether a list holds the element.
final class ListHoldsNode: Node {
  private let whole: Node
  private let element: Node
  private let order: CellOrder

  init(_ whole: Node, _ element: Node, _ order: CellOrder) {
    (self.whole, self.element, self.order) = (whole, element, order)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    if whole.shape == .numberList {
      guard let elements = whole.numberList(&judgement), let number = element.number(&judgement)
      else { return .unknown }
      return elements.contains(number) ? .yes : .no
    }
    let cell = element.cell(&judgement)
    guard cell != unknownCell, let elements = whole.list(&judgement) else { return .unknown }
    return order.isAny(of: elements, cell)
  }

  override var parts: [Node] { [whole, element] }
}

/// Whether a text holds a text. Texts repeat, so answers are kept by pair.
final class TextHoldsNode: Node {
  private struct Pair: Hashable { var whole, part: Int64 }
  private let whole: Node
  private let part: Node
  private let texts: Interner
  private var answers: [Pair: Truth] = [:]

  init(_ whole: Node, _ part: Node, _ texts: Interner) {
    (self.whole, self.part, self.texts) = (whole, part, texts)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let pair = Pair(whole: whole.cell(&judgement), part: part.cell(&judgement))
    guard pair.whole != unknownCell, pair.part != unknownCell else { return .unknown }
    if let answer = answers[pair] { return answer }
    guard let text = texts.text(pair.whole), let part = texts.text(pair.part) else {
      return .unknown
    }
    let answer: Truth = holds(text, part) ? .yes : .no
    answers[pair] = answer
    return answer
  }

  override var parts: [Node] { [whole, part] }
}
