import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// Imports ledgers as people keep them (CSV, .xlsx) into the script's registers, all files in one transaction.
  /// - Parameters:
  ///   - paths: the files; what is referred to is imported first, whatever their order.
  ///   - script: declares the registers.
  ///   - register: the register of all of them; by default each file's name says it (`企业.csv`), of a workbook each sheet's name or titles.
  ///   - sheet: the only sheet of a workbook to be read, by its name or its number from 1.
  ///   - options: the day of entry, and how files are read.
  ///   - isTrial: whether to say what would come of it, and leave the store as it is.
  ///   - startedAt: when the import was started, as the run log is to say, and one who finds the store held is to read.
  /// - Returns: a report for each file, of a workbook for each sheet; rows that were refused stand in it and in nobody's way.
  /// - Throws: a file cannot be read (E0731, E0623), it is not clear of which register it is (E0303, E0625, E0626, E0627), another process holds the
  ///   store (E0706), or it cannot be written.
  @discardableResult
  public func importFiles(
    _ paths: [String], script: Script, register: String? = nil, sheet: String? = nil,
    options: ImportOptions, isTrial: Bool = false, startedAt: String = ""
  ) throws(Diagnostics) -> [ImportReport] {
    let schema = script.program.schema
    var chosen: RegisterID?
    if let register {
      chosen = schema.register(named: register)
      if chosen == nil { throw Diagnostics([schema.noRegister(register)]) }
    }
    var files: [ImportFile] = []
    var read: [RunRecord.File] = []
    var problems = Diagnostics()
    for path in paths {
      do throws(Diagnostics) {
        let bytes = try FileBytes.read(path, limit: .max, orSay: "E0731").get()
        if !isTrial { read.append(RunRecord.File(name: path, bytes: bytes)) }
        files += try Importer.ledgers(
          in: bytes, named: path, register: chosen, sheet: sheet, schema: schema, options: options)
      } catch {
        problems.add(error)
      }
    }
    if problems.hasErrors { throw problems }
    if isTrial {
      return try Importer.importFiles(
        files, schema: schema, into: try store.copy(), options: options)
    }
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    return try Importer.importFiles(
      files, schema: schema, into: store, options: options,
      entry: ImportEntry(
        author: author, startedAt: startedAt, scriptName: script.program.sources.first?.name ?? "",
        scriptHash: script.hash, files: read))
  }
}

extension Script {
  /// The registers of a script that is not a plan, such as 标准台账: a plan without rules that uses it.
  /// - Throws: the library has no such script, or it has errors.
  public static func registers(of name: String, library: ScriptLibrary) throws(Diagnostics)
    -> Script
  {
    try Script(text: "计划 台账 {\n  期间 2000年1月1日 至 2099年12月31日\n}\n引用 \(name)\n", library: library)
  }
}
