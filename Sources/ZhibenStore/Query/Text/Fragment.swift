/// A piece of SQL with the values that are bound in it, in the order of its question marks.
///
/// It is put together from its own words, quoted identifiers, bound values and other pieces: a text that came from outside cannot get into the
/// SQL itself, since an interpolation takes no plain text.
struct Fragment: Hashable, ExpressibleByStringInterpolation {
  private(set) var sql: String
  private(set) var values: [Bound]

  /// A value that is bound.
  enum Bound: Hashable {
    case integer(Int64)
    case text(String)
    case null
  }

  init(stringLiteral value: StaticString) { self.init(sql: "\(value)", values: []) }

  init(stringInterpolation pieces: Pieces) { self = pieces.result }

  private init(sql: String, values: [Bound]) {
    self.sql = sql
    self.values = values
  }

  /// NULL, which stands for unknown.
  static let null: Fragment = "NULL"
  /// Certainly true.
  static let yes: Fragment = "1"
  /// Certainly false.
  static let no: Fragment = "0"

  /// A bound integer.
  static func bound(_ value: Int64) -> Fragment { "\(bind: .integer(value))" }
  /// A bound text.
  static func bound(_ value: String) -> Fragment { "\(bind: .text(value))" }

  struct Pieces: StringInterpolationProtocol {
    fileprivate var result = Fragment(sql: "", values: [])

    init(literalCapacity: Int, interpolationCount: Int) {
      result.sql.reserveCapacity(literalCapacity)
    }

    mutating func appendLiteral(_ literal: StaticString) { result.sql += "\(literal)" }

    mutating func appendInterpolation(_ piece: Fragment) {
      result.sql += piece.sql
      result.values += piece.values
    }

    mutating func appendInterpolation(name: String) { result.sql += SQL.quoted(name) }

    mutating func appendInterpolation(_ value: Int64) { appendInterpolation(bind: .integer(value)) }

    mutating func appendInterpolation(bind value: Bound) {
      result.sql += "?"
      result.values.append(value)
    }
  }

  /// The template with pieces in place of `$1`, `$2` ….
  init(template: StaticString, _ arguments: [Fragment]) {
    var result = Fragment(sql: "", values: [])
    var rest = Substring("\(template)")
    while let mark = rest.firstIndex(of: "$") {
      result.sql += rest[..<mark]
      let digits = rest[rest.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
      if let number = Int(digits), arguments.indices.contains(number - 1) {
        result.sql += arguments[number - 1].sql
        result.values += arguments[number - 1].values
      }
      rest = rest[digits.endIndex...]
    }
    result.sql += rest
    self = result
  }
}

extension [Fragment] {
  /// The pieces with a separator between them.
  func joined(by separator: Fragment) -> Fragment {
    guard var result = first else { return "" }
    for piece in dropFirst() { result = "\(result)\(separator)\(piece)" }
    return result
  }
}
