import Zhiben
import ZhibenSession

/// What tests reach of a plan, and which changes of it they notice, for people.
struct CoverageText {
  let session: Session
  let suite: TestSuite

  func write(_ coverage: Coverage) {
    let (rules, branches) = (coverage.rules, coverage.branches)
    session.print(
      session.text(
        "\n覆盖：规则 \(share(rules))，分支 \(share(branches))",
        "\ncoverage: rules \(share(rules)), branches \(share(branches))"))
    table(coverage)
    let silent = Set(
      coverage.places.filter { $0.kind == .rule && !$0.isReached }.map(\.owner))
    let open = coverage.places.filter { !$0.isReached && !silent.contains($0.owner) }
    if !open.isEmpty { session.print(session.text("没有到过的地方：", "places not reached:")) }
    for place in open {
      let (file, line) = suite.place(of: place.origin)
      session.print(
        "  \(file):\(line)  \(place.kind.words[session.language])  \(short(suite.text(of: place.origin)))"
      )
    }
    if !silent.isEmpty {
      session.print(session.text("没有结果的规则：", "rules that yielded nothing:"))
      for place in coverage.places where place.kind == .rule && !place.isReached {
        session.print("  \(place.owner)")
      }
    }
  }

  /// What has branches and was reached, with how many of them.
  private func table(_ coverage: Coverage) {
    var table = TextTable(columns: [
      .init(session.text("规则、范围、函数", "rule, scope, function")),
      .init(session.text("分支", "branches"), alignment: .right),
      .init(session.text("到过", "reached"), alignment: .right),
    ])
    var seen: Set<String> = []
    for place in coverage.places where seen.insert(place.owner).inserted {
      let share = coverage.share(of: place.owner)
      guard share.count > 0, share.reached > 0 else { continue }
      table.rows.append([place.owner, "\(share.count)", "\(share.reached)"])
    }
    guard !table.rows.isEmpty else { return }
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }

  func write(_ report: MutationReport) {
    let count = report.entries.count
    let share = Coverage.Share(reached: report.killed, count: count)
    session.print(
      session.text(
        "\n变异：试了 \(count) 处改动，测试发觉 \(self.share(share))",
        "\nmutation: of \(count) changes tried the tests notice \(self.share(share))"))
    if report.untried > 0 {
      session.print(
        session.text(
          "时限到了，还有 \(report.untried) 处没有试", "time is up: \(report.untried) more were not tried"))
    }
    let survivors = report.survivors
    if !survivors.isEmpty { session.print(session.text("没有发觉的改动：", "changes not noticed:")) }
    for entry in survivors {
      let mutant = entry.mutant
      let (file, line) = suite.place(of: mutant.origin)
      let untouched =
        entry.verdict == .unreached ? session.text("（没有测试到过）", " (no test reaches it)") : ""
      session.print("  \(file):\(line)  \(mutant.change[session.language])\(untouched)")
      session.print("      \(suite.line(of: mutant.origin).drop(while: \.isWhitespace))")
    }
  }

  private func share(_ share: Coverage.Share) -> String {
    return session.text(
      "\(share.reached)/\(share.count)（\(share.percent)%）",
      "\(share.reached)/\(share.count) (\(share.percent)%)")
  }

  private func short(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }
}
