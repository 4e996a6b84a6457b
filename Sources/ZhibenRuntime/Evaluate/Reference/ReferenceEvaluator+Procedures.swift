import OrderedCollections
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// What a procedure's expressions see beside the facts: the variables of one call, and the run that calls belong to.
final class Scene {
  var slots: [Value?]
  /// Which of them hold their value alone (`Ownership`).
  var isOwned: [Bool] = []
  var procedure: Procedure?
  let caller: any Caller
  /// Nil where nothing is counted: in conditions of rules, and behind aggregates whose parts make nothing.
  var meter: Meter?

  init(slots: [Value?], caller: any Caller, meter: Meter?) {
    (self.slots, self.caller, self.meter) = (slots, caller, meter)
  }
}

/// Carries out what expressions ask for beyond facts and values.
protocol Caller: AnyObject {
  func call(
    function: Int, _ arguments: [Value?], on day: CivilDate, at origin: Origin
  ) -> Value?
  func call(host function: Int, _ arguments: [Value?], at origin: Origin) -> Value?
  /// The answer of whoever answers questions in place of the snapshot; nil if nobody does.
  func answer(_ query: Query, at origin: Origin, variable: @escaping (Int) -> Value?) -> [Value]?
  func note(undecided count: Int, at origin: Origin)
  /// The record that was at hand, if the run has ended.
  func note(record value: Value)
}

extension ReferenceEvaluator.Standpoint {
  /// The same without a count of what is made. Variables stay those of the call.
  var unmetered: Self {
    guard let scene, scene.meter != nil else { return self }
    var other = self
    other.scene = Scene(slots: scene.slots, caller: scene.caller, meter: nil)
    return other
  }
}

extension ReferenceEvaluator {
  /// The nodes that stand only in procedures.
  func judgeInProcedure(_ core: Core, _ here: Standpoint, _ trace: Trace?) -> Value? {
    func values(_ parts: [Core]) -> [Value?] { parts.map { evaluate($0, here, trace) } }
    let meter = here.scene?.meter
    switch core.node {
    case .variable(let slot):
      return here.scene.flatMap { $0.slots.indices.contains(slot) ? $0.slots[slot] : nil }
    case .call(let function, let arguments):
      return here.scene?.caller.call(
        function: function, values(arguments), on: here.day, at: core.origin)
    case .hostCall(let function, let arguments):
      return here.scene?.caller.call(host: function, values(arguments), at: core.origin)
    case .text(let parts): return library(here).made(values(parts).map(words.text))
    case .list(let parts): return library(here).made(values(parts).map { $0 ?? .unknown })
    case .map(let parts): return Values.map(values(parts), meter)
    case .structure(let parts):
      let values = values(parts)
      return Meter.make(bytes: Meter.size(structure: values.count), meter)
        ? .structure(values) : nil
    case .member(let base, let index):
      return Values.member(evaluate(base, here, trace), index)
    case .element(let base, let key):
      let base = evaluate(base, here, trace)
      return Values.element(base, evaluate(key, here, trace))
    case .setOperation(let operation, let left, let right):
      let left = evaluate(left, here, trace)
      return library(here).combine(left, operation, evaluate(right, here, trace))
    case .fold(let fold): return judge(fold, here, trace)
    case .query(let query): return answer(query, core.origin, here, trace)
    default: return nil
    }
  }

  private func judge(_ fold: Fold, _ here: Standpoint, _ trace: Trace?) -> Value? {
    guard let scene = here.scene, case .list(let elements)? = evaluate(fold.list, here, trace)
    else { return nil }
    var rows: [Folding.Row] = []
    for element in elements {
      guard scene.meter?.step() ?? true else { return nil }
      scene.slots[fold.slot] = element.known
      let truth = fold.filter.map { Truth(evaluate($0, here, nil)) } ?? .yes
      if truth == .no { continue }
      rows.append(
        Folding.Row(
          element: element, truth: truth,
          value: fold.value.map { evaluate($0, here, nil) } ?? element.known,
          date: date(of: element, on: here.day)))
    }
    return Folding.result(
      fold.kind, rows, hasValue: fold.value != nil || fold.kind != .every, here.scene?.meter)
  }

  /// The day on which what a record tells happened.
  func date(of element: Value, on day: CivilDate) -> CivilDate? {
    guard case .record(let register, let row) = element,
      let field = snapshot.schema[register].dateField,
      case .date(let date)? = cell(FieldRef(register, field), row, on: day, nil)
    else { return nil }
    return date
  }

  // MARK: - Questions

  private func answer(
    _ query: Query, _ origin: Origin, _ here: Standpoint, _ trace: Trace?
  ) -> Value? {
    guard let scene = here.scene else { return nil }
    if here.frames.allSatisfy({ $0 < 0 }),
      let answer = scene.caller.answer(query, at: origin, variable: { scene.slots[$0] })
    {
      return .list(answer)
    }
    guard let rows = rows(of: query, here, trace) else { return nil }
    let question = Question(query) { $0 }
    let answer = question.answer(rows, scene.meter) { part, row in
      defer { if scene.meter?.stop != nil { scene.caller.note(record: row.element) } }
      switch query.binding {
      case .variable(let slot):
        scene.slots[slot] = row.element.known
        return evaluate(part, here, nil)
      case .frame(let frame):
        guard case .record(_, let position) = row.element else { return nil }
        return evaluate(part, here.with(Int32(position), inFrame: frame), nil)
      }
    }
    guard let answer else { return nil }
    scene.caller.note(undecided: answer.undecided, at: origin)
    return .list(answer.elements)
  }

  private func rows(
    of query: Query, _ here: Standpoint, _ trace: Trace?
  ) -> [Question<Core>.Row]? {
    switch query.source {
    case .list(let list):
      guard case .list(let elements)? = evaluate(list, here, trace) else { return nil }
      return elements.map {
        Question.Row(element: $0, truth: .yes, date: date(of: $0, on: here.day))
      }
    case .rows(let source, let window):
      var frame = 0
      if case .frame(let own) = query.binding { frame = own }
      let aggregate = Aggregate(kind: .exists, rows: source, window: window, frame: frame)
      let register = source.register(scopes: program.scopes)
      return judgeRows(of: aggregate, here, trace, readsValue: false)?
        .filter { $0.read.truth != .no }
        .map {
          Question.Row(
            element: .record(register, Int($0.read.row)), truth: $0.read.truth,
            date: $0.read.date)
        }
    }
  }
}

extension Values {
  /// Keys and values in turn; the last of equal keys counts. An unknown key: unknown.
  static func map(_ parts: [Value?], _ meter: Meter?) -> Value? {
    guard Meter.make(bytes: Meter.size(map: parts.count / 2), meter) else { return nil }
    var entries: OrderedDictionary<Value, Value> = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let key = parts[index] else { return nil }
      entries[key] = parts[index + 1] ?? .unknown
    }
    return .map(entries)
  }

  static func member(_ base: Value?, _ index: Int) -> Value? {
    guard case .structure(let values)? = base, values.indices.contains(index) else { return nil }
    return values[index]
  }

  /// A list's element counted from 1, or what a map has under a key; what is not there is unknown.
  static func element(_ base: Value?, _ key: Value?) -> Value? {
    switch (base, key) {
    case (.list(let elements)?, .number(let place)?):
      guard let index = place.whole, index >= 1, index <= elements.count else { return nil }
      return elements[index - 1].known
    case (.map(let entries)?, let key?): return entries[key]?.known
    default: return nil
    }
  }
}
