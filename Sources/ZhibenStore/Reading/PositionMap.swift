import ZhibenFacts

/// The position of each row id of a register in its table.
struct PositionMap {
  private let rowIDs: [Int64]
  /// Positions by row id, −1 for none; empty where row ids are scattered too widely.
  private var dense: [Int32] = []
  /// Whether row ids are 1, 2, 3 ….
  private let isGapless: Bool

  /// Makes the map of ascending row ids.
  init(_ rowIDs: [Int64]) {
    self.rowIDs = rowIDs
    let last = rowIDs.last ?? 0
    isGapless = (rowIDs.first ?? 1) == 1 && last == Int64(rowIDs.count)
    guard !isGapless, (rowIDs.first ?? 0) >= 0, last < 4 * Int64(rowIDs.count) + 1024 else {
      return
    }
    dense = Array(repeating: -1, count: Int(last) + 1)
    for (position, id) in rowIDs.enumerated() {
      dense[Int(id)] = Int32(truncatingIfNeeded: position)
    }
  }

  /// The position of a row id, or `nil`.
  func position(of id: Int64) -> Int32? {
    if isGapless {
      return id >= 1 && id <= Int64(rowIDs.count) ? Int32(truncatingIfNeeded: id - 1) : nil
    }
    if !dense.isEmpty {
      guard id >= 0, id < Int64(dense.count), dense[Int(id)] >= 0 else { return nil }
      return dense[Int(id)]
    }
    var (low, high) = (0, rowIDs.count)
    while low < high {
      let middle = (low + high) / 2
      if rowIDs[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < rowIDs.count && rowIDs[low] == id ? Int32(truncatingIfNeeded: low) : nil
  }

  /// The cell of a reference: the position, or unknown for a record that is not there.
  func cell(of id: Int64) -> Int64 { position(of: id).map { Int64($0) } ?? unknownCell }
}
