import Zhiben
import ZhibenSession

/// The results of tests for programs.
struct TestDocument {
  /// The version of this layout; it grows when a key changes its meaning.
  static let schema = "zhiben.test/1"

  let session: Session

  func write(_ runs: [TestedScript]) {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("count", .number(runs.reduce(0) { $0 + $1.results.count }))
    document.field("failed", .number(runs.reduce(0) { $0 + $1.failed }))
    document.beginList("tests")
    for run in runs {
      for result in run.results { document.element(test(result, run.suite)) }
    }
    document.endList()
    if runs.contains(where: { $0.coverage != nil }) {
      document.beginList("coverage")
      for run in runs {
        if let coverage = run.coverage { document.element(self.coverage(coverage, run)) }
      }
      document.endList()
    }
    if runs.contains(where: { $0.mutation != nil }) {
      document.beginList("mutation")
      for run in runs { if let report = run.mutation { document.element(mutation(report, run)) } }
      document.endList()
    }
    document.end()
  }

  private func coverage(_ coverage: Coverage, _ run: TestedScript) -> JSON {
    func share(_ share: Coverage.Share) -> JSON {
      .object([("reached", .number(share.reached)), ("count", .number(share.count))])
    }
    let places = coverage.places.map { place -> JSON in
      let (file, line) = run.suite.place(of: place.origin)
      return .object([
        ("kind", .text(place.kind.rawValue)), ("owner", .text(place.owner)), ("file", .text(file)),
        ("line", .number(line)), ("text", .text(run.suite.text(of: place.origin))),
        ("reached", .bool(place.isReached)),
      ])
    }
    return .object([
      ("script", .text(run.path)), ("rules", share(coverage.rules)),
      ("branches", share(coverage.branches)), ("places", .array(places)),
    ])
  }

  private func mutation(_ report: MutationReport, _ run: TestedScript) -> JSON {
    let entries = report.entries.map { entry -> JSON in
      let mutant = entry.mutant
      let (file, line) = run.suite.place(of: mutant.origin)
      var fields: [(String, JSON)] = [
        ("kind", .text(mutant.kind.rawValue)), ("owner", .text(mutant.owner)),
        ("file", .text(file)), ("line", .number(line)),
        ("change", .object([("zh", .text(mutant.change.zh)), ("en", .text(mutant.change.en))])),
      ]
      switch entry.verdict {
      case .killed(let title): fields += [("verdict", .text("killed")), ("by", .text(title))]
      case .survived: fields.append(("verdict", .text("survived")))
      case .unreached: fields.append(("verdict", .text("unreached")))
      }
      return .object(fields)
    }
    return .object([
      ("script", .text(run.path)), ("tried", .number(report.entries.count)),
      ("killed", .number(report.killed)), ("untried", .number(report.untried)),
      ("mutants", .array(entries)),
    ])
  }

  private func test(_ result: TestResult, _ suite: TestSuite) -> JSON {
    let (file, line) = suite.place(of: result.origin)
    var fields: [(String, JSON)] = [
      ("title", .text(result.title)), ("file", .text(file)), ("line", .number(line)),
      ("passed", .bool(result.passed)),
    ]
    if let failure = result.failure {
      let message = suite.diagnostic(failure)
      fields.append(("code", .text(message.code.rawValue)))
      fields.append(
        ("message", .wording(Wording(zh: message.message(in: .zh), en: message.message(in: .en)))))
      fields.append(("failed_line", .number(suite.place(of: failure.failure.origin).line)))
      fields.append(
        (
          "outcomes",
          .array(failure.found.map { .object([("zh", .text($0.zh)), ("en", .text($0.en))]) })
        ))
    }
    return .object(fields)
  }
}
