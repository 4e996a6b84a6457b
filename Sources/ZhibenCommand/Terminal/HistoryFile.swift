import Foundation

/// The inputs of earlier sessions, one a line; newlines and backslashes in them are written as `\n` and `\\`. Only their owner may read them.
struct HistoryFile {
  private let path: String
  /// So many are kept.
  private static let limit = 5_000

  /// `$XDG_STATE_HOME/zhiben/history`.
  init(environment: [String: String]) {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? "") + "/.local/state"
    path = state + "/zhiben/history"
  }

  /// The inputs, oldest first, each once; makes the file short again where it has grown.
  func load() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    var seen: Set<String> = []
    let kept = lines.reversed().filter { seen.insert($0).inserted }.prefix(Self.limit).reversed()
    if lines.count > Self.limit * 2 {
      let text = kept.joined(separator: "\n") + "\n"
      try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      _ = chmod(path, 0o600)
    }
    return kept.map(Self.decoded)
  }

  /// Whether an input is to be kept: not one that begins with a blank, nor the same as the one before.
  static func keeps(_ input: String, after last: String?) -> Bool {
    !input.isEmpty && input.first?.isWhitespace != true && input != last
  }

  /// Adds an input at the end.
  func add(_ input: String) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = Array((Self.encoded(input) + "\n").utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  static func encoded(_ input: String) -> String {
    input.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  static func decoded(_ line: String) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
