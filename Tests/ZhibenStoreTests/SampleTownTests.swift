import Foundation
import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSampleData
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// The standard register and an invented town: every file comes as it is.
@Suite struct SampleTownTests {
  private static func schema() throws -> Schema {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scripts/标准台账.plan")
    let library = SourceFile(name: "标准台账.plan", bytes: Array(try Data(contentsOf: url)))
    let plan = SourceFile(name: "x.plan", text: "计划 试 { 期间 2025年 }\n引用 标准台账\n")
    let compilation = Compiler.compile(plan: plan) { $0 == "标准台账" ? library : nil }
    return try #require(compilation.program).schema
  }

  private static func files(_ options: SampleOptions, _ schema: Schema) throws -> [ImportFile] {
    try SampleRegister.files(options).map { name, text, _ in
      ImportFile(
        name: name, bytes: Array(text.utf8),
        register: try #require(Importer.register(forFileNamed: name, schema: schema), "\(name)"))
    }
  }

  @Test func theTownIsImportedWhole() throws {
    let schema = try Self.schema()
    let files = try Self.files(SampleOptions(enterprises: 12), schema)
    let folder = try TemporaryFolder()
    let store = try folder.store(schema: nil)
    let options = ImportOptions(importedOn: .iso("2025-06-30"))
    let reports = try Importer.importFiles(files, schema: schema, into: store, options: options)
    for report in reports {
      #expect(report.problems == [], "\(report.fileName)")
      #expect(
        report.rowCount
          == report.inserted + report.updated + report.unchanged + report.superseded)
    }
    // A hazard's blank deadline contradicts its history: said again, the ledger of today holds from today. Then all is said.
    for (changes, files) in [(1, files), (0, files.reversed())] {
      let again = try Importer.importFiles(files, schema: schema, into: store, options: options)
      for report in again {
        #expect(report.inserted + report.refused == 0, "\(report.fileName)")
      }
      #expect(again.reduce(0) { $0 + $1.updated } == changes)
    }
    let enterprise = try #require(schema.register(named: "企业"))
    let demand = Demand(fields: [enterprise: Set(schema[enterprise].fields.indices)])
    let snapshot = try store.snapshot(schema: schema, demand: demand)
    let grade = try #require(schema[enterprise].fields.firstIndex { $0.name == "等级" })
    #expect(snapshot[enterprise].columns[grade]?.history?.timelines.isEmpty == false)
  }

  @Test func faultyRowsAreFoundAndNothingElse() throws {
    let schema = try Self.schema()
    let clean = try Self.files(SampleOptions(enterprises: 12), schema)
    let dirty = try Self.files(SampleOptions(enterprises: 12, dirty: true), schema)
    let folder = try TemporaryFolder()
    let store = try folder.store(schema: nil)
    let reports = try Importer.importFiles(
      dirty, schema: schema, into: store, options: ImportOptions(importedOn: .iso("2025-06-30")))
    var refused = 0
    for (report, (clean, dirty)) in zip(reports, zip(clean, dirty)) {
      let added = dirty.bytes.count { $0 == 0x0A } - clean.bytes.count { $0 == 0x0A }
      #expect(report.refused == added, "\(report.fileName): \(report.problems)")
      refused += added
    }
    #expect(refused > 0)
  }
}
