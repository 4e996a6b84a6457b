import ZhibenSyntax

/// A checked question: rows from somewhere, restricted, put in order, cut, and given a shape. Whatever is written behind the shape, or in another
/// order than this, is a question of its own over this one's list (`QuerySource.list`).
///
/// Done in this order: rows of the source; window; filter; sort; limit; shape. A row is in when the filter is true. One for which it is unknown is
/// left out and counted (`undecided`), never taken for false in silence. Its value is a list.
public struct Query: Hashable, Sendable {
  public var source: QuerySource
  /// How the row is called inside filter, sort and shape.
  public var binding: RowBinding
  public var filter: Core?
  /// Later keys break ties; then the order of the source. Unknown comes last.
  public var sort: [SortTerm]
  public var limit: Int?
  public var shape: Shape

  /// What becomes of a row.
  public enum Shape: Hashable, Sendable {
    /// The rows themselves.
    case rows
    /// A plain value of each row (`隐患.描述`): the list's elements are no structures. Unknown ones stay, as `.unknown`.
    case values(Core)
    /// 选取: a structure of these for each row.
    case columns([Column])
    /// 分组 and 统计: a structure of keys and aggregates for each combination of keys, in the order of its first row. Unknown keys make a group.
    /// Without keys: one group, also of no row.
    case groups(keys: [Column], aggregates: [GroupColumn])
  }

  /// A named value of a row.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var value: Core
    /// Makes a column.
    public init(name: String, value: Core) {
      self.name = name
      self.value = value
    }
  }

  /// 统计: an aggregate over the rows of a group, as `Aggregate.Kind` documents it, but that `undecided` rows are left out.
  public struct GroupColumn: Hashable, Sendable {
    public var name: String
    public var kind: Aggregate.Kind
    /// What is summed, compared or shared.
    public var value: Core?
    /// Counts only rows for which it is true.
    public var filter: Core?
    public var type: ValueType
    /// Makes a column.
    public init(
      name: String, kind: Aggregate.Kind, value: Core? = nil, filter: Core? = nil, type: ValueType
    ) {
      self.name = name
      self.kind = kind
      self.value = value
      self.filter = filter
      self.type = type
    }
  }

  /// One key of the order.
  public struct SortTerm: Hashable, Sendable {
    public var value: Core
    public var isDescending: Bool
    /// Makes a key.
    public init(_ value: Core, isDescending: Bool = false) {
      self.value = value
      self.isDescending = isDescending
    }
  }

  /// Makes a question.
  public init(
    source: QuerySource, binding: RowBinding, filter: Core? = nil, sort: [SortTerm] = [],
    limit: Int? = nil, shape: Shape = .rows
  ) {
    self.source = source
    self.binding = binding
    self.filter = filter
    self.sort = sort
    self.limit = limit
    self.shape = shape
  }
}

/// Where the rows of a question come from.
public indirect enum QuerySource: Hashable, Sendable {
  /// Records; the window goes by the register's date field.
  case rows(RowSource, Window?)
  /// The elements of a list: records, structures or plain values.
  case list(Core)
}

/// How a row is called.
public enum RowBinding: Hashable, Sendable {
  /// `.record(frame:)`; sources of records only.
  case frame(Int)
  /// `.variable`; any source.
  case variable(Int)
}

/// An aggregate over the elements of a list: `数量(逾期 其中 …)` where 逾期 is a variable. Like `Aggregate`, with the element in a slot.
public struct Fold: Hashable, Sendable {
  public var kind: Aggregate.Kind
  public var list: Core
  public var slot: Int
  public var filter: Core?
  public var value: Core?
  /// Makes a fold.
  public init(
    kind: Aggregate.Kind, list: Core, slot: Int, filter: Core? = nil, value: Core? = nil
  ) {
    self.kind = kind
    self.list = list
    self.slot = slot
    self.filter = filter
    self.value = value
  }
}
