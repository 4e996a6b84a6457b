import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The rows of an aggregate: source, window, filter.
final class RowScan {
  enum Source {
    case related(owner: Node, ReverseIndex)
    case all
    case scope(ScopeSlot)
  }

  private let source: Source
  private let rowCount: Int
  /// The register's date; nil if it has none.
  private let date: CellReader?
  /// The day from which a row is there no more.
  private let gone: [Int32: Int32]
  private let window: DayWindow?
  private let filter: Node?
  private let frame: Int
  /// How many frames are in use where the rows are judged, the row's included.
  private let live: Int
  /// The filter, if it alone decides which rows of a register are in, whatever the day.
  private let onlyTests: RowTestsNode?

  init(
    _ source: Source, rowCount: Int, date: CellReader?, gone: [Int32: Int32],
    window: DayWindow?, filter: Node?, frame: Int, live: Int
  ) {
    self.gone = gone
    (self.source, self.rowCount, self.date) = (source, rowCount, date)
    (self.window, self.filter, self.frame, self.live) = (window, filter, frame, live)
    var tests: RowTestsNode?
    if case .all = source, date == nil, gone.isEmpty, window == nil {
      tests = filter as? RowTestsNode
    }
    onlyTests = tests?.place == .frame(frame) ? tests : nil
  }

  /// A row that is not certainly out.
  struct Row {
    var row: Int32
    /// `unknownCell` if blank.
    var date: Int64
    var truth: Truth
  }

  /// How many rows there are, if every row of a register is in, whatever the day; else nil.
  var wholeCount: Int? {
    guard case .all = source, date == nil, gone.isEmpty, window == nil, filter == nil else {
      return nil
    }
    return rowCount
  }

  /// Goes through the rows that are not certainly out, in position order, each in its frame, until `body` says false. Returns false if it is
  /// unknown whose rows they would be.
  @inline(__always)
  func forEach(
    _ judgement: inout Judgement, _ body: (inout Judgement, Row) -> Bool
  ) -> Bool {
    var owner = unknownCell
    if case .related(let whose, _) = source {
      owner = whose.cell(&judgement)
      if owner == unknownCell { return false }
    }
    let bounds = window?.bounds(&judgement)
    var earliest = Int64.max
    if case .related(_, let index) = source {
      let places = index.places(of: Int(owner))
      if !places.isEmpty {
        let rows = index.rows
        for place in places {
          if place & 1023 == 1023, !judgement.poll() { break }
          let row = rows[place]
          guard index.isLinked(row, to: owner, &judgement) else { continue }
          if !visit(row, bounds, &earliest, &judgement, body) { break }
        }
      }
    } else if let tests = onlyTests {
      for row in 0..<Int32(clamping: rowCount) {
        if row & 1023 == 1023, !judgement.poll() { break }
        let truth = tests.truth(of: row)
        if truth == .no { continue }
        judgement.put(row, in: frame)
        if !body(&judgement, Row(row: row, date: unknownCell, truth: truth)) { break }
      }
    } else {
      for row in 0..<Int32(clamping: rowCount) {
        if row & 1023 == 1023, !judgement.poll() { break }
        if !visit(row, bounds, &earliest, &judgement, body) { break }
      }
    }
    if earliest != .max { window?.lowerEdge(&judgement, earliest: earliest) }
    return true
  }

  @inline(__always)
  private func visit(
    _ row: Int32, _ bounds: DayWindow.Bounds?, _ earliest: inout Int64,
    _ judgement: inout Judgement, _ body: (inout Judgement, Row) -> Bool
  ) -> Bool {
    let date = date?.read(row, &judgement) ?? unknownCell
    if date != unknownCell, date > Int64(judgement.day) {
      judgement.lowerEdge(to: date)
      return true
    }
    if !gone.isEmpty, let day = gone[row] {
      if day <= judgement.day { return true }
      judgement.lowerEdge(to: day)
    }
    var truth = bounds?.contains(date) ?? .yes
    if truth == .no { return true }
    judgement.put(row, in: frame)
    if case .scope(let slot) = source {
      switch slot.truth(row, above: live, &judgement) {
      case .no: return true
      case .unknown: truth = .unknown
      case .yes: break
      }
    }
    if let filter {
      switch filter.truth(&judgement) {
      case .no: return true
      case .unknown: truth = .unknown
      case .yes: break
      }
    }
    if date != unknownCell, date < earliest { earliest = date }
    return body(&judgement, Row(row: row, date: date, truth: truth))
  }

  /// Adds the blanks that keep rows, or with `value` their values, from being known.
  func blame(
    _ judgement: inout Judgement, value: Node?, needsDate: Bool,
    onlyUnknownRows: Bool = false, _ blanks: inout Set<FieldRef>
  ) {
    if case .related(let owner, _) = source, owner.isUnknown(&judgement) {
      return owner.blame(&judgement, &blanks)
    }
    for end in window?.ends ?? [] where end.isUnknown(&judgement) {
      end.blame(&judgement, &blanks)
    }
    var found: Set<FieldRef> = []
    let hasWindow = window?.bounds(&judgement) != nil
    _ = forEach(&judgement) { judgement, row in
      if onlyUnknownRows, row.truth != .unknown { return true }
      if hasWindow || needsDate, row.date == unknownCell, let date { found.insert(date.field) }
      if case .scope(let slot) = source,
        slot.truth(row.row, above: live, &judgement) == .unknown
      {
        slot.blame(row.row, above: live, &judgement, &found)
      }
      for part in [filter, value] {
        if let part, part.isUnknown(&judgement) { part.blame(&judgement, &found) }
      }
      return true
    }
    blanks.formUnion(found)
  }
}
