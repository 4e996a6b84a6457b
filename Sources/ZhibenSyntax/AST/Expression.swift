/// A name as written, with its place.
public struct Name: Hashable, Sendable {
  /// The width-folded text, without 「」.
  public var text: String
  /// Where it stands.
  public var span: Span
  /// Whether it stood in 「」.
  public var isQuoted: Bool

  /// Makes a name.
  public init(_ text: String, _ span: Span, isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
  }
}

/// An expression, question or term with its place. Nesting is bounded by the parser (`tooDeep`), so walking it recursively is safe.
public struct Expression: Hashable, Sendable {
  /// What it is.
  public indirect enum Kind: Hashable, Sendable {
    /// A bare name: a field, a variable, a register, a scope, an enum value … the resolver decides.
    case name(Name)
    /// `本企业`, `this 企业`: the rule's subject.
    case this(Name)
    /// `该隐患`, `that 隐患`: the record of the nearest enclosing condition over that register.
    case that(Name)
    /// `企业「甲厂」`: the record with that key.
    case record(register: Name, key: Name)
    /// Text and interpolations in order.
    case string([StringPart])
    case literal(Literal)
    /// `{A、B 等}`; `isOpen` when it ends in 等.
    case set([Expression], isOpen: Bool)
    /// `{名称：甲厂，状态：在产}`: a record by fields; `{"甲"：1，"乙"：2}`: a map by keys.
    case entries([Entry])
    /// `a.b`
    case member(Expression, Name)
    /// `f(x)`, `有(隐患 其中 …)`, `列表（1）`, `表（"甲"）`; the callee is a name, or a value that is a list or a map.
    case call(Expression, [Expression])
    /// `租赁 经 承租方`
    case via(Expression, Name)
    case negate(Expression)
    case not(Expression)
    /// `全部 隐患`
    case all(Expression)
    /// `历次 X`
    case history(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b`; more than one right side is a chain, which the resolver refuses after names are known.
    case comparison(Expression, [ComparisonTail])
    /// `x 为空` (`isNegated` false), `x 不为空`.
    case isEmpty(Expression, isNegated: Bool)
    /// `x 介于 a 与 b`, both included.
    case between(Expression, Expression, Expression)
    /// `X 于 W`: X within the window or at the day W.
    case during(Expression, Expression)
    /// `a 至 b`
    case through(Expression, Expression)
    /// `发现日期 前12个月`, `起租日 后 30日内`, with 之前: `届满 前8个工作日 之前`.
    case offset(Expression, OffsetDirection, Literal, endsBefore: Bool)
    /// `若 a 则 b 否则 c`
    case conditional(Expression, Expression, Expression)
    /// `曾 X 于 W`
    case ever(Expression)
    // Query suffixes.
    case filter(Expression, Expression)
    case group(Expression, [Expression])
    case aggregate(Expression, [QueryColumn])
    case sort(Expression, [SortKey])
    case select(Expression, [QueryColumn])
    case first(Expression, Int)
    case setOperation(SetOperator, Expression, Expression)
    /// What could not be parsed; an issue was reported. Consumers stay silent about it.
    case missing
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var span: Span

  /// Makes an expression.
  public init(_ kind: Kind, _ span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// `名称：甲厂` or `"甲"：1`.
public struct Entry: Hashable, Sendable {
  /// The key: a bare or quoted name is a field's, any other expression a map's key.
  public enum Key: Hashable, Sendable {
    case field(Name)
    case value(Expression)
  }
  public var key: Key
  public var value: Expression
  public init(_ key: Key, _ value: Expression) { (self.key, self.value) = (key, value) }
}

/// A piece of a string.
public enum StringPart: Hashable, Sendable {
  case text(String)
  case interpolation(Expression)
}

/// Operators between two operands.
public enum BinaryOperator: String, Hashable, Sendable {
  case and, or, add, subtract, multiply, divide
}

/// Comparisons, by sign or word.
public enum ComparisonOperator: String, Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// 属于
  case isIn
  case notIn
  /// 包含
  case contains
  case notContains
}

/// One `operator operand` of a comparison.
public struct ComparisonTail: Hashable, Sendable {
  public var operation: ComparisonOperator
  public var operationSpan: Span
  public var operand: Expression
  public init(_ operation: ComparisonOperator, _ operationSpan: Span, _ operand: Expression) {
    (self.operation, self.operationSpan, self.operand) = (operation, operationSpan, operand)
  }
}

/// 前 or 后.
public enum OffsetDirection: String, Hashable, Sendable { case before, after }

/// 并 除 交.
public enum SetOperator: String, Hashable, Sendable { case union, minus, both }

/// A column of 统计 or 选取: `家数 = 数量()`, or a bare value.
public struct QueryColumn: Hashable, Sendable {
  public var name: Name?
  public var value: Expression
  public init(name: Name?, value: Expression) { (self.name, self.value) = (name, value) }
}

/// `家数 降序`.
public struct SortKey: Hashable, Sendable {
  public var value: Expression
  public var isDescending: Bool
  public init(value: Expression, isDescending: Bool) {
    (self.value, self.isDescending) = (value, isDescending)
  }
}
