import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// What the inputs of a session share: variables, and changes of records that wait. A value: to take an input back, go on with the one before it.
public struct Workspace: Sendable {
  /// The variables that 令 has introduced, each name once.
  public private(set) var variables: [Slot] = []
  private(set) var values: [Value?] = []
  /// What statements wrote, in order. No store has it.
  public private(set) var writes: [Write] = []
  /// The judged days of the statements that wrote.
  public private(set) var days: Set<CivilDate> = []
  /// The statements that wrote, one under the other: the source of what is written.
  private(set) var text = ""
  /// How often each of them was typed, by digest.
  private var typed: [String: Int] = [:]
  /// The facts with the writes; nil as long as there are none.
  private(set) var draft: Snapshot?
  /// What the numbers in all this belong to.
  private var schema: Schema?

  /// Makes an empty one.
  public init() {}

  /// Whether nothing in it depends on a script.
  public var isEmpty: Bool { variables.isEmpty && writes.isEmpty }

  /// The name of the variable that holds what was shown last.
  public static let lastResult = "上次"

  /// What a variable holds; nil is unknown.
  public func value(of name: String) -> Value? {
    variables.firstIndex { $0.name == name }.flatMap { values[$0] }
  }

  mutating func set(_ name: String, _ type: ValueType, _ value: Value?) {
    if let known = variables.firstIndex(where: { $0.name == name }) {
      variables[known].type = type
      values[known] = value
    } else {
      variables.append(Slot(name: name, type: type))
      values.append(value)
    }
  }

  /// Adds what a statement wrote; its origins in the statement become such in `text`.
  mutating func add(
    _ writes: [Write], of statement: TypedStatement, asOf: CivilDate, _ facts: Snapshot
  ) {
    guard !writes.isEmpty else { return }
    days.insert(asOf)
    let place = text.utf8.count
    text += statement.text + "\n"
    self.writes += writes.map { statement.waiting($0, at: place) }
    draft = facts
  }

  /// How often a text has been typed before.
  func timesTyped(_ digest: String) -> Int { typed[digest, default: 0] }

  mutating func count(_ statement: TypedStatement) { typed[statement.digest, default: 0] += 1 }

  /// The same without the changes, once a run has written them.
  public func written() -> Workspace {
    var after = self
    (after.writes, after.draft, after.days) = ([], nil, [])
    return after
  }

  mutating func belongs(to schema: Schema) { self.schema = schema }

  /// The same in the numbers of another version of the script's schema. What it no longer declares is left out.
  func moved(to schema: Schema) -> Workspace {
    guard let old = self.schema, old != schema else { return self }
    let numbers = Renumbering(from: old, to: schema)
    var moved = Workspace()
    moved.schema = schema
    (moved.text, moved.typed, moved.days) = (text, typed, days)
    for (variable, value) in zip(variables, values) {
      guard let type = numbers.type(variable.type) else { continue }
      moved.set(variable.name, type, value.flatMap(numbers.value))
    }
    moved.writes = writes.compactMap(numbers.write)
    moved.draft = draft.map(numbers.facts)
    return moved
  }
}
