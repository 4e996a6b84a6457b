import Zhiben
import ZhibenSession

/// The results of tests for people: a line for each, and for a failed one the line, what was expected, what was found, and why.
struct TestText {
  let session: Session

  func write(_ runs: [TestedScript]) {
    for run in runs {
      if runs.count > 1 { session.print(run.path) }
      for result in run.results { write(result, run.suite) }
    }
    let failed = runs.reduce(0) { $0 + $1.failed }
    let count = runs.reduce(0) { $0 + $1.results.count }
    if count == 0 {
      session.print(session.text("没有测试", "no tests"))
    } else if failed == 0 {
      session.print(session.text("\(count) 个测试全部通过", "all \(count) tests passed"))
    } else {
      session.print(
        session.text("\(count) 个测试，\(failed) 个失败", "\(failed) of \(count) tests failed"))
    }
    for run in runs {
      let text = CoverageText(session: session, suite: run.suite)
      if let coverage = run.coverage { text.write(coverage) }
      if let mutation = run.mutation { text.write(mutation) }
    }
  }

  private func write(_ result: TestResult, _ suite: TestSuite) {
    let verdict = result.passed ? session.text("通过", "ok") : session.text("失败", "FAILED")
    session.print("\(verdict)  \(result.title)")
    if let failure = result.failure { write(failure, suite) }
    for place in result.undecided {
      let (file, line) = suite.place(of: place.origin)
      session.print(
        session.text(
          "      \(file):\(line)：有 \(place.count) 处因未知而没有判定",
          "      \(file):\(line): \(place.count) left undecided because something is unknown"))
    }
  }

  private func write(_ failure: TestFailure, _ suite: TestSuite) {
    var renderer = session.renderer
    renderer.colour = session.isColoured && session.isInteractive
    let message = renderer.render(Diagnostics([suite.diagnostic(failure)]))
    for line in message.split(separator: "\n") { session.print("  \(line)") }
    if !failure.found.isEmpty {
      session.print(session.text("  所问规则当天的结果：", "  outcomes of the rules asked about:"))
      for line in failure.found { session.print("    \(line[session.language])") }
    }
    for report in failure.reasons {
      for section in report.sections {
        session.print("  \(section.title[session.language])")
        for line in section.lines { write(line, depth: 2) }
      }
    }
  }

  private func write(_ line: WhyLine, depth: Int) {
    session.print(String(repeating: "  ", count: depth) + line.text[session.language])
    for child in line.children { write(child, depth: depth + 1) }
  }
}
