import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// One small change of a program that tests should notice.
public struct Mutant: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A threshold one more or one less.
    case threshold
    /// `<` for `≤`, `=` for `≠`, and so on.
    case comparison
    /// 且 for 或.
    case connective
    /// The next longer or shorter period, or a term of one more.
    case cadence
    /// A day or term of a deadline, line or window one more.
    case deadline
    /// A 例外 left out.
    case exception
    /// A rung a day earlier or later.
    case rung
    /// 直至 left out.
    case until
    /// 暂停 left out.
    case pause
  }

  public var kind: Kind
  /// The rule, scope, partition or function that it stands in.
  public var owner: String
  /// The changed place.
  public var origin: Origin
  /// What stands there now and what the mutant has: `≥ → >`.
  public var change: Wording
  /// Its number among all mutants of the program.
  public var number: Int
  /// What a test must have reached for the change to matter.
  var reach: Reach

  enum Reach: Hashable, Sendable {
    /// Judged an expression at that place.
    case judged(Origin)
    /// Asked about the rule.
    case asked(Int)
  }

  /// Whether the change can matter to a test that left such a trace.
  func isReached(by trace: TestTrace) -> Bool {
    switch reach {
    case .judged(let origin): trace.seen[origin] != nil
    case .asked(let rule): trace.asked.contains(rule)
    }
  }
}

extension Program {
  /// All mutants, in the order of their numbers.
  public var mutants: [Mutant] {
    var mutator = ProgramMutator(target: nil)
    var copy = self
    mutator.walk(&copy)
    return mutator.found
  }

  /// The program with one change.
  func mutated(_ mutant: Mutant) -> Program {
    var mutator = ProgramMutator(target: mutant.number)
    var copy = self
    mutator.walk(&copy)
    if let remake = remaking {
      copy.remaking = { values in remake(values)?.mutated(mutant) }
    }
    return copy
  }
}
