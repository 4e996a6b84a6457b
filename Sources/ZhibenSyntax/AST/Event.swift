/// What 当 waits for: an edge on the timeline of a register, a scope or a field.
public struct EventTrigger: Sendable {
  public enum Kind: Sendable {
    /// `事故 新增`
    case added
    /// `企业.等级 变更`
    case changed
    /// `企业.等级 变为 D`
    case becomes(Expression)
    /// `高危企业 进入`, `高危企业 退出`
    case entered
    case left
    /// `证书.有效至 届满`; with a duration `证书.有效至 届满前30日`.
    case expired(before: DurationLiteral?)
    /// `检查 累计3次 于 180日 按 企业`, `检查 连续3次`
    case tally(Tally)
  }
  /// How often something is counted, in which window and for whom.
  public struct Tally: Sendable {
    /// The literal as written.
    public var literal: Literal
    public var literalSpan: Span
    /// 于: the window that ends with each record.
    public var window: Expression?
    /// 按: the reference for whose record is counted.
    public var group: Expression?
    public init(literal: Literal, literalSpan: Span, window: Expression?, group: Expression?) {
      (self.literal, self.literalSpan) = (literal, literalSpan)
      (self.window, self.group) = (window, group)
    }
  }
  /// A register or scope by name, or a field of a register.
  public var subject: Expression
  public var kind: Kind
  /// 其中
  public var condition: Expression?
  /// From the subject to the condition.
  public var span: Span
  public init(subject: Expression, kind: Kind, condition: Expression?, span: Span) {
    (self.subject, self.kind, self.condition, self.span) = (subject, kind, condition, span)
  }
}

extension EventTrigger {
  var dump: [String] {
    var parts = [subject.dump]
    switch kind {
    case .added: parts.append("added")
    case .changed: parts.append("changed")
    case .becomes(let value): parts.append(Dump.list("becomes", [value.dump]))
    case .entered: parts.append("entered")
    case .left: parts.append("left")
    case .expired(let before):
      parts.append(
        before.map { Literal.expiry($0, isWindow: false).dump } ?? "expired")
    case .tally(let tally):
      parts.append(tally.literal.dump)
      if let window = tally.window { parts.append(Dump.list("during", [window.dump])) }
      if let group = tally.group { parts.append(Dump.list("by", [group.dump])) }
    }
    if let condition { parts.append(Dump.list("where", [condition.dump])) }
    return parts
  }
}
