import ZhibenSemantics

/// What the tests made of a mutant.
public enum MutationVerdict: Hashable, Sendable {
  /// This test failed.
  case killed(by: String)
  /// All tests that reached the place passed.
  case survived
  /// No test reaches the place: it survives untried.
  case unreached
}

extension TestRunner {
  /// Tries a mutant: runs the tests that reached its place until one fails.
  /// - Parameters:
  ///   - tests: tests that passed on the program itself, with their traces. Those that failed say nothing.
  public func verdict(
    on mutant: Mutant, _ tests: [(test: TestCase, trace: TestTrace)]
  ) -> MutationVerdict {
    let reached = tests.filter { mutant.isReached(by: $0.trace) }
    if reached.isEmpty { return .unreached }
    let runner = TestRunner(
      program: program.mutated(mutant), calendar: calendar, budget: budget)
    for (test, _) in reached where !runner.run(test).passed { return .killed(by: test.title) }
    return .survived
  }
}
