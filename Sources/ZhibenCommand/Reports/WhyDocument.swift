import Zhiben
import ZhibenDiagnostics
import ZhibenSession

/// An explanation for programs.
struct WhyDocument {
  /// The version of this layout; it grows when a key changes its meaning.
  static let schema = "zhiben.why/1"

  let session: Session

  func write(_ answer: WhyAnswer, _ asOf: CivilDate) -> ExitStatus {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("as_of", .day(asOf))
    var status = ExitStatus.success
    switch answer {
    case .explained(let report, let outcome):
      document.field("outcome", .object(OutcomeDocument.outcome(outcome)))
      sections(report, document)
    case .absent(let report, let rule, let subject):
      document.field("rule", .text(rule.key))
      document.field("subject", .optional(subject?.key))
      document.field("outcome", .null)
      sections(report, document)
    case .several(let outcomes):
      document.beginList("candidates")
      for outcome in outcomes { document.element(.object(OutcomeDocument.outcome(outcome))) }
      document.endList()
      if outcomes.isEmpty { status = .failure }
    }
    document.end()
    return status
  }

  private func sections(_ report: WhyReport, _ document: JSONDocument) {
    document.beginList("sections")
    for section in report.sections {
      document.element(
        .object([
          ("title", wording(section.title)), ("lines", .array(section.lines.map(line))),
        ]))
    }
    document.endList()
  }

  private func line(_ line: WhyLine) -> JSON {
    .object([("text", wording(line.text)), ("children", .array(line.children.map(self.line)))])
  }

  private func wording(_ text: Wording) -> JSON {
    .object([("zh", .text(text.zh)), ("en", .text(text.en))])
  }
}
