import ZhibenCalendar
import ZhibenSyntax

/// A checked plan: what the runtime runs. Immutable and free of names that still have to be looked up.
public struct Program: Sendable {
  /// The sources in the order read; the plan itself first.
  public var sources: [SourceFile]
  public var plan: PlanHeader
  public var schema: Schema
  public var scopes: [ScopeDefinition]
  public var partitions: [PartitionDefinition]
  public var parameters: [ParameterDefinition]
  /// In source order; a rule's position is its id within this program, its `key` is its identity in the ledger.
  public var rules: [Rule]
  /// 函数, in source order.
  public var functions: [Procedure]
  /// The statements at the top of the plan's source; nil if there are none.
  public var main: Procedure?
  /// 测试, in source order.
  public var tests: [TestCase]
  /// What the host gives; `Core.Node.hostCall` counts them.
  public var hostFunctions: [HostFunction]
  /// The registers that hold the outcomes of the rules; nil where nothing asks them.
  public var outcomes: OutcomeRegisters?
  /// Makes the program anew with other values of parameters, which are given by position: what 假设 means for rules. Nil if the values make the plan
  /// wrong. A program that no compiler made has none.
  public var remaking: (@Sendable ([Int: Value]) -> Program?)?

  /// Makes a program.
  public init(
    sources: [SourceFile], plan: PlanHeader, schema: Schema, scopes: [ScopeDefinition] = [],
    partitions: [PartitionDefinition] = [], parameters: [ParameterDefinition] = [],
    rules: [Rule] = [], functions: [Procedure] = [], main: Procedure? = nil,
    tests: [TestCase] = [], hostFunctions: [HostFunction] = [], outcomes: OutcomeRegisters? = nil
  ) {
    self.sources = sources
    self.plan = plan
    self.schema = schema
    self.scopes = scopes
    self.partitions = partitions
    self.parameters = parameters
    self.rules = rules
    self.functions = functions
    self.main = main
    self.tests = tests
    self.hostFunctions = hostFunctions
    self.outcomes = outcomes
  }
}

/// 计划.
public struct PlanHeader: Hashable, Sendable {
  public var name: String
  public var documentNumber: String
  /// 期间: duties start with its first day. The start of a plan is no entry of a subject: the first period is whole (time 17).
  public var period: DayRange
  public var jurisdictions: [String]
  public enum Calendar: String, Hashable, Sendable { case china, weekendsOnly, none }
  public var calendar: Calendar
  /// 口径: the readings that the plan states; every output may print them.
  public var readings: [ReadingDefinition]

  /// The name, and the number of the document if it has one.
  public var title: String {
    documentNumber.isEmpty ? name : "\(name)（\(documentNumber)）"
  }

  /// Makes a header.
  public init(
    name: String, documentNumber: String = "", period: DayRange, jurisdictions: [String] = [],
    calendar: Calendar = .china, readings: [ReadingDefinition] = []
  ) {
    self.name = name
    self.documentNumber = documentNumber
    self.period = period
    self.jurisdictions = jurisdictions
    self.calendar = calendar
    self.readings = readings
  }
}

/// 口径: what a vague word means in figures (time 10), or how a bare 日 counts (time 27).
public struct ReadingDefinition: Hashable, Sendable {
  /// The word: 及时.
  public var name: String
  /// The reading as written: `10个工作日`.
  public var text: String
  /// The reading as a value; nil for a cadence and for `口径 日`.
  public var value: Value?
  /// The reading as a cadence.
  public var cadence: Cadence?
  public var origin: Origin
  /// Makes a reading.
  public init(
    name: String, text: String, value: Value? = nil, cadence: Cadence? = nil, origin: Origin
  ) {
    self.name = name
    self.text = text
    self.value = value
    self.cadence = cadence
    self.origin = origin
  }
}

/// 范围: a predicate over the records of a register, with the record in frame 0.
public struct ScopeDefinition: Hashable, Sendable {
  public var name: String
  public var register: RegisterID
  public var condition: Core
  public var origin: Origin
  /// Makes a scope.
  public init(name: String, register: RegisterID, condition: Core, origin: Origin) {
    self.name = name
    self.register = register
    self.condition = condition
    self.origin = origin
  }
}

/// 划分: first match wins. An unknown arm before the match makes the class unknown (time 7).
public struct PartitionDefinition: Hashable, Sendable {
  public var name: String
  public var register: RegisterID
  /// Only records that satisfy it are classified (`于 在册企业`); others have no class.
  public var domain: Core
  /// The labels' list.
  public var classes: EnumID
  /// One condition for each label, frame 0 = the record; 其他 is the constant true.
  public var arms: [Core]
  public var origin: Origin
  /// Makes a partition.
  public init(
    name: String, register: RegisterID, domain: Core, classes: EnumID, arms: [Core], origin: Origin
  ) {
    self.name = name
    self.register = register
    self.domain = domain
    self.classes = classes
    self.arms = arms
    self.origin = origin
  }
}

/// 参数.
public struct ParameterDefinition: Hashable, Sendable {
  public var name: String
  /// The value; for a cadence its text.
  public var value: Value
  /// The type of the value with its unit; nil for a cadence.
  public var type: ValueType?
  /// 频次 as a value: `参数 自查频次 = 每月至少1次`.
  public var cadence: Cadence?
  /// How the value is written: `10个工作日`.
  public var text: String
  /// Whether it says 文件未规定.
  public var isUnstated: Bool
  public var citations: [String]
  public var origin: Origin
  /// Makes a parameter.
  public init(
    name: String, value: Value, type: ValueType? = nil, cadence: Cadence? = nil, text: String,
    isUnstated: Bool, citations: [String], origin: Origin
  ) {
    self.name = name
    self.value = value
    self.type = type
    self.cadence = cadence
    self.text = text
    self.isUnstated = isUnstated
    self.citations = citations
    self.origin = origin
  }
}
