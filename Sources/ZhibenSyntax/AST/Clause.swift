/// One clause of a declaration: its head word, and a value of the shape that the head asks for.
public struct Clause: Sendable {
  /// The head, e.g. `.subject` for 对象. A bare cadence or deadline in a duty has the head `.cadence` or `.term`; a dated line of a target
  /// (`2024年底前 100%`) has `.term`; a rung has `.overdue`.
  public var head: Keyword
  public var headSpan: Span
  public var span: Span
  public var value: ClauseValue

  /// Makes a clause.
  public init(head: Keyword, headSpan: Span, span: Span, value: ClauseValue) {
    self.head = head
    self.headSpan = headSpan
    self.span = span
    self.value = value
  }
}

/// The shapes a clause's value can have. Behind a reference: some are large, and clauses are handed on often.
public indirect enum ClauseValue: Sendable {
  /// 依据
  case citations([Citation])
  /// 文号 说明
  case text(String, Span)
  /// 对象 条件 凭证 起算 直至 暂停 达标 期间 对比: one question, condition or term.
  case expression(Expression)
  /// 指标 由 致 抄送: several, separated by 、.
  case expressions([Expression])
  /// 辖区 日历 清单
  case names([Name])
  /// 频次, 上限: a cadence, or one chosen 按 keys.
  case cadence(Choice<CadenceExpression>, uncounted: [Name])
  /// 方式, 首期, 力度: a name, or one chosen 按 keys.
  case name(Choice<Name>)
  /// `2025年底前`, `起租日 后 30日内`, `10日内` as the term of a duty or requirement.
  case term(Expression)
  /// 宽限 提前 容差 工作量
  case literal(Literal, Span)
  /// 例外
  case exception(ExceptionClause)
  /// 逾期 { … } 违反 { … } 未达 { … }
  case actions([Action])
  /// `逾期15日 通报 致 企业.村`
  case rung(Rung)
  /// `2024年底前 100%`
  case datedLine(DatedLine)
  /// `下降 20%以上`, `上升 不低于5%`
  case bound(BoundExpression)
  /// `口径 及时 = 10个工作日` in a plan's header.
  case reading(Name, Expression)
  /// `基数为零 则 为零`: the stated outcome.
  case outcome(Name)
  /// `分层 村 每层 至少1家`
  case strata(Expression, least: BoundExpression?)
  /// `冻结 3月1日、9月1日`, 补抽
  case yearDays([MonthDay], Span)
  /// `人员 2人 随机 回避 同村`
  case staff(StaffClause)
  /// `期间 按 期 { 6月10日：上年12月 至 本年5月；其他：… }`
  case spans(Choice<Expression>)
  /// `栏目 { 次数 = 数量（检查 于 本期）；责任部门 }`; a column without a value has its name in the place of one.
  case columns([QueryColumn])
  /// `作用 年度执法.频次 降一档`
  case effects([EffectClause])
  /// `事故 新增 其中 级别 ≥ 较大` behind 当.
  case event(EventTrigger)
  /// A clause without a value (文件未规定, 种子 届时公布, 自 发生).
  case none
}

/// `人员 2人 自 人员 其中 持证 随机 回避 同村 均衡`: who is drawn with each unit.
public struct StaffClause: Sendable {
  public var count: Literal
  public var countSpan: Span
  /// 自: from whom; nil for the register 人员.
  public var source: Expression?
  /// 回避: conditions over inspector and unit, or 同 with the name of a field that both have.
  public var avoid: [Expression]
  /// 均衡: who has the fewest assignments goes first.
  public var isBalanced: Bool
  public init(
    count: Literal, countSpan: Span, source: Expression?, avoid: [Expression], isBalanced: Bool
  ) {
    self.count = count
    self.countSpan = countSpan
    self.source = source
    self.avoid = avoid
    self.isBalanced = isBalanced
  }
}

/// `年度执法.频次 降一档`: what 激励 does to a clause of another rule.
public struct EffectClause: Sendable {
  /// The rule and its clause, as a path.
  public var clause: Expression
  /// One of `measures`.
  public var measure: Keyword
  public var span: Span
  public init(clause: Expression, measure: Keyword, span: Span) {
    (self.clause, self.measure, self.span) = (clause, measure, span)
  }

  /// 降一档 减半
  public static let measures: [Keyword] = [.stepDown, .halved]
}

/// `"二（二）6"` or `《安全生产法》第四十一条`.
public struct Citation: Hashable, Sendable {
  /// The text without quotes, with 《》 for a title.
  public var text: String
  public var article: String?
  public var span: Span
  public init(text: String, article: String?, span: Span) {
    (self.text, self.article, self.span) = (text, article, span)
  }
}

/// A value, or one chosen by keys.
public indirect enum Choice<Value: Sendable>: Sendable {
  case direct(Value)
  case by([Expression], [ChoiceArm<Value>], Span)
}

/// `重点、任意：每季度1次`. `value` is nil for 免除.
public struct ChoiceArm<Value: Sendable>: Sendable {
  /// One part for each key; with a single key, `C、D：` gives one part with two alternatives.
  public var labels: [LabelPart]
  public var labelSpan: Span
  public var value: Value?
  public var span: Span
  public init(labels: [LabelPart], labelSpan: Span, value: Value?, span: Span) {
    (self.labels, self.labelSpan, self.value, self.span) = (labels, labelSpan, value, span)
  }
}

/// What a label says about one key.
public enum LabelPart: Hashable, Sendable {
  /// 任意
  case any
  /// 其他: the rest.
  case rest
  /// `C 或 D`, `C 至 D`, `300人以上`, `大于 5`.
  case alternatives([LabelAtom])
}

/// One alternative of a label.
public enum LabelAtom: Hashable, Sendable {
  case value(Expression)
  case range(Expression, Expression)
  case bound(BoundExpression)
}

/// `不低于10%`, `20%以上`, `100%`, `为零`.
public struct BoundExpression: Hashable, Sendable {
  /// `.equal` when only a quantity stands there.
  public var operation: ComparisonOperator
  /// A literal `.quantity`, `.number` or `.duration`, or a parameter's name.
  public var value: Expression
  public var span: Span
  public init(_ operation: ComparisonOperator, _ value: Expression, _ span: Span) {
    (self.operation, self.value, self.span) = (operation, value, span)
  }
}

/// A cadence with what qualifies it.
public struct CadenceExpression: Sendable {
  public enum Head: Sendable {
    case literal(CadenceLiteral)
    /// `自 投产日期 起每6个月`
    case anchored(Expression, DurationLiteral)
    /// `距上次 不超过 3个月` as a phrase whose bound is an expression, `距上次 5个月至7个月`.
    case sinceLast(earliest: DurationLiteral?, latest: DurationLiteral)
    /// `三年内 覆盖 全部 项目`
    case coverage(DurationLiteral, Expression)
    /// `2025年底前` in place of a cadence: once.
    case once(Expression)
    /// A parameter or field of type 频次.
    case name(Expression)
    /// `每6个月` without an anchor (the semantics ask for one).
    case everyN(DurationLiteral)
  }
  public var head: Head
  public var modifiers: [CadenceModifier]
  public var span: Span
  public init(head: Head, modifiers: [CadenceModifier], span: Span) {
    (self.head, self.modifiers, self.span) = (head, modifiers, span)
  }
}

/// What may follow a cadence.
public enum CadenceModifier: Sendable {
  /// `首次 登记 后 45日内`
  case firstTime(Expression)
  /// `间隔 不少于30日`
  case spacing(BoundExpression)
  /// `容差 后10日`
  case tolerance(DurationLiteral)
  /// `至少 N次`, `至多 N次` behind a bare cadence; the count may be a parameter.
  case least(Expression)
  case most(Expression)
  /// `10日前` form behind a cadence: `每年2次 6月底前`.
  case deadline(DeadlineLiteral)
}

/// `例外 高危企业：每月至少1次 从严`, `例外 X { 由 …；频次 … }`, `例外 汛期 内：…`.
public struct ExceptionClause: Sendable {
  public var scope: Expression
  public var isSpan: Bool
  public enum Override: Sendable {
    case cadence(CadenceExpression)
    /// 免除
    case exempt
    case clauses([Clause])
  }
  public var override: Override
  /// `.strict` `.superior` `.newer` `.special`
  public var policy: Keyword?
  public init(scope: Expression, isSpan: Bool, override: Override, policy: Keyword?) {
    self.scope = scope
    self.isSpan = isSpan
    self.override = override
    self.policy = policy
  }
}

/// One action: verb, objects, and who, to whom, with what, by when (language: one action clause everywhere).
public struct Action: Sendable {
  /// The verb as written; nil for 择一 and 并用 blocks, and for `须 …`, which makes an obligation of what stands in `needs`.
  public var verb: Name?
  /// 择一 { … }: a person chooses one.
  public var choices: [Action]
  public var objects: [Expression]
  /// 由 (does); `isApproval` when 批准 or 审定 follows the name.
  public var by: [Actor]
  /// 致
  public var to: [Expression]
  /// 抄送
  public var copies: [Expression]
  /// 须
  public var needs: [Expression]
  /// 直至
  public var until: Expression?
  /// `10个工作日内`, `期限 …`, `…底前`
  public var term: Expression?
  /// A text as written.
  public var note: String?
  public var span: Span
  public struct Actor: Sendable {
    public var name: Expression
    public var isApproval: Bool
    public init(name: Expression, isApproval: Bool) {
      (self.name, self.isApproval) = (name, isApproval)
    }
  }
  public init(
    verb: Name?, choices: [Action] = [], objects: [Expression] = [], by: [Actor] = [],
    to: [Expression] = [], copies: [Expression] = [], needs: [Expression] = [],
    until: Expression? = nil, term: Expression? = nil, note: String? = nil, span: Span
  ) {
    self.verb = verb
    self.choices = choices
    self.objects = objects
    self.by = by
    self.to = to
    self.copies = copies
    self.needs = needs
    self.until = until
    self.term = term
    self.note = note
    self.span = span
  }
}

extension Action {
  /// Whether it is `须 整改报告 …`: somebody owes what it names.
  public var isObligation: Bool { verb == nil && choices.isEmpty && !needs.isEmpty }
}

/// A rung of a ladder. Lines of 由/致/须/抄送/直至 below it belong to it and are merged into `action`.
public struct Rung: Sendable {
  /// `逾期15日` gives the term; `逾期 催办日数` a parameter's name; `届满前1个月内` an expiry literal.
  public enum Delay: Sendable {
    case literal(Literal)
    case expression(Expression)
  }
  public var delay: Delay
  public var delaySpan: Span
  public var action: Action
  public init(delay: Delay, delaySpan: Span, action: Action) {
    (self.delay, self.delaySpan, self.action) = (delay, delaySpan, action)
  }
}

/// `2024年底前 100%`: a deadline or period and the value due by then.
public struct DatedLine: Sendable {
  public var date: Literal
  public var dateSpan: Span
  public var bound: BoundExpression
  public init(date: Literal, dateSpan: Span, bound: BoundExpression) {
    (self.date, self.dateSpan, self.bound) = (date, dateSpan, bound)
  }
}
