import Foundation
import SmallTown
import Testing
import Zhiben

/// Options before the environment before `zhiben.yaml`.
@Suite struct SettingsTests {
  @Test func theNearestSays() throws {
    let desk = try Desk.withSmallTown()
    try desk.write(
      "zhiben.yaml", "# 每夜\n台账库: 小镇.db\nlang: en\n日志: \"json\"\nlog-file: 文件.log\n补跑: 是\n等锁: 1秒\n")
    let run = ["run", "小镇.plan", "--as-of"]
    #expect(try desk.run("zhiben", run + ["2025-04-15"]).output.contains("as of 2025-04-15"))
    #expect(
      try desk.run(
        "zhiben", run + ["2025-04-18"], ["ZHIBEN_LOG_FILE": "环境.log", "ZHIBEN_LANG": "zh"]
      )
      .status == 0)
    #expect(
      try desk.run(
        "zhiben", run + ["2025-04-19", "--log-file", "选项.log", "--log", "text"],
        ["ZHIBEN_LOG_FILE": "环境.log"]
      ).status == 0)
    func log(_ name: String) throws -> String {
      String(decoding: try desk.read(name), as: UTF8.self)
    }
    #expect(try log("文件.log").hasPrefix("{") && log("文件.log").contains("\"to\":\"2025-04-15\""))
    #expect(try log("环境.log").contains("\"from\":\"2025-04-16\",\"to\":\"2025-04-18\""))
    #expect(try log("选项.log").contains(" to=2025-04-19 "))
    // From elsewhere: the file is beside the script, and its paths are relative to it.
    let folder = desk.folder.path
    let answer = try Desk().run("zhiben", ["run", folder + "/小镇.plan", "--as-of", "2025-04-20"])
    #expect(answer.status == 0, "\(answer)")
    #expect(try desk.runs("小镇.db").count == 6)
  }

  @Test(arguments: [
    ("台帐库: 小镇.db", Int32(78), "E0740", "台账库"), ("stor: 小镇.db", 78, "E0740", "store"),
    ("- 小镇.db", 78, "E0741", "一行一项"), ("store: [a, b]", 78, "E0741", "store"),
    ("store: 'a", 78, "E0741", "YAML"), ("日志: 也许", 78, "E0741", "文本"),
    ("补跑: 也许", 78, "E0741", "是"), ("ping: hc.example", 78, "E0741", "https"),
    ("等锁: 一会儿", 78, "E0741", "60秒"),
  ])
  func whatIsWrongIsSaid(_ text: String, _ status: Int32, _ code: String, _ hint: String) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("zhiben.yaml", text + "\n")
    chmod(desk.folder.appendingPathComponent("zhiben.yaml").path, 0o600)
    let answer = try desk.town("run")
    #expect(answer.status == status && answer.talk.contains(code), "\(answer)")
    #expect(answer.talk.contains(hint) && !answer.talk.contains("hc.example"), "\(answer.talk)")
    #expect(try desk.runs("小镇.db").isEmpty)
  }

  @Test(arguments: [(0o600, Int32(0)), (0o640, 77), (0o604, 77)])
  func aSecretThatOthersCanReadIsRefused(_ mode: Int, _ status: Int32) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("zhiben.yaml", "监测: http://127.0.0.1:1/geheim\n")
    chmod(desk.folder.appendingPathComponent("zhiben.yaml").path, mode_t(mode))
    // Without curl nobody is told.
    let answer = try desk.run(
      "zhiben", ["run", "小镇.plan"] + SmallTown.there, ["PATH": desk.folder.path])
    #expect(answer.status == status, "\(answer)")
    #expect(answer.talk.contains("E0742") == (status == 77))
    #expect(!answer.talk.contains("geheim"))
  }

  @Test(arguments: ["--等锁=一会儿", "--log=xml", "--ping=ftp://a.b"])
  func aWrongOptionIsUsage(_ option: String) throws {
    #expect(try Desk.withSmallTown().town("run", option).status == 64)
  }

  private static let readers: [(name: String, arguments: [String], status: Int32)] = [
    ("plan", ["plan", "镇/小镇.plan"], 0), ("apply", ["apply", "镇/小镇.plan"], 0),
    ("run", ["run", "镇/小镇.plan"], 0), ("why", ["why", "季度自查/A1", "--script", "镇/小镇.plan"], 0),
    ("simulate", ["simulate", "镇/小镇.plan"], 0),
    ("ask", ["ask", "镇/小镇.plan", "企业 其中 代码 = \"A1\" 选取 名称"], 0),
    ("repl", ["repl", "镇/小镇.plan", "--confirm"], 0),
    ("import", ["import", "镇/企业.csv", "--script", "镇/小镇.plan"], 0),
    ("cron", ["cron", "print", "镇/小镇.plan"], 0),
    ("doctor", ["doctor", "镇/小镇.plan"], 0),
    (
      "certificate", ["draw", "certificate", "没有", "--script", "镇/小镇.plan"], 1
    ),
  ]

  /// Every command that opens a store finds it where it was set: beside the script, or in the environment before that.
  @Test(arguments: readers.map(\.name), ["文件", "环境"])
  func everyCommandFindsTheStore(_ name: String, _ place: String) throws {
    let reader = try #require(Self.readers.first { $0.name == name })
    let town = try Desk.withSmallTown()
    let desk = try Desk()
    try FileManager.default.copyItem(
      at: town.folder, to: desk.folder.appendingPathComponent("镇"))
    try desk.run("zhiben", ["run", "镇/小镇.plan", "--store", "镇/小镇.db", "--as-of", "2025-04-15"])
    try desk.write("句.txt", "企业 其中 代码 = \"A1\" 选取 名称\n")
    try desk.write("镇/zhiben.yaml", "台账库: \(place == "文件" ? "小镇" : "没有").db\n")
    let answer = try desk.run(
      "zhiben", reader.arguments, place == "环境" ? ["ZHIBEN_STORE": "镇/小镇.db"] : [:],
      shell: "exec < 句.txt")
    #expect(answer.status == reader.status, "\(answer)")
    #expect(!answer.talk.contains("E0701") && !answer.talk.contains("--store"), "\(answer.talk)")
    if name == "ask" || name == "repl" { #expect(answer.output.contains("甲木业有限公司")) }
    if name == "doctor" {
      let said = place == "文件" ? "镇/小镇.db，来自 镇/zhiben.yaml" : "镇/小镇.db，来自 ZHIBEN_STORE"
      #expect(answer.output.contains(said), "\(answer.output)")
    }
  }

  /// Commands without a script look in the current folder, and the language there is theirs.
  @Test func withoutAScriptTheCurrentFolderSays() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("zhiben.yaml", "store: 小镇.db\n语言: 英文\n")
    for command in [["store", "info"], ["store", "log"], ["store", "verify"]] {
      let answer = try desk.run("zhiben", command)
      #expect(answer.status == 0, "\(answer)")
      #expect(!answer.output.contains("台账库") && !answer.output.contains("完好"), "\(answer.output)")
    }
    let chinese = try desk.zhiben("store", "verify", environment: ["ZHIBEN_LANG": "zh"])
    #expect(chinese.output.contains("完好"))
    #expect(try desk.zhiben("ask", "1 + 1").output.contains("2"))
    let nowhere = try Desk().zhiben("plan", "小镇.plan", "--as-of", "2025-04-15")
    #expect(nowhere.status == 64 && nowhere.talk.contains("ZHIBEN_STORE"), "\(nowhere)")
  }

  /// What is wrong is told by the check-up, with the place; a secret is not shown.
  @Test func theCheckUpSaysWhereValuesComeFrom() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("zhiben.yaml", "经手: 张三\n监测: https://hc.example/geheim\n等锁: 一会儿\n")
    chmod(desk.folder.appendingPathComponent("zhiben.yaml").path, 0o600)
    let answer = try desk.zhiben(
      "doctor", "小镇.plan", "--store", "小镇.db", environment: ["ZHIBEN_LOG": "json"])
    for said in [
      "小镇.db，来自 --台账库", "张三，来自 zhiben.yaml", "json，来自 ZHIBEN_LOG",
      "https://hc.example/…，来自 zhiben.yaml", "60秒",
    ] { #expect(answer.output.contains(said), "\(answer.output)") }
    #expect(answer.status == 1 && !answer.output.contains("geheim"))
  }
}
