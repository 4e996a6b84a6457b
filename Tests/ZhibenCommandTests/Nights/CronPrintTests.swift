import Foundation
import SmallTown
import Testing

/// What `cron print` prints runs as it stands.
@Suite struct CronPrintTests {
  /// A desk whose folder has a name that shells, cron and systemd stumble over.
  private func town(_ name: String) throws -> (desk: Desk, folder: String) {
    let desk = try Desk.withSmallTown()
    let folder = desk.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in ["小镇.plan", "小镇.db"] {
      try desk.read(file).write(to: folder.appendingPathComponent(file))
    }
    return (desk, folder.path)
  }

  @Test(arguments: ["镇", "洋口 镇", "it's $HOME `x` 100% \"a\\b\"", "a;b&c#d"])
  func theLineRunsInABareEnvironment(_ name: String) throws {
    let (desk, folder) = try town(name)
    let printed = try desk.run(
      "zhiben",
      ["定时", "打印", name + "/小镇.plan", "--台账库", name + "/小镇.db", "--时刻", "6：30"])
    #expect(printed.status == 0, "\(printed)")
    let lines = printed.output.split(separator: "\n").map(String.init)
    let variables = lines.filter { $0.wholeMatch(of: /[A-Z_]+=.*/) != nil }
    #expect(variables == ["LANG=C.UTF-8", "TZ=Asia/Shanghai"])
    let job = try #require(lines.last)
    #expect(job.hasPrefix("30 6 * * * /"))
    // What cron does: unescaped % end the command, a backslash before one goes.
    #expect(job.replacing("\\%", with: "").contains("%") == false)
    let command = String(job.dropFirst("30 6 * * * ".count)).replacing("\\%", with: "%")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["-i"] + variables + ["/bin/sh", "-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let mail = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(mail.hasPrefix("小镇  截至 "), "\(mail)")
    let log = try String(contentsOfFile: folder + "/zhiben.log", encoding: .utf8)
    #expect(log.contains("事件=运行完成") && log.hasSuffix("退出码=0\n"), "\(log)")
  }

  @Test(arguments: ["zh", "en"])
  func asPeopleReadIt(_ language: String) throws {
    let desk = try Desk.withSmallTown()
    var text = ""
    for more in [["--mailto", "anjian@example.gov.cn"], ["--systemd", "--at", "23:59"]] {
      let answer = try desk.run(
        "zhiben", ["cron", "print", "小镇.plan", "--store", "小镇.db"] + more,
        ["ZHIBEN_LANG": language])
      #expect(answer.status == 0, "\(answer)")
      text += answer.output
    }
    let path = Desk.programs.appendingPathComponent("zhiben").path
    try Golden(path: "Command/cron.\(language).txt").check(
      text.replacing(path, with: "/usr/local/bin/zhiben")
        .replacing(desk.folder.path, with: "/srv/洋口镇"))
  }

  @Test(arguments: [
    ("小镇.plan --store 小镇.db --at 24:00", Int32(64)), ("小镇.plan --store 小镇.db --at 八点", 64),
    ("小镇.plan", 64), ("没有.plan --store 小镇.db", 66), ("小镇.plan --store 没有.db", 66),
  ])
  func nothingIsPrintedThatWouldNotRun(_ arguments: String, _ status: Int32) throws {
    let answer = try Desk.withSmallTown().run(
      "zhiben", ["cron", "print"] + arguments.split(separator: " ").map(String.init))
    #expect(answer.status == status && answer.output.isEmpty, "\(answer)")
  }
}
