/// A list as it was frozen for a draw, and the number by which was drawn once there is one: what later corrections of the registers do not
/// change (time 46, 47).
public struct FrozenDraw: Hashable, Sendable {
  /// Position in `Program.rules`.
  public var rule: Int32
  /// First day of the period, in days.
  public var first: Int32
  /// 10 × round + redraw.
  public var nth: Int32
  /// The list as text, of which the hash is announced.
  public var list: String
  /// The number and where it was published; nil while it is to come.
  public var number: Number?

  /// A number as it was published.
  public struct Number: Hashable, Sendable {
    public var text: String
    /// The day on which it was published, in days.
    public var day: Int32
    public var source: String
    /// Makes a number.
    public init(text: String, day: Int32, source: String) {
      (self.text, self.day, self.source) = (text, day, source)
    }
  }

  /// Makes it.
  public init(rule: Int32, first: Int32, nth: Int32, list: String, number: Number? = nil) {
    (self.rule, self.first, self.nth) = (rule, first, nth)
    (self.list, self.number) = (list, number)
  }
}
