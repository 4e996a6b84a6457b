import Testing
import ZhibenCalendar

@testable import ZhibenRuntime

/// Time 46: tickets, order, reserves, inspectors.
@Suite struct DrawTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `is SHA-256`(text: String, hash: String) { #expect(TextHash(text).hex == hash) }

  @Test(arguments: [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 1000])
  func `is what sha256sum says`(count: Int) throws {
    let text = String(repeating: "镇", count: count / 3) + String(repeating: "x", count: count % 3)
    let said = try shell(["-c", "sha256sum | cut -c1-64"], input: text).output
    #expect(said == TextHash(text).hex + "\n")
    #expect(
      TextHash.hex(TextHash(text).head) + TextHash.hex(TextHash(text).neck) == said.prefix(32))
  }

  @Test("Time 46: the order of the tickets") func order() {
    let list = DrawLists.list([12, 8], share: (1, 5), reserves: 1)
    let result = DrawResult(list, number: "0815")
    #expect(result.places(.drawn).count == 4)
    #expect(result.places(.reserve).count == 2)
    for stratum in ["村A", "村B"] {
      let places = result.places.filter { $0.unit.stratum == stratum }
      #expect(places.map(\.rank) == Array(1...places.count))
      #expect(places.map(\.ticket) == places.map(\.ticket).sorted())
      let first = places.map { TextHash("0815|规范化抽查/2025-01-01/1|\($0.unit.code)").hex }
      #expect(first == places.map(\.ticket.hex))
    }
  }

  @Test("Time 47: the remainder first") func remainderFirst() {
    // Six of ten were drawn before: the other four come first, then the order begins anew.
    let list = DrawLists.list([10], count: 5, times: { $0 < 6 ? 1 : 0 })
    let drawn = DrawResult(list, number: "7").places(.drawn).map(\.unit.times)
    #expect(drawn == [0, 0, 0, 0, 1])
  }

  @Test func `a ticket rests on nothing but seed and code`() {
    let all = DrawLists.list([30], count: 6)
    let fewer = DrawList(
      id: all.id, frozenOn: all.frozenOn, terms: all.terms,
      units: all.units.filter { $0.code != "Q003号3" })
    let (a, b) = (DrawResult(all, number: "1"), DrawResult(fewer, number: "1"))
    let tickets = Dictionary(uniqueKeysWithValues: a.places.map { ($0.unit.code, $0.ticket) })
    for place in b.places { #expect(tickets[place.unit.code] == place.ticket) }
  }

  @Test func `weights are parts of the tickets`() {
    // Of 400 numbers a unit of weight 3 among four of weight 1 comes first in about 3 of 7.
    let list = DrawLists.list([5], count: 1, weights: { $0 == 0 ? 3 : 1 })
    let wins = (0..<400).count { number in
      DrawResult(list, number: "\(number)").places(.drawn).first?.unit.weight == 3
    }
    #expect((142...200).contains(wins))
  }

  @Test(arguments: [false, true])
  func `inspectors in pairs without the recused`(balanced: Bool) {
    let list = DrawLists.list(
      [9, 9], count: 9, reserves: 1, staff: 2, inspectors: 5, balanced: balanced)
    let result = DrawResult(list, number: "3")
    #expect(result.teams.count == 11)
    for (code, team) in result.teams {
      #expect(Set(team).count == 2)
      for person in team { #expect(!list.recusals.contains(.init(unit: code, inspector: person))) }
    }
    guard balanced else { return }
    // Only inspector 0 is ever recused: the four others differ by at most one beside what they had.
    var loads = Dictionary(uniqueKeysWithValues: list.staff.map { ($0.code, $0.load) })
    for person in result.teams.values.joined() { loads[person, default: 0] += 1 }
    let others = loads.filter { $0.key != "执法0" }.values
    #expect((others.max() ?? 0) - (others.min() ?? 0) <= 1)
  }

  struct Fall: CustomTestStringConvertible, Sendable {
    let says: String
    /// Rank and day.
    let exits: [(Int, Int32)]
    var doneRanks: [Int] = []
    /// By rank: d drawn, r reserve, s struck, p moved up.
    let standing: String
    var testDescription: String { says }
  }

  @Test(
    "Time 46: strike-through",
    arguments: [
      Fall(says: "nobody left", exits: [], standing: "dddrr"),
      Fall(says: "one left, the first reserve moves up", exits: [(2, 10)], standing: "dsdpr"),
      Fall(says: "two left on one day, in order", exits: [(3, 10), (1, 10)], standing: "sdspp"),
      Fall(
        says: "a reserve that left before is passed over", exits: [(4, 5), (1, 10)],
        standing: "sddsp"),
      Fall(
        says: "a reserve that left on the same day, too", exits: [(4, 10), (1, 10)],
        standing: "sddsp"),
      Fall(says: "one that moved up leaves in turn", exits: [(1, 10), (4, 20)], standing: "sddsp"),
      Fall(says: "reserves are used up", exits: [(1, 1), (2, 2), (3, 3)], standing: "ssspp"),
      Fall(
        says: "visited before it left: not struck", exits: [(1, 10)], doneRanks: [1],
        standing: "dddrr"),
    ])
  func falls(_ c: Fall) {
    let result = DrawResult(DrawLists.list([9], count: 3, reserves: 2), number: "11")
    let chosen = result.places.filter { $0.role != .none }
    let codes = Dictionary(uniqueKeysWithValues: chosen.map { ($0.rank, $0.unit.code) })
    let done = Set(c.doneRanks.compactMap { codes[$0] })
    let standings = result.standings(
      exits: Dictionary(uniqueKeysWithValues: c.exits.map { (codes[$0.0] ?? "", $0.1) })
    ) { code, _, _ in done.contains(code) }
    let text = chosen.map { place in
      switch standings[place.unit.code] {
      case .drawn: "d"
      case .reserve: "r"
      case .struck: "s"
      case .promoted: "p"
      case nil: "?"
      }
    }
    #expect(text.joined() == c.standing)
  }

  @Test func `texts that would end a line are made fit for it`() {
    #expect(DrawText.safe("a\tb|c%\n") == "a%09b%7Cc%25%0A")
    #expect(DrawText.safe("") == "—")
    #expect(DrawText.safe("甲厂（北区）") == "甲厂（北区）")
  }

  @Test func `a list is read back as it was written, and in no other form`() {
    let list = DrawLists.list([3, 4], share: (1, 3), least: 1, staff: 2, inspectors: 3)
    #expect(DrawList(text: list.text) == list)
    #expect(DrawList(text: list.text + "\n") == nil)
    #expect(DrawList(text: list.text.replacing("least\t1", with: "least\t01")) == nil)
    #expect(DrawList(text: "") == nil)
  }
}
