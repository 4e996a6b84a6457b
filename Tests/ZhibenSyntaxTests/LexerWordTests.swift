import Testing

@testable import ZhibenSyntax

/// Words, reserved words, and the one split of a run.
struct LexerWordTests {
  @Test("Every reserved spelling of both languages is a reserved token with all its keywords")
  func reserved() {
    for row in KeywordTable.rows where row.binding == .reserved {
      for spelling in [row.english] + row.chinese {
        let tokens = lexed(spelling).tokens
        #expect(tokens.count == 2, "\(spelling)")
        guard case .reserved(let ids)? = tokens.first?.kind else {
          Issue.record("\(spelling) is not reserved")
          continue
        }
        #expect(ids.contains(row.keyword), "\(spelling)")
        #expect(tokens.first?.text == spelling)
      }
    }
  }

  @Test("Every contextual spelling is words, and the table finds it again")
  func contextual() {
    for row in KeywordTable.rows where row.binding == .contextual {
      for spelling in [row.english] + row.chinese {
        #expect(KeywordTable.keywords(spelling: spelling).contains(row.keyword))
        if KeywordTable.reserved(spelling).isEmpty {
          let words = lexed(spelling).tokens.dropLast().map(\.text)
          #expect(words == spelling.split(separator: " ").map(String.init))
        }
        if !spelling.utf8.contains(0x20) {
          #expect(KeywordTable.contextual(spelling).contains(row.keyword))
        }
      }
    }
  }

  @Test("Keywords of several words can be joined from the texts of their tokens")
  func joining() {
    let english = KeywordTable.rows.filter {
      $0.binding == .contextual && $0.english.contains(" ")
    }
    #expect(KeywordTable.multiWordContextual.count == english.count)
    for entry in KeywordTable.multiWordContextual {
      #expect(
        lexed(entry.words.joined(separator: "  ")).tokens.dropLast().map(\.text) == entry.words)
      #expect(
        KeywordTable.spelling(of: entry.keyword, in: .english) == entry.words.joined(separator: " ")
      )
    }
  }

  @Test func lookups() {
    #expect(KeywordTable.keywords(spelling: "于") == [.during, .forIn])
    #expect(KeywordTable.keywords(spelling: "and") == [.and, .betwAnd])
    #expect(KeywordTable.reserved("in") == [.in, .forIn])
    #expect(KeywordTable.contextual("by") == [.from, .eachOf])
    #expect(KeywordTable.contextual("columns") == [.columns, .cols])
    #expect(KeywordTable.keywords(spelling: "企业").isEmpty)
    #expect(KeywordTable.spelling(of: .atLeast, in: .chinese) == "至少")
    #expect(KeywordTable.spelling(of: .atLeast, in: .english) == "at least")
    #expect(KeywordTable.binding(of: .duty) == .contextual)
    for keyword in Keyword.allCases {
      #expect(!KeywordTable.spelling(of: keyword, in: .chinese).isEmpty)
    }
  }

  @Test(arguments: [
    ("a not in b", "a not in! b"), ("a not  in b", "a not in! b"), ("a not b", "a not! b"),
    ("a is empty", "a is empty!"), ("a is not empty", "a is not empty!"), ("a is b", "a is b"),
    ("no less than 10%", "no less than! [10%]"), ("no lesser than", "no lesser than"),
    ("group by x", "group by! x"), ("groups by x", "groups by x"), ("Not In", "Not In"),
    ("each pair of a", "each pair of! a"), ("since last 3", "since last! [3]"),
    ("first 10", "first! [10]"), ("at least 1", "at least! [1]"), ("at\nleast", "at! least"),
  ])
  func english(text: String, expected: String) { #expect(sketch(text) == expected) }

  @Test(
    "A run is one word, or a reserved word and a literal (L2, L4)",
    arguments: [
      ("不低于10%", "不低于! [10%]"), ("前10", "前! [10]"), ("至2026年", "至! [2026年]"), ("于近3年", "于! [近3年]"),
      ("后10日内", "后! [10日内]"), ("起每6个月", "起 [每6个月]"), ("自2024年", "自 [2024年]"), ("至少1次", "至少! [1次]"),
      ("不满50人", "不满! [50人]"), ("超过 300人", "超过! [300人]"), ("前三年", "前! [三年]"),
      ("前10年：", "前! [10年] :"),
      ("自查", "自查"), ("前湾村", "前湾村"), ("于都县", "于都县"), ("非煤矿山", "非煤矿山"), ("全部企业", "全部企业"),
      ("2025年度执法", "2025年度执法"), ("逾期15日通报", "逾期15日通报"), ("D且人数", "D且人数"), ("50且等级", "50且等级"),
      ("first10", "first10"), ("甲_1", "甲_1"), ("６Ａ级", "6A级"), ("Ⅱ级", "Ⅱ级"), ("x1.5y", "x1.5y"),
      ("企业.人数", "企业 . 人数"), ("6月10日 前 3", "[6月10日] 前! [3]"), ("第 2 季度", "[第 2 季度]"),
      ("每季度 至少1次", "[每季度] 至少! [1次]"), ("距上次 3个月", "距上次! [3个月]"), ("自 某日 起 每6个月", "自 某日 起 [每6个月]"),
    ])
  func runs(text: String, expected: String) { #expect(sketch(text) == expected) }

  @Test("Words are width-folded; quoted names keep their bytes")
  func folding() {
    #expect(lexed("ＡＢｃ＿１").tokens.first?.text == "ABc_1")
    #expect(lexed("「ＡＢ　甲」").tokens.first?.text == "ＡＢ　甲")
  }
}
