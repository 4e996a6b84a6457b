import ZhibenFacts
import ZhibenSemantics

/// Reads one field as of the judged day.
///
/// The history of the few records that changed lies flat behind one index by record, so that a record without history costs one look.
final class CellReader {
  let field: FieldRef
  let rowCount: Int
  let cells: [Int64]
  /// The first of the cells, where they lie as long as the reader lives: nobody writes into an array that the reader holds, too. Looked at behind a
  /// check of the row alone.
  let base: UnsafeBufferPointer<Int64>
  /// By record: its place in `starts`, or −1. Empty if no record has a history.
  private let timelineOf: [Int32]
  private let starts: [Int]
  private let entries: [ColumnHistory.Entry]
  /// The elements of list `i` of a many-valued field are `elements[offsets[i] ..< offsets[i + 1]]`.
  private let offsets: [Int32]
  private let elements: [Int64]

  init(_ field: FieldRef, in table: RegisterTable) {
    let column = table.columns.indices.contains(field.field) ? table.columns[field.field] : nil
    self.field = field
    rowCount = table.count
    let cells = column?.cells ?? []
    self.cells = cells
    base = cells.withUnsafeBufferPointer { $0 }
    offsets = column?.offsets ?? []
    elements = column?.elements ?? []
    var (timelineOf, starts): ([Int32], [Int]) = ([], [0])
    var entries: [ColumnHistory.Entry] = []
    let timelines = column?.history?.timelines ?? [:]
    if !timelines.isEmpty {
      timelineOf = Array(repeating: -1, count: cells.count)
      for (row, timeline) in timelines where !timeline.isEmpty && cells.indices.contains(Int(row)) {
        timelineOf[Int(row)] = Int32(starts.count - 1)
        entries += timeline
        starts.append(entries.count)
      }
    }
    (self.timelineOf, self.starts, self.entries) = (timelineOf, starts, entries)
  }

  /// Whether the field of that record ever changed.
  func hasHistory(_ row: Int32) -> Bool {
    timelineOf.indices.contains(Int(row)) && timelineOf[Int(row)] >= 0
  }

  /// Whether the field of any record ever changed.
  var mayHaveHistory: Bool { !timelineOf.isEmpty }

  /// The cell of a record as of the judged day; `unknownCell` if there is no such record.
  @inline(__always)
  func read(_ row: Int32, _ judgement: inout Judgement) -> Int64 {
    let index = Int(row)
    guard index >= 0, index < cells.count else { return unknownCell }
    if timelineOf.isEmpty { return base[index] }
    return readHistory(index, &judgement)
  }

  @inline(never)
  private func readHistory(_ row: Int, _ judgement: inout Judgement) -> Int64 {
    let timeline = Int(timelineOf[row])
    guard timeline >= 0 else { return cells[row] }
    var cell = unknownCell
    for entry in entries[starts[timeline]..<starts[timeline + 1]] {
      guard entry.from <= judgement.day else {
        judgement.lowerEdge(to: entry.from)
        break
      }
      cell = entry.cell
    }
    return cell
  }

  /// The elements of the list whose number a cell of this many-valued field holds; nil if it is unknown.
  func list(_ cell: Int64) -> ArraySlice<Int64>? {
    guard cell >= 0, cell < offsets.count - 1 else { return nil }
    let index = Int(cell)
    return elements[Int(offsets[index])..<Int(offsets[index + 1])]
  }

  /// Every cell that the field of a record ever held.
  func everyCell(_ row: Int) -> [Int64] {
    guard hasHistory(Int32(row)) else { return [cells[row]] }
    let timeline = Int(timelineOf[row])
    return entries[starts[timeline]..<starts[timeline + 1]].map(\.cell)
  }
}
