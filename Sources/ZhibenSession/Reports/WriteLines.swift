import Zhiben

/// What statements write into the registers, for people.
package struct WriteLines {
  private let session: Session

  package init(session: Session) { self.session = session }

  /// The changes, the first `limit` of them, and what was left out.
  package func write(_ run: StatementRun, limit: Int?) {
    let changes = run.changes
    if !changes.isEmpty {
      session.print(session.text("\n登记（脚本语句）", "\nregisters (statements of the script)"))
      let shown = limit.map { Array(changes.prefix($0)) } ?? changes
      for change in shown {
        let (source, line) = change.place
        session.print(
          "  \(change.text(in: session.language))  [\(source.split(separator: "/").last ?? ""):\(line)]"
        )
      }
      if shown.count < changes.count {
        let rest = (changes.count - shown.count).grouped
        session.print(
          session.text("  还有 \(rest) 条（--all 全部列出）", "  \(rest) more (--all lists them)"))
      }
      session.print(session.text("  合计：", "  in all: ") + counts(run))
    }
    say(run)
  }

  /// `记入 3，修改 1，注销 0`
  package func counts(_ run: StatementRun) -> String {
    Write.Kind.allInOrder.map {
      "\($0.wording[session.language]) \((run.counts[$0] ?? 0).grouped)"
    }.joined(separator: session.text("，", ", "))
  }

  /// What was not done, and why.
  package func say(_ run: StatementRun) {
    if run.repeated > 0 {
      session.say(
        session.text(
          "脚本语句的 \(run.repeated.grouped) 处变更今天已经写过，没有再写。",
          "\(run.repeated.grouped) changes of the statements were written earlier that day; they are not written again."
        ))
    }
    if run.undecidedCount > 0 {
      session.say(
        session.text(
          "脚本语句有 \(run.undecidedCount.grouped) 处因资料空缺不能判断，没有执行。",
          "\(run.undecidedCount.grouped) decisions of the statements could not be made since facts are blank."
        ))
    }
  }
}
