import Foundation
import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

/// The workloads of workloads.plan over 10,000 rows that every peer makes for itself in the same way.
struct Workloads {
  private let program: Program
  private let snapshot: Snapshot

  /// The function of each workload, and the operations that it stands for.
  private static let functions: [String: (name: String, operations: Int)] = [
    "predicate": ("条件", 10_000), "rows": ("逐行", 10_000), "tiers": ("分档", 10_000),
    "dates": ("工作日", 10_000), "fib": ("斐波那契", 832_040), "loop": ("累加", 10_000_000),
    "text": ("文字", 50_000), "words": ("词频", 20_000),
  ]

  init() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let path = here.appendingPathComponent("../../workloads.plan").standardizedFileURL.path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    program = compiled(SourceFile(name: path, text: text))
    var builder = SnapshotBuilder(schema: program.schema)
    for index in 1...10_000 {
      let x = (index * 1_103_515_245 + 12_345) % 2_147_483_648
      try builder.add(
        to: "企业",
        [
          "编号": .text("\(index)"), "人数": .number(Rational(x % 500)),
          "行业": .number(Rational(x / 500 % 8)), "等级": .number(Rational(x / 4_000 % 4)),
          "在产": .bool(x / 16_000 % 10 > 0), "有限空间": .bool(x / 480_000 % 4 == 0),
        ])
    }
    snapshot = builder.snapshot()
  }

  func run(_ name: String, rounds: Int) throws {
    guard let (function, operations) = Self.functions[name],
      let index = program.functions.firstIndex(where: { $0.name == function })
    else {
      print("no workload \(name)")
      exit(2)
    }
    // The peers know weekends and no decreed rest days.
    let world = World(
      program: program, snapshot: snapshot, calendar: .builtIn(.weekendsOnly),
      day: CivilDate(days: 20_000))
    let budget = Budget(steps: .max, bytes: .max, rows: .max)
    func once() throws -> Value? {
      // A new one each round: what does not depend on arguments is remembered, and would be asked once only.
      try FastInterpreter(world).call(
        function: index, arguments: arguments(name), budget: budget, cancellation: nil
      ).result
    }
    guard case .number(let answer)? = try once() else {
      print("unknown")
      exit(1)
    }
    let start = processorTime()
    for _ in 0..<rounds { _ = try once() }
    let spent = (processorTime() - start) / Double(rounds) / Double(operations)
    print(answer, String(format: "%.2f", spent))
  }

  private func arguments(_ name: String) -> [Value?] {
    switch name {
    case "fib": [.number(Rational(27))]
    case "words": [.text(Self.words)]
    default: []
    }
  }

  private static let words: String = {
    let stems = ["检查", "隐患", "整改", "企业", "消防", "培训", "演练", "责任", "台账", "巡查"]
    var seed = 7
    let words = (0..<20_000).map { _ in
      seed = seed * 16_807 % 2_147_483_647
      return stems[seed / 65_536 % 10]
    }
    return words.joined(separator: "、")
  }()
}
