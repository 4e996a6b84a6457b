import Foundation
import Zhiben

/// What a command knows of its surroundings.
package struct Session {
  /// The language in which people are spoken to.
  package var language: Language
  /// Data.
  package var output: ByteStream
  /// Talk: errors, notes, what to do next.
  package var talk: ByteStream
  /// Whether data go to a person at a terminal.
  package var isInteractive: Bool
  /// Whether talk may be coloured.
  package var isColoured: Bool
  /// The width of the terminal; nil where there is none.
  package var columns: Int?
  package var width: DisplayWidth
  /// The moment at which the command began.
  package var moment: Moment
  package var environment: [String: String]
  /// The path of the running program.
  package var executable: String
  /// Whose rights the process has.
  package var account: Author

  package init(
    language: Language, output: ByteStream, talk: ByteStream, isInteractive: Bool,
    isColoured: Bool, columns: Int?, width: DisplayWidth, moment: Moment,
    environment: [String: String], executable: String, account: Author = Author()
  ) {
    (self.language, self.output, self.talk) = (language, output, talk)
    (self.isInteractive, self.isColoured) = (isInteractive, isColoured)
    (self.columns, self.width, self.moment) = (columns, width, moment)
    (self.environment, self.executable, self.account) = (environment, executable, account)
  }

  /// The text in the session's language.
  package func text(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// Writes a line of data.
  package func print(_ line: String) {
    output.write(line)
    output.write("\n")
  }

  /// Writes a line of talk.
  package func say(_ line: String) {
    talk.write(line)
    talk.write("\n")
  }

  /// Writes diagnostics as talk.
  package func report(_ diagnostics: Diagnostics) { talk.write(renderer.render(diagnostics)) }

  /// The renderer for talk.
  package var renderer: Renderer {
    Renderer(language: language, colour: isColoured, width: width, maxColumns: columns ?? 100)
  }
}

/// A moment in Asia/Shanghai, which has had no summer time since 1991: eight hours ahead of UTC.
package struct Moment {
  /// Seconds since 1970-01-01 00:00 UTC.
  package var seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  private var local: Int { seconds + 8 * 3600 }

  /// The day.
  package var day: CivilDate {
    CivilDate(days: Int32(clamping: Int((Double(local) / 86_400).rounded(.down))))
  }

  /// `2025-06-30T08:05:01+08:00`.
  package var stamp: String {
    "\(day)T\(clock)+08:00"
  }

  /// `08:05:01`.
  package var clock: String {
    let second = ((local % 86_400) + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
  }
}
