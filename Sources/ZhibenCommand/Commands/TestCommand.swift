import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 测试
struct TestCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "test", aliases: ["测试"])

  @Argument var scripts: [String]
  @Option(name: [.customLong("filter"), .customLong("筛选")]) var filter: String?
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("jobs"), .customLong("并行")]) var jobs: Int?
  @Flag(name: [.customLong("coverage"), .customLong("覆盖")]) var coverage = false
  @Option(name: [.customLong("minimum"), .customLong("最低")]) var minimum: String?
  @Flag(name: [.customLong("mutate"), .customLong("变异")]) var mutate = false
  @Option(name: [.customLong("budget"), .customLong("时限")]) var budget: Int?
  @OptionGroup var library: LibraryOptions

  enum Format: String, WordChoice {
    case text, json, junit

    var chinese: String {
      switch self {
      case .text: "文本"
      case .json: "数据"
      case .junit: "报告"
      }
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let format = try Format.read(format, option: "--format") ?? .text
    let minimum = try minimum.map(percent)
    let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    guard jobs > 0, budget ?? 1 > 0 else {
      throw UsageProblem(
        Wording(zh: "--jobs 和 --budget 至少是 1", en: "--jobs and --budget are at least 1"))
    }
    var runs: [TestedScript] = []
    for path in scripts {
      runs.append(try run(path, jobs, measures: minimum != nil, session))
    }
    switch format {
    case .text: TestText(session: session).write(runs)
    case .json: TestDocument(session: session).write(runs)
    case .junit: TestXML(session: session).write(runs)
    }
    let isEnough = runs.allSatisfy { run in
      minimum.map { (run.coverage?.total.percent ?? 0) >= $0 } ?? true
    }
    if let minimum = self.minimum, !isEnough {
      session.say(
        session.text("测试到过的不足 \(minimum)", "the tests reach less than \(minimum)"))
    }
    return runs.allSatisfy(\.passed) && isEnough ? .success : .failure
  }

  private func run(
    _ path: String, _ jobs: Int, measures: Bool, _ session: Session
  ) throws -> TestedScript {
    var suite = try TestSuite(contentsOf: path, library: library.library(session))
    if let filter { suite = suite.filtered(filter) }
    let traces = coverage || measures || mutate
    let results = suite.run(jobs: jobs, traces: traces)
    var run = TestedScript(path: path, suite: suite, results: results)
    if coverage || measures { run.coverage = suite.coverage(results) }
    if mutate {
      let (elapsed, allowed) = (Budget.test.elapsed, Duration.seconds(budget ?? 60))
      run.mutation = suite.mutate(results, jobs: jobs, isOver: { elapsed() >= allowed })
    }
    return run
  }

  /// `80%` or `80`.
  private func percent(_ text: String) throws -> Int {
    let digits = text.hasSuffix("%") || text.hasSuffix("％") ? String(text.dropLast()) : text
    guard let number = Int(digits), (0...100).contains(number) else {
      throw UsageProblem(
        Wording(
          zh: "--minimum 的「\(text)」不是比例，写成 80%", en: "--minimum: \(text) is no share; write 80%"))
    }
    return number
  }
}

/// A plan whose tests were run.
struct TestedScript {
  var path: String
  var suite: TestSuite
  var results: [TestResult]
  var coverage: Coverage?
  var mutation: MutationReport?

  var failed: Int { results.count { !$0.passed } }
  var passed: Bool { failed == 0 }
}
