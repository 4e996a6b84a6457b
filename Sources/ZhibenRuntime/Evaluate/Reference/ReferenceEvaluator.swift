import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The meaning of the language: slow, obvious, without caches and indexes. The fast evaluator is tested against it, and `why` asks it.
///
/// Every expression is judged by looking at the facts as they are on one day; nothing is remembered between two judgements. That scopes and
/// partitions do not contain themselves is the checker's business.
public final class ReferenceEvaluator: Evaluator {
  let program: Program
  /// The facts; a procedure that writes goes on with others.
  var snapshot: Snapshot {
    didSet {
      words = ValueText(program, snapshot)
      told = nil
    }
  }
  let calendar: WorkCalendar

  /// The day after the earliest judgement: the reference evaluator promises nothing beyond the judged day.
  public var edge = Int32.max
  /// The blank fields on which unknown results rested; see `Explanation.blanks`.
  public var blanks: Set<FieldRef> = []
  /// Whether blanks are collected.
  public var collectsBlanks = false
  /// The days for which `Window.targetPeriod` stands; nil = every day.
  public var targetPeriod: DayRange?
  /// Who wants to know what is judged.
  public var watch: Watch?
  private(set) var words: ValueText
  /// `firstTold` once it was asked for.
  private var told: CivilDate??

  /// Makes an evaluator for one program over one snapshot.
  public init(program: Program, snapshot: Snapshot, calendar: WorkCalendar) {
    self.program = program
    self.snapshot = snapshot
    self.calendar = calendar
    words = ValueText(program, snapshot)
  }

  /// See `Snapshot.firstTold`.
  var firstTold: CivilDate? {
    if let told { return told }
    let first = snapshot.firstTold
    told = .some(first)
    return first
  }

  /// From where an expression is judged: the records of the frames, by position, the day, and in a procedure its variables.
  struct Standpoint {
    var frames: [Int32]
    var day: CivilDate
    var scene: Scene?

    /// The same with a record in that frame, and none in those further in.
    func with(_ row: Int32, inFrame frame: Int) -> Standpoint {
      let outer = frames.prefix(frame)
      let missing = Array(repeating: Int32(-1), count: frame - outer.count)
      return Standpoint(frames: outer + missing + [row], day: day, scene: scene)
    }
  }

  /// Nothing is prepared.
  public func prepare(_ core: Core) -> Core { core }
  /// Nothing is prepared.
  public func prepare(rows aggregate: Aggregate) -> Aggregate { aggregate }

  /// Judges a condition.
  public func truth(_ condition: Core, subject: Int32, row: Int32, day: Int32) -> Truth {
    Truth(value(condition, subject: subject, row: row, day: day))
  }

  /// The value of any expression; nil is unknown.
  public func value(_ expression: Core, subject: Int32, row: Int32, day: Int32) -> Value? {
    if collectsBlanks {
      let explanation = explain(expression, subject: subject, row: row, day: day)
      blanks.formUnion(explanation.blanks)
      return explanation.value
    }
    edge = min(edge, day.next)
    return evaluate(expression, standpoint(subject, row, day), nil)
  }

  /// The rows that are, or may be, in the collection, in position order.
  public func rows(
    of source: Aggregate, subject: Int32, row: Int32, day: Int32
  ) -> [JudgedRow] {
    edge = min(edge, day.next)
    let trace = Trace()
    let rows = judgeRows(of: source, standpoint(subject, row, day), trace, readsValue: false)
    let members = (rows ?? []).map(\.read).filter { $0.truth != .no }
    let unknown = members.filter { $0.truth == .unknown }
    if collectsBlanks, rows == nil || !unknown.isEmpty {
      blanks.formUnion((trace.children.flatMap(\.blanks)) + unknown.flatMap(\.blanks))
    }
    return members.map { JudgedRow(row: $0.row, truth: $0.truth) }
  }

  /// Judges an expression and tells what its value rests on: the engine of `why`.
  public func explain(_ core: Core, subject: Int32, row: Int32, day: Int32) -> Explanation {
    edge = min(edge, day.next)
    return explain(core, standpoint(subject, row, day))
  }

  private func standpoint(_ subject: Int32, _ row: Int32, _ day: Int32) -> Standpoint {
    Standpoint(frames: [subject, row], day: CivilDate(days: day))
  }

  func on(_ day: CivilDate, _ here: Standpoint) -> Standpoint {
    Standpoint(frames: here.frames, day: day, scene: here.scene)
  }

  func explain(_ core: Core, _ standpoint: Standpoint) -> Explanation {
    let trace = Trace()
    let value = judge(core, standpoint, trace)
    watch?.note(core, value)
    let sources = program.sources
    let isPlaced = sources.indices.contains(core.origin.source)
    return Explanation(
      text: isPlaced ? sources[core.origin.source].text(core.origin.span) : "",
      origin: core.origin, value: value, day: standpoint.day, read: trace.read, rows: trace.rows,
      mayLackRows: trace.mayLackRows,
      children: trace.children)
  }

  /// The value of an expression; with a trace, it notes down there how it came about.
  func evaluate(_ core: Core, _ standpoint: Standpoint, _ trace: Trace?) -> Value? {
    guard let trace else {
      let value = judge(core, standpoint, nil)
      watch?.note(core, value)
      return value
    }
    let explanation = explain(core, standpoint)
    trace.children.append(explanation)
    return explanation.value
  }

  // MARK: - Nodes

  private func judge(_ core: Core, _ here: Standpoint, _ trace: Trace?) -> Value? {
    switch core.node {
    case .constant(let value): return value
    case .today: return .date(here.day)
    case .record(let frame):
      guard case .record(let register) = core.type, here.frames.indices.contains(frame) else {
        return nil
      }
      return record(Int(here.frames[frame]), of: register)
    case .field(let base, let field):
      guard case .record(field.register, let row)? = evaluate(base, here, trace) else { return nil }
      return cell(field, row, on: here.day, trace)
    case .and(let parts): return Kleene.and(join(parts, until: .no, here, trace)).value
    case .or(let parts): return Kleene.or(join(parts, until: .yes, here, trace)).value
    case .not(let part):
      return Kleene.not(Truth(evaluate(part, here, trace))).value
    case .compare(let operation, let left, let right):
      let (left, right) = (evaluate(left, here, trace), evaluate(right, here, trace))
      return Values.compare(left, operation, right).value
    case .isIn(let element, let items, let isOpen):
      let element = evaluate(element, here, trace)
      return Values.isIn(element, items.map { evaluate($0, here, trace) }, isOpen)
    case .contains(let whole, let part):
      let (whole, part) = (evaluate(whole, here, trace), evaluate(part, here, trace))
      return Values.contains(whole, part).value
    case .isEmpty(let part):
      let value = evaluate(part, here, trace)
      return .bool(value?.isVoid ?? true)
    case .between(let part, let lower, let upper):
      let (part, lower) = (evaluate(part, here, trace), evaluate(lower, here, trace))
      return Values.isBetween(part, lower, evaluate(upper, here, trace))
    case .arithmetic(let operation, let left, let right):
      let (left, right) = (evaluate(left, here, trace), evaluate(right, here, trace))
      guard case .number(let left)? = left, case .number(let right)? = right else { return nil }
      return left.combined(operation, right).map { .number($0) }
    case .negate(let part):
      guard case .number(let number)? = evaluate(part, here, trace) else { return nil }
      return number.negated.map { .number($0) }
    case .daysBetween(let left, let right):
      let (left, right) = (evaluate(left, here, trace), evaluate(right, here, trace))
      guard case .date(let later)? = left, case .date(let earlier)? = right else { return nil }
      return .number(Rational(earlier.days(until: later)))
    case .shift(let part, let direction, let term):
      switch evaluate(part, here, trace) {
      case .date(let date)?: return .date(calendar.shift(date, direction, by: term))
      case .moment(let moment)?:
        return calendar.shift(moment: moment, direction, by: term).map { .moment($0) }
      default: return nil
      }
    case .conditional(let condition, let then, let otherwise):
      guard case .bool(let holds)? = evaluate(condition, here, trace) else { return nil }
      return evaluate(holds ? then : otherwise, here, trace)
    case .aggregate(let aggregate): return judge(aggregate, here, trace)
    case .inScope(let scope, let part):
      guard program.scopes.indices.contains(scope),
        case .record(program.scopes[scope].register, let row)? = evaluate(part, here, trace)
      else { return nil }
      return evaluate(program.scopes[scope].condition, alone(row, here), trace)
    case .partition(let partition, let part):
      guard program.partitions.indices.contains(partition),
        case .record(program.partitions[partition].register, let row)? = evaluate(part, here, trace)
      else { return nil }
      return classify(program.partitions[partition], alone(row, here), trace)
    case .at(let part, let day):
      guard case .date(let date)? = evaluate(day, here, trace) else { return nil }
      return evaluate(part, on(date, here), trace)
    case .periodDay(let spec, let last):
      return spec.days(on: here.day, calendar: calendar).map { .date(last ? $0.last : $0.first) }
    case .builtin(let function, let arguments):
      return library(here).call(function, arguments.map { evaluate($0, here, trace) })
    case .ever(let part, let window): return ever(part, window, here, trace)
    case .history(let part, let window): return history(part, window, here, trace)
    case .variable, .call, .hostCall, .text, .list, .map, .structure, .member, .element, .fold,
      .query, .setOperation:
      return judgeInProcedure(core, here, trace)
    }
  }

  func library(_ here: Standpoint) -> Functions {
    Functions(calendar: calendar, words: words, meter: here.scene?.meter)
  }

  /// The truths of parts in order. In procedures, where parts may have effects, none is judged behind the one that decides.
  private func join(
    _ parts: [Core], until decisive: Truth, _ here: Standpoint, _ trace: Trace?
  ) -> [Truth] {
    var truths: [Truth] = []
    for part in parts where here.scene == nil || truths.last != decisive {
      truths.append(Truth(evaluate(part, here, trace)))
    }
    return truths
  }

  /// The standpoint of a scope or partition: the record in frame 0, nothing else.
  func alone(_ row: Int, _ here: Standpoint) -> Standpoint {
    Standpoint(frames: [Int32(row)], day: here.day)
  }

  private func classify(
    _ partition: PartitionDefinition, _ here: Standpoint, _ trace: Trace?
  ) -> Value? {
    guard case .bool(true)? = evaluate(partition.domain, here, trace) else { return nil }
    for (position, arm) in partition.arms.enumerated() {
      switch Truth(evaluate(arm, here, trace)) {
      case .yes: return .enumeration(partition.classes, position)
      case .unknown: return nil
      case .no: continue
      }
    }
    return nil
  }

  // MARK: - Cells

  func record(_ row: Int, of register: RegisterID) -> Value? {
    snapshot[register].rowIDs.indices.contains(row) ? .record(register, row) : nil
  }

  /// The field of a record as of a day (time 5); nil if it is blank, not loaded, or was not yet known then.
  func cell(_ field: FieldRef, _ row: Int, on day: CivilDate, _ trace: Trace?) -> Value? {
    let column = snapshot[field.register].columns[field.field]
    let timeline = column?.history?.timelines[Int32(row)] ?? []
    let entry = timeline.last { $0.from <= day.days }
    let next = timeline.first { $0.from > day.days }
    trace?.read = Explanation.CellRead(
      field: field, row: Int32(row), since: entry.map { CivilDate(days: $0.from) },
      until: next.map { CivilDate(days: $0.from) })
    guard let column, column.cells.indices.contains(row) else { return nil }
    let cell = timeline.isEmpty ? column.cells[row] : entry?.cell ?? unknownCell
    guard cell != unknownCell else { return nil }
    let schema = snapshot.schema[field]
    guard schema.isMany else { return decode(cell, schema.type) }
    guard let list = Int(exactly: cell), list >= 0, list + 1 < column.offsets.count else {
      return nil
    }
    let elements = column.elements[Int(column.offsets[list])..<Int(column.offsets[list + 1])]
    return .list(elements.compactMap { decode($0, schema.type) })
  }

  private func decode(_ cell: Int64, _ type: FieldType) -> Value? {
    CellCoding.value(of: cell, as: type, symbols: snapshot.symbols)
  }
}
