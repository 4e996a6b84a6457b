import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// What a procedure runs in: the program it belongs to, the facts, the day, and what the host gives. Immutable, shared by threads.
public struct World: Sendable {
  public var program: Program
  public var snapshot: Snapshot
  public var calendar: WorkCalendar
  /// The judged day (今日).
  public var day: CivilDate
  /// The bodies of `Program.hostFunctions`, by position. A call of one that is lacking is an error (E0814).
  public var hostFunctions: [HostBody?]
  /// Whoever knows the outcomes of the plan; without it the registers of outcomes hold what the snapshot holds.
  public var outcomes: OutcomeProvider?
  /// Whoever answers questions in place of the snapshot, as long as nothing is pending.
  public var answering: (any QueryAnswering)?
  /// What earlier runs of the same script and day have written, by `Write.identity`: it is not written again.
  public var written: Set<String>

  /// The body of a host function: arguments and result are of the types of its signature, nil is unknown. What it throws ends the script (E0814).
  public typealias HostBody = @Sendable ([Value?]) throws -> Value?

  /// Makes a world.
  public init(
    program: Program, snapshot: Snapshot, calendar: WorkCalendar, day: CivilDate,
    hostFunctions: [HostBody?] = [], outcomes: OutcomeProvider? = nil,
    answering: (any QueryAnswering)? = nil, written: Set<String> = []
  ) {
    (self.program, self.snapshot, self.calendar) = (program, snapshot, calendar)
    (self.day, self.hostFunctions) = (day, hostFunctions)
    (self.outcomes, self.answering, self.written) = (outcomes, answering, written)
  }
}

/// Gives the rows of registers that hold outcomes of the plan (义务, 检查任务, 台阶 …). Asked when a statement reads one of them, and again after
/// the facts, the day or what is supposed have changed.
public struct OutcomeProvider: Sendable {
  /// The registers whose rows it gives.
  public var registers: Set<RegisterID>
  /// The rows by register, each with a value for every field in order. What it throws ends the script (E0815), an `OutcomeRefusal` with its reason.
  public var rows: @Sendable (OutcomeRequest) throws -> [RegisterID: [[Value?]]]

  /// Makes a provider.
  public init(
    registers: Set<RegisterID>,
    rows: @escaping @Sendable (OutcomeRequest) throws -> [RegisterID: [[Value?]]]
  ) {
    (self.registers, self.rows) = (registers, rows)
  }
}

/// For what outcomes are asked.
public struct OutcomeRequest: Sendable {
  /// The facts with everything that the script has written.
  public var snapshot: Snapshot
  public var day: CivilDate
  /// What 假设 changes, outer blocks first.
  public var suppositions: [Supposition]
}

/// Why a provider cannot give outcomes, in words for the script's author.
public struct OutcomeRefusal: Error, Hashable {
  public var reason: Wording
  /// Makes a refusal.
  public init(_ reason: Wording) { self.reason = reason }
}

/// 假设 of a 参数 or of a rule's cadence. Supposed facts are in the snapshot.
public enum Supposition: Hashable, Sendable {
  /// By position in `Program.parameters`.
  case parameter(Int, Value?)
  /// By position in `Program.rules`.
  case cadence(rule: Int, Cadence)
}

/// Answers questions over registers in place of the snapshot: a store, by SQL.
public protocol QueryAnswering: Sendable {
  /// The answer as `Query` documents it, or nil if it is not for this one; then the snapshot is asked. What it throws ends the script (E0816).
  func answer(_ query: Query, _ context: QueryContext) throws -> QueryAnswer?
}

/// From where a question is asked.
public struct QueryContext {
  public var day: CivilDate
  /// The values of the variables that the question names; nil is unknown.
  public var variable: (Int) -> Value?
}

/// The answer to a question.
public struct QueryAnswer: Hashable, Sendable {
  public var elements: [Value]
  /// How many rows were left out because it is unknown whether they are in.
  public var undecided: Int
  /// Makes an answer.
  public init(elements: [Value], undecided: Int) {
    (self.elements, self.undecided) = (elements, undecided)
  }
}

/// What a run of a procedure came to. Nothing is stored: whoever holds the store carries out the writes.
public struct ScriptRun: Sendable {
  /// What was given back; nil is unknown, or nothing.
  public var result: Value?
  /// 显示, in order.
  public var shown: [Shown]
  /// 记入, 修改, 注销, in order.
  public var writes: [Write]
  /// Where something unknown decided nothing.
  public var undecided: [Undecided]
  /// Counted as `Budget` says; the same on every machine.
  public var steps: Int
  public var bytes: Int
  /// How many changes were left out, since an earlier run of the same script and day has made them (`World.written`).
  public var repeated: Int
  /// The facts with all writes: what the positions of records in values and writes refer to.
  public var snapshot: Snapshot

  /// One 显示.
  public struct Shown: Hashable, Sendable {
    public var items: [Item]
    public var origin: Origin

    /// A value as it was shown; nil is unknown.
    public struct Item: Hashable, Sendable {
      /// As written; the heading of a table.
      public var text: String
      public var value: Value?
      public var type: ValueType
    }
  }

  /// A place where something unknown decided nothing: a 若, a list to go through, rows of a question.
  public struct Undecided: Hashable, Sendable {
    public var origin: Origin
    /// How often, or how many rows.
    public var count: Int
  }
}
