import ZhibenDiagnostics
import ZhibenSheets

/// A record that was imported though it may be one that is there already: its name is that of another with another key.
struct Suspect {
  /// The row of the batch.
  var row: Int
  var key: String
  var name: String
  var otherKey: String
  var otherName: String
}

/// The list of suspects, for a person to look at: a sheet of its own in the file of refused rows, of a file of commas a file of its own.
enum SuspectSheet {
  private static let names = Wording(zh: "疑似重复", en: "possible duplicates")

  /// Whether a sheet is such a list, which is no ledger.
  static func isOne(named name: String) -> Bool { name == names.zh || name == names.en }

  /// The sheet of what several batches of a file have; nil if there is nothing.
  static func sheet(of batches: [ImportBatch], _ language: Language) -> SheetContent? {
    let lines = batches.flatMap { rows(of: $0, language) }
    if lines.isEmpty { return nil }
    let titles: [(Wording, Int)] = [
      (Wording(zh: "登记", en: "register"), 10), (Wording(zh: "行", en: "row"), 8),
      (Wording(zh: "标识", en: "key"), 22), (Wording(zh: "名称", en: "name"), 32),
      (Wording(zh: "同名的标识", en: "key of the other"), 22),
      (Wording(zh: "同名的名称", en: "name of the other"), 32),
      (Wording(zh: "请核对", en: "please look"), 60),
    ]
    return SheetContent(
      name: names[language],
      columns: titles.map { SheetColumn(title: $0.0[language], kind: .text, width: $0.1) },
      rows: lines.map { line in line.map { .text($0) } })
  }

  /// The list as a file of commas; nil if there is nothing.
  static func file(of batch: ImportBatch, _ language: Language) -> ImportReport.RefusedFile? {
    guard let sheet = sheet(of: [batch], language) else { return nil }
    var output = RefusedRows.mark
    for row in [sheet.columns.map(\.title)] + rows(of: batch, language) {
      RefusedRows.append(row.map { Array($0.utf8) }, &output)
    }
    return .init(
      name: RefusedRows.name(
        of: batch.report.fileName, suffix: "." + names[language].replacing(" ", with: "-"),
        ending: "csv"),
      bytes: output)
  }

  private static func rows(of batch: ImportBatch, _ language: Language) -> [[String]] {
    let question = Wording(
      zh: "名称相同，标识不同，已照样导入。若是同一家，改用一个标识；若是两家，不用改",
      en: "same name, other key; it was imported. If it is the same, use one key; if not, leave it")
    let suspects = batch.suspects.filter { batch.isWritten($0.row) }.sorted { $0.row < $1.row }
    return suspects.map { suspect in
      [
        batch.report.register, "\(batch.rowNumbers[suspect.row])", suspect.key, suspect.name,
        suspect.otherKey, suspect.otherName, question[language],
      ]
    }
  }
}
