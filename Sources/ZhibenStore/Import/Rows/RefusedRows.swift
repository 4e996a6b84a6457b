/// Writes the rows that were refused, with the reasons in a last column.
enum RefusedRows {
  private static let suffix = ".未导入"

  /// The file of a batch's refused rows; nil if there are none.
  static func file(of batch: ImportBatch) -> ImportReport.RefusedFile? {
    if batch.reasons.isEmpty { return nil }
    var output: [UInt8] = [0xEF, 0xBB, 0xBF]
    let kept = batch.header.roles.indices.filter { batch.header.roles[$0] != .reason }
    append(kept.map { Array(batch.header.titles[$0].utf8) }, ImportHeader.reasonTitle, &output)
    var cells: [CSVCell] = []
    for (row, reasons) in batch.reasons.sorted(by: { $0.key < $1.key }) {
      var scanner = CSVScanner(
        CellBytes(rebasing: batch.arena.file[batch.rowRanges[row]]), delimiter: batch.delimiter)
      guard scanner.next(&cells) else { continue }
      // A row that is too long keeps what is too much, for the eyes of the one who corrects it.
      let width = batch.header.roles.count
      let positions = kept + Array(width..<max(width, cells.count))
      let texts = positions.map { position in
        position < cells.count ? scanner.bytes(of: cells[position]) : []
      }
      append(texts, reasons.joined(separator: "；"), &output)
    }
    return .init(name: name(of: batch.report.fileName), bytes: output)
  }

  private static func append(_ texts: [[UInt8]], _ reason: String, _ output: inout [UInt8]) {
    for text in texts {
      text.withUnsafeBufferPointer { CSVScanner.append($0, to: &output) }
      output.append(UInt8(ascii: ","))
    }
    Array(reason.utf8).withUnsafeBufferPointer { CSVScanner.append($0, to: &output) }
    output += [0x0D, 0x0A]
  }

  /// `隐患.csv` and `隐患.未导入.csv` both give `隐患.未导入.csv`.
  private static func name(of fileName: String) -> String {
    var stem = fileName[...]
    if let slash = stem.lastIndex(of: "/") { stem = stem[stem.index(after: slash)...] }
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
    if stem.hasSuffix(suffix) { stem.removeLast(suffix.count) }
    return stem + suffix + ".csv"
  }
}
