/// Writes the rows that were refused, with the reasons in a last column.
enum RefusedRows {
  private static let suffix = ".未导入"
  /// The byte order mark that spreadsheets want.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The file of a batch's refused rows; nil if there are none.
  static func file(of batch: ImportBatch, _ delimiter: UInt8) -> ImportReport.RefusedFile? {
    if batch.reasons.isEmpty { return nil }
    var output = mark
    let kept = batch.header.roles.indices.filter { batch.header.roles[$0] != .reason }
    append(
      kept.map { Array(batch.header.titles[$0].utf8) } + [Array(ImportHeader.reasonTitle.utf8)],
      &output)
    var cells: [LedgerCell] = []
    for (row, reasons) in batch.reasons.sorted(by: { $0.key < $1.key }) {
      var scanner = CSVScanner(
        CellBytes(rebasing: batch.arena.file[batch.rowRanges[row]]), delimiter: delimiter)
      guard scanner.next(&cells) else { continue }
      // A row that is too long keeps what is too much, for the eyes of the one who corrects it.
      let width = batch.header.roles.count
      let positions = kept + Array(width..<max(width, cells.count))
      let texts = positions.map { position in
        position < cells.count ? scanner.bytes(of: cells[position]) : []
      }
      append(texts + [Array(reasons.joined(separator: "；").utf8)], &output)
    }
    return .init(name: name(of: batch.report.fileName, ending: "csv"), bytes: output)
  }

  /// Writes a row of commas.
  static func append(_ texts: [[UInt8]], _ output: inout [UInt8]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      text.withUnsafeBufferPointer { CSVScanner.append($0, to: &output) }
    }
    output += [0x0D, 0x0A]
  }

  /// `隐患.csv` and `隐患.未导入.csv` both give `隐患.未导入.csv`.
  static func name(
    of fileName: String, suffix: String = RefusedRows.suffix, ending: String
  ) -> String {
    var stem = fileName[...]
    if let slash = stem.lastIndex(of: "/") { stem = stem[stem.index(after: slash)...] }
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
    if stem.hasSuffix(Self.suffix) { stem.removeLast(Self.suffix.count) }
    return stem + suffix + "." + ending
  }
}
