import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives an inspection's visits: those of its duty, of which the ones above the cap are 受限 (time 12; language 7: a cap beats
/// optional visits, never exempt classes).
struct VisitPlanner<E: Evaluator>: SubjectPlanner {
  var register: RegisterID { duty.register }
  private let duty: DutyPlanner<E>
  private let cap: PreparedChoice<E, Cadence>?
  private let counted: CompletionReader<E>?
  private let context: PlanContext<E>

  init?(rule: Int32, inspection: InspectionRule, context: PlanContext<E>) {
    guard
      let planner = DutyPlanner(rule: rule, duty: inspection.duty, kind: .visit, context: context)
    else { return nil }
    duty = planner
    self.context = context
    cap = inspection.cap.map { PreparedChoice($0, context.evaluator) }
    counted = inspection.duty.evidence.map { evidence in
      CompletionReader(inspection.countedVisits(evidence, context.program), context)
    }
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    let begin = outcomes.count
    duty.plan(subject: subject, into: &outcomes)
    guard let cap, outcomes.count > begin else { return }
    var done: [Completion]?
    var left: [DayRange: Int] = [:]
    // Earlier visits have the better claim to what the cap leaves.
    for position in outcomes[begin...].indices.sorted(by: { outcomes[$0].due < outcomes[$1].due }) {
      let visit = outcomes[position]
      guard [.pending, .overdue].contains(visit.status) else { continue }
      let selection = cap.select(
        context.evaluator, subject: subject, day: min(visit.due, context.asOf))
      guard selection.isCertain, let arm = selection.arms.first,
        case .periodic(let unit, _, let most?, _)? = cap.arms[arm].value
      else { continue }
      let period = unit.period(containing: CivilDate(days: visit.due))
      if left[period] == nil {
        let visits = done ?? counted?.completions(of: subject) ?? []
        done = visits
        left[period] =
          most - visits.certain(from: period.first.days, through: period.last.days).count
      }
      if let remaining = left[period], remaining > 0 {
        left[period] = remaining - 1
      } else {
        outcomes[position].status = .capped
        outcomes[position].cause = .cap
      }
    }
  }
}

extension InspectionRule {
  /// Every visit to the subject that counts to the cap: all records of the evidence's register but those of the classes under 不计.
  fileprivate func countedVisits(_ evidence: Evidence, _ program: Program) -> Evidence {
    guard let field = uncountedField, !uncounted.isEmpty else {
      return Evidence(rows: evidence.rows, filter: nil, text: evidence.text)
    }
    let origin = duty.subject.condition.origin
    let row = Core(.record(frame: 1), .record(field.register), origin)
    var type = ValueType.text
    if case .enumeration(let list) = program.schema[field].type { type = .enumeration(list) }
    let classes = uncounted.map { Core(.constant($0), type, origin) }
    let isOutside = Core(
      .not(
        Core(.isIn(Core(.field(row, field), type, origin), classes, isOpen: false), .bool, origin)),
      .bool, origin)
    return Evidence(rows: evidence.rows, filter: isOutside, text: evidence.text)
  }
}
