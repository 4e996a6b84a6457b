import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// Imports ledgers as people keep them (CSV) into the script's registers, all files in one transaction.
  /// - Parameters:
  ///   - paths: the files; what is referred to is imported first, whatever their order.
  ///   - script: declares the registers.
  ///   - register: the register of all of them; by default each file's name says it (`企业.csv`).
  ///   - options: the day of entry, and how files are read.
  ///   - startedAt: when the import was started, as one who finds the store held is to read it.
  /// - Returns: a report for each file; rows that were refused stand in it and in nobody's way.
  /// - Throws: a file cannot be read (E0731) or is of no register (E0303), another process holds the store (E0706), or it cannot be written.
  @discardableResult
  public func importFiles(
    _ paths: [String], script: Script, register: String? = nil, options: ImportOptions,
    startedAt: String = ""
  ) throws(Diagnostics) -> [ImportReport] {
    let schema = script.program.schema
    var files: [ImportFile] = []
    var problems = Diagnostics()
    for path in paths {
      let id =
        register.map { schema.register(named: $0) }
        ?? Importer.register(forFileNamed: path, schema: schema)
      guard let id else {
        problems.add(
          schema.noRegister(register ?? path.split(separator: "/").last.map(String.init) ?? path))
        continue
      }
      switch FileBytes.read(path, limit: .max, orSay: "E0731") {
      case .success(let bytes):
        files.append(ImportFile(name: path, bytes: bytes, register: id))
      case .failure(let failure): problems.add(failure)
      }
    }
    if problems.hasErrors { throw problems }
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    return try Importer.importFiles(files, schema: schema, into: store, options: options)
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
