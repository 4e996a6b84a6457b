import ZhibenFacts

/// Compares what follows from the facts with what the ledger holds, for one rule. Both in key order.
struct LedgerMerge {
  /// The day as of which is judged.
  let asOf: Int32

  /// The changes that bring the ledger up to date, in key order. Nothing is deleted: what no longer follows is withdrawn (time 21).
  func changes(computed: [Outcome], ledger: ArraySlice<Outcome>) -> [Change] {
    var changes: [Change] = []
    let computed = afterGaps(computed, ledger)
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
    return changes
  }

  /// Time 39: of the rungs that a record reached since the last run only the highest is proposed, as of today; lower ones are 略过. What the
  /// ledger holds keeps its day. A rung that was reached and closed without ever having been proposed is not made up afterwards.
  private func afterGaps(_ computed: [Outcome], _ ledger: ArraySlice<Outcome>) -> [Outcome] {
    guard computed.contains(where: { $0.kind == .rung }) else { return computed }
    var known: [OutcomeKey: Outcome] = [:]
    for outcome in ledger { known[outcome.key] = outcome }
    var result: [Outcome] = []
    result.reserveCapacity(computed.count)
    var position = 0
    while position < computed.count {
      let subject = computed[position].key.subject
      var end = position
      while end < computed.count, computed[end].key.subject == subject { end += 1 }
      let record = computed[position..<end]
      let highestNew = record.last { known[$0.key]?.isIssuedRung != true && $0.isIssuedRung }?.key
      for var rung in record {
        if let before = known[rung.key], before.status != .unknown, before.status != .cancelled {
          rung.happenedOn = before.happenedOn
          if before.status == .skipped { (rung.status, rung.cause) = (.skipped, .gap) }
        } else if rung.status == .closed {
          continue
        } else if rung.isIssuedRung {
          if rung.key == highestNew {
            rung.happenedOn = asOf
          } else {
            (rung.status, rung.cause) = (.skipped, .gap)
            rung.happenedOn = asOf
          }
        }
        result.append(rung)
      }
      position = end
    }
    return result
  }
}

extension Outcome {
  /// Whether this is a rung on which something is, or waits to be, done.
  fileprivate var isIssuedRung: Bool {
    kind == .rung && [.proposed, .awaitingApproval, .held].contains(status)
  }

  /// The state of an outcome that no longer follows; nil if it is withdrawn already.
  fileprivate var withdrawn: Outcome? {
    if status == .cancelled { return nil }
    var copy = self
    (copy.status, copy.cause) = (.cancelled, .corrected)
    return copy
  }
}
