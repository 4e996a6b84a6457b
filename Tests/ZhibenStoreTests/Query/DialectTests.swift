import GRDB
import Testing

@testable import ZhibenStore

/// Each row of the dialect, executed: what it gives, and what it makes of NULL.
@Suite struct DialectTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var operation: DialectOperation
    /// Operands, `null` for NULL; for aggregates the column of a group.
    var operands: [String]
    var result: String
    init(_ operation: DialectOperation, _ operands: [String], _ result: String) {
      (self.operation, self.operands, self.result) = (operation, operands, result)
    }
    var testDescription: String { "\(operation)(\(operands.joined(separator: ", "))) = \(result)" }
  }

  static let scalars: [Case] = [
    Case(.and, ["1", "null"], "null"), Case(.and, ["0", "null"], "0"), Case(.and, ["1", "1"], "1"),
    Case(.or, ["1", "null"], "1"), Case(.or, ["0", "null"], "null"), Case(.or, ["0", "0"], "0"),
    Case(.not, ["null"], "null"), Case(.not, ["1"], "0"), Case(.not, ["0"], "1"),
    Case(.isUnknown, ["null"], "1"), Case(.isUnknown, ["0"], "0"),
    Case(.isTrue, ["null"], "0"), Case(.isTrue, ["1"], "1"), Case(.isTrue, ["0"], "0"),
    Case(.isNotFalse, ["null"], "1"), Case(.isNotFalse, ["0"], "0"), Case(.isNotFalse, ["1"], "1"),
    Case(.equal, ["2", "2"], "1"), Case(.equal, ["2", "null"], "null"),
    Case(.notEqual, ["2", "3"], "1"), Case(.notEqual, ["null", "2"], "null"),
    Case(.less, ["2", "3"], "1"), Case(.less, ["3", "3"], "0"), Case(.less, ["null", "3"], "null"),
    Case(.lessOrEqual, ["3", "3"], "1"), Case(.lessOrEqual, ["3", "null"], "null"),
    Case(.textEqual, ["'é'", "'e\u{301}'"], "1"), Case(.textEqual, ["'a'", "'A'"], "0"),
    Case(.textEqual, ["'a'", "null"], "null"), Case(.textEqual, ["'豈'", "'\u{F900}'"], "1"),
    Case(.textNotEqual, ["'a'", "'a '"], "1"), Case(.textNotEqual, ["null", "'a'"], "null"),
    Case(.textLess, ["'B'", "'a'"], "1"), Case(.textLess, ["'乙'", "'甲'"], "1"),
    Case(.textLess, ["'é'", "'e\u{301}'"], "0"), Case(.textLess, ["'a'", "null"], "null"),
    Case(.textLessOrEqual, ["'é'", "'e\u{301}'"], "1"),
    Case(.textLessOrEqual, ["null", "'a'"], "null"),
    Case(.contains, ["'abc'", "'B'"], "0"), Case(.contains, ["'a%c'", "'%'"], "1"),
    Case(.contains, ["'abc'", "'_'"], "0"), Case(.contains, ["'abc'", "''"], "1"),
    Case(.contains, ["'abc'", "null"], "null"), Case(.contains, ["'\\'", "'\\'"], "1"),
    Case(.openHit, ["1"], "1"), Case(.openHit, ["0"], "null"), Case(.openHit, ["null"], "null"),
    Case(.choose, ["1", "7", "8"], "7"), Case(.choose, ["0", "7", "8"], "8"),
    Case(.choose, ["null", "7", "8"], "null"), Case(.whenKnown, ["0", "5"], "5"),
    Case(.whenKnown, ["null", "5"], "null"),
    Case(.add, ["2", "3"], "5"), Case(.add, ["2", "null"], "null"),
    Case(.subtract, ["2", "3"], "-1"), Case(.subtract, ["null", "3"], "null"),
    Case(.multiply, ["2", "3"], "6"), Case(.multiply, ["2", "null"], "null"),
    Case(.negate, ["2"], "-2"), Case(.negate, ["null"], "null"),
    Case(.absolute, ["-2"], "2"), Case(.absolute, ["null"], "null"),
    Case(.greater, ["2", "3"], "3"), Case(.greater, ["2", "null"], "null"),
    Case(.smaller, ["2", "3"], "2"), Case(.smaller, ["null", "3"], "null"),
    Case(.exact, ["2"], "2"), Case(.exact, ["null"], "null"),
    Case(.exact, ["(9223372036854775807 + 1)"], "integer overflow"),
    Case(.absolute, ["(-9223372036854775807 - 1)"], "integer overflow"),
    Case(.coalesce, ["null", "4"], "4"), Case(.coalesce, ["3", "4"], "3"),
    Case(.stamp, ["1", "2"], "4294967298"), Case(.stamp, ["null", "2"], "null"),
    Case(.stampRow, ["(-5 * 4294967296 + 7)"], "7"), Case(.stampRow, ["null"], "null"),
  ]

  @Test(arguments: scalars) func operation(_ row: Case) throws {
    #expect(try run("SELECT \(sql(row.operation, row.operands))") == row.result)
  }

  static let aggregates: [Case] = [
    Case(.countRows, ["null", "1"], "2"), Case(.countTrue, ["null", "1", "0", "1"], "2"),
    Case(.countFalse, ["null", "1", "0"], "1"), Case(.countUnknown, ["null", "1"], "1"),
    Case(.sum, ["null", "2", "3"], "5"), Case(.sum, ["null"], "null"),
    Case(.sum, ["9223372036854775807", "1"], "integer overflow"),
    Case(.maximum, ["null", "2", "3"], "3"), Case(.maximum, [], "null"),
    Case(.minimum, ["null", "2", "3"], "2"), Case(.minimum, ["null"], "null"),
    Case(.countDistinct, ["null", "2", "2", "3"], "2"),
    Case(.textMaximum, ["'B'", "'a'", "null"], "a"), Case(.textMinimum, ["'B'", "'a'"], "B"),
    Case(.textCountDistinct, ["'é'", "'e\u{301}'", "'E'", "null"], "2"),
  ]

  @Test(arguments: aggregates) func aggregate(_ row: Case) throws {
    let rows = row.operands.map { "SELECT \($0) AS v" }.joined(separator: " UNION ALL ")
    let from = rows.isEmpty ? "SELECT 1 AS v WHERE 0" : rows
    #expect(try run("SELECT \(sql(row.operation, ["g.v"])) FROM (\(from)) AS g") == row.result)
  }

  static let orders: [Case] = [
    Case(.ascending, ["2", "null", "1"], "1 2 null"),
    Case(.descending, ["2", "null", "1"], "2 1 null"),
    Case(.textAscending, ["'b'", "null", "'B'"], "B b null"),
    Case(.textDescending, ["'b'", "null", "'B'"], "b B null"),
  ]

  @Test(arguments: orders) func order(_ row: Case) throws {
    let rows = row.operands.map { "SELECT \($0) AS v" }.joined(separator: " UNION ALL ")
    let order = sql(row.operation, ["g.v"])
    #expect(try run("SELECT g.v FROM (\(rows)) AS g ORDER BY \(order)") == row.result)
    let rank = sql(.rowNumber, [order])
    #expect(
      try run("SELECT g.v FROM (\(rows)) AS g ORDER BY \(rank)") == row.result, "as a window")
  }

  @Test func equalTextsFallIntoOneGroup() throws {
    let key = sql(.textKey, ["g.v"])
    #expect(
      try run(
        "SELECT count(*) FROM (SELECT 'é' AS v UNION ALL SELECT 'e\u{301}') AS g GROUP BY \(key)")
        == "2")
  }

  /// A row that no case executes is a row that nobody has tried.
  @Test func everyRowIsExecuted() {
    let tried = Set((Self.scalars + Self.aggregates + Self.orders).map(\.operation))
    let byName: Set<DialectOperation> = [.rowNumber, .textKey]
    #expect(tried.union(byName) == Set(DialectOperation.allCases))
  }

  /// NULL does what the row says: shown by cases that have one.
  @Test(arguments: DialectOperation.allCases) func nullRule(_ operation: DialectOperation) {
    let cases = (Self.scalars + Self.aggregates).filter {
      $0.operation == operation && $0.operands.contains("null")
    }
    for row in cases {
      switch Dialect.sqlite.row(operation).nulls {
      case .propagates: #expect(row.result == "null", "\(row)")
      case .never: #expect(row.result != "null", "\(row)")
      case .ignored:
        #expect((row.result == "null") == row.operands.allSatisfy { $0 == "null" }, "\(row)")
      case .kleene, .branches, .last: break
      }
    }
  }

  // MARK: Running

  private func sql(_ operation: DialectOperation, _ operands: [String]) -> String {
    var result = "\(Dialect.sqlite.row(operation).template)"
    for (index, operand) in operands.enumerated() {
      result = result.replacing("$\(index + 1)", with: operand)
    }
    return result
  }

  private func run(_ sql: String) throws -> String {
    var configuration = Configuration()
    configuration.prepareDatabase { try TextCollation.attach(to: $0) }
    let queue = try DatabaseQueue(configuration: configuration)
    do {
      return try queue.read { db in
        try Row.fetchAll(db, sql: sql).map { row in
          let value: DatabaseValue = row[0]
          return value.isNull ? "null" : String.fromDatabaseValue(value) ?? "\(value)"
        }.joined(separator: " ")
      }
    } catch let error as DatabaseError {
      return error.message ?? ""
    }
  }
}
