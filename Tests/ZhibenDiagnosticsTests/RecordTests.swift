import Foundation
import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct RecordTests {
  @Test func theWholeReport() throws {
    let file = SourceFile(name: "甲.plan", text: "范围 😀甲 = 乙\n丙\n")
    let all = Diagnostics([
      Diagnostic(
        "E0303", at: .file(file, Span.of("乙", in: file)), ["name": "乙", "candidates": "企业"],
        label: Wording(zh: "这里", en: "here"),
        secondary: [LabelledLocation(.file(file, Span.of("丙", in: file)), "丙")],
        fixes: [Fix(Span.of("乙", in: file), "企业")],
        notes: [Wording(zh: "注意", en: "note")]),
      Diagnostic("W0602", at: .data(file: "x/隐患.csv", row: 1, column: "时限"), ["register": "隐患"]),
      Diagnostic("E0613", at: .data(file: "x/隐患.csv", row: nil, column: nil)),
      Diagnostic("E0701", at: .none, ["path": "\u{1B}[31m\"库\""]),
    ])
    let report = DiagnosticReport(all)
    try Golden(path: "Diagnostics/report.json").check(try report.json(pretty: true) + "\n")
    let compact = try report.json()
    #expect(!compact.contains("\n") && !compact.contains("\u{1B}"))
    #expect(try report.json() == compact, "stable")
  }

  @Test func columnsAreCountedInThreeWays() throws {
    let file = SourceFile(name: "a.plan", text: "x\n😀甲乙")
    let record = DiagnosticRecord(
      Diagnostic("E0301", at: .file(file, Span.of("乙", in: file)), ["name": "乙"]))
    let start = try #require(record.place?.start)
    #expect(start.line == 2)
    let columns: [Int] = [start.column.utf8, start.column.character, start.column.utf16]
    #expect(columns == [8, 3, 4])
    #expect(record.place?.span?.start == 9 && record.place?.span?.end == 12)
  }
}
