import Foundation
import Testing
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// What runs use is part of the language: the same in every build, so that a limit never depends on it. `Tests/Goldens/steps.txt`, written anew with
/// `ZHIBEN_UPDATE_GOLDENS=1`; `Scripts/release-tests.sh` holds the release build to it.
@Suite("Steps and bytes are those written down")
struct StepCountTests {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Of every conformance case, and of the workloads of the benchmarks")
  func golden() throws {
    let lines = try conformance() + benchmarks()
    let text = lines.joined(separator: "\n") + "\n"
    let golden = Self.tests.appendingPathComponent("Goldens/steps.txt")
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: golden)
      return
    }
    let kept = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(text == kept, "steps.txt differs; run with ZHIBEN_UPDATE_GOLDENS=1 and review")
  }

  private func conformance() throws -> [String] {
    try ConformanceTests.files.flatMap { file in
      let program = try ConformanceTests.program(file)
      let runner = TestRunner(program: program, calendar: .china)
      return program.tests.map { test in
        let result = runner.run(test)
        return "\(file)\t\(test.title)\t\(result.steps) steps\t\(result.bytes) bytes"
      }
    }
  }

  /// Those that do not go round millions of times, over 500 rows.
  private func benchmarks() throws -> [String] {
    let path = Self.tests.deletingLastPathComponent()
      .appendingPathComponent("Benchmarks/workloads.plan")
    let file = SourceFile(name: "workloads.plan", bytes: Array(try Data(contentsOf: path)))
    let program = try #require(Compiler.compile(plan: file).program)
    var builder = SnapshotBuilder(schema: program.schema)
    for index in 1...500 {
      try builder.add(
        to: "企业",
        [
          "编号": .text("\(index)"), "人数": .number(index % 400), "行业": .number(index % 8),
          "等级": .number(index % 4), "在产": .bool(index % 10 > 0), "有限空间": .bool(index % 3 == 0),
        ])
    }
    let world = World(
      program: program, snapshot: builder.snapshot(), calendar: .china, day: date("2024-10-04"))
    let words = Value.text(Array(repeating: "检查、隐患、整改", count: 50).joined(separator: "、"))
    let calls: [(String, [Value?])] = [
      ("条件", []), ("逐行", []), ("分档", []), ("斐波那契", [.number(12)]), ("词频", [words]),
    ]
    return try calls.map { name, arguments in
      let function = try #require(program.functions.firstIndex { $0.name == name })
      func run<I: Interpreter>(_: I.Type) throws -> String {
        let run = try I(world).call(
          function: function, arguments: arguments, budget: .standard, cancellation: nil)
        return "\(run.steps) steps\t\(run.bytes) bytes"
      }
      let used = try run(FastInterpreter.self)
      #expect(used == (try run(ReferenceInterpreter.self)), "\(name)")
      return "workloads.plan\t\(name)\t\(used)"
    }
  }
}
