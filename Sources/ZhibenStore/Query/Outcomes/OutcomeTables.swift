import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// The registers of outcomes (义务, 台阶 …) as tables: subqueries over the ledger with the columns of their fields. `OutcomeRows` of the runtime
/// says what stands in them.
struct OutcomeTables {
  private let program: Program
  private let layout: OutcomeRegisters
  private let rules: [(id: Int64, position: Int)]
  private let stored: StoredSchema
  private let day: CivilDate

  /// Nil for a program that has no such registers.
  init?(_ db: Database, _ program: Program, _ stored: StoredSchema, day: CivilDate) throws {
    guard let layout = program.outcomes else { return nil }
    let known = try RuleIdentity.known(db, plan: program.plan.name)
    rules = program.rules.indices.compactMap { position in
      known[RuleIdentity(program.rules[position], program)].map { ($0.id, position) }
    }
    (self.program, self.layout, self.stored, self.day) = (program, layout, stored, day)
  }

  /// The lists whose values stand in the tables as positions.
  var lists: Set<EnumID> { [layout.rules, layout.states] }

  /// The tables as a store describes its own; none before the ledger knows a rule.
  var described: [String: StoredSchema.Register] {
    if rules.isEmpty { return [:] }
    return Dictionary(
      uniqueKeysWithValues: layout.registers.values.map { id in
        let schema = program.schema[id]
        var register = StoredSchema.Register(
          id: -1, name: schema.name, hasHistory: false, hasRemovals: false, isConfidential: false)
        for (position, field) in schema.fields.enumerated() {
          register.fields[field.column] = StoredSchema.Field(
            field, position: position, schema: program.schema)
        }
        return (schema.table, register)
      })
  }

  /// What stands behind FROM, by table.
  var sources: [String: Fragment] {
    if rules.isEmpty { return [:] }
    return Dictionary(
      uniqueKeysWithValues: layout.registers.map { (program.schema[$1].table, source(of: $0, $1)) })
  }

  private func source(of table: OutcomeRegisters.Table, _ id: RegisterID) -> Fragment {
    let schema = program.schema[id]
    var columns: [Fragment] = [
      """
      row_number() OVER (ORDER BY r.column5, o.subject_id, o.first, o.nth) AS "_id", \
      NULL AS "_recorded_on"
      """
    ]
    for (field, column) in zip(OutcomeRegisters.Field.allCases, schema.fields) {
      columns.append("\(value(of: field, table)) AS \(name: column.column)")
    }
    for (register, field) in layout.subjects.sorted(by: { $0.key < $1.key })
    where schema.fields.indices.contains(field) {
      let isHere: Fragment = "r.column3 = \(Int64(register.index)) AND o.subject_id >= 0"
      columns.append(
        "CASE WHEN \(isHere) THEN o.subject_id END AS \(name: schema.fields[field].column)")
    }
    return """
      (SELECT \(columns.joined(by: ", ")) FROM zb_outcome AS o JOIN \(ruleTable) AS r \
      ON r.column1 = o.rule_id LEFT JOIN \(lineTable) AS l \
      ON l.column1 = o.rule_id AND l.column2 = o.first LEFT JOIN \(measureTable) AS m \
      ON m.column1 = o.rule_id AND m.column2 = CASE WHEN \(isKind(.rung)) THEN o.first \
      WHEN r.column4 = 1 THEN 0 ELSE o.nth END \
      WHERE \(filter(table)))
      """
  }

  // MARK: What the program knows

  /// The rules: number in the ledger, the position that stands for its name, register of the subjects, whether it waits for events, position.
  private var ruleTable: Fragment {
    values(
      rules.map { id, position in
        let register = program.rules[position].body.subjectRegister?.index ?? -1
        let place = OutcomeRegisters.place(of: position, in: program.rules)
        let isEvent: Int64 =
          if case .event = program.rules[position].body { 1 } else { 0 }
        return "(\(id), \(Int64(place)), \(Int64(register)), \(isEvent), \(Int64(position)))"
      }, orNone: "(NULL, NULL, NULL, NULL, NULL)")
  }

  private var lineTable: Fragment { texts(first: 0, \.lines) }

  private var measureTable: Fragment {
    let rungs = rules.filter { program.rules[$0.position].body.outcomeKind == .rung }
    let others = rules.filter { program.rules[$0.position].body.outcomeKind != .rung }
    return values(
      rows(of: rungs, first: 1, \.measures) + rows(of: others, first: 0, \.measures),
      orNone: "(NULL, NULL, NULL)")
  }

  private func texts(first: Int64, _ texts: (Rule) -> [String]) -> Fragment {
    values(rows(of: rules, first: first, texts), orNone: "(NULL, NULL, NULL)")
  }

  private func rows(
    of rules: [(id: Int64, position: Int)], first: Int64, _ texts: (Rule) -> [String]
  ) -> [Fragment] {
    rules.flatMap { id, position in
      texts(program.rules[position]).enumerated().map { number, text in
        "(\(id), \(first + Int64(number)), \(bind: .text(text)))" as Fragment
      }
    }
  }

  private func values(_ rows: [Fragment], orNone: Fragment) -> Fragment {
    "(VALUES \((rows.isEmpty ? [orNone] : rows).joined(by: ", ")))"
  }

  // MARK: Columns

  private func isKind(_ kind: OutcomeKind) -> Fragment { "o.kind = \(Int64(kind.rawValue))" }

  private func filter(_ table: OutcomeRegisters.Table) -> Fragment {
    guard let kind = OutcomeKind.allCases.first(where: { $0.words.zh == table.rawValue }) else {
      return "o.status = \(Int64(OutcomeStatus.unknown.rawValue))"
    }
    return isKind(kind)
  }

  private func value(
    of field: OutcomeRegisters.Field, _ table: OutcomeRegisters.Table
  ) -> Fragment {
    switch field {
    case .rule: return "r.column2"
    case .subject: return "coalesce(\(subjectName), l.column3)"
    case .status: return "o.status"
    case .cause:
      return words(OutcomeCause.allCases, of: "o.cause") { (Int64($0.rawValue), $0.words?.zh) }
    case .first:
      return """
        CASE WHEN \(isKind(.rung)) OR \(isKind(.reading)) \
        THEN coalesce(o.happened_on, \(Int64(day.days))) ELSE o.first END
        """
    case .last: return "o.last"
    case .due: return "o.due"
    case .happened: return "o.happened_on"
    case .number:
      return """
        CASE WHEN \(isKind(.violation)) OR \(isKind(.notice)) THEN o.nth WHEN \(isKind(.rung)) THEN o.first \
        WHEN \(isKind(.reading)) THEN o.first + \(Int64(1)) WHEN \(isKind(.draw)) \
        THEN CASE WHEN o.subject_id < 0 THEN o.nth / \(Int64(10)) ELSE o.unknown_count END \
        ELSE o.nth % \(Int64(1000)) END
        """
    case .measure:
      if table == .draw { return "printf(\(bind: .text("%016x")), o.numerator)" }
      if table != .unverified { return "m.column3" }
      return words(OutcomeKind.allCases, of: "o.kind") { (Int64($0.rawValue), $0.words.zh) }
    case .value: return "CASE WHEN \(isKind(.reading)) THEN \(quotient) END"
    case .unknownCount: return "CASE WHEN \(isKind(.reading)) THEN o.unknown_count END"
    case .to: return table == .notice ? parties(\.to) : .null
    case .copies: return table == .notice ? parties(\.copies) : .null
    }
  }

  /// 致 or 抄送 as the rule says it.
  private func parties(_ parties: (ActionSpec) -> [Party]) -> Fragment {
    words(rules, of: "o.rule_id") { id, position in
      let named = program.rules[position].notice.map(parties) ?? []
      let text = named.map(\.text).joined(separator: "、")
      return (id, text.isEmpty ? nil : text)
    }
  }

  /// The certain value in millionths, rounded down, without leaving 64 bits on the way.
  private var quotient: Fragment {
    let scale = CellCoding.numberScale
    let rest: Fragment = "o.numerator % o.denominator * \(scale)"
    return """
      (o.numerator / o.denominator * \(scale) + (\(rest)) / o.denominator \
      - ((\(rest)) % o.denominator < \(Int64(0))))
      """
  }

  /// What the record is called: its name, else its key, else its number.
  private var subjectName: Fragment {
    var arms: Fragment = ""
    for id in Set(rules.compactMap { program.rules[$0.position].body.subjectRegister }).sorted() {
      let schema = program.schema[id]
      guard let known = stored.registers[schema.table] else { continue }
      let fields =
        [schema.fields.firstIndex { $0.name == "名称" || $0.name == "姓名" }, schema.keyField]
        .compactMap { $0 }.map { schema.fields[$0] }
      var names = fields.filter { !$0.isMany && known.fields[$0.column] != nil }.compactMap {
        field -> Fragment? in
        switch field.type {
        case .text: "n.\(name: field.column)"
        case .integer: "CAST(n.\(name: field.column) AS TEXT)"
        default: nil
        }
      }
      names.append("\(bind: .text(schema.name + "#")) || n.\(name: "_id")")
      let name: Fragment = names.count == 1 ? names[0] : "coalesce(\(names.joined(by: ", ")))"
      arms = """
        \(arms) WHEN \(Int64(id.index)) THEN (SELECT \(name) FROM \(name: schema.table) AS n \
        WHERE n.\(name: "_id") = o.subject_id)
        """
    }
    return arms.sql.isEmpty ? .null : "CASE r.column3\(arms) END"
  }

  private func words<T>(
    _ cases: [T], of code: Fragment, _ word: (T) -> (code: Int64, text: String?)
  ) -> Fragment {
    var arms: Fragment = ""
    for (code, text) in cases.map(word) {
      guard let text else { continue }
      arms = "\(arms) WHEN \(code) THEN \(bind: .text(text))"
    }
    return arms.sql.isEmpty ? .null : "CASE \(code)\(arms) END"
  }
}
