import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// What it takes to put the outcomes of one run into words: the script, the facts, the names of the records.
public struct RunContext: Sendable {
  /// The script that is run.
  public let script: Script
  /// The facts it rests on.
  public let snapshot: Snapshot
  /// The judged day.
  public let asOf: CivilDate
  let names: RecordNames
  private let keys: KeyText

  init(script: Script, snapshot: Snapshot, names: Snapshot, asOf: CivilDate) {
    self.script = script
    self.snapshot = snapshot
    self.asOf = asOf
    self.names = RecordNames(names)
    keys = KeyText(program: script.program, names: self.names)
  }

  /// The change with its words.
  public func described(_ change: Change) -> PlannedChange {
    PlannedChange(change, self)
  }

  /// The key as people type it: `主要负责人带队检查/91320623MA…/2025-04-01/1`.
  public func keyText(_ key: OutcomeKey) -> String {
    keys.text(key, subjectID: subjectID(of: key))
  }

  /// The parts of the key behind rule and subject.
  func keyTail(_ key: OutcomeKey) -> String {
    script.rule(key.rule).map { keys.tail(key, $0) } ?? ""
  }

  /// The record that an outcome is about; nil for a target's reading.
  public func subject(of key: OutcomeKey) -> SubjectName? {
    guard let id = subjectID(of: key), let register = script.rule(key.rule)?.subject?.register
    else { return nil }
    return SubjectName(
      register: script.program.schema[register].name, key: names.key(of: register, id: id),
      name: names.name(of: register, id: id))
  }

  func subjectID(of key: OutcomeKey) -> Int64? {
    guard key.subject >= 0, let register = script.rule(key.rule)?.subject?.register else {
      return nil
    }
    let ids = snapshot[register].rowIDs
    return ids.indices.contains(Int(key.subject)) ? ids[Int(key.subject)] : nil
  }
}
