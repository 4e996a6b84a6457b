import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Where a record stands whose position needs no judging: in a frame or in a variable.
struct RowPlace: Equatable {
  private let isFrame: Bool
  private let index: Int

  static func frame(_ frame: Int) -> RowPlace { RowPlace(isFrame: true, index: frame) }
  /// A variable that is a word.
  static func word(_ offset: Int) -> RowPlace { RowPlace(isFrame: false, index: offset) }

  /// The position; negative if there is no record.
  @inline(__always)
  func row(_ judgement: borrowing Judgement) -> Int32 {
    isFrame
      ? judgement.row(index) : Int32(truncatingIfNeeded: max(-1, judgement.words[index]))
  }
}

/// Whether the cell of one column lies in a range, or is one of some small cells. Of columns without a history.
struct RowTest {
  private let cells: UnsafeBufferPointer<Int64>
  private let lower: Int64
  private let span: UInt64
  /// Bit i: the cell `lower + i` is meant. All bits for a range.
  private let mask: UInt64
  private let isIn: Bool
  /// Behind which test the clause ends.
  fileprivate var end = 0

  init(_ reader: CellReader, _ range: CellRange) {
    (cells, mask) = (reader.base, .max)
    if range.lower <= range.upper {
      (lower, isIn) = (range.lower, !range.isNegated)
      span = UInt64(bitPattern: range.upper &- range.lower)
    } else {
      // Nothing lies in it: everything lies outside of all there is.
      (lower, span, isIn) = (.min, .max, range.isNegated)
    }
  }

  /// Cells from 0 to 63.
  init(_ reader: CellReader, mask: UInt64) {
    (cells, self.mask, lower, span, isIn) = (reader.base, mask, 0, 63, true)
  }

  private init(_ test: RowTest, isIn: Bool) {
    (cells, lower, span) = (test.cells, test.lower, test.span)
    (mask, self.isIn) = (test.mask, isIn)
  }

  var negated: RowTest { RowTest(self, isIn: !isIn) }

  /// - Parameters:
  ///   - row: a row of the column.
  @inline(__always)
  fileprivate func truth(_ row: Int) -> Truth {
    let cell = cells[row]
    if cell == unknownCell { return .unknown }
    let distance = UInt64(bitPattern: cell &- lower)
    return (distance <= span && (mask &>> distance) & 1 == 1) == isIn ? .yes : .no
  }
}

/// Conditions over the fields of one record, fused: all of several parts, each of which is any of some tests. Judging them tells nothing of the future
/// and has no effects, so that it does not matter which are left out.
final class RowTestsNode: Node {
  /// Any of these.
  struct Clause {
    fileprivate let place: RowPlace
    var tests: [RowTest]
    fileprivate let rowCount: Int
    /// Who hold the columns.
    fileprivate let readers: [CellReader]

    /// nil if what the test says of a record depends on the day.
    init?(_ place: RowPlace?, _ reader: CellReader, _ test: RowTest) {
      guard let place, !reader.mayHaveHistory, reader.cells.count == reader.rowCount else {
        return nil
      }
      (self.place, tests, rowCount) = (place, [test], reader.rowCount)
      readers = [reader]
    }

    /// nil unless each is a single clause over the same record.
    init?(anyOf nodes: [Node]) {
      let clauses = nodes.compactMap { $0.rowClauses.flatMap { $0.count == 1 ? $0.first : nil } }
      guard clauses.count == nodes.count, let first = clauses.first,
        clauses.allSatisfy(first.isOfRecord)
      else { return nil }
      (place, rowCount, tests) = (first.place, first.rowCount, clauses.flatMap(\.tests))
      readers = clauses.flatMap(\.readers)
    }

    func isOfRecord(of other: Clause) -> Bool {
      place == other.place && rowCount == other.rowCount
    }
  }

  let place: RowPlace
  private let clauses: [Clause]
  private let rowCount: Int
  /// The tests of all clauses, one behind the other.
  private let tests: UnsafeMutablePointer<RowTest>
  private let count: Int
  /// What was fused.
  private let fused: [Node]

  /// - Parameters:
  ///   - clauses: over the same record, at least one.
  ///   - nodes: what they say.
  init(_ clauses: [Clause], of nodes: [Node]) {
    (self.clauses, fused) = (clauses, nodes)
    place = clauses.first?.place ?? .frame(0)
    rowCount = clauses.first?.rowCount ?? 0
    count = clauses.reduce(0) { $0 + $1.tests.count }
    tests = .allocate(capacity: max(1, count))
    var end = 0
    for clause in clauses {
      let start = end
      end += clause.tests.count
      for (offset, test) in clause.tests.enumerated() {
        var test = test
        test.end = end
        (tests + start + offset).initialize(to: test)
      }
    }
    super.init(.truth)
  }

  deinit { tests.deallocate() }

  override var rowClauses: [Clause]? { clauses }

  override func truth(_ judgement: inout Judgement) -> Truth {
    truth(of: place.row(judgement))
  }

  @inline(__always)
  func truth(of row: Int32) -> Truth {
    let row = Int(row)
    guard row >= 0, row < rowCount else { return .unknown }
    var (result, any) = (Truth.yes, Truth.no)
    var index = 0
    while index < count {
      let end = tests[index].end
      switch tests[index].truth(row) {
      case .yes:
        index = end
        any = .no
        continue
      case .unknown: any = .unknown
      case .no: break
      }
      index += 1
      if index == end {
        if any == .no { return .no }
        (result, any) = (.unknown, .no)
      }
    }
    return result
  }

  override var isQuiet: Bool { true }
  override var parts: [Node] { fused }
}
