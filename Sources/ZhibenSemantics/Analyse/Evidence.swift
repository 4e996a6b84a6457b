import ZhibenDiagnostics

// 凭证 that no record can be.

extension Analysis {
  /// Evidence that no record meets, or none of a subject.
  func reportEvidence(_ duty: DutyRule) {
    guard let filter = duty.evidence?.filter else { return }
    let cases = constraints.truths(filter).yes
    if cases?.isEmpty == true {
      let clash = clash(in: filter)
      // A part that never holds is the mistake.
      if clash?.isReported == true, reportConditions(in: filter) { return }
      reporter.report(
        "E0651", at: filter.origin, ["text": text(filter.origin)],
        secondary: clash?.secondary ?? [], notes: clash?.notes ?? [])
      return
    }
    if reportConditions(in: filter) { return }
    let members = constraints.truths(duty.subject.condition).yes
    guard members?.isEmpty == false, constraints.both(members, cases)?.isEmpty == true else {
      return
    }
    reporter.report(
      "W0652", at: filter.origin, ["text": text(filter.origin)],
      secondary: [
        (duty.subject.condition.origin, Wording(zh: "对象在这里", en: "the subject is here"))
      ])
  }
}
