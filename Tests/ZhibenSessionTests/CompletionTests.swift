import Testing
import Zhiben

@testable import ZhibenSession

/// What Tab offers.
@Suite struct CompletionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var typed: String
    /// The first candidates.
    var first: [String]
    var isOnly = false
    var testDescription: String { typed }
  }

  @Test(arguments: [
    // As it is written, by sound, by initials, mixed.
    Row(typed: "隐患 选取 整改期", first: ["整改期限"], isOnly: true),
    Row(typed: "隐患 选取 zgqx", first: ["整改期限"], isOnly: true),
    Row(typed: "隐患 选取 zhenggaiqixian", first: ["整改期限"], isOnly: true),
    Row(typed: "隐患 选取 整改qx", first: ["整改期限"], isOnly: true),
    Row(typed: "ZCQY", first: ["在册企业"]),
    // Behind a dot: the fields of what stands before it.
    Row(typed: "隐患.zg", first: ["整改期限"], isOnly: true),
    Row(typed: "自查.企业.", first: ["代码", "名称", "入库日", "状态", "高危", "负责人"], isOnly: true),
    Row(typed: "隐患 其中 企业.mc", first: ["名称"], isOnly: true),
    // What may stand where.
    Row(typed: "zhiz", first: ["职责"]),
    Row(typed: "职责 甲 {\n  pinc", first: ["频次"]),
    Row(typed: "督办 甲 {\n  qis", first: ["起算"]),
    Row(typed: "企业 qizh", first: ["其中"]),
    Row(typed: "企业 其中 高危 且 gaow", first: ["高危"]),
    // Records by name; of which register.
    Row(typed: "企业「jia", first: ["甲木业有限公司"], isOnly: true),
    Row(typed: "yihua", first: ["企业「乙化工有限公司」"]),
    Row(typed: "：为何 bingji", first: ["丙机械厂"]),
    Row(typed: "：为何 yhyq", first: ["隐患逾期"]),
    // Commands and what stands behind them.
    Row(typed: ":lie", first: ["列"]),
    Row(typed: "：hist", first: ["history"], isOnly: true),
    Row(typed: "：列 yinh", first: ["隐患"], isOnly: true),
    Row(typed: "：格式 shu", first: ["竖", "数据"], isOnly: true),
    Row(typed: "：今天 2025-04", first: ["2025-04-15", "2025-04-16"], isOnly: true),
    Row(typed: "：计时 ", first: ["开", "关"], isOnly: true),
    Row(typed: "没有这个", first: []),
  ])
  func offers(row: Row) throws {
    let talk = try Talk()
    let texts = talk.conversation.complete(row.typed).candidates.map(\.text)
    #expect(Array(texts.prefix(row.first.count)) == row.first, "\(texts.prefix(8))")
    if row.isOnly || row.first.isEmpty { #expect(texts.count == row.first.count, "\(texts)") }
  }

  @Test func onlyTheWordIsReplaced() throws {
    let talk = try Talk()
    #expect(talk.conversation.complete("隐患 选取 zgqx").typed == 4)
    #expect(talk.conversation.complete("隐患.").typed == 0)
    #expect(talk.conversation.complete("：列 yin").typed == 3)
  }

  @Test func candidatesSayWhatTheyAre() throws {
    let talk = try Talk()
    talk.say("令 整数 = 1")
    let kinds = talk.conversation.complete("显示 整").candidates.map { "\($0.text) \($0.kind.zh)" }
    #expect(kinds.contains("整数 变量"))
    #expect(kinds.contains("整改期限 字段·日期  隐患"))
  }

  /// 保密 is offered to nobody.
  @Test func secretsAreNotOffered() throws {
    let talk = try Talk()
    #expect(talk.conversation.complete("企业「张").candidates.isEmpty)
  }

  // MARK: - Sounds

  @Test(arguments: [
    ("zhangqi", "长期", true), ("changqi", "长期", true), ("cq", "长期", true), ("zq", "长期", true),
    ("chongfu", "重复", true), ("zhongda", "重大", true), ("yinhang", "银行", true),
    ("xingzheng", "行政", true), ("yangkou", "洋口镇", true), ("yk", "洋口镇", true), ("ykz", "洋口镇", true),
    ("xian", "西安", true), ("xa", "西安", true), ("yangkouz", "洋口镇", true), ("yangzhen", "洋口镇", false),
    ("kou", "洋口镇", false), ("3a", "3A级", true), ("abcyx", "ABC有限公司", true), ("zhg", "整改", false),
    ("zhengg", "整改", true), ("", "整改", true), ("洋k", "洋口镇", true),
    ("洋口东", "洋口（东）甲厂", true), ("洋口dong", "洋口（东）甲厂", true), ("洋东", "洋口（东）甲厂", false),
    ("（洋", "（洋口）", true), ("洋", "（洋口）", false),
  ])
  func readsAsItSounds(typed: String, name: String, fits: Bool) {
    let match = PinyinMatch(typed, readings: Pinyin.readings)
    #expect((match.rank(of: name) != nil) == fits)
    if fits { #expect(match.mayFit(name)) }
    var initials = InitialTable()
    if fits, let filter = InitialFilter(typed) { #expect(filter.mayFit(name, &initials)) }
  }

  /// The quick look passes over nothing that fits, and tells most others apart.
  @Test func theQuickLookKeepsWhatFits() throws {
    let parts = ["洋口", "如东", "薛天成", "长兴", "重发", "绿源", "ABC", "（东）", "丰钢结构", "有限公司", "女", "1号"]
    var (state, initials, kept, others) = (UInt64(20_251_122), InitialTable(), 0, 0)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let names = (0..<60).map { _ in
      (0..<(2 + next(3))).map { _ in parts[next(parts.count)] }.joined()
    }
    for name in names {
      var typed = ""
      for character in name.prefix(1 + next(name.count)) {
        let sound = Pinyin.readings(of: character).first ?? ""
        typed += Pinyin.isHan(character) ? (next(2) == 0 ? sound : String(sound.prefix(1))) : ""
      }
      guard let filter = InitialFilter(typed) else { continue }
      let match = PinyinMatch(typed, readings: Pinyin.readings)
      for other in names {
        let fits = match.rank(of: other) != nil
        let passes = filter.mayFit(other, &initials)
        #expect(passes || !fits, "\(typed) \(other)")
        kept += passes ? 1 : 0
        others += fits ? 0 : 1
      }
    }
    #expect(kept < others / 2, "\(kept) of \(others)")
  }

  /// Of very many the shorter ones are looked at, which are nearer.
  @Test func ofVeryManyTheShortOnesAreOffered() throws {
    let talk = try Talk()
    let rows = (1...2_500).map { "X\($0),如东第\($0)木业有限公司" } + ["Y1,如东"]
    try talk.write("企业.csv", "代码,名称\n" + rows.joined(separator: "\n") + "\n")
    try talk.conversation.engine.importFiles(
      [talk.folder.appendingPathComponent("企业.csv").path], script: talk.conversation.script,
      options: ImportOptions(importedOn: talk.conversation.day))
    #expect(talk.conversation.complete("企业「rd").candidates.first?.text == "如东")
    #expect(talk.conversation.complete("企业「rd2500muye").candidates.isEmpty)
    #expect(
      talk.conversation.complete("企业「rudongdi2500muy").candidates.first?.text == "如东第2500木业有限公司")
  }

  @Test func whatIsTypedInFullComesBeforeInitials() throws {
    let match = PinyinMatch("le", readings: Pinyin.readings)
    let full = try #require(match.rank(of: "乐"))
    let initials = try #require(match.rank(of: "李娥"))
    #expect(full < initials)
  }
}
