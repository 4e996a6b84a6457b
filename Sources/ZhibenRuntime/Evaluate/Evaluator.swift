import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Kleene truth.
public enum Truth: UInt8, Hashable, Sendable {
  case no = 0
  case yes = 1
  case unknown = 2

  /// `no` and `yes` of a bool, `unknown` of nil.
  public init(_ value: Bool?) {
    switch value {
    case true?: self = .yes
    case false?: self = .no
    case nil: self = .unknown
    }
  }
}

/// Judges checked expressions over the facts of one snapshot.
///
/// There are two: the reference evaluator, which is the meaning, and the fast one. The planner runs on either, and must not be able to tell
/// them apart. Not shared by threads; make one for each.
///
/// `subject` is the position of the record in frame 0 (−1 where a rule has none: targets), `row` of the record in frame 1 (−1 where there is
/// none). `day` is the judged day in days since 1970-01-01: fields are read as of that day, records dated later are invisible.
public protocol Evaluator: AnyObject {
  /// A prepared expression.
  associatedtype Prepared

  /// Makes an evaluator for one program over one snapshot.
  init(program: Program, snapshot: Snapshot, calendar: WorkCalendar)

  /// Prepares an expression; cheap to call once per rule, not once per subject.
  func prepare(_ core: Core) -> Prepared

  /// Judges a condition.
  func truth(_ condition: Prepared, subject: Int32, row: Int32, day: Int32) -> Truth

  /// The value of any expression; nil is unknown.
  func value(_ expression: Prepared, subject: Int32, row: Int32, day: Int32) -> Value?

  /// The first day after the judged one on which a result may differ, taken over all judgements since the caller last set it to
  /// `Int32.max`. The reference evaluator always says the next day.
  var edge: Int32 { get set }

  /// The blank fields on which judgements rested, while `collectsBlanks` is on, that came out unknown since the caller last emptied it.
  /// What is blank but does not bear on the result is not among them.
  var blanks: Set<FieldRef> { get set }
  /// Whether blanks are collected. Off by default: it costs.
  var collectsBlanks: Bool { get set }

  /// The days for which `Window.targetPeriod` stands; nil = every day.
  var targetPeriod: DayRange? { get set }

  /// Who wants to know what is judged: coverage of tests.
  var watch: Watch? { get }

  /// A prepared source of rows.
  associatedtype PreparedRows

  /// Prepares an aggregate's source, window and filter; kind and value do not matter. Once per rule, like `prepare(_:)`.
  func prepare(rows aggregate: Aggregate) -> PreparedRows

  /// Every row of the source that is visible on `day`, whose filter is not certainly false and that the window does not certainly
  /// exclude, in position order, with whether it is certain (`yes`) or `unknown`. Lowers `edge` like any judgement.
  func rows(of source: PreparedRows, subject: Int32, row: Int32, day: Int32) -> [JudgedRow]
}

/// A row that is, or may be, in a collection.
public struct JudgedRow: Hashable, Sendable {
  /// Its position in the register's table.
  public var row: Int32
  /// `yes` or `unknown`.
  public var truth: Truth
  /// Makes one.
  public init(row: Int32, truth: Truth) {
    self.row = row
    self.truth = truth
  }
}
