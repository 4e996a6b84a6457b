/// One statement of a script: what is done in order, where declarations only say what holds.
public struct Statement: Sendable {
  /// What it does.
  public indirect enum Kind: Sendable {
    /// `令 名：类型 = 值`; the type may be left out.
    case bind(Name, TypeExpression?, Expression)
    /// `名 := 值`, `表（键） := 值`, `记录.栏 := 值`. The target is a name, a member or a call as parsed; the resolver refuses others.
    case assign(Expression, Expression)
    /// `若 c { } 否则 若 d { } 否则 { }`
    case branch([ConditionalBlock], otherwise: [Statement]?)
    /// `对 每个 x 于 s { }`
    case forEach(Name, in: Expression, [Statement])
    /// `循环 c { }`
    case loop(Expression, [Statement])
    /// 跳出
    case breakLoop
    /// 继续
    case continueLoop
    /// 返回
    case giveBack(Expression?)
    /// `显示 a，b`: each a value or a question. `显示 逾期 选取 a，b` is one question.
    case show([Expression])
    /// `记入 企业 { 名称：甲厂 }`: a record of that register.
    case insert(Name, Expression)
    /// `修改 企业「甲厂」 { 人数：60 }`: a record or a question, and a record of the fields to change.
    case update(Expression, Expression)
    /// `注销 企业「甲厂」`
    case delete(Expression)
    /// `断言 c`, `断言 c，"为何"`
    case assert(Expression, message: Expression?)
    /// `截至 2025年4月3日`: the judged day from here on. In tests, and first in a script.
    case asOf(Expression)
    /// `预期 问句 为 { 提醒 }`, `预期 条件`. Only in tests.
    case expect(Expression, yields: Expression?)
    /// `假设 { 年度执法.频次 = 每半年1次；记入 … } { … }`
    case suppose([Supposition], [Statement])
    /// `推演 直至 2027年12月31日 { … }`
    case project(until: Expression, [Statement])
    /// A question or a call that stands alone: its value is shown, unless it has none.
    case evaluate(Expression)
  }

  /// What it does.
  public var kind: Kind
  /// Where it stands.
  public var span: Span
  /// The heading path of a literate file, outermost first.
  public var headings: [String]

  /// Makes a statement.
  public init(_ kind: Kind, _ span: Span, headings: [String] = []) {
    self.kind = kind
    self.span = span
    self.headings = headings
  }
}

/// One `若 c { }`.
public struct ConditionalBlock: Sendable {
  public var condition: Expression
  public var body: [Statement]
  public init(_ condition: Expression, _ body: [Statement]) {
    self.condition = condition
    self.body = body
  }
}

/// One line of 假设.
public enum Supposition: Sendable {
  /// `年度执法.频次 = 每半年1次`, `参数名 = 3`: the path, and the value or the cadence that takes its place.
  case value(Expression, SupposedValue, Span)
  /// 记入, 修改 or 注销, undone behind the block.
  case change(Statement)
  public enum SupposedValue: Sendable {
    case expression(Expression)
    case cadence(CadenceExpression)
  }
}

/// `函数 风险分(e: 企业)：数 { … }`
public struct FunctionBody: Sendable {
  public var parameters: [Parameter]
  /// Nil for a function that gives nothing back.
  public var result: TypeExpression?
  public var statements: [Statement]
  /// `e: 企业`
  public struct Parameter: Sendable {
    public var name: Name
    public var type: TypeExpression
    public init(_ name: Name, _ type: TypeExpression) {
      self.name = name
      self.type = type
    }
  }
  public init(parameters: [Parameter], result: TypeExpression?, statements: [Statement]) {
    self.parameters = parameters
    self.result = result
    self.statements = statements
  }
}

/// `测试 "逾期三日只提醒" { … }`
public struct TestBody: Sendable {
  /// What the test is called; a 测试 may be named by a word or a text.
  public var title: String
  public var titleSpan: Span
  public var statements: [Statement]
  public init(title: String, titleSpan: Span, statements: [Statement]) {
    self.title = title
    self.titleSpan = titleSpan
    self.statements = statements
  }
}
