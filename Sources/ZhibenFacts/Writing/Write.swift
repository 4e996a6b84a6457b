import ZhibenCalendar
import ZhibenSemantics

/// A change of the facts that a script asks for: a value, which the store carries out once (记入, 修改, 注销).
public struct Write: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The record is new.
    case insert
    /// The fields change from `day` on.
    case update
    /// The record is there no more from `day` on. Nothing is erased.
    case delete
  }
  public var kind: Kind
  public var register: RegisterID
  /// The position of the record in its register's table. Records that the run itself inserted count on from the end of the snapshot's table, in the
  /// order of their writes; values of type `.record` in `fields` name them the same way.
  public var position: Int
  /// What the record is called: the value of the register's key field, if it has one.
  public var key: Value?
  /// The fields that are given, in the order written. None for a delete.
  public var fields: [Field]
  /// The judged day.
  public var day: CivilDate
  /// The statement.
  public var origin: Origin

  /// A field and what it gets; nil is unknown.
  public struct Field: Hashable, Sendable {
    public var field: Int
    public var value: Value?
    /// Makes one.
    public init(_ field: Int, _ value: Value?) {
      self.field = field
      self.value = value
    }
  }

  /// Makes a change.
  public init(
    kind: Kind, register: RegisterID, position: Int, key: Value? = nil, fields: [Field] = [],
    day: CivilDate, origin: Origin
  ) {
    self.kind = kind
    self.register = register
    self.position = position
    self.key = key
    self.fields = fields
    self.day = day
    self.origin = origin
  }
}
