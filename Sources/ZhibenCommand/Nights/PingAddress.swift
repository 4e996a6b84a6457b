/// The address of a monitor that is told when a run begins and how it ends. Whoever knows it can pretend to be the run: it is a secret.
struct PingAddress {
  enum Event: String { case start, success, fail }

  private let text: String

  /// Nil unless it is an address of the web, on one line.
  init?(_ text: String) {
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f }
    guard isWeb, isPlain, text.split(separator: "/", maxSplits: 2).count > 1 else { return nil }
    self.text = text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// What is asked for: the address itself when all went well, else with the event behind its path.
  func url(_ event: Event) -> String {
    guard event != .success else { return text }
    let path = text.prefix { $0 != "?" }
    return "\(path)/\(event.rawValue)\(text.dropFirst(path.count))"
  }

  /// As it may be shown: the host only.
  var redacted: String {
    let parts = text.split(separator: "/", maxSplits: 2)
    // Before an @ stands a password.
    let host = parts.count > 1 ? parts[1].split(separator: "@").last ?? "" : ""
    return "\(parts.first ?? "")//\(host.prefix { $0 != "?" && $0 != "#" })/…"
  }
}
