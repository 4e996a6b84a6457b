import Zhiben
import ZhibenSession

/// A check-up for people and for programs.
struct CheckupText {
  /// The version of the document's layout; it grows when a key changes its meaning.
  static let schema = "zhiben.doctor/1"

  let session: Session
  let findings: [Finding]

  func writeText() {
    let language = session.language
    let widest = findings.map { session.width.of($0.subject[language]) }.max() ?? 0
    for finding in findings {
      let head = session.width.padded(finding.subject[language], to: widest)
      session.print("\(finding.state.words[language])  \(head)  \(finding.what[language])")
      if let remedy = finding.remedy { session.print("      → \(remedy[language])") }
    }
    let (problems, notices) = (count(.problem), count(.notice))
    session.print(
      session.text(
        "\(findings.count) 项：问题 \(problems)，留意 \(notices)。",
        "\(findings.count) checks: \(problems) problems, \(notices) notices."))
  }

  private func count(_ state: Finding.State) -> Int { findings.count { $0.state == state } }

  func writeDocument() {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.beginList("findings")
    for finding in findings {
      document.element(
        .object([
          ("id", .text(finding.id)), ("subject", .wording(finding.subject)),
          ("state", .text(finding.state.rawValue)), ("what", .wording(finding.what)),
          ("remedy", finding.remedy.map(JSON.wording) ?? .null),
        ]))
    }
    document.endList()
    document.end()
  }
}
