import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// How a value came about: what `why` prints.
public struct Explanation: Hashable, Sendable {
  /// The expression as it stands in the source; empty if it has no place there.
  public var text: String
  /// Where it stands.
  public var origin: Origin
  /// What it came to; nil is unknown.
  public var value: Value?
  /// The day it was judged on, which differs from the outer one under 于.
  public var day: CivilDate
  /// The cell that was read, if it is a field.
  public var read: CellRead?
  /// The rows that an aggregate looked at, in position order: those that count, may count, or were turned down by its filter, its window or the
  /// scope they come from. Rows of other owners and rows that are not yet visible are left out.
  public var rows: [RowRead]
  /// Whether an aggregate's register is not taken for complete, so that a row may be lacking (time 8).
  public var mayLackRows: Bool
  /// The parts that were judged, in the order written. Of a choice only the branch taken, of a partition the arms up to the deciding one.
  public var children: [Explanation]

  /// A cell of the store.
  public struct CellRead: Hashable, Sendable {
    /// Register and field.
    public var field: FieldRef
    /// The position of the record in its register's table.
    public var row: Int32
    /// The first day from which this value holds, if the field changed at all; `CivilDate.min` = from ever.
    public var since: CivilDate?
    /// The first day on which it no longer held, if it changed afterwards.
    public var until: CivilDate?
  }

  /// A row of an aggregate.
  public struct RowRead: Hashable, Sendable {
    /// The register of the row.
    public var register: RegisterID
    /// The position in the register's table.
    public var row: Int32
    /// The record's date, if it has one.
    public var date: CivilDate?
    /// Whether it counts.
    public var truth: Truth
    /// Whether its date lies in the window; `yes` where there is none.
    public var inWindow: Truth
    /// The date field if a blank there keeps the row from being placed.
    public var blankDate: FieldRef?
    /// Membership, filter and value, as far as there are any.
    public var children: [Explanation]
  }

  /// The blank fields on which the value's being unknown rests; empty if it is known. A value can be unknown without a blank: an open list, a
  /// division by zero, the latest of nothing.
  public var blanks: Set<FieldRef> {
    guard value == nil else { return [] }
    var blanks = Set(children.flatMap(\.blanks))
    if let read { blanks.insert(read.field) }
    return blanks.union(rows.flatMap(\.blanks))
  }
}

extension Explanation.RowRead {
  /// The blank fields that keep the row, or its value, from being known; empty if the row is out.
  public var blanks: Set<FieldRef> {
    guard truth != .no else { return [] }
    var blanks = Set(children.flatMap(\.blanks))
    if let blankDate { blanks.insert(blankDate) }
    return blanks
  }
}

/// Notes down what one expression rests on while it is judged.
final class Trace {
  var read: Explanation.CellRead?
  var rows: [Explanation.RowRead] = []
  var mayLackRows = false
  var children: [Explanation] = []
}
