import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The state of one run: facts, day, what was shown, why it ended. What statements do beyond judging expressions is done here, for both interpreters.
final class Run {
  let world: World
  let meter: Meter
  var facts: Facts
  var day: CivilDate
  var depth = 0
  private(set) var shown: [ScriptRun.Shown] = []
  private(set) var undecided: [ScriptRun.Undecided] = []
  private var undecidedPlaces: [Origin: Int] = [:]
  private(set) var failure: ScriptFailure?
  private var suppositions: [Supposition] = []
  /// The rounds of 对每个 in which the statement at hand is, outer ones first: the element and its number.
  var rounds: [(element: Value, number: Int)] = []
  /// How often the same has been done; see `Write.identity`.
  var doings: [String: Int] = [:]
  /// How many changes were left out, since an earlier run has made them.
  var repeated = 0
  /// Whether the outcomes may be others than those in the facts.
  private var outcomesAreStale: Bool

  init(_ world: World, _ meter: Meter, texts: Interner) {
    (self.world, self.meter, day) = (world, meter, world.day)
    facts = Facts(world.snapshot, texts: texts)
    outcomesAreStale = world.outcomes != nil
  }

  var program: Program { world.program }
  var words: ValueText { ValueText(program, facts.current) }

  /// What the run came to, or why it failed.
  func finish(_ result: Value?) throws(ScriptFailure) -> ScriptRun {
    if meter.stop != nil {
      var failure = failure ?? ScriptFailure("E0806", program.main?.origin ?? .none)
      failure.shown = shown
      throw failure
    }
    facts.refresh()
    return ScriptRun(
      result: result, shown: shown, writes: facts.writes, undecided: undecided, steps: meter.steps,
      bytes: meter.bytesMade, repeated: repeated, snapshot: facts.current)
  }

  // MARK: - Failing

  /// Ends the run; the first failure counts.
  func fail(
    _ code: DiagnosticCode, _ origin: Origin, _ arguments: [String: Wording] = [:],
    values: [ScriptFailure.Part] = []
  ) {
    if failure == nil, meter.stop == nil {
      failure = ScriptFailure(code, origin, arguments)
      failure?.values = values
    }
    meter.halt(.failed)
  }

  /// Names the place if the run has to stop: the innermost statement comes first.
  func noteStop(at origin: Origin) {
    guard failure == nil, let stop = meter.stop else { return }
    let budget = meter.budget
    func limit(_ number: Int) -> [String: Wording] { ["limit": "\(number)"] }
    failure =
      switch stop {
      case .steps: ScriptFailure("E0801", origin, limit(budget.steps))
      case .bytes: ScriptFailure("E0802", origin, limit(budget.bytes))
      case .rows: ScriptFailure("E0803", origin, limit(budget.rows))
      case .depth: ScriptFailure("E0804", origin, limit(budget.depth))
      case .time:
        ScriptFailure("E0805", origin, ["limit": Wording("\(budget.time ?? .zero)")])
      case .cancelled, .failed: ScriptFailure("E0806", origin)
      }
  }

  func note(call function: Int, at origin: Origin) {
    failure?.calls.append(
      ScriptFailure.Call(name: program.functions[function].name, origin: origin))
  }

  func note(record value: Value?) {
    guard failure != nil, failure?.record == nil, case .record(let register, let row)? = value
    else { return }
    facts.refresh()
    failure?.record = FactWords(facts.current).quoted(register, Int32(clamping: row))
  }

  func note(undecided count: Int, at origin: Origin) {
    guard count > 0 else { return }
    if let place = undecidedPlaces[origin] {
      undecided[place].count += count
    } else {
      undecidedPlaces[origin] = undecided.count
      undecided.append(ScriptRun.Undecided(origin: origin, count: count))
    }
  }

  func wording(_ value: Value?) -> Wording {
    facts.refresh()
    let words = FactWords(facts.current).words(value)
    return Wording(zh: words.zh, en: words.en)
  }

  // MARK: - Facts

  /// Brings facts and outcomes up to date before something reads them. False if the run has to stop.
  func refresh(outcomes readsOutcomes: Bool, at origin: Origin) -> Bool {
    facts.refresh()
    guard readsOutcomes, outcomesAreStale, let provider = world.outcomes else { return true }
    outcomesAreStale = false
    let request = OutcomeRequest(snapshot: facts.current, day: day, suppositions: suppositions)
    do {
      if try facts.set(outcomes: provider.rows(request)) {
        facts.refresh()
        return true
      }
      fail("E0815", origin, ["reason": Wording(zh: "有值放不进字段", en: "a value fits no field")])
    } catch {
      let reason = (error as? OutcomeRefusal)?.reason ?? Wording("\(error)")
      fail("E0815", origin, ["reason": reason])
    }
    return false
  }

  var isStale: Bool { facts.isStale || outcomesAreStale }

  /// The day that a statement names; nil if it is unknown, which ends the run.
  func date(_ value: Value?, _ origin: Origin) -> CivilDate? {
    guard meter.stop == nil else { return nil }
    if case .date(let date)? = value { return date }
    fail("E0812", origin)
    return nil
  }

  func setDay(_ date: CivilDate) {
    if date != day { touch() }
    day = date
  }

  // MARK: - 显示

  func show(_ items: [ScriptRun.Shown.Item], _ origin: Origin) {
    guard meter.stop == nil else { return }
    shown.append(ScriptRun.Shown(items: items, origin: origin))
  }

  // MARK: - 断言 预期

  func checkAssertion(
    _ holds: Value?, _ origin: Origin, message: () -> Value?, parts: () -> [ScriptFailure.Part]
  ) {
    guard meter.stop == nil, holds != .bool(true) else { return }
    let message = message().map { Wording(words.text($0)) }
    let verdict = holds == nil ? Wording(zh: "未知", en: "unknown") : Wording(zh: "否", en: "no")
    fail("E0808", origin, ["message": message ?? verdict], values: parts())
  }

  func checkExpectation(
    _ holds: Value?, _ origin: Origin, parts: () -> [ScriptFailure.Part]
  ) {
    guard meter.stop == nil, holds != .bool(true) else { return }
    let expected = wording(.bool(true))
    fail(
      "E0809", origin, ["expected": expected, "found": wording(holds)], values: parts())
  }

  /// Elements in any order; records and structures go by their names or only columns.
  func checkExpectation(_ found: Value?, yields expected: [Value?], _ origin: Origin) {
    guard meter.stop == nil else { return }
    var left: [Value]
    if case .list(let elements)? = found {
      left = elements
    } else {
      left = found.map { [$0] } ?? []
    }
    for wanted in expected {
      let forms = Set(wanted.map(forms) ?? [.unknown])
      guard let place = left.firstIndex(where: { !forms.isDisjoint(with: self.forms(of: $0)) })
      else {
        let expected = Value.list(expected.map { $0 ?? .unknown })
        return fail(
          "E0809", origin, ["expected": wording(expected), "found": wording(found)])
      }
      left.remove(at: place)
    }
    if !left.isEmpty || found == nil {
      let expected = Value.list(expected.map { $0 ?? .unknown })
      fail("E0809", origin, ["expected": wording(expected), "found": wording(found)])
    }
  }

  func checkExpectation(isEmpty found: Value?, _ origin: Origin) {
    guard meter.stop == nil, !(found?.isVoid ?? true) else { return }
    fail(
      "E0809", origin,
      ["expected": Wording(zh: "为空", en: "nothing"), "found": wording(found)])
  }

  /// As what a value may be meant: itself, what it is called, its only column.
  private func forms(of value: Value) -> Set<Value> {
    switch value {
    case .record, .enumeration: return [value, .text(words.text(value))]
    case .structure(let columns):
      guard columns.count == 1, let column = columns[0] else { return [value] }
      return forms(of: column).union([value])
    default: return [value]
    }
  }

  // MARK: - 假设 推演

  /// From where 假设 goes back.
  struct Mark {
    fileprivate var facts: Facts
    fileprivate var suppositions: [Supposition]
    fileprivate var day: CivilDate
  }

  var mark: Mark { Mark(facts: facts, suppositions: suppositions, day: day) }

  func suppose(_ supposition: Supposition) {
    suppositions.append(supposition)
    outcomesAreStale = world.outcomes != nil
  }

  func goBack(to mark: Mark) {
    facts.undo(to: mark.facts)
    (suppositions, day) = (mark.suppositions, mark.day)
    outcomesAreStale = world.outcomes != nil
  }

  /// Outcomes may have changed with the facts or the day.
  func touch() { outcomesAreStale = world.outcomes != nil }

  // MARK: - Host

  func call(host function: Int, _ arguments: [Value?], at origin: Origin) -> Value? {
    guard meter.step() else { return nil }
    let signature = program.hostFunctions[function]
    let name = Wording(signature.name)
    guard world.hostFunctions.indices.contains(function), let body = world.hostFunctions[function]
    else {
      fail(
        "E0814", origin,
        ["name": name, "reason": Wording(zh: "没有提供", en: "the host does not give it")])
      return nil
    }
    do {
      let result = try body(arguments)?.known
      guard let result else { return nil }
      guard let type = signature.result, result.conforms(to: type) else {
        fail(
          "E0814", origin,
          ["name": name, "reason": Wording(zh: "结果的类型不符", en: "its result is of another type")])
        return nil
      }
      return meter.make(bytes: result.size) ? result : nil
    } catch {
      fail("E0814", origin, ["name": name, "reason": Wording("\(error)")])
      if failure?.cause == nil { failure?.cause = error }
      return nil
    }
  }

  func answer(_ query: Query, at origin: Origin, variable: @escaping (Int) -> Value?) -> [Value]? {
    guard let answering = world.answering, case .rows = query.source, facts.writes.isEmpty,
      suppositions.isEmpty, meter.stop == nil
    else { return nil }
    do {
      guard
        let answer = try answering.answer(query, QueryContext(day: day, variable: variable))
      else { return nil }
      for _ in answer.elements where !meter.row() { return nil }
      guard meter.make(bytes: Meter.size(list: answer.elements.count)) else { return nil }
      note(undecided: answer.undecided, at: origin)
      return answer.elements
    } catch {
      fail("E0816", origin, ["reason": Wording("\(error)")])
      return nil
    }
  }
}

extension Origin {
  /// No place.
  static let none = Origin(source: -1, span: Span(0, 0))
}

extension Value {
  /// Whether it is a value of that type that the language can hold.
  func conforms(to type: ValueType) -> Bool {
    switch (self, type) {
    case (.bool, .bool), (.text, .text), (.date, .date), (.moment, .moment), (.term, .term),
      (.cadence, .cadence), (.period, .period):
      true
    case (.number(let number), .number): number.numerator != .min
    case (.enumeration(let list, let position), .enumeration(let wanted)):
      list == wanted && position >= 0
    case (.record(let register, let row), .record(let wanted)): register == wanted && row >= 0
    case (.list(let elements), .list(let type)):
      elements.allSatisfy { $0 == .unknown || $0.conforms(to: type) }
    case (.map(let entries), .map(let key, let value)):
      entries.allSatisfy { $0.conforms(to: key) && ($1 == .unknown || $1.conforms(to: value)) }
    case (.structure(let values), .structure(let fields)):
      values.count == fields.count
        && zip(values, fields).allSatisfy { $0?.conforms(to: $1.type) ?? true }
    default: false
    }
  }

  /// What it weighs, with everything in it.
  var size: Int {
    switch self {
    case .text(let text): Meter.size(text: text.utf8.count)
    case .list(let elements): elements.reduce(Meter.size(list: elements.count)) { $0 + $1.size }
    case .map(let entries):
      entries.reduce(Meter.size(map: entries.count)) { $0 + $1.key.size + $1.value.size }
    case .structure(let values):
      values.reduce(Meter.size(structure: values.count)) { $0 + ($1?.size ?? 0) }
    default: 0
    }
  }
}
