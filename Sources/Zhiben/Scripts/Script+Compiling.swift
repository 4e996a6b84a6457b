import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// What the compiler makes of a script, sound or not.
public struct CheckedScript: Sendable {
  /// The plan's source.
  public let source: SourceFile
  /// The script; nil if it has errors.
  public let script: Script?
  /// Everything the compiler has to say, in order.
  public let diagnostics: Diagnostics
}

extension Script {
  /// Compiles the script at `path`; scripts that it uses are looked for beside it, then in the library.
  /// - Throws: every error of the script, or why the file cannot be read (E0711).
  public init(
    contentsOf path: String, library: ScriptLibrary = ScriptLibrary(),
    host: ScriptHost = ScriptHost(),
    allowing: Set<String> = []
  ) throws(Diagnostics) {
    self = try Script.check(contentsOf: path, library: library, host: host, allowing: allowing)
      .sound()
  }

  /// Compiles a script that is no file; scripts that it uses are looked for in the library.
  /// - Throws: every error of the script.
  public init(
    text: String, name: String = "计划.plan", library: ScriptLibrary = ScriptLibrary(),
    host: ScriptHost = ScriptHost(), allowing: Set<String> = []
  ) throws(Diagnostics) {
    let source = SourceFile(name: name, text: text)
    self = try Script.check(source, folder: nil, library: library, host: host, allowing: allowing)
      .sound()
  }

  /// Compiles the script at `path` and tells everything about it, errors included.
  /// - Parameters:
  ///   - path: the file.
  ///   - library: where scripts that it uses are looked for, behind its own folder.
  ///   - host: what the script is given.
  ///   - allowing: the capabilities of the host's functions that it may call. Calls of others are errors (E0830).
  /// - Throws: the file cannot be read (E0711).
  public static func check(
    contentsOf path: String, library: ScriptLibrary = ScriptLibrary(),
    host: ScriptHost = ScriptHost(),
    allowing: Set<String> = []
  ) throws(Diagnostics) -> CheckedScript {
    try check(contentsOf: path, tests: [], library: library, host: host, allowing: allowing)
  }

  /// The same with files of tests for the plan.
  static func check(
    contentsOf path: String, tests: [SourceFile], library: ScriptLibrary,
    host: ScriptHost = ScriptHost(), allowing: Set<String> = []
  ) throws(Diagnostics) -> CheckedScript {
    let source = try ScriptFile.read(path).get()
    return check(
      source, tests: tests, folder: folder(of: path), library: library, host: host,
      allowing: allowing)
  }

  /// The folder of a file, empty for the current one.
  public static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return path.hasPrefix("/") && folder.isEmpty ? "/" : folder
  }

  /// Compiles a text and tells everything about it.
  /// - Parameters:
  ///   - source: the text, and the name that messages give it.
  ///   - tests: files of tests for it.
  ///   - additions: declarations that are added to it.
  ///   - folder: where scripts that it uses are looked for before the library; nil = nowhere.
  ///   - library: where they are looked for then.
  ///   - host: what the script is given.
  ///   - allowing: the capabilities of the host's functions that it may call.
  public static func check(
    _ source: SourceFile, tests: [SourceFile] = [], folder: String?, library: ScriptLibrary,
    host: ScriptHost = ScriptHost(), allowing: Set<String> = [], additions: [SourceFile] = []
  ) -> CheckedScript {
    let result = Compiler.compile(
      plan: source, library: { library.source(named: $0, besideScriptIn: folder) },
      tests: tests, host: host.functions.map(\.signature), additions: additions)
    var diagnostics = library.suggesting(result.diagnostics, besideScriptIn: folder)
    if let program = result.program { diagnostics.add(host.refusals(program, allowing: allowing)) }
    let script = result.program.map {
      Script(
        program: $0, warnings: diagnostics, host: host,
        place: Place(library: library, folder: folder), additions: additions)
    }
    return CheckedScript(
      source: source, script: diagnostics.hasErrors ? nil : script, diagnostics: diagnostics)
  }
}

extension Script {
  /// The program with a question, or several statements, in place of the statements at its top.
  /// - Parameters:
  ///   - allowed: the capabilities of the host's functions that it may use.
  ///   - variables: what it knows besides; the first parameters of the main procedure.
  /// - Throws: what is wrong with the question.
  func asking(_ question: SourceFile, allowing allowed: Set<String>, variables: [Slot] = [])
    throws(Diagnostics) -> Program
  {
    guard let plan = program.sources.first else { return program }
    let place = place
    let result = Compiler.compile(
      plan: plan, library: { place.library.source(named: $0, besideScriptIn: place.folder) },
      host: host.functions.map(\.signature), question: question, additions: additions,
      variables: variables)
    guard var asked = result.program else { throw result.diagnostics }
    let refusals = host.refusals(asked, allowing: allowed)
    if refusals.hasErrors { throw refusals }
    // Of a script with fewer rules than its source the question sees no more.
    asked.rules = program.rules
    return asked
  }

  /// The script with more declarations: rules, scopes, parameters, registers that somebody types in a session.
  /// - Parameters:
  ///   - additions: sources whose declarations belong to the plan besides its own, in place of those it was given before.
  ///   - allowed: the capabilities of the host's functions that they may use.
  /// - Throws: what is wrong with them.
  public func adding(_ additions: [SourceFile], allowing allowed: Set<String> = [])
    throws(Diagnostics) -> Script
  {
    guard let plan = program.sources.first else { return self }
    return try Script.check(
      plan, folder: place.folder, library: place.library, host: host, allowing: allowed,
      additions: additions
    ).sound()
  }
}

extension CheckedScript {
  /// The script.
  /// - Throws: what is wrong with it.
  public func sound() throws(Diagnostics) -> Script {
    guard let script else { throw diagnostics }
    return script
  }
}
