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
}
