/// A piece of abstract syntax without its places: equal for two texts that mean the same.
///
/// Every value of the syntax counts but spans, so that nothing new can be forgotten: it is read by reflection.
public struct NormalisedSyntax: Equatable {
  private var parts: [AnyHashable] = []

  /// Marks where the children of a value end, so that their number counts.
  private enum Mark: Hashable { case end }

  init(_ value: Any) { append(value) }

  private mutating func append(_ value: Any) {
    switch value {
    case is Span: return
    case let name as Name:
      parts.append(name.text)
      parts.append(name.isQuoted)
    case let literal as Literal: parts.append(literal)
    case let keyword as Keyword: parts.append(keyword)
    case let text as String: parts.append(text)
    case let flag as Bool: parts.append(flag)
    case let number as Int: parts.append(number)
    default: appendChildren(of: value)
    }
  }

  private mutating func appendChildren(of value: Any) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .enum {
      guard let (label, payload) = mirror.children.first else {
        parts.append(String(describing: value))
        return
      }
      parts.append(label ?? "")
      append(payload)
      return
    }
    for (_, child) in mirror.children { append(child) }
    parts.append(Mark.end)
  }
}

extension Script {
  /// The script without its places.
  public var normalised: NormalisedSyntax { NormalisedSyntax(self) }
}

extension Statement {
  /// The statement without its places.
  public var normalised: NormalisedSyntax { NormalisedSyntax(self) }
}

extension Declaration {
  /// The declaration without its places.
  public var normalised: NormalisedSyntax { NormalisedSyntax(self) }
}
