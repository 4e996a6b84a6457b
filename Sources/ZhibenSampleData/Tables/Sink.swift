/// Collects rows by table and hands on full chunks, so that a register of any size needs little memory.
final class Sink {
  private var buffers: [SampleTable: RowBuffer] = [:]
  private let flush: (SampleTable, [UInt8]) throws -> Void
  private var failure: (any Error)?
  private static let chunk = 1 << 18

  init(_ flush: @escaping (SampleTable, [UInt8]) throws -> Void) {
    self.flush = flush
    for table in SampleTable.allCases {
      var buffer = RowBuffer(carriageReturns: table.usesCarriageReturns)
      buffer.append(row: table.header.map(Cell.text), habit: .office)
      buffers[table] = buffer
    }
  }

  /// Adds a row. After a failed write nothing more is written; `close` tells why.
  func write(_ table: SampleTable, _ cells: [Cell], habit: Habit = .office) {
    buffers[table]?.append(row: cells, habit: habit)
    if let count = buffers[table]?.bytes.count, count >= Self.chunk { empty(table) }
  }

  /// Writes what is left, in the order of the tables.
  func close() throws {
    SampleTable.allCases.forEach(empty)
    if let failure { throw failure }
  }

  private func empty(_ table: SampleTable) {
    guard failure == nil, let bytes = buffers[table]?.bytes, !bytes.isEmpty else { return }
    do { try flush(table, bytes) } catch { failure = error }
    buffers[table]?.bytes.removeAll(keepingCapacity: true)
  }
}
