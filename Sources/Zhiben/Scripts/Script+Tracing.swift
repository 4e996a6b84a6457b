import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

extension Script {
  /// Lays the clauses of a document beside the rules, rows and tests of the script at `path`, those in files of tests beside it
  /// included. What it uses is not looked at.
  /// - Throws: the file cannot be read (E0711), or what keeps it from being read as a script.
  public static func trace(contentsOf path: String) throws(Diagnostics) -> Trace {
    let source = try ScriptFile.read(path).get()
    let issues = Diagnostics(Parser.parse(source).issues.map { Diagnostic($0, in: source) })
    if issues.hasErrors { throw issues }
    return Trace(source, tests: try TestFiles.beside(path).get())
  }
}
