import Synchronization
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// The outcomes of a test's rules, day after day: what the runs of those days would have written, in memory.
///
/// 预期 asks what a run on the judged day would give; the run itself is done when the test moves on to a later day. So expectations of one day
/// do not bear on each other, and what was proposed on an earlier day stands when a later one is judged (time 1, 39). A day before the last is
/// judged with the ledger of its time (time 2).
final class Rehearsal: Sendable {
  private struct Night {
    var day: CivilDate
    var ledger: LedgerSnapshot
  }

  private struct State {
    var nights: [Night] = []
    var latest: (day: CivilDate, outcomes: [Outcome], snapshot: Snapshot)?
    /// The lists that are frozen by then.
    var draws: [FrozenDraw] = []
    /// The rules that had outcomes, and of ladders the rungs.
    var rules: Set<Int> = []
    var rungs: Set<RungID> = []
  }

  private let program: Program
  private let calendar: WorkCalendar
  private let rules: [Int]
  /// Used by the one thread that runs the test.
  private nonisolated(unsafe) let watch: Watch?
  /// What stood in the ledger before the first day.
  private let before: @Sendable (Snapshot) throws -> LedgerSnapshot
  private let state = Mutex(State())

  init(
    program: Program, calendar: WorkCalendar, rules: Set<Int>, watch: Watch?,
    before: @escaping @Sendable (Snapshot) throws -> LedgerSnapshot = { _ in LedgerSnapshot() }
  ) {
    (self.program, self.calendar, self.watch) = (program, calendar, watch)
    self.rules = rules.sorted()
    self.before = before
  }

  /// The rows of the registers of outcomes.
  var provider: OutcomeProvider {
    OutcomeProvider(registers: Set((program.outcomes?.registers ?? [:]).values)) {
      [self] request in try rows(request)
    }
  }

  /// What the latest question was answered from.
  var latest: (day: CivilDate, outcomes: [Outcome], snapshot: Snapshot)? {
    state.withLock { $0.latest }
  }
  /// What the rules gave on any day.
  var reached: (rules: Set<Int>, rungs: Set<RungID>) { state.withLock { ($0.rules, $0.rungs) } }

  private func rows(_ request: OutcomeRequest) throws -> [RegisterID: [[Value?]]] {
    let program = try supposing(request.suppositions)
    let latest = state.withLock { state in
      if let latest = state.latest, latest.day < request.day {
        state.nights.append(
          Night(
            day: latest.day,
            ledger: LedgerSnapshot(
              outcomes: latest.outcomes, lastAsOf: latest.day, draws: state.draws)))
      }
      return state.nights.last { $0.day < request.day }?.ledger
    }
    let ledger = try latest ?? before(request.snapshot)
    let (outcomes, draws) = plan(program, request, ledger)
    state.withLock { state in
      // What is only supposed is no run.
      if request.suppositions.isEmpty {
        state.latest = (request.day, outcomes, request.snapshot)
        state.draws = ledger.draws.updated(by: draws)
      }
      state.rules.formUnion(outcomes.map { Int($0.key.rule) })
      for outcome in outcomes where outcome.kind == .rung && outcome.status != .unknown {
        state.rungs.insert(RungID(rule: Int(outcome.key.rule), rung: Int(outcome.key.first)))
      }
    }
    guard
      let rows = OutcomeRows(program: program, snapshot: request.snapshot, asOf: request.day)
    else { return [:] }
    return rows.rows(outcomes)
  }

  private func plan(
    _ program: Program, _ request: OutcomeRequest, _ ledger: LedgerSnapshot
  ) -> ([Outcome], [FrozenDraw]) {
    guard let watch else {
      return plan(
        FastEvaluator(program: program, snapshot: request.snapshot, calendar: calendar), program,
        request, ledger)
    }
    let evaluator = ReferenceEvaluator(
      program: program, snapshot: request.snapshot, calendar: calendar)
    evaluator.watch = watch
    return plan(evaluator, program, request, ledger)
  }

  private func plan<E: Evaluator>(
    _ evaluator: E, _ program: Program, _ request: OutcomeRequest, _ ledger: LedgerSnapshot
  ) -> ([Outcome], [FrozenDraw]) {
    let planner = Planner(
      context: PlanContext(
        program: program, snapshot: request.snapshot, calendar: calendar, asOf: request.day.days,
        evaluator: evaluator, draws: ledger.draws))
    let merge = LedgerMerge(asOf: request.day.days)
    let outcomes = rules.flatMap { rule -> [Outcome] in
      let known = ledger.outcomes.filter { Int($0.key.rule) == rule }[...]
      let settled = merge.settled(planner.outcomes(of: rule), known)
      var changes: [Change] = []
      merge.compare(settled: settled, ledger: known, into: &changes)
      let withdrawn = changes.filter { $0.kind == .withdraw }.map(\.outcome)
      let present = Set(settled.map(\.key))
      let gone = known.filter { $0.status == .cancelled && !present.contains($0.key) }
      return (settled + withdrawn + gone).sorted { $0.key < $1.key }
    }
    return (outcomes, rules.flatMap { planner.draws(of: $0) })
  }

  private func supposing(_ suppositions: [Supposition]) throws(OutcomeRefusal) -> Program {
    var parameters: [Int: Value] = [:]
    for case .parameter(let index, let value) in suppositions {
      guard let value else {
        let name = program.parameters[index].name
        throw OutcomeRefusal(
          Wording(
            zh: "假设的参数「\(name)」的值未知，规则推算不出结果",
            en: "the supposed value of “\(name)” is unknown: no outcomes follow"))
      }
      parameters[index] = value
    }
    var program = self.program
    if !parameters.isEmpty {
      guard let other = program.remaking?(parameters) else {
        let names = parameters.keys.sorted().map { program.parameters[$0].name }
        throw OutcomeRefusal(
          Wording(
            zh: "照假设的参数（\(names.joined(separator: "、"))），计划就有错，规则推算不出结果",
            en:
              "with the supposed \(names.joined(separator: ", ")) the plan is wrong: no outcomes follow"
          ))
      }
      program = other
    }
    for case .cadence(let rule, let cadence) in suppositions {
      program.set(cadence, ofRule: rule)
    }
    return program
  }
}

extension OutcomeProvider {
  /// The outcomes of all rules of a program, as a run on the judged day would give them over a ledger.
  /// - Parameter ledger: what stands in it, in positions of a snapshot; asked when somebody asks for outcomes.
  public static func planning(
    _ program: Program, calendar: WorkCalendar,
    ledger: @escaping @Sendable (Snapshot) throws -> LedgerSnapshot
  ) -> OutcomeProvider {
    Rehearsal(
      program: program, calendar: calendar, rules: Set(program.rules.indices), watch: nil,
      before: ledger
    ).provider
  }
}

/// A rung of a ladder, counted from 1.
struct RungID: Hashable, Sendable {
  var rule: Int
  var rung: Int
}

extension Program {
  /// Gives a rule another cadence; what its exceptions say stays.
  fileprivate mutating func set(_ cadence: Cadence, ofRule rule: Int) {
    guard rules.indices.contains(rule) else { return }
    let choice = Choice(
      keys: [], arms: [Choice.Arm(tests: [], value: cadence, origin: rules[rule].origin)])
    switch rules[rule].body {
    case .duty(var duty):
      duty.cadence = choice
      rules[rule].body = .duty(duty)
    case .inspection(var inspection):
      inspection.duty.cadence = choice
      rules[rule].body = .inspection(inspection)
    case .report(var report):
      report.duty.cadence = choice
      rules[rule].body = .report(report)
    case .requirement, .escalation, .target, .draw, .relief, .event: break
    }
  }
}
