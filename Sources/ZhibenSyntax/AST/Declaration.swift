/// A whole script after parsing: what the resolver reads. Everything keeps its place.
public struct Script: Sendable {
  /// Declarations in source order; they hold everywhere in the file.
  public var declarations: [Declaration]
  /// The statements at the top of the file, in source order: they are done one after another.
  public var statements: [Statement]
  /// The language version that the script names (`版本 1`), if it names one.
  public var version: Int?

  /// Makes a script.
  public init(
    declarations: [Declaration] = [], statements: [Statement] = [], version: Int? = nil
  ) {
    self.declarations = declarations
    self.statements = statements
    self.version = version
  }
}

/// One declaration: `职责 主要负责人带队检查 { … }`.
public struct Declaration: Sendable {
  /// The declaring word (`.duty`, `.plan`, `.register`, …).
  public var keyword: Keyword
  public var keywordSpan: Span
  /// Its name; nil only for `引用` of a text and where it was missing (reported).
  public var name: Name?
  /// The heading path of a literate file, outermost first; the default 依据.
  public var headings: [String]
  public var span: Span
  public var body: Body
  /// Whether an issue was reported inside: parts may be wanting that the author did write, so consumers do not report what it lacks.
  public var isDamaged: Bool

  /// What stands behind the name.
  public enum Body: Sendable {
    /// 登记
    case register(RegisterBody)
    /// 取值
    case enumeration(EnumBody)
    /// `范围 a = query`, `范围 a（级：等级）= query`
    case query(Expression, parameters: [FunctionBody.Parameter])
    /// `参数 n = value { clauses }`, `口径 及时 = 10个工作日 { clauses }`
    case value(Expression, [Clause])
    /// `划分 n 于 query { label：condition … }`
    case partition(PartitionBody)
    /// 引用
    case use
    /// 函数
    case function(FunctionBody)
    /// 测试
    case test(TestBody)
    /// 计划 职责 检查 抽取 激励 报送 必须 当 目标 督办: clauses in source order.
    case clauses([Clause])
  }

  /// Makes a declaration.
  public init(
    keyword: Keyword, keywordSpan: Span, name: Name?, headings: [String], span: Span, body: Body,
    isDamaged: Bool = false
  ) {
    self.keyword = keyword
    self.keywordSpan = keywordSpan
    self.name = name
    self.headings = headings
    self.span = span
    self.body = body
    self.isDamaged = isDamaged
  }
}

/// `登记 企业 别名 enterprise 齐全 { fields }`
public struct RegisterBody: Sendable {
  public var alias: Name?
  /// 齐全, with `按 采集` or `自 …` as written.
  public var completeness: Completeness?
  public var isConfidential: Bool
  public var fields: [FieldDeclaration]
  public enum Completeness: Sendable {
    case complete
    case by(Name)
    case since(Expression)
  }
  public init(
    alias: Name?, completeness: Completeness?, isConfidential: Bool, fields: [FieldDeclaration]
  ) {
    self.alias = alias
    self.completeness = completeness
    self.isConfidential = isConfidential
    self.fields = fields
  }
}

/// `名称 别名 name：文本 必填`
public struct FieldDeclaration: Sendable {
  public var name: Name
  public var alias: Name?
  public var type: TypeExpression
  public var isOptional: Bool
  public var modifiers: [FieldModifier]
  public var span: Span
  public init(
    name: Name, alias: Name?, type: TypeExpression, isOptional: Bool, modifiers: [FieldModifier],
    span: Span
  ) {
    self.name = name
    self.alias = alias
    self.type = type
    self.isOptional = isOptional
    self.modifiers = modifiers
    self.span = span
  }
}

/// What may follow a field's type.
public enum FieldModifier: Hashable, Sendable {
  /// 标识
  case key
  /// 必填
  case required
  /// 保密
  case confidential
  /// 多值
  case many
  /// 日期: this field is the record's day of happening (发生日).
  case date
  /// 默认 v
  case defaultValue(Expression)
}

/// A field's type as written.
public indirect enum TypeExpression: Sendable {
  /// `文本`, `数（元）`, `企业`, `列表（文本）`, `映射（文本，列表（数））`; of 数 the argument is the unit, written like a type.
  case named(Name, arguments: [TypeExpression])
  /// `{通过、不通过}`
  case values([EnumValue], Span)
}

/// `取值 规模 由低到高 { 规上 别名 规模以上；规下 }`
public struct EnumBody: Sendable {
  public enum Order: Sendable { case ascending, descending }
  public var order: Order?
  public var values: [EnumValue]
  /// Whether the list ends in 等.
  public var isOpen: Bool
  public init(order: Order?, values: [EnumValue], isOpen: Bool) {
    (self.order, self.values, self.isOpen) = (order, values, isOpen)
  }
}

/// One value with its synonyms.
public struct EnumValue: Sendable {
  public var name: Name
  public var synonyms: [Name]
  public init(name: Name, synonyms: [Name]) { (self.name, self.synonyms) = (name, synonyms) }
}

/// `划分 监管类别 于 在册企业 { 重点：…；一般：其他 }`
public struct PartitionBody: Sendable {
  public var domain: Expression?
  public var arms: [Arm]
  /// 依据, 说明, 基准日 …
  public var clauses: [Clause]
  /// `标签：condition`; the condition `其他` is the rest.
  public struct Arm: Sendable {
    public var label: Name
    public var condition: Expression
    public init(label: Name, condition: Expression) {
      (self.label, self.condition) = (label, condition)
    }
  }
  public init(domain: Expression?, arms: [Arm], clauses: [Clause]) {
    (self.domain, self.arms, self.clauses) = (domain, arms, clauses)
  }
}
