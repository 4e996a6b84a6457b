import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

/// The answer to what was asked: a table for each question or value.
public struct Answer: Sendable {
  /// The tables, in the order asked.
  public let tables: [Table]
  /// Puts values into words.
  public let words: AnswerWords

  /// Whether registers of outcomes were asked (义务, 台阶 …).
  public let asksOutcomes: Bool
  /// The day of the run that left the outcomes as they are; nil if there was none.
  public let ledgerAsOf: CivilDate?

  /// Makes an answer.
  public init(
    tables: [Table], words: AnswerWords, asksOutcomes: Bool = false, ledgerAsOf: CivilDate? = nil
  ) {
    (self.tables, self.words) = (tables, words)
    (self.asksOutcomes, self.ledgerAsOf) = (asksOutcomes, ledgerAsOf)
  }

  /// The answer to one question.
  public struct Table: Sendable {
    /// As asked.
    public let title: String
    /// The columns; one without a name where each row is a plain value.
    public let columns: [StructureField]
    /// The rows in order; nil is unknown.
    public let rows: [[Value?]]
    /// How many records were left out because it is unknown whether they are in.
    public let undecided: Int
    /// How the store found it; nil if it was reckoned in memory.
    public let plan: QueryPlan?
    /// What it is a table of.
    public let type: ValueType
    /// The whole as one value; nil is unknown.
    public let value: Value?
  }
}

extension Answer.Table {
  init(title: String, _ found: AnswerTable) {
    let element =
      found.isList ? found.columns.first?.type ?? .bool : ValueType.structure(found.columns)
    self.init(
      title: title, columns: found.columns, rows: found.isUnknown ? [[nil]] : found.rows,
      undecided: found.undecided, plan: found.plan, type: .list(element), value: found.value)
  }

  /// The same with so many records left out.
  func leavingOut(_ undecided: Int) -> Answer.Table {
    Answer.Table(
      title: title, columns: columns, rows: rows, undecided: undecided, plan: plan, type: type,
      value: value)
  }

  /// A value as a table, as statements show it: of a list a row for each element, of structures a column for each field.
  public init(title: String, value: Value?, type: ValueType, undecided: Int = 0) {
    var columns = [StructureField(title, type)]
    var rows: [[Value?]] = [[value]]
    if case .list(let element) = type, case .list(let elements)? = value {
      columns = [StructureField(title, element)]
      rows = elements.map { [$0 == .unknown ? nil : $0] }
      if case .structure(let fields) = element {
        columns = fields
        rows = elements.map { element in
          if case .structure(let values) = element { values } else { fields.map { _ in nil } }
        }
      }
    } else if case .structure(let fields) = type, case .structure(let values)? = value {
      (columns, rows) = (fields, [values])
    }
    self.init(
      title: title, columns: columns, rows: rows, undecided: undecided, plan: nil, type: type,
      value: value)
  }
}

/// Puts the values of an answer into words.
public struct AnswerWords: Sendable {
  private let snapshot: Snapshot
  private let names: RecordNames
  private let facts: FactWords

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    names = RecordNames(snapshot)
    facts = FactWords(snapshot)
  }

  /// A value as people read it; records by name.
  public func text(_ value: Value?, in language: Language) -> String {
    switch value {
    case .text(let text)?: text
    case .record(let register, let position)?: name(register, position)
    case .list(let elements)?:
      elements.map { text($0 == .unknown ? nil : $0, in: language) }.joined(separator: "、")
    case .structure(let values)?:
      "{" + values.map { text($0, in: language) }.joined(separator: "，") + "}"
    default: language == .zh ? facts.words(value).zh : facts.words(value).en
    }
  }

  private func name(_ register: RegisterID, _ position: Int) -> String {
    let ids = snapshot[register].rowIDs
    return ids.indices.contains(position) ? names.name(of: register, id: ids[position]) : "?"
  }
}

extension RecordNames {
  /// The fields that name the records of an answer.
  static func demand(for program: Program, showing tables: [Answer.Table]) -> Demand {
    let registers = tables.flatMap(\.columns).reduce(into: Set<RegisterID>()) {
      $0.formUnion($1.type.registers)
    }
    return demand(for: registers, of: program.schema)
  }
}
