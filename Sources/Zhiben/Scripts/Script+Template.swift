import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenStore

extension Script {
  /// An empty ledger (.xlsx) for registers of the script: a sheet for each, titles, what to write below them, and lists to choose from. It imports
  /// as it is, and with whatever is filled in.
  /// - Parameters:
  ///   - registers: their names in the order of the tabs; by default all that are recorded.
  ///   - language: of the remarks; names are those of the script.
  /// - Returns: the bytes of the file.
  /// - Throws: there is no such register (E0303), or libxlsxwriter is not installed (E0730).
  public func ledgerTemplate(
    of registers: [String]? = nil, in language: Language
  ) throws(Diagnostics) -> [UInt8] {
    let schema = program.schema
    var ids: [RegisterID] = []
    for name in registers ?? schema.recorded.map(\.name) {
      guard let id = schema.register(named: name), !schema[id].isReadOnly else {
        throw Diagnostics([schema.noRegister(name)])
      }
      ids.append(id)
    }
    return try LedgerTemplate.workbook(of: ids, schema: schema, language: language)
  }
}

extension Schema {
  /// What is said of a name that no register has (E0303).
  func noRegister(_ name: String) -> Diagnostic {
    Diagnostic(
      "E0303", at: .none,
      ["name": Wording(name), "candidates": .choices(recorded.map(\.name), near: name)])
  }
}
