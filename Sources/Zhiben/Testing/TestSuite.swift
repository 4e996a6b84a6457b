import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

/// The tests of a plan: those in its own file, in files that it uses, and beside it. Immutable; any number of threads may run it.
public struct TestSuite: Sendable {
  /// The plan with all its tests.
  public let script: Script
  /// The tests to be run, in source order.
  public private(set) var tests: [TestCase]
  /// What each test may use.
  public var budget = Budget.test

  /// Compiles the plan at `path` with its tests. Files of tests beside it: `名.test.plan`, and `测试/名….plan` in the same folder.
  /// - Throws: every error of plan and tests, or why a file cannot be read (E0711).
  public init(contentsOf path: String, library: ScriptLibrary = ScriptLibrary())
    throws(Diagnostics)
  {
    let checked = try Script.check(
      contentsOf: path, tests: TestFiles.beside(path).get(), library: library)
    self.init(try checked.sound())
  }

  /// The tests of a script that was compiled already.
  public init(_ script: Script) {
    self.script = script
    tests = script.program.tests
  }

  /// Only the tests whose title contains the text, or that ask about a rule of that name.
  public func filtered(_ text: String) -> TestSuite {
    var suite = self
    let rule = script.program.rules.firstIndex { $0.name == text || $0.key == text }
    suite.tests = tests.filter { test in
      if test.title.contains(text) { return true }
      return rule.map { script.program.rulesNamed(by: test).contains($0) } ?? false
    }
    return suite
  }

  /// Runs the tests; the results stand in the order of the tests.
  /// - Parameters:
  ///   - jobs: how many run at once.
  ///   - traces: whether the results say what was reached, for coverage; it takes longer.
  public func run(jobs: Int = 1, traces: Bool = false) -> [TestResult] {
    let runner = runner
    return tests.parallelMap(jobs: jobs) { runner.run($0, traces: traces) }
  }

  var runner: TestRunner {
    TestRunner(program: script.program, calendar: script.calendar, budget: budget)
  }

  /// The file and line of a place, as messages name it.
  public func place(of origin: Origin) -> (file: String, line: Int) {
    let sources = script.program.sources
    guard sources.indices.contains(origin.source) else { return ("", 0) }
    let source = sources[origin.source]
    return (source.name, source.line(at: origin.span.start))
  }

  /// The message for a failed test: what was expected and found, at the line.
  public func diagnostic(_ failure: TestFailure) -> Diagnostic {
    failure.failure.diagnostic(sources: script.program.sources)
  }
}
