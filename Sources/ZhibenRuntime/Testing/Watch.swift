import ZhibenSemantics

/// What was judged, and how it came out: the raw material of coverage. Not shared by threads.
public final class Watch {
  /// The results that a condition has had.
  public struct Seen: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    /// Makes a set of results.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let yes = Seen(rawValue: 1)
    public static let no = Seen(rawValue: 2)
    public static let unknown = Seen(rawValue: 4)
    /// It was judged and is no condition.
    public static let value = Seen(rawValue: 8)
  }

  /// By place of the expression.
  private(set) var seen: [Origin: Seen] = [:]
  /// The places of the arms that were chosen.
  private(set) var arms: Set<Origin> = []

  /// Starts with nothing seen.
  public init() {}

  /// An expression had a value.
  func note(_ core: Core, _ value: Value?) {
    let result: Seen =
      switch value {
      case .bool(true)?: .yes
      case .bool(false)?: .no
      case nil: .unknown
      default: .value
      }
    seen[core.origin, default: []].insert(result)
  }

  /// An arm of a choice was taken, or may have been.
  func note(arm origin: Origin) { arms.insert(origin) }
}

extension Evaluator {
  /// Who wants to know what is judged; nobody unless an evaluator says otherwise.
  public var watch: Watch? { nil }
}
