import ZhibenDiagnostics
import ZhibenSyntax

/// The registers of outcomes: what followed from the rules by the judged day. Scripts and tests ask them like any register and never write them.
///
/// They are declared only in programs with statements, functions or tests, behind all other registers, and not where the plan has a name of its
/// own for the same word.
public struct OutcomeRegisters: Hashable, Sendable {
  /// One register for each kind of outcome, and one for what is to be verified, of whatever kind.
  public enum Table: String, Hashable, Sendable, CaseIterable {
    case obligation = "义务"
    case visit = "检查任务"
    case rung = "台阶"
    case reading = "读数"
    case violation = "违反"
    case draw = "抽签"
    case notice = "通知"
    case unverified = "待核实"
  }

  /// The fields that every table has, by position; the raw value is the name.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The rule; its list has the rules of the program by position.
    case rule = "规则"
    /// The name of the subject; of a reading its line as written.
    case subject = "对象"
    /// Of the list of `statuses`.
    case status = "状态"
    /// Why it stands so, in words; unknown where the status says it.
    case cause = "原因"
    /// Of the period or episode; of a rung the day it was reached, of a reading the day as of which it was read.
    case first = "首日"
    /// Unknown where it is open.
    case last = "末日"
    /// The day that counts, moved off rest days (time 25).
    case due = "期限"
    /// The day it was done, released, taken.
    case happened = "发生日"
    /// The n-th of N in a period; the rung's or line's number from 1; of a draw the round, of a unit its rank in its stratum.
    case number = "序号"
    /// Of a rung; of a reading its metric; of what is to be verified the kind; of a draw the first half of its list's hash, of a unit the first
    /// 16 digits of its ticket.
    case measure = "措施"
    /// Readings: the certain value, to six places.
    case value = "数值"
    /// Readings: how many records behind it are unknown.
    case unknownCount = "不明"
    /// Notices: to whom, as the rule says it.
    case to = "致"
    /// Notices: who gets a copy, as the rule says it.
    case copies = "抄送"

    /// The column in views and answers.
    var column: String {
      switch self {
      case .rule: "rule"
      case .subject: "subject"
      case .status: "status"
      case .cause: "cause"
      case .first: "first_day"
      case .last: "last_day"
      case .due: "due_on"
      case .happened: "happened_on"
      case .number: "number"
      case .measure: "measure"
      case .value: "value"
      case .unknownCount: "unknown_count"
      case .to: "addressee"
      case .copies: "copies"
      }
    }
  }

  /// The words of the states in the order of their numbers in the ledger.
  public static let statuses: [Wording] = [
    Wording(zh: "—", en: "—"),
    Wording(zh: "待办", en: "pending"),
    Wording(zh: "完成", en: "done"),
    Wording(zh: "补做", en: "done late"),
    Wording(zh: "逾期", en: "overdue"),
    Wording(zh: "中止", en: "suspended"),
    Wording(zh: "终止", en: "ended"),
    Wording(zh: "待核实", en: "to be verified"),
    Wording(zh: "免除", en: "waived"),
    Wording(zh: "受限", en: "above the cap"),
    Wording(zh: "未解除", en: "open"),
    Wording(zh: "已解除", en: "closed"),
    Wording(zh: "提出", en: "proposed"),
    Wording(zh: "待批", en: "awaiting approval"),
    Wording(zh: "缺前提", en: "held"),
    Wording(zh: "略过", en: "skipped"),
    Wording(zh: "撤销", en: "cancelled"),
    Wording(zh: "达标", en: "met"),
    Wording(zh: "未达", en: "missed"),
    Wording(zh: "在途", en: "in progress"),
    Wording(zh: "待公布", en: "awaiting the number"),
    Wording(zh: "已抽", en: "drawn"),
    Wording(zh: "抽中", en: "selected"),
    Wording(zh: "备选", en: "reserve"),
    Wording(zh: "划去", en: "struck"),
    Wording(zh: "递补", en: "moved up"),
    Wording(zh: "作废", en: "void"),
  ]

  /// The position in `rules` that stands for a rule: of several with one name the first, so that a question by that name finds all.
  public static func place(of rule: Int, in rules: [Rule]) -> Int {
    guard rules.indices.contains(rule) else { return rule }
    return rules[...rule].firstIndex { $0.name == rules[rule].name } ?? rule
  }

  /// The registers that are declared.
  public var registers: [Table: RegisterID] = [:]
  /// The list of the rules' names.
  public var rules: EnumID
  /// The list of `statuses`.
  public var states: EnumID
  /// The registers that rules speak of: of each the position of the field that holds the subject, the same in every table.
  public var subjects: [RegisterID: Int] = [:]
}

extension OutcomeRegisters.Table {
  /// The table's name, which no register of facts has.
  var table: String {
    switch self {
    case .obligation: "outcome_obligation"
    case .visit: "outcome_visit"
    case .rung: "outcome_rung"
    case .reading: "outcome_reading"
    case .violation: "outcome_violation"
    case .draw: "outcome_draw"
    case .notice: "outcome_notice"
    case .unverified: "outcome_unverified"
    }
  }

  /// What a record of the table is called: a rung by its measure, the others by their subject.
  var keyField: OutcomeRegisters.Field { self == .rung ? .measure : .subject }
}

extension Checker {
  /// Declares the registers of outcomes once the rules are known, so that statements, functions and tests may ask them.
  func declareOutcomes(_ rules: [Rule]) -> OutcomeRegisters {
    let lists = schema.enumerations.count
    schema.enumerations.append(EnumSchema(name: "规则", values: rules.map(\.name)))
    schema.enumerations.append(
      EnumSchema(name: "结果状态", values: OutcomeRegisters.statuses.map(\.zh)))
    var outcomes = OutcomeRegisters(rules: EnumID(lists), states: EnumID(lists + 1))
    var fields = OutcomeRegisters.Field.allCases.map { field in
      FieldSchema(
        name: field.rawValue, column: field.column, type: type(of: field, outcomes))
    }
    for register in Set(rules.compactMap(\.subjectRegister)).sorted() {
      let name = schema[register].name
      guard !fields.contains(where: { $0.name == name }) else { continue }
      outcomes.subjects[register] = fields.count
      fields.append(
        FieldSchema(name: name, column: schema[register].table, type: .reference(register)))
    }
    let tables = Set(schema.registers.map(\.table))
    for table in OutcomeRegisters.Table.allCases
    where symbols.names[table.rawValue] == nil && !tables.contains(table.table) {
      let id = RegisterID(schema.registers.count)
      schema.registers.append(
        RegisterSchema(
          name: table.rawValue, table: table.table, fields: fields,
          keyField: OutcomeRegisters.Field.allCases.firstIndex(of: table.keyField),
          dateField: OutcomeRegisters.Field.allCases.firstIndex(of: .first), isReadOnly: true))
      _ = symbols.declare(table.rawValue, .register(id), at: Origin(source: 0, span: Span(0, 0)))
      outcomes.registers[table] = id
    }
    indexFields()
    return outcomes
  }

  private func type(
    of field: OutcomeRegisters.Field, _ outcomes: OutcomeRegisters
  ) -> FieldType {
    switch field {
    case .rule: .enumeration(outcomes.rules)
    case .status: .enumeration(outcomes.states)
    case .subject, .cause, .measure, .to, .copies: .text
    case .first, .last, .due, .happened: .date
    case .number, .unknownCount: .integer
    case .value: .number(unit: "")
    }
  }
}
