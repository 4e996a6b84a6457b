import Foundation
import Properties
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenStore

/// What must hold of any file that is imported.
public enum ImportProperties {
  /// A register of every type of field.
  private static let schema = Schema(
    registers: [
      RegisterSchema(
        name: "企业", table: "enterprise",
        fields: [
          FieldSchema(name: "统一社会信用代码", column: "credit_code", type: .text, isKey: true),
          FieldSchema(name: "名称", column: "name", type: .text, isRequired: true),
          FieldSchema(name: "人数", column: "staff", type: .integer),
          FieldSchema(name: "产值", column: "output", type: .number(unit: "万元")),
          FieldSchema(name: "等级", column: "grade", type: .enumeration(EnumID(0))),
          FieldSchema(name: "行业", column: "sector", type: .enumeration(EnumID(1)), isMany: true),
          FieldSchema(name: "有限空间", column: "confined", type: .bool),
          FieldSchema(name: "投产日期", column: "since", type: .date),
        ], keyField: 0),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(
            name: "企业", column: "enterprise", type: .reference(RegisterID(0)), isRequired: true),
          FieldSchema(name: "发现时刻", column: "found_at", type: .moment),
          FieldSchema(name: "发现日期", column: "found_on", type: .date),
          FieldSchema(name: "描述", column: "text", type: .text),
        ], dateField: 2),
    ],
    enumerations: [
      EnumSchema(name: "等级", values: ["A", "B", "C", "D"], isOrdered: true),
      EnumSchema(name: "行业", values: ["机械", "纺织", "轻工"], synonyms: [["机加工"], [], []]),
    ])

  /// An import never fails on what the file holds; each row is in exactly one count; a second import has nothing left to do.
  public static func imports(_ bytes: ArraySlice<UInt8>, register: Int) {
    let path = "/dev/shm/zhiben-fuzz-\(getpid()).db"
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    do throws(Diagnostics) {
      let store = try Store.open(path: path, mode: .readWrite, create: true)
      let id = RegisterID(register % schema.registers.count)
      let file = ImportFile(name: "甲.csv", bytes: Array(bytes), register: id)
      let first = try reports([file], store)
      let again = try reports([file], store)
      for (one, two) in zip(first, again) where !one.isFileRefused {
        check(one)
        check(two)
        if two.inserted > 0 { violate("a second import brings \(two.inserted) records", bytes) }
        if one.refused != two.refused { violate("a second import refuses otherwise", bytes) }
      }
      try store.close()
    } catch {
      violate("the import failed: \(Renderer(language: .en).render(error))", bytes)
    }
  }

  private static func reports(_ files: [ImportFile], _ store: Store) throws(Diagnostics)
    -> [ImportReport]
  {
    let options = ImportOptions(importedOn: CivilDate(days: 20_270))
    let reports = try Importer.importFiles(files, schema: schema, into: store, options: options)
    for report in reports { Properties.render(report.diagnostics) }
    return reports
  }

  private static func check(_ report: ImportReport) {
    let sum =
      report.inserted + report.updated + report.unchanged + report.superseded + report.refused
    if sum != report.rowCount { violate("\(report.rowCount) rows, \(sum) accounted for", []) }
    if (report.refused > 0) != (report.refusedFile != nil) { violate("no file of the refused", []) }
  }

  private static func violate(_ what: String, _ bytes: ArraySlice<UInt8>) -> Never {
    FileHandle.standardError.write(
      Data("VIOLATION: \(what)\n\(String(decoding: bytes, as: UTF8.self))\n".utf8))
    abort()
  }
}
