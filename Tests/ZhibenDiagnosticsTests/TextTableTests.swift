import Testing

@testable import ZhibenDiagnostics

@Suite struct TextTableTests {
  static let table = TextTable(
    columns: [.init("编号"), .init("对象"), .init("逾期天数", alignment: .right), .init("状态")],
    rows: [
      ["Z-0142", "如东县洋口镇某某木业", "3", "逾期"],
      ["Z-0203", "ABC Plastics Co.", "12", "今日到期"],
      ["Z-0098"],
    ])

  @Test func plain() {
    #expect(
      Self.table.render() == """
        编号    对象                  逾期天数  状态
        ------  --------------------  --------  --------
        Z-0142  如东县洋口镇某某木业         3  逾期
        Z-0203  ABC Plastics Co.            12  今日到期
        Z-0098

        """)
    #expect(Self.table.render(maxColumns: 48) == Self.table.render())
  }

  @Test func wideCellsWrap() {
    #expect(
      Self.table.render(maxColumns: 44) == """
        编号    对象              逾期天数  状态
        ------  ----------------  --------  --------
        Z-0142  如东县洋口镇某某         3  逾期
                木业
        Z-0203  ABC Plastics Co.        12  今日到期
        Z-0098

        """)
  }

  @Test func recordsWhenNothingElseFits() {
    #expect(
      Self.table.render(maxColumns: 24) == """
        编号      Z-0142
        对象      如东县洋口镇某
                  某木业
        逾期天数  3
        状态      逾期

        编号      Z-0203
        对象      ABC Plastics
                  Co.
        逾期天数  12
        状态      今日到期

        编号      Z-0098
        对象
        逾期天数
        状态

        """)
  }

  @Test func emptyTables() {
    #expect(TextTable(columns: [.init("编号")]).render() == "编号\n----\n")
    #expect(TextTable(columns: []).render() == "\n\n")
  }

  @Test func cellsCannotMoveTheCursor() {
    let table = TextTable(columns: [.init("甲")], rows: [["a\u{1B}[2Jb\u{202E}"], ["一\n二"]])
    #expect(
      table.render() == """
        甲
        --------------
        a\u{241B}[2Jb<U+202E>
        一
        二

        """)
  }

  /// Whatever the cells hold, no line is wider than the screen, and every character of every cell is there.
  @Test(arguments: [31, 32, 33] as [UInt64])
  func everyTableFits(_ seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let alphabet: [Character] = ["a", "b", "7", "甲", "乙", "，", "。", "（", "）", " ", "“", "”", "😀"]
    for _ in 0..<100 {
      let columns = (0..<Int.random(in: 1...5, using: &generator)).map {
        TextTable.Column("列\($0)", alignment: Bool.random(using: &generator) ? .left : .right)
      }
      let rows = (0..<4).map { _ in
        columns.map { _ in
          String(
            (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
              alphabet.randomElement(using: &generator)
            })
        }
      }
      let room = Int.random(in: 20...120, using: &generator)
      let text = TextTable(columns: columns, rows: rows).render(maxColumns: room)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth().of(line) <= room, "seed \(seed), room \(room):\n\(text)")
      }
      for letter in alphabet where letter != " " {
        let wanted = rows.joined().joined().count { $0 == letter }
        #expect(text.count { $0 == letter } >= wanted, "seed \(seed): \(letter) is lost")
      }
    }
  }

  @Test(arguments: [
    ("甲乙丙丁戊己", 6, ["甲乙丙", "丁戊己"]),
    ("甲乙丙，丁戊", 6, ["甲乙", "丙，丁", "戊"]),
    ("甲乙（丙丁）", 6, ["甲乙", "（丙", "丁）"]),
    ("甲乙丙。”丁", 6, ["甲乙", "丙。”", "丁"]),
    ("逾期15日内", 5, ["逾期", "15日", "内"]),
    ("one two three", 7, ["one two", "three"]),
    ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
    ("甲", 1, ["甲"]),
    ("", 6, [""]),
    ("甲\n\n乙", 6, ["甲", "", "乙"]),
    ("比例 95% 以上", 7, ["比例", "95% 以", "上"]),
  ])
  func wrapping(_ text: String, _ columns: Int, _ lines: [String]) {
    #expect(TextWrap.lines(text, columns: columns) == lines)
  }
}
