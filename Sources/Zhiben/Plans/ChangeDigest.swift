import Crypto
import ZhibenFacts

/// What binds a saved plan to the changes that somebody has read.
enum ChangeDigest {
  /// SHA-256 over writes and changes in order, whose records are told by their numbers in the store.
  static func of(
    _ changes: [Change], _ writes: [PlannedWrite], in snapshot: Snapshot, _ script: Script
  ) -> String {
    var hash = SHA256()
    for write in writes {
      let text = "\(write.text(in: .zh)) \(write.write.identity) \(write.write.day)\n"
      hash.update(data: Array(text.utf8))
    }
    for change in changes {
      let outcome = change.outcome
      let register = script.rule(outcome.key.rule)?.subject?.register
      let ids = register.map { snapshot[$0].rowIDs } ?? []
      let subject = Int(outcome.key.subject)
      let numbers: [Int64] = [
        Int64(change.kind.rawValue), Int64(outcome.key.rule),
        ids.indices.contains(subject) ? ids[subject] : -1, Int64(outcome.key.first),
        Int64(outcome.key.nth), Int64(outcome.kind.rawValue), Int64(outcome.status.rawValue),
        Int64(outcome.cause.rawValue), Int64(outcome.last), Int64(outcome.dueRaw),
        Int64(outcome.due), Int64(outcome.happenedOn), outcome.numerator, outcome.denominator,
        Int64(outcome.unknownCount), Int64(change.before?.status.rawValue ?? 0),
      ]
      numbers.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    return hash.finalize().hexadecimal
  }
}
