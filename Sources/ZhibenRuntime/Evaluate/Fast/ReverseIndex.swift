import ZhibenFacts
import ZhibenSemantics

/// The rows that refer, or once referred, to each record: what makes `企业.隐患` cost as much as it has hazards. Built when first asked.
final class ReverseIndex {
  /// The referencing field.
  let link: CellReader
  let isMany: Bool
  private let ownerCount: Int
  /// The rows of owner `i` are `rows[offsets[i] ..< offsets[i + 1]]`, in position order.
  private var offsets: [Int32] = []
  private(set) var rows: [Int32] = []

  init(link: CellReader, isMany: Bool, ownerCount: Int) {
    self.link = link
    self.isMany = isMany
    self.ownerCount = ownerCount
  }

  /// The places in `rows` of an owner's rows. They may contain rows that refer to it on other days only: see `isLinked`.
  func places(of owner: Int) -> Range<Int> {
    if offsets.isEmpty { build() }
    guard owner >= 0, owner < ownerCount else { return 0..<0 }
    return Int(offsets[owner])..<Int(offsets[owner + 1])
  }

  /// Whether a row among an owner's places refers to it on the judged day.
  @inline(__always)
  func isLinked(_ row: Int32, to owner: Int64, _ judgement: inout Judgement) -> Bool {
    guard link.hasHistory(row) else { return true }
    let cell = link.read(row, &judgement)
    return isMany ? link.list(cell)?.contains(owner) ?? false : cell == owner
  }

  private func build() {
    var counts = [Int32](repeating: 0, count: ownerCount + 1)
    forEachPair { owner, _ in counts[owner + 1] += 1 }
    for owner in 0..<ownerCount { counts[owner + 1] += counts[owner] }
    offsets = counts
    var found = [Int32](repeating: 0, count: Int(counts[ownerCount]))
    forEachPair { owner, row in
      found[Int(counts[owner])] = Int32(row)
      counts[owner] += 1
    }
    rows = found
  }

  /// Each owner that a row ever referred to, once, by row.
  private func forEachPair(_ body: (_ owner: Int, _ row: Int) -> Void) {
    for row in link.cells.indices {
      if !isMany, !link.hasHistory(Int32(row)) {
        let owner = link.cells[row]
        if owner >= 0, owner < ownerCount { body(Int(owner), row) }
        continue
      }
      let cells = link.everyCell(row)
      let owners = isMany ? cells.flatMap { link.list($0) ?? [] } : cells
      for owner in Set(owners) where owner >= 0 && owner < ownerCount { body(Int(owner), row) }
    }
  }
}
