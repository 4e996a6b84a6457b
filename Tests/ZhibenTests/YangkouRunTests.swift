import Foundation
import Testing
import Zhiben
import ZhibenSampleData

/// The Yangkou plan on a sample register, from files to the ledger and back.
@Suite struct YangkouRunTests {
  /// A store with the sample register of so many enterprises, in a folder of its own.
  final class Town {
    let folder: URL
    let engine: Engine
    let script: Script

    init(enterprises: Int) throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("zhiben-town-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var paths: [String] = []
      for file in SampleRegister.files(seed: 2024, enterprises: enterprises) {
        let path = folder.appendingPathComponent(file.name).path
        try file.text.write(toFile: path, atomically: true, encoding: .utf8)
        paths.append(path)
      }
      let store = folder.appendingPathComponent("town.db").path
      engine = try Engine(store: .sqlite(store, .create))
      script = try engine.compile(contentsOf: YangkouRowsTests.plan)
      let reports = try engine.importFiles(
        paths, script: script, options: ImportOptions(importedOn: Self.day))
      refused = reports.reduce(0) { $0 + $1.refused }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    let refused: Int
    static let day = CivilDate(iso: "2025-06-30") ?? .min
  }

  @Test("Every row is taken; a run changes the ledger once; a later one only what the day changes")
  func runsTwice() throws {
    let town = try Town(enterprises: 40)
    #expect(town.refused == 0)
    let first = try town.engine.run(town.script, asOf: Town.day)
    #expect(first.hasChanged)
    #expect(try !town.engine.run(town.script, asOf: Town.day).hasChanged)
    #expect(try town.engine.plan(town.script, asOf: Town.day).isEmpty)
    let later = try town.engine.run(town.script, asOf: Town.day.next)
    #expect(later.summary?.changeCounts.isEmpty == false)
    #expect(try town.engine.verify().breaks.isEmpty)
  }

  @Test("The totals of every rule, as golden")
  func totals() throws {
    let town = try Town(enterprises: 40)
    let plan = try town.engine.plan(town.script, asOf: Town.day)
    let rules = town.script.program.rules
    let text: String = plan.plan.summary.totals.map { total -> String in
      let counts = total.counts.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.words.zh) \($0.value)" }.joined(separator: " ")
      return "\(rules[total.rule].kindWords.zh) \(rules[total.rule].name)：\(counts)"
    }.joined(separator: "\n")
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Goldens/Yangkou/totals.txt")
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (text + "\n").write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(text + "\n" == (try String(contentsOf: path, encoding: .utf8)))
  }

  @Test("Both evaluators plan the same")
  func evaluatorsAgree() throws {
    let town = try Town(enterprises: 6)
    let fast = try town.engine.plan(town.script, asOf: Town.day)
    let reference = try town.engine.plan(town.script, asOf: Town.day, using: .reference)
    #expect(fast.plan.changes == reference.plan.changes)
  }

  @Test("The number of statements depends neither on the enterprises nor on the rules")
  func statements() throws {
    func count(_ enterprises: Int, rule: String?) throws -> (Int, Int) {
      let town = try Town(enterprises: enterprises)
      let script = try rule.map { try town.script.selecting(rule: $0) } ?? town.script
      let before = town.engine.statementCount
      let plan = try town.engine.plan(script, asOf: Town.day)
      return (town.engine.statementCount - before, plan.plan.changes.count)
    }
    let (few, some) = try count(10, rule: nil)
    let (many, more) = try count(60, rule: nil)
    #expect(few == many, "\(few) statements for 10 enterprises, \(many) for 60")
    #expect(some < more)
    let (one, _) = try count(10, rule: "主要负责人带队检查")
    #expect(one <= few)
    // One a register at the most, lists and history apart, and a handful for ledger and versions.
    #expect(few <= 3 * 44 + 10, "\(few)")
  }
}
