import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// What one rule asks for in a span that lies ahead.
public struct RuleForecast: Hashable, Sendable {
  /// Position in `Program.rules`.
  public var rule: Int
  public var kind: OutcomeKind
  /// How many fall due in each month of the span.
  public var due: [Int]
  /// The same work spread over the months in which it may be done.
  public var spread: [Int]
  /// How many were overdue already when the span begins; in none of the months.
  public var backlog: Int
  /// How many rest on something unknown: not counted in the others (time 7).
  public var unknown: Int
  /// How many a cap leaves out.
  public var capped: Int
  /// How many fall due in the span, by position of the subject.
  public var bySubject: [Int32: Int]
  /// 工作量: person-days for each, if the rule says so.
  public var effort: Rational?

  /// How many fall due in the span.
  public var total: Int { due.reduce(0, +) }

  /// Person-days of so many.
  public func effort(of count: Int) -> Rational? { effort?.multiplied(by: Rational(count)) }
}
