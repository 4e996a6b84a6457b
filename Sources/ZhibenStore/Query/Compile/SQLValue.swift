import ZhibenSemantics
import ZhibenSyntax

/// An expression in SQL: how its value stands there. NULL is unknown.
enum SQLValue {
  /// Certainly unknown.
  case unknown
  case plain(Fragment, PlainKind)
  case text(Fragment)
  case number(NumberSQL)
  case record(RecordSQL)
  /// A many-valued field.
  case list(ListSQL)
  /// A list that does not depend on rows.
  case constants([Value])
}

/// What a bare integer stands for.
enum PlainKind: Hashable {
  case bool, date, moment
  /// A position in the list.
  case enumeration(EnumID)
}

/// A number: `sql / (scale · divisor)`, exactly.
struct NumberSQL {
  var sql: Fragment
  var scale = 1
  /// A positive integer of the row; 1 if there is none.
  var divisor: Fragment?
  /// The value, if it depends on no row.
  var constant: Rational?
  /// Whether `sql` may have left the range of exact integers.
  var mayOverflow = false

  /// A column or a count.
  init(_ sql: Fragment, scale: Int = 1, divisor: Fragment? = nil, mayOverflow: Bool = false) {
    self.sql = sql
    self.scale = scale
    self.divisor = divisor
    self.mayOverflow = mayOverflow
  }

  /// A value that depends on no row.
  init(_ constant: Rational) {
    self.init(.bound(Int64(constant.numerator)), scale: constant.denominator)
    self.constant = constant
  }
}

/// A record: its row id, NULL if it is unknown.
struct RecordSQL {
  var register: RegisterID
  var id: Fragment
  /// The table of its row, if that is joined already.
  var alias: String?
  /// Whether it may be unknown.
  var isOptional: Bool
}

/// A many-valued field of a row.
struct ListSQL {
  var field: FieldRef
  /// How many elements; NULL if the list is unknown.
  var count: Fragment
  /// The row id of the owner.
  var owner: Fragment
}

/// A row of a question.
enum RowSQL {
  /// A record or another plain value.
  case value(SQLValue)
  case structure([SQLValue])

  /// Its columns.
  var columns: [SQLValue] {
    switch self {
    case .value(let value): [value]
    case .structure(let values): values
    }
  }
}
