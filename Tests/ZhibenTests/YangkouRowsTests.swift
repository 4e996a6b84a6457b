import Foundation
import Testing
import Zhiben

/// Every row of the Yangkou catalogue, Y-01 to Y-144, is cited by a rule or listed as waiting, and not both.
@Suite struct YangkouRowsTests {
  static let plan = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scripts/洋口镇.plan.md").path

  static func rows(in text: String) -> Set<Int> {
    var found: Set<Int> = []
    for part in text.components(separatedBy: "Y-").dropFirst() {
      if let number = Int(part.prefix { $0.isNumber }) { found.insert(number) }
    }
    return found
  }

  @Test func everyRowIsCitedOrWaits() throws {
    let text = try String(contentsOfFile: Self.plan, encoding: .utf8)
    let script = try Script(contentsOf: Self.plan)
    let program = script.program
    let citations =
      program.rules.flatMap(\.citations) + program.parameters.flatMap(\.citations)
    // The plan's own 依据 and a partition's stand in the text, not in a rule.
    let marked = text.components(separatedBy: "\n").filter {
      $0.trimmingCharacters(in: .whitespaces).hasPrefix("依据")
    }
    let cited = Self.rows(in: (citations + marked).joined(separator: "\n"))
    let table = try #require(text.components(separatedBy: "待后续").last)
    let waiting = Self.rows(in: table)
    #expect(cited.intersection(waiting) == [])
    #expect(Set(1...144).subtracting(cited).subtracting(waiting) == [])
    #expect(cited.union(waiting).subtracting(1...144) == [])
  }

  @Test func everyRuleCitesARowOfTheDocument() throws {
    let script = try Script(contentsOf: Self.plan)
    #expect(script.warnings.ordered.map(\.code) == ["W0657", "W0650"])
    let without = script.program.rules.filter { Self.rows(in: $0.citations.joined()).isEmpty }
    #expect(without.map(\.name) == [])
  }
}
