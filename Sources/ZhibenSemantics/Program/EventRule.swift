import ZhibenCalendar
import ZhibenSyntax

/// 当: an edge on the timeline of a record and one thing that follows from it (time 6). A declaration with several actions is as many rules of
/// one name.
public struct EventRule: Hashable, Sendable {
  public var trigger: Trigger
  /// The number of the action in its declaration, from 1: with record and day the key of what follows (time 3).
  public var clause: Int
  public var consequence: Consequence
  /// 自 发生: the term runs from the edge even where it became known later (time 6).
  public var runsFromOccurrence: Bool

  /// What is waited for.
  public struct Trigger: Hashable, Sendable {
    /// The register of the records on whose timelines the edges lie.
    public var register: RegisterID
    public var kind: Kind
    /// 其中: a condition over the record in frame 0, judged on the day of the edge.
    public var condition: Core?
    /// As written.
    public var text: String
    /// Makes one.
    public init(register: RegisterID, kind: Kind, condition: Core?, text: String) {
      (self.register, self.kind) = (register, kind)
      (self.condition, self.text) = (condition, text)
    }
  }

  /// The kinds of edges. What was already so before the rule began is none.
  public enum Kind: Hashable, Sendable {
    /// 新增: the record's day of happening.
    case added
    /// 变更: a known value gives way to another known one.
    case changed(Core)
    /// 变为: a condition that was false of a record comes true.
    case becomes(Core)
    /// 进入 退出: membership begins or ends, also with the record itself.
    case entered(Core)
    case left(Core)
    /// 届满: a date is reached, or the day so long before it.
    case expired(Core, before: Term?)
    case tally(Tally)
  }

  /// 累计 连续: the record that reaches the number, inclusive (time 40).
  public struct Tally: Hashable, Sendable {
    /// 连续: none of another kind may lie between.
    public var isConsecutive: Bool
    public var count: Int
    /// 于: so many days, up to and including that of the record.
    public var window: Term?
    /// For whose record is counted: the reference over the record in frame 0; nil: for all together.
    public var group: Core?
    /// Makes one.
    public init(isConsecutive: Bool, count: Int, window: Term?, group: Core?) {
      (self.isConsecutive, self.count) = (isConsecutive, count)
      (self.window, self.group) = (window, group)
    }
  }

  /// What follows.
  public enum Consequence: Hashable, Sendable {
    /// A row of 通知: proposed, or for a named person to decide.
    case notice(ActionSpec)
    /// 须: an obligation with its evidence.
    case obligation(Task)
    /// 检查: a visit for each of `members`, conditions with the event's record in frame 0 and the one to visit in frame 1.
    case visits(Task, members: Subject)
  }

  /// What is owed after an event.
  public struct Task: Hashable, Sendable {
    /// Counted from the edge, or from when it became known.
    public var term: Term
    public var bearers: [Party]
    /// Over the subject of the task in frame 0: of a visit the one visited, else the record of the event.
    public var evidence: Evidence?
    /// As written.
    public var text: String
    public var origin: Origin
    /// Makes one.
    public init(
      term: Term, bearers: [Party], evidence: Evidence?, text: String, origin: Origin
    ) {
      (self.term, self.bearers, self.evidence) = (term, bearers, evidence)
      (self.text, self.origin) = (text, origin)
    }
  }

  /// Makes a rule.
  public init(
    trigger: Trigger, clause: Int, consequence: Consequence, runsFromOccurrence: Bool = false
  ) {
    (self.trigger, self.clause) = (trigger, clause)
    (self.consequence, self.runsFromOccurrence) = (consequence, runsFromOccurrence)
  }
}

extension EventRule {
  /// What is owed; nil for a notice.
  public var task: Task? {
    switch consequence {
    case .notice: nil
    case .obligation(let task), .visits(let task, _): task
    }
  }

  /// The register of the subjects of what follows: of visits those visited.
  public var subjectRegister: RegisterID {
    if case .visits(_, let members) = consequence { members.register } else { trigger.register }
  }

  /// What is done, in words.
  public var measure: String {
    switch consequence {
    case .notice(let action): action.measure
    case .obligation(let task), .visits(let task, _): task.text
    }
  }
}

extension EventRule.Kind {
  /// The expressions that are followed over time.
  public var cores: [Core] {
    switch self {
    case .added: []
    case .changed(let core), .becomes(let core), .entered(let core), .left(let core),
      .expired(let core, _):
      [core]
    case .tally(let tally): [tally.group].compactMap { $0 }
    }
  }
}
