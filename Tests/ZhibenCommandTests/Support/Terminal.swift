import Foundation
import Testing

/// A terminal of its own, by tmux: what is typed arrives as from a keyboard, what is seen is what the screen shows.
final class Terminal {
  private let desk: Desk
  private let socket: String

  /// A screen that does not look as it should.
  struct Mismatch: Error, CustomStringConvertible {
    var wanted: String
    var screen: String
    var description: String { "wanted: \(wanted)\nscreen:\n\(screen)" }
  }

  /// Starts `zhiben` with these arguments in the folder of the desk.
  init(
    _ desk: Desk, _ arguments: [String], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:]
  ) throws {
    self.desk = desk
    socket = desk.folder.appendingPathComponent("tmux").path
    var command = ["env", "-i", "PATH=/usr/bin:/bin", "TERM=screen", "HOME=\(desk.folder.path)"]
    let all = ["LC_ALL": "C.UTF-8", "PAGER": "cat"].merging(environment) { $1 }
    command += all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    command += [Desk.programs.appendingPathComponent("zhiben").path] + arguments
    try desk.write(
      "tmux.conf", "set -g escape-time 0\nset -g status off\nset -g remain-on-exit on\n")
    try tmux(
      [
        "-f", desk.folder.appendingPathComponent("tmux.conf").path, "new-session", "-d", "-x",
        "\(columns)", "-y", "\(rows)", "-c", desk.folder.path,
      ] + command)
  }

  deinit { _ = try? tmux(["kill-server"]) }

  // MARK: - Typing

  /// Types a text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Presses keys by name: `Enter`, `BSpace`, `Left`, `C-c`, `Tab`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types a line and ends it.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Pastes a text as a terminal does that tells pasting from typing.
  func paste(_ text: String) throws {
    let file = desk.folder.appendingPathComponent("paste")
    try Data(text.utf8).write(to: file)
    try tmux(["load-buffer", file.path])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: - Looking

  /// The lines of the screen, without blanks at their ends.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The same with the escapes for colours.
  func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// The column and line of the cursor, from 0.
  func cursor() throws -> (column: Int, line: Int) {
    let text = try tmux(["display-message", "-p", "#{cursor_x} #{cursor_y}"])
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return (numbers.first ?? -1, numbers.last ?? -1)
  }

  /// Whether the program has ended.
  func hasEnded() throws -> Bool {
    try tmux(["display-message", "-p", "#{pane_dead}"]).hasPrefix("1")
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  func wait(
    _ wanted: String, seconds: Double = 20, until isRight: (String) throws -> Bool
  ) throws -> String {
    let pause = 0.02
    var shown = ""
    for _ in 0..<Int(seconds / pause) {
      shown = try screen()
      if try isRight(shown) { return shown }
      Thread.sleep(forTimeInterval: pause)
    }
    throw Mismatch(wanted: wanted, screen: shown)
  }

  /// Waits until the screen shows a text.
  @discardableResult
  func see(_ text: String) throws -> String { try wait(text) { $0.contains(text) } }

  /// Waits until the last line that is not blank is this one.
  @discardableResult
  func seeLast(_ line: String) throws -> String {
    try wait("last: \(line)") { $0.split(separator: "\n").last.map(String.init) == line }
  }

  /// Waits until the cursor stands in that column.
  func seeCursor(_ column: Int) throws {
    try wait("cursor in column \(column)") { _ in try cursor().column == column }
  }

  /// Waits until the program has worked for a fifth of a second more, so that it is in the midst of something.
  func seeBusy() throws {
    let pid = try tmux(["display-message", "-p", "#{pane_pid}"]).filter(\.isNumber)
    func ticks() -> Int {
      let stat = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
      let fields = stat.split(separator: " ").compactMap { Int($0) }
      // Behind pid, the name in parentheses and the state: 10 fields, then the times in user and system mode.
      return fields.count > 13 ? fields[11] + fields[12] : 0
    }
    let before = ticks()
    try wait("work") { _ in ticks() >= before + 20 }
  }

  func seeEnd() throws { try wait("the end") { _ in try hasEnded() } }

  /// A command to tmux. Its answer goes through a file: the server, which lives on, would hold a pipe open.
  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let answer = desk.folder.appendingPathComponent(".tmux.out")
    try Data().write(to: answer)
    let process = Process()
    // The server inherits what is open, by which Foundation would take it for the command: only the three streams are left.
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      [
        "-c", "for f in {3..63}; do eval \"exec $f>&-\"; done; exec \"$@\"", "bash",
        // Signals are blocked in whoever runs tests; a server that inherits this never ends.
        "/usr/bin/env", "--default-signal", "/usr/bin/tmux", "-u", "-S", socket,
      ] + arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardOutput = try FileHandle(forWritingTo: answer)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: answer), as: UTF8.self)
  }
}
