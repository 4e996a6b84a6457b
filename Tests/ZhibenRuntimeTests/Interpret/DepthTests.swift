import Foundation
import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// From the lexer to the interpreter on a thread with as little stack as those of a host may have: limits answer with their codes, and nothing overflows.
@Suite("A thread with half a megabyte of stack is enough")
struct DepthTests {
  struct Deep: CustomTestStringConvertible {
    var name: String
    var body: String
    /// The error of the compiler, or of the run; nil if it has a result.
    var code: String?
    var testDescription: String { name }
  }

  static func nested(_ count: Int, _ open: String, _ inner: String, _ close: String) -> String {
    String(repeating: open, count: count) + inner + String(repeating: close, count: count)
  }

  static let cases: [Deep] = [
    Deep(
      name: "a long chain of 且",
      body: "若 " + Array(repeating: "n > 0", count: 150).joined(separator: " 且 ")
        + " { 返回 1 }\n返回 0"),
    Deep(
      name: "a long chain of 或",
      body: "若 " + Array(repeating: "n < 0", count: 150).joined(separator: " 或 ")
        + " { 返回 1 }\n返回 0"),
    Deep(
      name: "a long sum",
      body: "返回 " + Array(repeating: "n", count: 150).joined(separator: " + ")),
    Deep(
      name: "a sum without end",
      body: "返回 " + Array(repeating: "n", count: 100_000).joined(separator: " + "), code: "E0217"),
    Deep(name: "as many parentheses as there may be", body: "返回 " + nested(55, "（", "n", "）")),
    Deep(name: "parentheses", body: "返回 " + nested(5_000, "（", "n", "）"), code: "E0217"),
    Deep(
      name: "非", body: "若 " + nested(5_000, "非 ", "n > 0", "") + " { 返回 1 }\n返回 0", code: "E0217"),
    Deep(
      name: "若 in 若", body: nested(2_000, "若 n > 0 {\n", "返回 1\n", "}\n") + "返回 0", code: "E0217"),
    Deep(
      name: "lists in lists", body: "返回 长度（" + nested(3_000, "{", "n", "}") + "）", code: "E0217"),
    Deep(
      name: "many branches",
      body: (0..<2_000).map { "若 n = \(-1 - $0) { 返回 \($0) }" }
        .joined(separator: " 否则 ") + "\n返回 0"),
    Deep(name: "recursion without end", body: "返回 1 + 试（n + 1）", code: "E0804"),
    Deep(
      name: "recursion in the depth of an expression",
      body: "返回 " + nested(30, "（1 + ", "试（n + 1）", "）"), code: "E0804"),
    Deep(
      name: "recursion in the depth of statements",
      body: nested(20, "若 n > 0 {\n", "返回 试（n + 1）\n", "}\n") + "返回 0", code: "E0804"),
  ]

  @Test("Compiled and run", arguments: cases)
  func runs(_ deep: Deep) throws {
    for interpreter in ["fast", "reference"] {
      #expect(Self.onSmallStack { Self.outcome(deep, interpreter) } == deep.code, "\(interpreter)")
    }
  }

  private static func outcome(_ deep: Deep, _ interpreter: String) -> String? {
    let text = "计划 深 { 期间 2025年1月1日 至 2025年12月31日 }\n函数 试（n：整数）：整数 {\n\(deep.body)\n}\n"
    let compiled = Compiler.compile(plan: SourceFile(name: "深.plan", text: text))
    guard let program = compiled.program else {
      return compiled.diagnostics.ordered.first { $0.severity == .error }?.code.rawValue
    }
    let world = World(
      program: program,
      snapshot: Snapshot(schema: program.schema, tables: [], symbols: [], dataVersion: 0),
      calendar: .china, day: program.plan.period.first)
    do {
      let made: any Interpreter =
        interpreter == "fast" ? FastInterpreter(world) : ReferenceInterpreter(world)
      let run = try made.call(
        function: 0, arguments: [.number(1)], budget: .standard, cancellation: nil)
      return run.result == nil ? "no result" : nil
    } catch {
      return error.code.rawValue
    }
  }

  private static func onSmallStack(_ body: @escaping @Sendable () -> String?) -> String? {
    final class Box: @unchecked Sendable { var value: String? = "never ran" }
    let (box, done) = (Box(), DispatchSemaphore(value: 0))
    let thread = Thread {
      box.value = body()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
    return box.value
  }
}
