import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Span

/// Derives an inspection's visits: those of its duty, of which the ones above the cap are 受限 (time 12; language 7: a cap beats
/// optional visits, never exempt classes). Only visits that are still to be made are capped: a visit made is never wrong afterwards.
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
    // Earlier visits have the better claim to what the cap leaves.
    let open = outcomes.indices[begin...].filter {
      [.pending, .overdue].contains(outcomes[$0].status)
    }.sorted { (outcomes[$0].due, $0) < (outcomes[$1].due, $1) }
    if open.isEmpty { return }
    let made = counted?.completions(of: subject) ?? Completions()
    var planned: [DayRange: Int] = [:]
    for position in open {
      let due = outcomes[position].due
      var (fits, exceeds) = (true, true)
      // With an unknown key several caps may hold, or none.
      let selection = cap.select(context.evaluator, subject: subject, day: min(due, context.asOf))
      var periods: Set<DayRange> = []
      for arm in selection.arms {
        guard case .periodic(let unit, _, let most?, _)? = cap.arms[arm].value else {
          exceeds = false
          continue
        }
        let period = unit.period(containing: CivilDate(days: due))
        periods.insert(period)
        let visits = made.between(period.first.days, period.last.days)
        let taken = visits.count(where: \.isCertain) + planned[period, default: 0]
        if taken < most { exceeds = false }
        let possible = taken + visits.count(where: { !$0.isCertain }) + made.undated
        if possible >= most || counted?.provesAbsence == false { fits = false }
      }
      if fits || selection.arms.isEmpty {
        for period in periods { planned[period, default: 0] += 1 }
      } else if exceeds {
        (outcomes[position].status, outcomes[position].cause) = (.capped, .cap)
      } else {
        // Nor does it use up the cap: it is for a person to say.
        (outcomes[position].status, outcomes[position].cause) = (.unknown, .unknownCadence)
      }
    }
  }
}

extension InspectionRule {
  /// Every visit to the subject that counts to the cap: all records of the evidence's register but those of the classes under 不计.
  fileprivate func countedVisits(_ evidence: Evidence, _ program: Program) -> Evidence {
    let all = Evidence(rows: evidence.rows, filter: nil, text: evidence.text)
    guard let field = uncountedField else { return all }
    return all.without(uncounted, of: field, program)
  }
}

extension Evidence {
  /// The same records without those that have one of some values in a field.
  func without(_ classes: [Value], of field: FieldRef, _ program: Program) -> Evidence {
    guard !classes.isEmpty, case .enumeration(let list) = program.schema[field].type else {
      return self
    }
    let origin = filter?.origin ?? Origin(source: 0, span: Span(0, 0))
    let row = Core(.record(frame: 1), .record(field.register), origin)
    let type = ValueType.enumeration(list)
    let isInside = Core(
      .isIn(
        Core(.field(row, field), type, origin), classes.map { Core(.constant($0), type, origin) },
        isOpen: false), .bool, origin)
    let isOutside = Core(.not(isInside), .bool, origin)
    var rest = self
    rest.filter = filter.map { Core(.and([$0, isOutside]), .bool, origin) } ?? isOutside
    return rest
  }
}
