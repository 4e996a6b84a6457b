import Foundation
import Zhiben
import ZhibenSession

/// Shows a text that is longer than the screen by the person's pager.
enum Pager {
  /// Shows a text; writes it as it is if it fits, or if there is no pager.
  static func show(_ text: String, rows: Int, environment: [String: String], to stream: ByteStream)
  {
    let lines = text.utf8.count { $0 == 0x0A }
    let pager = environment["ZHIBEN_PAGER"] ?? environment["PAGER"] ?? "less"
    guard lines >= rows, rows > 0, !pager.isEmpty, pager != "cat", run(pager, text, environment)
    else { return stream.write(text) }
  }

  private static func run(_ pager: String, _ text: String, _ environment: [String: String]) -> Bool
  {
    if pager == "less",
      !["/usr/bin/less", "/bin/less", "/usr/local/bin/less"].contains(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    {
      return false
    }
    if environment["LESS"] == nil { setenv("LESS", "-SRXF", 1) }
    setenv("LESSCHARSET", "utf-8", 1)
    return ProgramPipe.run(pager, text) != nil
  }
}
