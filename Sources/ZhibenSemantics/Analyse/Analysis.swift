import ZhibenDiagnostics
import ZhibenSyntax

/// Looks at a checked program as a whole, for what no single line shows: clauses that contradict one another, conditions that nothing can meet,
/// rules that never fall due. Runs after lowering, on programs without errors, and says what it finds through the catalogue.
struct Analysis {
  let program: Program
  let reporter: Reporter
  let constraints: Constraints
  let printer: ProgramPrinter

  init(_ program: Program, _ reporter: Reporter) {
    self.program = program
    self.reporter = reporter
    constraints = Constraints(program)
    printer = ProgramPrinter(program)
  }

  /// Runs all analyses.
  func run() {
    reportDefinitions()
    for rule in program.rules {
      switch rule.body {
      case .duty(let duty): report(duty, of: rule)
      case .inspection(let inspection): report(inspection.duty, of: rule)
      case .requirement(let requirement): report(requirement, of: rule)
      case .escalation(let ladder): report(ladder, of: rule)
      case .target(let target): report(target, of: rule)
      case .draw(let draw): reportConditions(in: draw.population.condition)
      case .report(let report): self.report(report.duty, of: rule)
      case .relief(let relief):
        reportConditions(in: relief.subject.condition)
        if let veto = relief.veto { reportConditions(in: veto) }
      case .event(let event): report(event)
      }
    }
    reportCaps()
    reportRings()
  }

  private func report(_ duty: DutyRule, of rule: Rule) {
    reportConditions(in: duty.subject.condition)
    reportExceptions(duty.exceptions, of: duty.subject)
    reportEvidence(duty)
    reportSchedules(duty, of: rule)
  }

  private func report(_ event: EventRule) {
    // The other actions of a declaration share the event with the first.
    guard event.clause == 1 else { return }
    for core in event.trigger.kind.cores where core.type == .bool { reportConditions(in: core) }
    if let condition = event.trigger.condition { reportConditions(in: condition) }
  }

  // MARK: - Words

  /// A place as it stands in the script.
  func text(_ origin: Origin) -> Wording { Wording(program.text(origin)) }

  /// A cadence in words; none is 免除.
  func text(_ cadence: Cadence?) -> Wording {
    cadence.map { Wording(printer.text($0)) } ?? Wording(zh: "免除", en: "exempt")
  }

  /// `例如 人数 = 300`; nothing where there is nothing to tell.
  func example(_ cases: [Region]) -> [Wording] {
    guard let first = cases.first else { return [] }
    let witness = constraints.witness(first)
    if witness.zh.isEmpty { return [] }
    return [Wording(zh: "例如：\(witness.zh)", en: "for example: \(witness.en)")]
  }
}
