import ZhibenRuntime
import ZhibenSemantics

/// How tests stand against small changes of the plan.
public struct MutationReport: Sendable {
  /// A mutant and what became of it.
  public struct Entry: Sendable {
    public var mutant: Mutant
    public var verdict: MutationVerdict
  }

  /// Those that were tried, in the order of the plan.
  public var entries: [Entry]
  /// How many could not be tried in the time allowed.
  public var untried: Int

  /// The mutants that no test noticed, those that no test reaches included.
  public var survivors: [Entry] {
    entries.filter { if case .killed = $0.verdict { false } else { true } }
  }
  /// How many of the tried mutants were noticed.
  public var killed: Int { entries.count - survivors.count }
}

extension TestSuite {
  /// Changes the plan in one place after another and looks whether a test notices. Only tests that passed and reached the place are run again.
  /// - Parameters:
  ///   - results: of `run(jobs:traces:)` with traces.
  ///   - jobs: how many mutants are tried at once.
  ///   - isOver: whether the time allowed is used up; what is left then is not tried, spread over the whole plan.
  public func mutate(
    _ results: [TestResult], jobs: Int = 1, isOver: @escaping @Sendable () -> Bool = { false }
  ) -> MutationReport {
    let runner = runner
    let passed = zip(tests, results).compactMap { test, result in
      result.trace.flatMap { result.passed ? (test: test, trace: $0) : nil }
    }
    let mutants = script.program.mutants
    // In strides, so that what the time does not suffice for is no one part of the plan.
    let stride = 7
    let order = (0..<stride).flatMap { offset in
      Swift.stride(from: offset, to: mutants.count, by: stride).map { mutants[$0] }
    }
    let tried = order.parallelMap(jobs: jobs) { mutant -> MutationReport.Entry? in
      if isOver() { return nil }
      return MutationReport.Entry(mutant: mutant, verdict: runner.verdict(on: mutant, passed))
    }
    let entries = tried.compactMap { $0 }.sorted {
      ($0.mutant.origin.source, $0.mutant.origin.span.start, $0.mutant.number)
        < ($1.mutant.origin.source, $1.mutant.origin.span.start, $1.mutant.number)
    }
    return MutationReport(entries: entries, untried: mutants.count - entries.count)
  }

  /// What the tests reached.
  public func coverage(_ results: [TestResult]) -> Coverage {
    Coverage(script.program, results.compactMap(\.trace))
  }

  /// The line of a place as it stands in its source.
  public func line(of origin: Origin) -> String {
    let sources = script.program.sources
    guard sources.indices.contains(origin.source) else { return "" }
    let source = sources[origin.source]
    return source.text(source.lineSpan(source.line(at: origin.span.start)))
  }

  /// The text at a place, on one line.
  public func text(of origin: Origin) -> String {
    let sources = script.program.sources
    guard sources.indices.contains(origin.source) else { return "" }
    return sources[origin.source].text(origin.span)
      .split(whereSeparator: \.isNewline)
      .map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
  }
}
