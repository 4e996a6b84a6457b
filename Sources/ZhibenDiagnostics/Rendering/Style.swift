/// The few colours of a message; everything they say is said in words, too.
enum Style: String {
  case error = "1;31"
  case warning = "1;33"
  case note = "1;36"
  case gutter = "34"
  case strong = "1"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  func paint(_ text: String, _ isOn: Bool) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
