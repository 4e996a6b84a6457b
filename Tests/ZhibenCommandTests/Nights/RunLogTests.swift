import Foundation
import SmallTown
import Testing

/// One line for each run.
@Suite struct RunLogTests {
  /// Times and durations as in every other run.
  private func still(_ text: String) -> String {
    text.replacing(/\d{4}-\d\d-\d\dT[0-9:]+\+08:00/, with: "2025-04-16T08:05:00+08:00")
      .replacing(/\d+ms/, with: "31ms").replacing(/"duration_ms":\d+/, with: "\"duration_ms\":31")
  }

  @Test(arguments: ["zh", "en"])
  func lines(_ language: String) throws {
    let desk = try Desk.withSmallTown()
    for format in ["text", "json"] {
      for (script, day) in [
        ("小镇.plan", "2025-04-15"), ("小镇.plan", "2025-04-15"), ("小镇.plan", "2025-04-30"),
        ("没有.plan", "2025-04-30"),
      ] {
        try desk.run(
          "zhiben",
          [
            "run", script, "--store", "\(format).db", "--as-of", day, "--log", format,
            "--log-file", "日志.txt",
          ], ["ZHIBEN_LANG": language])
        if !desk.exists("\(format).db") { try desk.copyStore("小镇.db", "\(format).db") }
      }
    }
    let text = String(decoding: try desk.read("日志.txt"), as: UTF8.self)
    try Golden(path: "Command/log.\(language).txt").check(still(text))
  }

  @Test func withoutAFileTheLineGoesToStandardError() throws {
    let desk = try Desk.withSmallTown()
    let plain = try desk.town("run", "--日志", "文本")
    #expect(plain.talk.contains("事件=运行完成") && !plain.output.contains("事件"))
    let journal = try desk.run(
      "zhiben", ["run", "没有.plan", "--store", "小镇.db", "--log", "json"],
      ["JOURNAL_STREAM": "8:1"])
    #expect(
      journal.talk.split(separator: "\n").contains {
        $0.hasPrefix("<3>{\"time\":") && $0.contains("\"exit\":66")
      }, "\(journal.talk)")
    #expect(try desk.town("run", "--log", "off").talk.isEmpty)
  }

  @Test func runsAtOnceDoNotMixTheirLines() throws {
    let desk = try Desk.withSmallTown()
    let all = try (0..<6).map { _ in
      try desk.start("zhiben", ["run", "小镇.plan"] + SmallTown.there + ["--log-file", "日志.txt"])
    }
    for running in all { running.process.waitUntilExit() }
    let lines = String(decoding: try desk.read("日志.txt"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 6 && lines.allSatisfy { $0.wholeMatch(of: /时间=.* 退出码=(0|75.*)/) != nil })
  }

  @Test func aLogThatCannotBeWrittenIsSaidAtOnce() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("run", "--log-file", "没有/日志.txt")
    #expect(answer.status == 73 && answer.talk.contains("E0730"), "\(answer)")
    #expect(try desk.runs("小镇.db").isEmpty)
  }
}
