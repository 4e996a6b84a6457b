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

  /// Whether a person sits at both ends.
  static var isThere: Bool { isatty(0) == 1 && isatty(1) == 1 }
}
