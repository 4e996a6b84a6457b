import GRDB
import ZhibenCalendar
import ZhibenSemantics

@testable import ZhibenStore

/// A store of invented records, full of blanks, nasty texts and changes of mind; the same for the same seed.
struct RandomRegister {
  static let texts = [
    "甲", "乙厂", "a", "A", "%", "_", "\\", "'; DROP TABLE enterprise; --", "\"", "\0", "a\0b", "é",
    "e\u{301}",
    "𠀀", "", "🏭", "K", "\u{212A}", "豈", "\u{F900}",
  ]
  static let day = CivilDate.iso("2025-06-01")

  private var dice: SplitMix64
  private let store: Store

  /// Fills the store.
  static func fill(_ store: Store, seed: UInt64) throws {
    var register = RandomRegister(dice: SplitMix64(seed: seed), store: store)
    try store.queue.write { try register.fill($0) }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
  private mutating func maybe(_ value: Int) -> Int? { below(5) == 0 ? nil : value }
  private mutating func text() -> String? {
    below(5) == 0 ? nil : Self.texts[below(Self.texts.count)]
  }
  private mutating func date() -> Int? { maybe(Int(Self.day.days) + below(60) - 45) }
  private mutating func number() -> Int? {
    maybe(below(30) == 0 ? 9_000_000_000_000_000_000 : below(9) * 500_000 - 1_000_000)
  }
  /// One of `count` rows, whose ids leave gaps.
  private mutating func row(_ count: Int) -> Int? { maybe(1 + 2 * below(max(1, count))) }

  private mutating func fill(_ db: Database) throws {
    let (enterprises, people, hazards) = (below(7), below(5), below(25))
    for id in stride(from: 1, to: 2 * people, by: 2) {
      try db.execute(
        sql: """
          INSERT INTO person (_id, code, full_name, id_number, employer) VALUES (?, ?, ?, ?, ?)
          """, arguments: [id, "R\(id)", text(), text(), row(enterprises)])
    }
    for id in stride(from: 1, to: 2 * enterprises, by: 2) {
      let (industries, names) = (maybe(below(3)), maybe(below(3)))
      let officers = people > 0 ? maybe(below(3)) : nil
      let headcount = maybe(below(20) == 0 ? 9_000_000_000_000_000_000 : below(6))
      try db.execute(
        sql: """
          INSERT INTO enterprise (_id, credit_code, name, grade, industries, headcount, output,
            confined_space, started_on, principal, officers, former_names)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, "E\(id)", text(), maybe(below(4)), industries, headcount, number(), maybe(below(2)),
          date(), row(people), officers, names,
        ])
      for position in 0..<(industries ?? 0) {
        try element(db, "industries", id, position, below(3))
      }
      for position in 0..<(officers ?? 0) {
        try element(db, "officers", id, position, 1 + 2 * below(people))
      }
      for position in 0..<(names ?? 0) {
        try element(db, "former_names", id, position, Self.texts[below(Self.texts.count)])
      }
    }
    for id in stride(from: 1, to: 2 * hazards, by: 2) {
      try db.execute(
        sql: """
          INSERT INTO hazard (_id, enterprise, level, found_on, found_at, share, origin)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, row(enterprises), maybe(below(2)), date(), maybe(below(100)), number(), text(),
        ])
    }
    try change(db, "enterprise", "grade", enterprises) { $0.maybe($0.below(4)) }
    try change(db, "enterprise", "headcount", enterprises) { $0.maybe($0.below(6)) }
    try change(db, "enterprise", "principal", enterprises) { $0.row(people) }
    try change(db, "hazard", "level", hazards) { $0.maybe($0.below(2)) }
    try change(db, "hazard", "found_on", hazards) { $0.date() }
    try change(db, "hazard", "enterprise", hazards) { $0.row(enterprises) }
    try db.execute(sql: "UPDATE zb_meta SET value = 1 WHERE key = 'data_version'")
  }

  private func element(
    _ db: Database, _ column: String, _ owner: Int, _ position: Int,
    _ value: any DatabaseValueConvertible
  ) throws {
    try db.execute(
      sql: "INSERT INTO enterprise__\(column) (owner, position, value) VALUES (?, ?, ?)",
      arguments: [owner, position, value])
  }

  /// Gives some rows a timeline; its last value is the present one.
  private mutating func change(
    _ db: Database, _ table: String, _ column: String, _ count: Int,
    _ value: (inout RandomRegister) -> Int?
  ) throws {
    for id in stride(from: 1, to: 2 * count, by: 2) where below(4) == 0 {
      var day = below(2) == 0 ? Int(Int32.min) : Int(Self.day.days) - 20
      var last: Int?
      for _ in 0...below(3) {
        last = value(&self)
        try db.execute(
          sql: """
            INSERT INTO \(table)__history ("row", field, valid_from, value) VALUES (?, ?, ?, ?)
            """, arguments: [id, column, day, last])
        day = max(day, Int(Self.day.days) - 30) + 1 + below(20)
      }
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE _id = ?", arguments: [last, id])
      try db.execute(
        sql: "UPDATE zb_register SET has_history = 1 WHERE table_name = ?", arguments: [table])
    }
  }
}
