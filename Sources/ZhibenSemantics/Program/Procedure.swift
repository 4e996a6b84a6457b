import ZhibenCalendar
import ZhibenSyntax

/// A checked sequence of statements: a function's body, the statements at the top of a script, or a test.
///
/// A condition that is unknown decides nothing: of 若 neither branch is taken and the place is noted, 循环 ends in an error, 断言 fails.
public struct Procedure: Hashable, Sendable {
  /// The function's name, the test's title, or empty.
  public var name: String
  /// All variables, parameters first. A call gets slots of its own; a slot is unknown until it is set.
  public var slots: [Slot]
  public var parameterCount: Int
  /// Nil gives nothing back.
  public var result: ValueType?
  public var body: [Step]
  public var origin: Origin

  /// Makes a procedure.
  public init(
    name: String, slots: [Slot], parameterCount: Int = 0, result: ValueType? = nil, body: [Step],
    origin: Origin
  ) {
    self.name = name
    self.slots = slots
    self.parameterCount = parameterCount
    self.result = result
    self.body = body
    self.origin = origin
  }
}

/// A variable.
public struct Slot: Hashable, Sendable {
  public var name: String
  public var type: ValueType
  /// Makes a variable.
  public init(name: String, type: ValueType) {
    self.name = name
    self.type = type
  }
}

/// A checked statement.
public struct Step: Hashable, Sendable {
  public indirect enum Node: Hashable, Sendable {
    /// 令 and `:=`.
    case set(Int, Core)
    /// `表（键） := v`, `记录.栏 := v`: replaces a part of the value in the slot. A map takes a new key, a list only a position it has.
    case setPart(Int, [PathPart], Core)
    /// The first branch whose condition is true. One that is unknown ends the search: nothing is done, and the place is noted.
    case branch([Branch], otherwise: [Step])
    /// Once for each element of a list, which is taken as it is before the first round.
    case forEach(Int, Core, [Step])
    case loop(Core, [Step])
    case breakLoop
    case continueLoop
    case giveBack(Core?)
    case show([Shown])
    /// 记入: the record shall be there. One that is there already (same key; without a key field: all given fields equal) is not written
    /// again; one with the same key and other values is an error.
    case insert(RegisterID, [FieldValue])
    /// 修改: a record or a list of records; the fields change from the judged day on, up to the next
    /// change that is known.
    case update(Core, [FieldValue])
    /// 注销: a record or a list of records; they are there no more from the judged day on. Nothing is erased.
    case delete(Core)
    case assert(Core, message: Core?)
    /// 截至: a day.
    case asOf(Core)
    case expect(Expectation)
    case suppose([Supposed], [Step])
    /// 推演 直至: the steps are done with the plan's outcomes as of each day up to there.
    case project(until: Core, [Step])
    /// A call of a function that gives nothing back.
    case perform(Core)
  }

  public var node: Node
  public var origin: Origin
  /// Makes a statement.
  public init(_ node: Node, _ origin: Origin) {
    self.node = node
    self.origin = origin
  }

  /// One `若 c { }`.
  public struct Branch: Hashable, Sendable {
    public var condition: Core
    public var body: [Step]
    /// Makes a branch.
    public init(_ condition: Core, _ body: [Step]) {
      self.condition = condition
      self.body = body
    }
  }

  /// What a setting reaches through.
  public enum PathPart: Hashable, Sendable {
    /// A list's position, counted from 1, or a map's key.
    case element(Core)
    /// A structure's field.
    case member(Int)
  }

  /// What 显示 prints.
  public struct Shown: Hashable, Sendable {
    public var value: Core
    /// As written; the heading of a table.
    public var text: String
    /// Makes one.
    public init(_ value: Core, text: String) {
      self.value = value
      self.text = text
    }
  }

  /// A field and what it gets.
  public struct FieldValue: Hashable, Sendable {
    public var field: Int
    public var value: Core
    /// Makes one.
    public init(_ field: Int, _ value: Core) {
      self.field = field
      self.value = value
    }
  }

  /// 预期.
  public enum Expectation: Hashable, Sendable {
    /// The condition is true. Unknown is not.
    case holds(Core)
    /// The list has these elements, in any order; of records or structures their names or only columns are compared.
    case yields(Core, [Core])
    /// The list or value is empty: `预期 … 为空`, and `为 { }`.
    case isEmpty(Core)
  }

  /// What 假设 changes for its block.
  public enum Supposed: Hashable, Sendable {
    /// A 参数.
    case parameter(Int, Core)
    /// The cadence of a rule, by position in `Program.rules`.
    case cadence(rule: Int, Cadence)
    /// A 记入, 修改 or 注销.
    case change(Step)
  }
}

/// 测试.
public struct TestCase: Hashable, Sendable {
  /// As written; unique in a source.
  public var title: String
  /// Facts, day and expectations. Its store holds nothing but what it enters.
  public var procedure: Procedure
  public var origin: Origin
  /// Makes a test.
  public init(title: String, procedure: Procedure, origin: Origin) {
    self.title = title
    self.procedure = procedure
    self.origin = origin
  }
}

/// A function that the host gives to scripts. Calls are checked like those of functions in the script.
public struct HostFunction: Hashable, Sendable {
  public var name: String
  public var parameters: [ValueType]
  /// Nil gives nothing back.
  public var result: ValueType?
  /// What a script must be allowed before it may call; nil = nothing (a pure function).
  public var capability: String?
  /// Makes a signature.
  public init(
    name: String, parameters: [ValueType], result: ValueType?, capability: String? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.capability = capability
  }
}
