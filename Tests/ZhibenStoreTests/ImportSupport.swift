import Foundation
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenStore

/// A store that files are imported into, on 2025-06-30 unless said otherwise.
struct ImportBench {
  let folder: TemporaryFolder
  let store: Store
  var schema = Sample.schema

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  /// One with registers of its own.
  init(schema: Schema) throws {
    folder = try TemporaryFolder()
    store = try Store.inMemory()
    self.schema = schema
  }

  /// Codes with right check digits.
  static let codes = [
    "91110000600037341L", "91110000600037001F", "91110000600037002J", "91110000600037003M",
  ]

  @discardableResult
  func load(
    _ register: String, _ text: String, on day: String = "2025-06-30", validFrom: String? = nil
  )
    throws -> ImportReport
  {
    try load([(register, text)], on: day, validFrom: validFrom)[0]
  }

  @discardableResult
  func load(
    _ files: [(register: String, text: String)], on day: String = "2025-06-30",
    validFrom: String? = nil
  ) throws -> [ImportReport] {
    try load(
      try files.map { register, text in
        ImportFile(
          name: "\(register).csv", bytes: Array(text.utf8),
          register: try #require(schema.register(named: register)))
      }, on: day, validFrom: validFrom)
  }

  @discardableResult
  func load(
    _ files: [ImportFile], on day: String = "2025-06-30", validFrom: String? = nil,
    headerRows: ClosedRange<Int>? = nil
  ) throws -> [ImportReport] {
    try Importer.importFiles(
      files, schema: schema, into: store,
      options: ImportOptions(
        importedOn: .iso(day), validFrom: validFrom.map { .iso($0) }, headerRows: headerRows))
  }

  func snapshot() throws -> Snapshot { try store.snapshot(schema: schema, demand: Sample.demand) }

  /// The values of a field.
  func values(_ register: String, _ field: String) throws -> [String] {
    try snapshot().values(register, field)
  }
}

extension ImportReport {
  /// `row column code` of each diagnostic; `-` for a whole row or file.
  var problems: [String] {
    diagnostics.ordered.map { diagnostic in
      guard case .data(_, let row, let column) = diagnostic.primary else {
        return diagnostic.code.rawValue
      }
      return "\(row.map { "\($0)" } ?? "-") \(column ?? "-") \(diagnostic.code)"
    }
  }

  /// New, changed, unchanged, refused.
  var counts: [Int] { [inserted, updated, unchanged, refused] }

  /// The file of refused rows as text.
  var refusedText: String {
    String(decoding: (refusedFile?.bytes ?? []).dropFirst(3), as: UTF8.self)
  }
}
