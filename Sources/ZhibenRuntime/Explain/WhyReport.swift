import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts

/// One line of an explanation with what it rests on.
public struct WhyLine: Hashable, Sendable {
  /// What it says.
  public var text: Wording
  /// What it rests on.
  public var children: [WhyLine]

  /// Makes a line.
  public init(_ text: Wording, children: [WhyLine] = []) {
    self.text = text
    self.children = children
  }

  /// Makes a line.
  public init(_ zh: String, _ en: String, children: [WhyLine] = []) {
    self.init(Wording(zh: zh, en: en), children: children)
  }
}

/// Why an outcome is as it is: rule, clause, conditions with values and records, dates with how they were reckoned.
public struct WhyReport: Hashable, Sendable {
  /// Position in `Program.rules`.
  public var rule: Int
  /// The outcome that is explained; nil if the rule yields none for the subject.
  public var outcome: Outcome?
  /// Headed groups of lines, from the rule to the evidence.
  public var sections: [Section]

  /// A headed group of lines.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: Wording
    /// The lines.
    public var lines: [WhyLine]

    /// Makes a section.
    public init(_ zh: String, _ en: String, _ lines: [WhyLine]) {
      title = Wording(zh: zh, en: en)
      self.lines = lines
    }
  }
}
