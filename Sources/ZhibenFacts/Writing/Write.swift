import ZhibenCalendar
import ZhibenSemantics

/// A change of the facts that a script asks for: a value, which the store carries out once (记入, 修改, 注销).
public struct Write: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The record is new.
    case insert
    /// The fields change from `day` on, up to the next change that is known.
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
  /// What tells this from all else that a run of the script does: the statement, the rounds of 对每个 around it, the record. A run of the same script
  /// that does the same again gives it the same identity.
  public var identity: String

  /// A field and what it gets; nil is unknown.
  public struct Field: Hashable, Sendable {
    public var field: Int
    public var value: Value?
    /// What it held on that day before; unknown for a new record.
    public var old: Value?
    /// Makes one.
    public init(_ field: Int, _ value: Value?, old: Value? = nil) {
      self.field = field
      self.value = value
      self.old = old
    }
  }

  /// Makes a change.
  public init(
    kind: Kind, register: RegisterID, position: Int, key: Value? = nil, fields: [Field] = [],
    day: CivilDate, origin: Origin, identity: String = ""
  ) {
    self.kind = kind
    self.register = register
    self.position = position
    self.key = key
    self.fields = fields
    self.day = day
    self.origin = origin
    self.identity = identity
  }
}
