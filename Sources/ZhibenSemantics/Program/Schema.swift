import OrderedCollections
import ZhibenCalendar
import ZhibenSyntax

/// The position of a register in `Schema.registers`.
public struct RegisterID: Hashable, Sendable, Comparable {
  /// The position.
  public let index: Int
  /// Makes the id of the register at `index`.
  public init(_ index: Int) { self.index = index }
  public static func < (a: RegisterID, b: RegisterID) -> Bool { a.index < b.index }
}

/// The position of a closed list in `Schema.enumerations`. Partitions and inline value sets have one too.
public struct EnumID: Hashable, Sendable, Comparable {
  /// The position.
  public let index: Int
  /// Makes the id of the list at `index`.
  public init(_ index: Int) { self.index = index }
  public static func < (a: EnumID, b: EnumID) -> Bool { a.index < b.index }
}

/// A field of a register: `field` is its position in `RegisterSchema.fields`.
public struct FieldRef: Hashable, Sendable, Comparable {
  /// The register.
  public let register: RegisterID
  /// The position in the register's fields.
  public let field: Int
  /// Names field `field` of `register`.
  public init(_ register: RegisterID, _ field: Int) {
    self.register = register
    self.field = field
  }
  public static func < (a: FieldRef, b: FieldRef) -> Bool {
    (a.register.index, a.field) < (b.register.index, b.field)
  }
}

/// What a field holds; a many-valued field holds a list of it.
public enum FieldType: Hashable, Sendable {
  case bool
  case integer
  /// An exact decimal of at most six places; `unit` is empty or the declared unit (元, 人, %).
  case number(unit: String)
  case text
  case date
  /// A minute of a day.
  case moment
  case enumeration(EnumID)
  case reference(RegisterID)
}

/// One field (登记's line).
public struct FieldSchema: Hashable, Sendable {
  /// The name in the script and in ledgers.
  public var name: String
  /// The column in the store: the English alias in snake_case.
  public var column: String
  public var type: FieldType
  /// 多值
  public var isMany: Bool
  /// 标识: names the record; unique in the register.
  public var isKey: Bool
  /// 必填
  public var isRequired: Bool
  /// 保密
  public var isConfidential: Bool
  /// 默认, used for blanks at import.
  public var defaultValue: Value?

  /// Makes a field.
  public init(
    name: String, column: String, type: FieldType, isMany: Bool = false, isKey: Bool = false,
    isRequired: Bool = false, isConfidential: Bool = false, defaultValue: Value? = nil
  ) {
    self.name = name
    self.column = column
    self.type = type
    self.isMany = isMany
    self.isKey = isKey
    self.isRequired = isRequired
    self.isConfidential = isConfidential
    self.defaultValue = defaultValue
  }
}

/// One register (登记). Every field keeps its history.
public struct RegisterSchema: Hashable, Sendable {
  public var name: String
  /// The table in the store, snake_case.
  public var table: String
  public var fields: [FieldSchema]
  /// The field with 标识, if any.
  public var keyField: Int?
  /// The field with 日期: the day on which what the record tells happened (发生日, time 4). A record is invisible before that day.
  public var dateField: Int?
  /// 齐全 (time 8): by default taken for complete.
  public var isComplete: Bool
  public var isConfidential: Bool
  /// Filled by the engine alone, such as 义务 and 台阶: scripts ask it and never write it.
  public var isReadOnly: Bool

  /// Makes a register.
  public init(
    name: String, table: String, fields: [FieldSchema], keyField: Int? = nil,
    dateField: Int? = nil, isComplete: Bool = true, isConfidential: Bool = false,
    isReadOnly: Bool = false
  ) {
    self.name = name
    self.table = table
    self.fields = fields
    self.keyField = keyField
    self.dateField = dateField
    self.isComplete = isComplete
    self.isConfidential = isConfidential
    self.isReadOnly = isReadOnly
  }
}

/// A closed list (取值). A value is its position; order is declared, mild to grave.
public struct EnumSchema: Hashable, Sendable {
  public var name: String
  public var values: [String]
  /// Synonyms by value, same count as `values`.
  public var synonyms: [[String]]
  /// Whether 由轻到重 or 由重到轻 was declared. Positions ascend from mild to grave: 由重到轻 is turned round when declared.
  public var isOrdered: Bool
  /// A list that ends in 等: a value outside is for a person to judge.
  public var isOpen: Bool

  /// Makes a list.
  public init(
    name: String, values: [String], synonyms: [[String]] = [], isOrdered: Bool = false,
    isOpen: Bool = false
  ) {
    self.name = name
    self.values = values
    self.synonyms = synonyms.isEmpty ? values.map { _ in [] } : synonyms
    self.isOrdered = isOrdered
    self.isOpen = isOpen
  }
}

/// All registers and lists of a program.
public struct Schema: Hashable, Sendable {
  public var registers: [RegisterSchema]
  public var enumerations: [EnumSchema]

  /// Makes a schema.
  public init(registers: [RegisterSchema] = [], enumerations: [EnumSchema] = []) {
    self.registers = registers
    self.enumerations = enumerations
  }

  /// The register with that id.
  public subscript(id: RegisterID) -> RegisterSchema { registers[id.index] }
  /// The list with that id.
  public subscript(id: EnumID) -> EnumSchema { enumerations[id.index] }
  /// The field.
  public subscript(ref: FieldRef) -> FieldSchema { registers[ref.register.index].fields[ref.field] }
  /// The registers whose records are facts: all but those that the engine fills.
  public var recorded: [RegisterSchema] { registers.filter { !$0.isReadOnly } }
  /// The lists without those that only registers of the engine name.
  public var recordedLists: [EnumSchema] {
    let own = registers.filter(\.isReadOnly).flatMap(\.fields).compactMap { field -> EnumID? in
      if case .enumeration(let list) = field.type { list } else { nil }
    }
    return enumerations.indices.filter { !own.contains(EnumID($0)) }.map { enumerations[$0] }
  }
  /// The register with that name or table, if any.
  public func register(named name: String) -> RegisterID? {
    registers.firstIndex { $0.name == name || $0.table == name }.map { RegisterID($0) }
  }
}

/// A value of the language. `nil` of `Value?` is unknown (time 7).
public enum Value: Hashable, Sendable {
  case bool(Bool)
  case number(Rational)
  case text(String)
  case date(CivilDate)
  /// Minutes since 1970-01-01 00:00 local time.
  case moment(Int)
  case term(Term)
  case enumeration(EnumID, Int)
  /// The record at that position of the register's table in the snapshot.
  case record(RegisterID, Int)
  case list([Value])
  case map(OrderedDictionary<Value, Value>)
  /// The fields in the order of the type; nil is unknown.
  case structure([Value?])
  /// Indirect, so that lists of plain values stay small.
  indirect case cadence(Cadence)
  case period(DayRange)
  /// An element of a list or map that is not known. Stands nowhere else: an unknown value is `nil`.
  case unknown
}
