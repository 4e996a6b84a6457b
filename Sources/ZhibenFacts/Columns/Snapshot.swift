import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

/// How a blank cell is stored in a column.
public let unknownCell = Int64.min

/// The facts of one moment, in columns: what a run reads once and judges from. Immutable, shared by threads.
///
/// Every value is an `Int64`: bool 0/1; integers as they are; numbers in millionths; texts as symbol ids; dates as days since 1970-01-01;
/// moments as minutes; enums as positions; references as positions in the referenced register's table. `unknownCell` is a blank.
public final class Snapshot: Sendable {
  /// The schema the columns belong to.
  public let schema: Schema
  /// One table for each register of the schema, in order. Registers that no rule reads may be loaded with row ids only.
  public let tables: [RegisterTable]
  /// Texts by symbol id.
  public let symbols: [String]
  /// The store's version when this was read; grows with each change (a saved plan is bound to it).
  public let dataVersion: Int

  /// Makes a snapshot.
  public init(schema: Schema, tables: [RegisterTable], symbols: [String], dataVersion: Int) {
    self.schema = schema
    self.tables = tables
    self.symbols = symbols
    self.dataVersion = dataVersion
  }

  /// The table of a register.
  public subscript(register: RegisterID) -> RegisterTable { tables[register.index] }
}

/// The records of one register.
public final class RegisterTable: Sendable {
  /// The store's id of each record, ascending. A record's position here is what references hold.
  public let rowIDs: [Int64]
  /// One column for each field of the register; nil for fields that were not asked for.
  public let columns: [Column?]
  /// The day on which each record was entered (录入时间), in days; `unknownCell` if not recorded. Empty if not asked for.
  public let recordedOn: [Int64]
  /// The day from which a record is there no more (注销), in days, by position; of those that are there for good nothing.
  public let goneFrom: [Int32: Int32]

  /// Makes a table.
  public init(
    rowIDs: [Int64], columns: [Column?], recordedOn: [Int64] = [], goneFrom: [Int32: Int32] = [:]
  ) {
    self.rowIDs = rowIDs
    self.columns = columns
    self.recordedOn = recordedOn
    self.goneFrom = goneFrom
  }

  /// The number of records.
  public var count: Int { rowIDs.count }
}

/// One field of all records.
public final class Column: Sendable {
  /// The current value of each record; for a many-valued field the list's position in `lists`, or `unknownCell`.
  public let cells: [Int64]
  /// For many-valued fields: the elements of list `i` are `elements[offsets[i] ..< offsets[i + 1]]`. Empty else.
  public let offsets: [Int32]
  public let elements: [Int64]
  /// Earlier values of the few records that changed, by record; nil when none did.
  public let history: ColumnHistory?

  /// Makes a column.
  public init(
    cells: [Int64], offsets: [Int32] = [], elements: [Int64] = [], history: ColumnHistory? = nil
  ) {
    self.cells = cells
    self.offsets = offsets
    self.elements = elements
    self.history = history
  }
}

/// The timeline of a field, only of records in which it changed.
public final class ColumnHistory: Sendable {
  /// By record: the values and the first day from which each is valid, ascending; the first entry's day may be `Int32.min` (from ever). The
  /// last entry equals the current cell. A many-valued field holds list positions here too.
  public let timelines: [Int32: [Entry]]

  /// One value and the day it begins on.
  public struct Entry: Sendable, Hashable {
    public let from: Int32
    public let cell: Int64
    /// Makes an entry.
    public init(from: Int32, cell: Int64) {
      self.from = from
      self.cell = cell
    }
  }

  /// Makes a history.
  public init(timelines: [Int32: [Entry]]) { self.timelines = timelines }
}

/// What a run needs to read: the registers and fields that its program mentions.
public struct Demand: Hashable, Sendable {
  /// Fields to load, by register position.
  public var fields: [RegisterID: Set<Int>]
  /// Makes a demand.
  public init(fields: [RegisterID: Set<Int>] = [:]) { self.fields = fields }
}
