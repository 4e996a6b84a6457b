import Zhiben

/// Lines of outcomes under each other, columns aligned by display width without a header: name, period, due day, state, key.
package struct OutcomeLines {
  private let session: Session
  /// The columns grow with what was seen, so that long lists can be written piece by piece.
  private var widths = [0, 0, 0, 0, 0]
  private var rows: [[String]] = []

  /// So many lines are aligned together.
  private static let batch = 256
  /// A cell wider than this does not push the columns behind it.
  private static let widest = 44

  package init(_ session: Session) { self.session = session }

  /// - Parameters:
  ///   - mark: what stands before the line: `+ 新增`.
  ///   - before: the state before, if it was another.
  package mutating func add(
    _ described: DescribedOutcome, mark: String, before: PlannedChange? = nil
  ) {
    var status = described.status[session.language]
    if let old = before?.change.before, old.status != described.outcome.status {
      status = "\(old.status.words[session.language]) → \(status)"
    }
    rows.append([
      mark, described.subject?.name ?? "", described.period[session.language],
      due(described, before: before?.dueBefore), status, described.key,
    ])
    if rows.count >= Self.batch { flush() }
  }

  /// `期限 2025-10-09（原 2025-10-01）`, `期限 2025-07-10 → 2025-07-31（暂定）`.
  private func due(_ described: DescribedOutcome, before: CivilDate?) -> String {
    guard let due = described.due else { return "" }
    let isRung = described.outcome.kind == .rung
    var text = session.text(isRung ? "到档 " : "期限 ", isRung ? "reached " : "due ")
    if let before { text += "\(before) → " }
    text += "\(due)"
    if let raw = described.dueBeforeMoving, before == nil {
      text += session.text("（原 \(raw)）", " (from \(raw))")
    }
    return text + (described.isProvisional ? session.text("（暂定）", " (provisional)") : "")
  }

  /// Writes what was added.
  package mutating func flush() {
    for row in rows {
      for column in widths.indices {
        widths[column] = max(widths[column], min(Self.widest, session.width.of(row[column])))
      }
    }
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() where column == widths.count || widths[column] > 0 {
        line += " "
        line += column < widths.count ? session.width.padded(cell, to: widths[column]) + " " : cell
      }
      session.print(line)
    }
    rows.removeAll(keepingCapacity: true)
  }
}
