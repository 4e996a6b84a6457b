import Foundation

/// A program that the shell starts and that reads a text, at the same terminal.
enum ProgramPipe {
  /// Waits for its end.
  /// - Returns: how it ended, as a shell says it; nil if it did not start. One that leaves early, such as a pager, is no failure.
  static func run(_ command: String, _ text: String) -> Int32? {
    fflush(nil)
    guard let pipe = popen(command, "w") else { return nil }
    var text = text
    text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, pipe) }
    let status = pclose(pipe)
    guard status >= 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
