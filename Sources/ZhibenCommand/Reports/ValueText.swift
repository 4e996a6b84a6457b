import Zhiben
import ZhibenSyntax

/// Prints any value by its parts, indented, without places: for `--emit`.
enum ValueText {
  /// Deeper values than the parser lets through are cut.
  private static let maximumDepth = 400

  static func lines(_ value: Any) -> String {
    var text = ""
    write(value, label: nil, depth: 0, into: &text)
    return text
  }

  private static func write(_ value: Any, label: String?, depth: Int, into text: inout String) {
    if value is Span || value is Origin || value is SourceFile || depth > maximumDepth { return }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.filter { isWorthSaying($0.value) }
    let head = String(repeating: "  ", count: depth) + (label.map { "\($0): " } ?? "")
    if let plain = plainText(value, mirror, children.isEmpty) {
      text += "\(head)\(plain)\n"
      return
    }
    if mirror.displayStyle == .optional, let inner = children.first {
      write(inner.value, label: label, depth: depth, into: &text)
      return
    }
    text += "\(head)\(title(value, mirror))\n"
    for child in children {
      let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 }
      write(child.value, label: label, depth: depth + 1, into: &text)
    }
  }

  private static func plainText(_ value: Any, _ mirror: Mirror, _ isLeaf: Bool) -> String? {
    if let text = value as? String { return "\"\(text)\"" }
    if let number = value as? Rational { return number.description }
    if let date = value as? CivilDate { return date.description }
    guard isLeaf else { return nil }
    return mirror.displayStyle == .struct ? String(describing: type(of: value)) : "\(value)"
  }

  private static func title(_ value: Any, _ mirror: Mirror) -> String {
    switch mirror.displayStyle {
    case .enum: ".\(mirror.children.first?.label ?? "")"
    case .collection, .set, .tuple: "[\(mirror.children.count)]"
    default: String(describing: type(of: value))
    }
  }

  private static func isWorthSaying(_ value: Any) -> Bool {
    if value is Span || value is Origin || value is SourceFile { return false }
    let mirror = Mirror(reflecting: value)
    return mirror.displayStyle != .optional || !mirror.children.isEmpty
  }
}
