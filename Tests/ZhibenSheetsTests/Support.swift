import Foundation

@testable import ZhibenSheets

enum Fixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/sheets")
    return Array(try Data(contentsOf: folder.appendingPathComponent(name + ".xlsx")))
  }

  static func book(_ name: String) throws -> Workbook { try Workbook(try bytes(name)) }
}

extension SheetTable {
  /// `3 hidden: A「编号」 B number 12`, row by row.
  var dump: String {
    rows.map { row in
      let cells = cells(of: row).map { cell in
        let column = SheetAddress.column(Int(cell.column))
        return cell.kind == .text
          ? "\(column)「\(text(of: cell))」" : "\(column) \(cell.kind) \(text(of: cell))"
      }
      return "\(row.number)\(row.isHidden ? " hidden" : ""): " + cells.joined(separator: " ")
    }.joined(separator: "\n")
  }
}

struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

extension XMLReader {
  /// Reads a part that lies in memory.
  static func read(_ bytes: [UInt8], _ handler: any XMLHandler) throws(WorkbookProblem) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    try read(
      "p", of: { body throws(WorkbookProblem) in try body(UnsafeRawBufferPointer(memory)) }, handler
    )
  }
}
