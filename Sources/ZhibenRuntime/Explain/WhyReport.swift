import ZhibenCalendar
import ZhibenFacts

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  /// Chinese.
  public var zh: String
  /// English.
  public var en: String

  /// Makes a text.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same in both languages: names, dates, quotations.
  public init(_ both: String) { self.init(both, both) }
}

/// One line of an explanation with what it rests on.
public struct WhyLine: Hashable, Sendable {
  /// What it says.
  public var text: Bilingual
  /// What it rests on.
  public var children: [WhyLine]

  /// Makes a line.
  public init(_ text: Bilingual, children: [WhyLine] = []) {
    self.text = text
    self.children = children
  }

  /// Makes a line.
  public init(_ zh: String, _ en: String, children: [WhyLine] = []) {
    self.init(Bilingual(zh, en), children: children)
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
    public var title: Bilingual
    /// The lines.
    public var lines: [WhyLine]

    /// Makes a section.
    public init(_ zh: String, _ en: String, _ lines: [WhyLine]) {
      title = Bilingual(zh, en)
      self.lines = lines
    }
  }
}
