import Foundation
import ZhibenDiagnostics

/// Tells a monitor (such as healthchecks.io) that a run begins and how it ends. What comes of it changes nothing of the run.
///
/// `curl` does it, as a child with limits of its own: a library for HTTP would make every start of the program slower. The address goes to
/// its standard input, since arguments can be seen by everybody on the machine.
final class HealthPing {
  private let address: PingAddress
  private let environment: [String: String]
  private var beginning: Process?

  init(_ address: PingAddress, environment: [String: String]) {
    (self.address, self.environment) = (address, environment)
  }

  /// Tells of the beginning and goes on at once.
  func start() { beginning = ask(.start) }

  /// Tells how it ended, and waits for the answer.
  /// - Returns: why the monitor could not be told; nil if it was.
  func end(isSuccess: Bool) -> Wording? {
    // The monitor must not hear of the beginning behind the end.
    beginning?.waitUntilExit()
    guard let ending = ask(isSuccess ? .success : .fail) else {
      return Wording(zh: "没有装 curl", en: "curl is not installed")
    }
    ending.waitUntilExit()
    let failed = [beginning, ending].compactMap { $0 }.first { $0.terminationStatus != 0 }
    return failed.map { process in
      let (reason, host) = (Self.reason(process.terminationStatus), address.redacted)
      return Wording(zh: "\(reason.zh)（\(host)）", en: "\(reason.en) (\(host))")
    }
  }

  /// Three tries of ten seconds each.
  private func ask(_ event: PingAddress.Event) -> Process? {
    guard let curl = Self.program(environment) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: curl)
    process.arguments = ["--disable", "--config", "-"]
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let input = Pipe()
    process.standardInput = input
    guard (try? process.run()) != nil else { return nil }
    let quoted = address.url(event).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let configuration = """
      url = "\(quoted)"
      silent
      fail
      max-time = 10
      retry = 2
      retry-delay = 1
      retry-all-errors

      """
    try? input.fileHandleForWriting.write(contentsOf: Data(configuration.utf8))
    try? input.fileHandleForWriting.close()
    return process
  }

  /// Where curl is installed; nil if it is not.
  static func program(_ environment: [String: String]) -> String? {
    (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/curl" }
      .first { access($0, X_OK) == 0 }
  }

  /// What the exit status of curl means.
  private static func reason(_ status: Int32) -> Wording {
    switch status {
    case 6: Wording(zh: "找不到主机", en: "the host is unknown")
    case 7: Wording(zh: "连不上", en: "no connection")
    case 22: Wording(zh: "对方答复出错", en: "the answer was an error")
    case 28: Wording(zh: "超过 10 秒没有答复", en: "no answer within 10 seconds")
    case 35, 60: Wording(zh: "安全连接不成", en: "no secure connection")
    default: Wording(zh: "curl 退出码 \(status)", en: "curl exited with \(status)")
    }
  }
}
