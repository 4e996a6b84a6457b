import ZhibenFacts

/// Compares what follows from the facts with what the ledger holds, for one rule. Both in key order.
struct LedgerMerge {
  /// The day as of which is judged.
  let asOf: Int32

  /// The outcomes as the ledger is to hold them: what follows from the facts, and for rungs and notices what has been issued (time 39).
  func settled(_ computed: [Outcome], _ ledger: ArraySlice<Outcome>) -> [Outcome] {
    switch computed.first?.kind {
    case .rung?: afterGaps(computed, ledger)
    case .notice?: issued(computed, ledger)
    default: computed
    }
  }

  /// A notice was issued on the day of the run that found it, not on that of the event: nothing is back-dated.
  private func issued(_ computed: [Outcome], _ ledger: ArraySlice<Outcome>) -> [Outcome] {
    var known = ledger
    return computed.map { notice in
      while let first = known.first, first.key < notice.key { known.removeFirst() }
      guard notice.isIssued else { return notice }
      var notice = notice
      let before = known.first.flatMap { $0.key == notice.key && $0.isIssued ? $0 : nil }
      notice.happenedOn = before?.happenedOn ?? asOf
      return notice
    }
  }

  /// Appends the changes that bring the ledger up to what is settled, in key order. Nothing is deleted: what no longer follows is withdrawn
  /// (time 21).
  func compare(
    settled computed: [Outcome], ledger: ArraySlice<Outcome>, into changes: inout [Change]
  ) {
    var (i, j) = (computed.startIndex, ledger.startIndex)
    while i < computed.endIndex || j < ledger.endIndex {
      if j == ledger.endIndex || (i < computed.endIndex && computed[i].key < ledger[j].key) {
        changes.append(Change(kind: .insert, outcome: computed[i], before: nil))
        i += 1
      } else if i == computed.endIndex || ledger[j].key < computed[i].key {
        if let withdrawn = ledger[j].withdrawn {
          changes.append(Change(kind: .withdraw, outcome: withdrawn, before: ledger[j]))
        }
        j += 1
      } else {
        if computed[i] != ledger[j] {
          changes.append(Change(kind: .update, outcome: computed[i], before: ledger[j]))
        }
        (i, j) = (i + 1, j + 1)
      }
    }
  }

  // MARK: Rungs after a gap (time 39)

  /// Of the rungs that a record reached since the last run only the highest is proposed, as of today; lower ones are 略过. So are those of
  /// one day, since the graver silences the lighter (time 36). What was issued keeps its day, whatever became of it since; what was 略过 is
  /// proposed only if what stood above it proves wrong. A rung that was reached and closed without ever having been in the ledger is not made
  /// up afterwards. One that lacks a precondition lets the one below it be proposed, and is 略过 when it is overtaken before it is released.
  private func afterGaps(_ computed: [Outcome], _ ledger: ArraySlice<Outcome>) -> [Outcome] {
    var result: [Outcome] = []
    result.reserveCapacity(computed.count)
    var known = ledger
    var start = 0
    while start < computed.count {
      var end = start
      while end < computed.count, computed[end].key.subject == computed[start].key.subject {
        end += 1
      }
      let rungs = computed[start..<end]
      let highest = rungs.last { $0.isIssued }?.key
      for rung in rungs {
        while let first = known.first, first.key < rung.key { known.removeFirst() }
        let before = known.first.flatMap { $0.key == rung.key ? $0 : nil }
        if let rung = afterGap(rung, before, isHighest: rung.key == highest) {
          result.append(rung)
        }
      }
      start = end
    }
    return result
  }

  private func afterGap(_ rung: Outcome, _ before: Outcome?, isHighest: Bool) -> Outcome? {
    var rung = rung
    let known = before.flatMap { $0.status == .cancelled ? nil : $0 }
    if let known, known.happenedOn != Outcome.noDay {
      rung.happenedOn = known.happenedOn
      guard rung.isIssued || known.status == .skipped else { return rung }
      switch (known.status, isHighest) {
      case (.held, true), (.skipped, true): rung.happenedOn = asOf
      case (.held, false), (.skipped, false): (rung.status, rung.cause) = (.skipped, .gap)
      default: break
      }
      return rung
    }
    if rung.status == .closed { return nil }
    if rung.status == .unknown { return rung }
    rung.happenedOn = asOf
    if rung.isIssued, !isHighest { (rung.status, rung.cause) = (.skipped, .gap) }
    return rung
  }
}

extension Outcome {
  /// Whether this is a rung or notice on which something is done, or a person is to decide.
  fileprivate var isIssued: Bool { status == .proposed || status == .awaitingApproval }

  /// The state of an outcome that no longer follows; nil if it is withdrawn already.
  fileprivate var withdrawn: Outcome? {
    if status == .cancelled { return nil }
    var copy = self
    (copy.status, copy.cause) = (.cancelled, .corrected)
    return copy
  }
}
