import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenGenerators
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

/// A script that is right by construction, from the check through both interpreters.
public enum GeneratedRun {
  /// How a run may end before its end: budgets, what is unknown, and what the script itself says of its facts. A value of a wrong type is none.
  private static let mayEnd: Set<DiagnosticCode> = [
    "E0801", "E0802", "E0803", "E0804", "E0807", "E0808", "E0809", "E0810", "E0811", "E0812",
    // A fraction that no field can hold, by its value and not by its type.
    "E0813", "E0817", "E0818",
  ]

  /// What can be compared of a run.
  private struct Report: Equatable {
    var code: DiagnosticCode?
    var origin: Origin?
    var arguments: [String: Wording] = [:]
    var result: Value?
    var shown: [ScriptRun.Shown] = []
    var writes: [Write] = []
    var undecided: [ScriptRun.Undecided] = []
    var steps = 0
    var bytes = 0
  }

  /// What is wrong with the script of a seed; nil if nothing is. It is right that it compiles, that no value has a wrong type, and that both
  /// interpreters do the same.
  public static func complaint(seed: UInt64) -> String? {
    var generator = ScriptGenerator(seed: seed)
    let source = SourceFile(name: "\(seed).plan", text: generator.script())
    let compilation = Compiler.compile(plan: source)
    guard let program = compilation.program else {
      return "seed \(seed) has errors\n" + Renderer().render(compilation.diagnostics)
    }
    guard let main = program.main else { return "seed \(seed) has no statements" }
    let world = World(
      program: program, snapshot: nothing(program.schema), calendar: .china,
      day: CivilDate(days: 19_904))
    let meant = report(ReferenceInterpreter(world), main)
    let found = report(FastInterpreter(world), main)
    if let code = meant.code, !mayEnd.contains(code) {
      return
        "seed \(seed) ends with \(code.rawValue) \(meant.arguments)\n\(source.text(place(meant)))"
    }
    guard meant == found else {
      return "seed \(seed): the interpreters differ\nreference \(meant)\nfast \(found)"
    }
    return nil
  }

  private static func place(_ report: Report) -> Span { report.origin?.span ?? Span(0, 0) }

  private static func nothing(_ schema: Schema) -> Snapshot {
    let tables = schema.registers.map { register in
      RegisterTable(rowIDs: [], columns: register.fields.map { _ in Column(cells: []) })
    }
    return Snapshot(schema: schema, tables: tables, symbols: [], dataVersion: 0)
  }

  private static func report(_ interpreter: some Interpreter, _ main: Procedure) -> Report {
    var report = Report()
    do {
      let run = try interpreter.run(
        main, budget: Budget(steps: 20_000, bytes: 1 << 20, rows: 20_000, depth: 50))
      (report.result, report.shown, report.writes) = (run.result, run.shown, run.writes)
      (report.undecided, report.steps, report.bytes) = (run.undecided, run.steps, run.bytes)
    } catch {
      (report.code, report.origin, report.arguments) = (error.code, error.origin, error.arguments)
      report.shown = error.shown
    }
    return report
  }
}
