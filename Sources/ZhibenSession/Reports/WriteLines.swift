import Zhiben

/// What statements write into the registers, for people.
package struct WriteLines {
  private let session: Session
  private let isInSession: Bool

  package init(session: Session, isInSession: Bool = false) {
    (self.session, self.isInSession) = (session, isInSession)
  }

  /// The changes, the first `limit` of them, and what was left out.
  package func write(_ run: StatementRun, limit: Int?) {
    let changes = run.changes
    if !changes.isEmpty {
      session.print(
        isInSession
          ? session.text("\n登记", "\nregisters")
          : session.text("\n登记（脚本语句）", "\nregisters (statements of the script)"))
      let shown = limit.map { Array(changes.prefix($0)) } ?? changes
      for change in shown {
        let (source, line) = change.place
        session.print(
          "  \(change.text(in: session.language))  [\(source.split(separator: "/").last ?? ""):\(line)]"
        )
      }
      if shown.count < changes.count {
        let rest = (changes.count - shown.count).grouped
        let how = isInSession ? "" : session.text("（--all 全部列出）", " (--all lists them)")
        session.print(session.text("  还有 \(rest) 条", "  \(rest) more") + how)
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

  /// How many changes were written before.
  package func say(repeated: Int) {
    guard repeated > 0 else { return }
    session.say(
      session.text(
        "语句的 \(repeated.grouped) 处变更今天已经写过，没有再写。",
        "\(repeated.grouped) changes of the statements were written earlier that day; they are not written again."
      ))
  }

  /// What was not done, and why.
  package func say(_ run: StatementRun) {
    say(repeated: run.repeated)
    if run.undecidedCount > 0 {
      session.say(
        session.text(
          "脚本语句有 \(run.undecidedCount.grouped) 处因资料空缺不能判断，没有执行。",
          "\(run.undecidedCount.grouped) decisions of the statements could not be made since facts are blank."
        ))
    }
  }
}
