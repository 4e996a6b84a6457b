import Foundation
import Testing

/// 抽签: certificates as they are written and checked at the prompt.
@Suite struct DrawCommandTests {
  static let plan = """
    计划 小镇 { 期间 2025年 }
    取值 状态 { 在产；已销号 }
    登记 村 别名 village { 名称 别名 name：文本 标识 }
    登记 企业 别名 enterprise {
      代码 别名 code：文本 标识；村 别名 village：村；状态 别名 status：状态
    }
    登记 人员 别名 person { 工号 别名 code：文本 标识；村 别名 village：村 }
    登记 检查 别名 visit { 编号 别名 code：文本 标识；企业 别名 enterprise：企业；日期 别名 day：日期 日期 }
    登记 公布号码 别名 seed_number {
      编号 别名 code：文本 标识
      抽取 别名 draw：文本；期次 别名 period_day：日期；轮次 别名 round：整数；重抽 别名 redraw：整数
      号码 别名 number：文本；公布日期 别名 published_on：日期 日期；来源 别名 source：文本
    }
    抽取 抽查 {
      依据 "二（三）11"
      总体 企业 其中 状态 ≠ 已销号
      比例 不低于30%；分层 村 每层 至少1家；备选 1家；每年1次；种子 届时公布
      人员 2人 随机 回避 同村 均衡
    }

    """

  static let there = ["--store", "镇.db", "--script", "镇.plan"]

  /// A town of ten enterprises whose list is frozen.
  static func frozen() throws -> Desk {
    let desk = try Desk()
    try desk.write("镇.plan", plan)
    try desk.write("村.csv", "名称\n东村\n西村\n")
    let firms = (0..<10).map { "Q\($0),\($0 < 7 ? "东村" : "西村"),在产\n" }.joined()
    try desk.write("企业.csv", "代码,村,状态\n" + firms)
    try desk.write("人员.csv", "工号,村\nR1,东村\nR2,西村\nR3,\nR4,北村\n".replacing("北村", with: "西村"))
    try desk.run(
      "zhiben", ["import", "村.csv", "企业.csv", "人员.csv", "--strict"] + there)
    let run = try desk.zhiben("run", "镇.plan", "--store", "镇.db", "--as-of", "2025-01-02")
    try #require(run.status == 0, "\(run.talk)")
    return desk
  }

  /// The same after the number came.
  static func drawn() throws -> Desk {
    let desk = try frozen()
    try desk.write(
      "公布号码.csv", "编号,抽取,期次,号码,公布日期,来源\n一,抽查,2025-01-01,01 08 15,2025-01-08,福利彩票\n")
    try desk.run("zhiben", ["import", "公布号码.csv", "--strict"] + there)
    // A correction behind the freezing: it must not change the list.
    try desk.write("企业.csv", "代码,村,状态\nQ0,西村,在产\n")
    try desk.run("zhiben", ["import", "企业.csv", "--strict"] + there)
    try desk.zhiben("run", "镇.plan", "--store", "镇.db", "--as-of", "2025-01-10")
    return desk
  }

  private func certificate(_ desk: Desk, _ arguments: String...) throws -> Desk.Answer {
    try desk.run(
      "zhiben",
      ["draw", "certificate", "抽查/2025-01-01/1", "--as-of", "2025-01-10"] + Self.there + arguments)
  }

  @Test func beforeTheNumberThereIsAHash() throws {
    let answer = try certificate(Self.frozen())
    #expect(answer.status == 1 && answer.output.isEmpty)
    #expect(answer.talk.contains("10 家，SHA-256"), "\(answer.talk)")
  }

  @Test(arguments: ["text", "json"])
  func aCertificateIsWrittenAndChecked(_ format: String) throws {
    let desk = try Self.drawn()
    #expect(try certificate(desk, "--format", format, "--output", "证书").status == 0)
    #expect(try desk.zhiben("抽签", "核验", "证书").status == 0)
    let checked = try desk.zhiben("draw", "verify", "证书", "--store", "镇.db")
    #expect(checked.status == 0 && checked.output.contains("抽中 3 家"), "\(checked)")
    let text = String(decoding: try desk.read("证书"), as: UTF8.self)
    #expect(text.contains("unit\t东村\t0000\tQ0") || text.contains(#"unit\t东村\t0000\tQ0"#))
    for (old, new) in [("Q3", "Q33"), ("01 08 15", "01 08 16"), ("福利彩票", "体育彩票"), ("R3", "R4")] {
      try desk.write("改", text.replacing(old, with: new))
      let answer = try desk.zhiben("draw", "verify", "改")
      #expect(answer.status == 65 && answer.output.hasPrefix("第 "), "\(old): \(answer)")
    }
  }

  @Test func theRecipeOfAWrittenCertificateRuns() throws {
    let desk = try Self.drawn()
    _ = try certificate(desk, "--output", "证书.txt")
    let answer = try desk.run(
      "zhiben", ["help"],
      shell: """
        sed -n '/^== RECIPE ==$/,/^== SEAL ==$/p' 证书.txt | sed '1d;$d' > check.sh
        /bin/sh check.sh 证书.txt > said.txt
        """)
    #expect(answer.status == 0)
    #expect(String(decoding: try desk.read("said.txt"), as: UTF8.self).hasSuffix("相符\n"))
  }

  @Test func anotherListThanTheLedgersIsFound() throws {
    let desk = try Self.drawn()
    _ = try certificate(desk, "--output", "证书.txt")
    // A forger who draws again from a list of his own has a certificate that follows, but not the ledger's.
    try desk.run("zhiben", ["version"], shell: "cp 镇.db 伪.db")
    let sql = "UPDATE zb_draw SET list = replace(list, 'Q9', 'Q99')"
    _ = try desk.run(
      "zhiben", ["version"],
      shell:
        "python3 -c \"import sqlite3;c=sqlite3.connect('伪.db');c.execute(\\\"\(sql)\\\");c.commit()\""
    )
    let answer = try desk.zhiben("draw", "verify", "证书.txt", "--store", "伪.db")
    #expect(answer.status == 65, "\(answer)")
    let chain = try desk.zhiben("store", "verify", "伪.db")
    #expect(chain.status == 65 && chain.output.contains("抽签名单"), "\(chain)")
  }

  @Test(arguments: [
    ("抽查/2025-01-01/1", "抽查/-/2025-01-01/第1轮"), ("抽查/-/2025-01-01/第1轮", "抽查/-/2025-01-01/第1轮"),
  ])
  func whyKnowsTheDraw(_ typed: String, _ key: String) throws {
    let desk = try Self.drawn()
    let answer = try desk.run("zhiben", ["why", typed, "--as-of", "2025-01-10"] + Self.there)
    #expect(answer.status == 0 && answer.output.hasPrefix(key + "\n"), "\(answer)")
    for words in ["名单哈希", "种子：01 08 15|抽查/2025-01-01/1", "层「西村」"] {
      #expect(answer.output.contains(words), "\(words)")
    }
  }

  @Test func everyKeyOfAPlanIsUnderstood() throws {
    let desk = try Self.drawn()
    let plan = try desk.zhiben(
      "plan", "镇.plan", "--store", "镇.db", "--as-of", "2025-01-10", "--format", "json")
    #expect(plan.output.contains("\"changes\": []"), "a second run changes nothing: \(plan.output)")
    let answer = try desk.run(
      "zhiben",
      ["ask", "镇.plan", "抽签 其中 状态 = 抽中 统计 数 = 数量()", "--store", "镇.db", "--as-of", "2025-01-10"])
    #expect(answer.status == 0 && answer.output.contains("3"), "\(answer)")
  }

  @Test func whatIsNoCertificateIsRefused() throws {
    let desk = try Desk()
    try desk.write("空", "")
    #expect(try desk.zhiben("draw", "verify", "空").status == 65)
    #expect(try desk.zhiben("draw", "verify", "没有").status == 66)
  }
}
