import Foundation
import GRDB
import Testing

@testable import Zhiben
@testable import ZhibenStore

/// What is said of a script before it runs is what SQLite sees when it does.
@Suite struct InspectionTests {
  @Test func whatIsReadIsWhatSQLiteSees() throws {
    let town = try YangkouRunTests.Town(enterprises: 40)
    let inspection = town.script.inspection
    town.engine.store.counter.record()
    _ = try town.engine.plan(town.script, asOf: YangkouRunTests.Town.day)
    let seen = try regions(
      of: town.engine.store.counter.recorded,
      path: town.folder.appendingPathComponent("town.db").path)
    let facts = seen.filter { !$0.key.hasPrefix("zb_") && $0.key != "sqlite_master" }

    // The columns of the registers, but for those that every table has.
    var expected: [String: Set<String>] = [:]
    var lists: Set<String> = []
    for use in inspection.footprint.reads + inspection.names {
      let register = town.script.program.schema[use.register]
      expected[register.table, default: []].formUnion(use.fields.map { register.fields[$0].column })
      for position in use.fields where register.fields[position].isMany {
        lists.insert("\(register.table)__\(register.fields[position].column)")
      }
    }
    let tables = Set(expected.keys)
    let columns = facts.filter { tables.contains($0.key) }
      .mapValues { $0.filter { !$0.hasPrefix("_") } }
    #expect(columns == expected)
    // Beside them their lists and earlier values, and nothing else.
    let others = Set(facts.keys).subtracting(tables)
    let histories = Set(tables.map { $0 + "__history" })
    #expect(others.subtracting(histories) == lists)
    // Nothing of it is written.
    #expect(!town.engine.store.counter.recorded.contains { $0.hasPrefix("INSERT") })
  }

  @Test(arguments: [3, 40]) func statementsStayWithinTheBound(_ enterprises: Int) throws {
    let town = try YangkouRunTests.Town(enterprises: enterprises)
    let before = town.engine.statementCount
    _ = try town.engine.plan(town.script, asOf: YangkouRunTests.Town.day)
    let count = town.engine.statementCount - before
    #expect(town.script.inspection.statements.contains(count), "\(count)")
  }

  /// Tables and columns that the authorizer reports for statements.
  private func regions(of statements: [String], path: String) throws -> [String: Set<String>] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      var found: [String: Set<String>] = [:]
      for sql in statements where sql.hasPrefix("SELECT") {
        let region = try db.makeStatement(sql: sql).databaseRegion
        for match in region.description.matches(of: /(\w+)\(([^)]*)\)/) {
          found[String(match.1), default: []].formUnion(
            match.2.split(separator: ",").map(String.init))
        }
      }
      return found
    }
  }
}
