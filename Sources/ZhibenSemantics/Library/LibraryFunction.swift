import ZhibenDiagnostics

/// A function of the library: what it is called, what it takes, and what it says about it. One table for the checker, help, completion and `explain`.
public struct LibraryFunction: Sendable {
  /// What a call becomes.
  public enum Meaning: Hashable, Sendable {
    case builtin(Builtin)
    /// Over records or the elements of a list; also in 统计.
    case aggregate(Aggregate.Kind)
    /// Whether a condition held on every day of a term that ends on the judged day.
    case lasting
  }

  /// The Chinese and the English name.
  public let names: Wording
  /// What a call becomes.
  public let meaning: Meaning
  /// The ways to call it; empty for aggregates, whose argument is a collection.
  public let signatures: [Signature]
  /// What it gives, in one line.
  public let summary: Wording
  /// What it gives where others would fail: of nothing, of the unknown, beyond the end. Apart from that an unknown argument makes the result unknown.
  public let edges: Wording?
  /// Whether it stands in statements only, and not in rules or definitions.
  public let isProcedural: Bool

  /// One way to call a function.
  public struct Signature: Sendable {
    /// The parameters in order.
    public let parameters: [Parameter]
    /// Whether the last parameter may stand more than once.
    public let repeatsLast: Bool
    /// What it gives.
    public let result: TypePattern
    /// Arguments that the language adds behind those written.
    let added: [Added]

    init(
      _ parameters: [Parameter], repeatsLast: Bool = false, adding added: [Added] = [],
      _ result: TypePattern
    ) {
      self.parameters = parameters
      self.repeatsLast = repeatsLast
      self.added = added
      self.result = result
    }
  }

  /// An argument that is not written.
  enum Added: Sendable {
    case number(Int)
    case today
  }

  /// A parameter.
  public struct Parameter: Sendable {
    /// What it is called in both languages.
    public let name: Wording
    /// What it takes.
    public let type: TypePattern

    init(_ zh: String, _ en: String, _ type: TypePattern) {
      name = Wording(zh: zh, en: en)
      self.type = type
    }
  }

  init(
    _ zh: String, _ en: String, _ meaning: Meaning, _ signatures: [Signature], summary: Wording,
    edges: Wording? = nil, isProcedural: Bool = false
  ) {
    names = Wording(zh: zh, en: en)
    self.meaning = meaning
    self.signatures = signatures
    self.summary = summary
    self.edges = edges
    self.isProcedural = isProcedural
  }

  /// How it is called, one line for each way: `截取（文本，起，字数）：文本`.
  public var usage: [Wording] {
    signatures.map { signature in
      func text(_ language: Language) -> String {
        let parameters = signature.parameters.map { parameter in
          language == .zh
            ? "\(parameter.name.zh)：\(parameter.type.name.zh)"
            : "\(parameter.name.en): \(parameter.type.name.en)"
        }
        let more = signature.repeatsLast ? ["…"] : []
        let result = signature.result.name[language]
        return language == .zh
          ? "\(names.zh)（\((parameters + more).joined(separator: "，"))）：\(result)"
          : "\(names.en)(\((parameters + more).joined(separator: ", "))): \(result)"
      }
      return Wording(zh: text(.zh), en: text(.en))
    }
  }
}

/// What a parameter takes or a function gives, where several types will do.
public indirect enum TypePattern: Hashable, Sendable {
  case bool, text, date, period, term
  /// A number of any unit, as a parameter; as a result one without.
  case number
  /// A number whose unit the result and the other parameters share.
  case measure
  /// A number of days.
  case days
  /// Any value; the same in the result and in the other parameters.
  case any
  /// As `any`, of what has an order: numbers, dates, moments, values of an ordered list.
  case ordered
  /// Any value, of another type than `any`.
  case other
  /// What can be the key of a map and stands for one.
  case list(TypePattern)
  case map(TypePattern, TypePattern)

  /// The type in the reader's words.
  public var name: Wording {
    switch self {
    case .bool: Wording(zh: "是否", en: "bool")
    case .text: Wording(zh: "文本", en: "text")
    case .date: Wording(zh: "日期", en: "date")
    case .period: Wording(zh: "期间", en: "period")
    case .term: Wording(zh: "时长", en: "duration")
    case .number, .measure: Wording(zh: "数", en: "number")
    case .days: Wording(zh: "数（日）", en: "number(日)")
    case .any, .other: Wording(zh: "值", en: "value")
    case .ordered: Wording(zh: "数、日期或有先后的取值", en: "number, date or ordered value")
    case .list(let element):
      Wording(zh: "列表（\(element.name.zh)）", en: "list(\(element.name.en))")
    case .map(let key, let value):
      Wording(
        zh: "映射（\(key.name.zh)，\(value.name.zh)）", en: "map(\(key.name.en), \(value.name.en))")
    }
  }
}

/// The library.
public enum Library {
  /// All functions, by subject.
  public static let functions: [LibraryFunction] =
    aggregateFunctions + numberFunctions + textFunctions + listFunctions + dateFunctions

  /// The functions by their names in both languages.
  static let byName: [String: LibraryFunction] = Dictionary(
    functions.flatMap { [($0.names.zh, $0), ($0.names.en, $0)] }
  ) { first, _ in first }

  static let names = byName.keys.sorted()

  /// The aggregate of that name.
  static func aggregate(_ name: String) -> Aggregate.Kind? {
    if case .aggregate(let kind)? = byName[name]?.meaning { kind } else { nil }
  }
}
