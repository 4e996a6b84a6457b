import Foundation

/// The terminal and its characters.
enum Screen {
  /// Characters as UTF-8, whatever the locale says: in the C locale readline would delete single bytes of a Chinese character. readline reads
  /// the environment itself.
  static func useUTF8() {
    guard codeset != "UTF-8" else { return }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// The character set that the environment asks for.
  static var codeset: String {
    setlocale(LC_CTYPE, "")
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
  }

  /// Lines and columns; nil where there is no terminal.
  static func size() -> (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// How many columns the terminal gives to ─; nil if it does not answer within a fifth of a second.
  static func ambiguousWidth() -> Int? {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return nil }
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSANOW, &raw)
    defer { tcsetattr(0, TCSANOW, &before) }
    send("\r─\u{1B}[6n")
    defer { send("\r\u{1B}[K") }
    // The answer is ESC [ line ; column R.
    var answer: [UInt8] = []
    while answer.last != UInt8(ascii: "R"), answer.count < 32 {
      var waiting = [pollfd(fd: 0, events: Int16(POLLIN), revents: 0)]
      var byte: UInt8 = 0
      guard poll(&waiting, 1, 200) > 0, read(0, &byte, 1) == 1 else { return nil }
      answer.append(byte)
    }
    let column = String(decoding: answer.dropLast(), as: UTF8.self).split(separator: ";").last
    return column.flatMap { Int($0) }.map { $0 - 1 }.flatMap { (1...2).contains($0) ? $0 : nil }
  }

  private static func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
  }

  /// Whether a person sits at both ends.
  static var isThere: Bool { isatty(0) == 1 && isatty(1) == 1 }
}
