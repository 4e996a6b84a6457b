import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Runs the 测试 of a program, each by itself on facts that are nothing but what it enters. Pure: no store, no clock.
public struct TestRunner: Sendable {
  /// The program whose rules are tried.
  public let program: Program
  let calendar: WorkCalendar
  let budget: Budget

  /// Makes a runner.
  /// - Parameter budget: for each test; one that uses more fails with E0801 to E0805.
  public init(program: Program, calendar: WorkCalendar, budget: Budget = .test) {
    (self.program, self.calendar, self.budget) = (program, calendar, budget)
  }

  /// Runs one test.
  /// - Parameter traces: whether the result says what the test reached; it takes longer.
  public func run(_ test: TestCase, traces: Bool = false) -> TestResult {
    let asked = program.rulesAsked(by: test)
    let watch = traces ? Watch() : nil
    let rehearsal = Rehearsal(
      program: program, calendar: calendar, rules: asked, watch: watch)
    let world = World(
      program: program, snapshot: emptySnapshot, calendar: calendar,
      day: program.plan.period.first, outcomes: program.outcomes == nil ? nil : rehearsal.provider)
    let interpreter = ReferenceInterpreter(world)
    interpreter.watch = watch
    var result = TestResult(title: test.title, origin: test.origin)
    do {
      let run = try interpreter.run(nightly(test), arguments: [], budget: budget, cancellation: nil)
      result.undecided = run.undecided
      (result.steps, result.bytes) = (run.steps, run.bytes)
    } catch {
      result.failure = TestFailure(failure: error, found: [], reasons: [])
      explain(&result, test, rehearsal)
    }
    if let watch {
      let reached = rehearsal.reached
      result.trace = TestTrace(
        asked: asked, rules: reached.rules, rungs: reached.rungs, arms: watch.arms,
        seen: watch.seen)
    }
    return result
  }

  private var emptySnapshot: Snapshot {
    let tables = program.schema.registers.map { register in
      RegisterTable(rowIDs: [], columns: register.fields.map { _ in Column(cells: []) })
    }
    return Snapshot(schema: program.schema, tables: tables, symbols: [], dataVersion: 0)
  }

  /// The test with a run at the end of each stated day: before it moves on, outcomes are asked for.
  private func nightly(_ test: TestCase) -> Procedure {
    var procedure = test.procedure
    guard let register = program.outcomes?.registers.values.min() else { return procedure }
    var body: [Step] = []
    var hasDay = false
    let slot = procedure.slots.count
    for step in procedure.body {
      if case .asOf = step.node {
        if hasDay {
          let count = Aggregate(kind: .count, rows: .all(register), frame: 0)
          let outcomes = Core(.aggregate(count), .number(unit: ""), step.origin)
          body.append(Step(.set(slot, outcomes), step.origin))
        }
        hasDay = true
      }
      body.append(step)
    }
    procedure.slots.append(Slot(name: "", type: .number(unit: "")))
    procedure.body = body
    return procedure
  }
}

extension Budget {
  /// What one test may use: 5 million steps, 64 MiB, a million rows, 200 calls.
  public static var test: Budget {
    Budget(steps: 5_000_000, bytes: 64 << 20, rows: 1_000_000, depth: 200)
  }
}

/// What a test came to.
public struct TestResult: Sendable {
  public var title: String
  public var origin: Origin
  /// Nil if it passed.
  public var failure: TestFailure?
  /// Where something unknown decided nothing.
  public var undecided: [ScriptRun.Undecided] = []
  /// What it reached, if that was asked for.
  public var trace: TestTrace?
  /// What it used, if it passed.
  var (steps, bytes) = (0, 0)

  init(title: String, origin: Origin) { (self.title, self.origin) = (title, origin) }

  /// Whether everything was as expected.
  public var passed: Bool { failure == nil }
}

/// Why a test failed.
public struct TestFailure: Sendable {
  /// The statement, what was expected and what was found.
  public var failure: ScriptFailure
  /// The outcomes of the rules that the failed line asks about, in words; at most `limit`.
  public var found: [Wording]
  /// Why the nearest outcome is as it is, or why there is none.
  public var reasons: [WhyReport]

  /// So many outcomes are listed.
  static let limit = 12
}

/// What a test reached.
public struct TestTrace: Sendable {
  /// The rules that it asks about.
  public var asked: Set<Int>
  /// Those of them that yielded an outcome.
  public var rules: Set<Int>
  var rungs: Set<RungID>
  /// The places of the arms that were taken.
  public var arms: Set<Origin>
  /// The places that were judged, with their results.
  public var seen: [Origin: Watch.Seen]
}
