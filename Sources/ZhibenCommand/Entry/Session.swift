import Foundation
import Zhiben

/// What a command knows of its surroundings.
struct Session {
  /// The language in which people are spoken to.
  var language: Language
  /// Data.
  var output: ByteStream
  /// Talk: errors, notes, what to do next.
  var talk: ByteStream
  /// Whether data go to a person at a terminal.
  var isInteractive: Bool
  /// Whether talk may be coloured.
  var isColoured: Bool
  /// The width of the terminal; nil where there is none.
  var columns: Int?
  var width: DisplayWidth
  /// The moment at which the command began.
  var moment: Moment
  var environment: [String: String]
  /// The path of the running program.
  var executable: String

  /// The text in the session's language.
  func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Writes a line of data.
  func print(_ line: String) {
    output.write(line)
    output.write("\n")
  }

  /// Writes a line of talk.
  func say(_ line: String) {
    talk.write(line)
    talk.write("\n")
  }

  /// Writes diagnostics as talk.
  func report(_ diagnostics: Diagnostics) { talk.write(renderer.render(diagnostics)) }

  /// The renderer for talk.
  var renderer: Renderer {
    Renderer(language: language, colour: isColoured, width: width, maxColumns: columns ?? 100)
  }
}

/// A moment in Asia/Shanghai, which has had no summer time since 1991: eight hours ahead of UTC.
struct Moment {
  /// Seconds since 1970-01-01 00:00 UTC.
  var seconds: Int

  private var local: Int { seconds + 8 * 3600 }

  /// The day.
  var day: CivilDate {
    CivilDate(days: Int32(clamping: Int((Double(local) / 86_400).rounded(.down))))
  }

  /// `2025-06-30T08:05:01+08:00`.
  var stamp: String {
    let second = ((local % 86_400) + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))+08:00"
  }
}
