import ZhibenDiagnostics

/// How a question was answered: what the database did, and what it could not.
public struct QueryPlan: Hashable, Sendable {
  /// What became of each step, in the order in which a question is answered.
  public var steps: [QueryStep]
  /// The statements that were run, in order.
  public var statements: [Statement]

  /// A statement with what is bound in it.
  public struct Statement: Hashable, Sendable {
    /// The SQL; its values are question marks.
    public var sql: String
    /// The values, in the order of the marks, as people read them.
    public var bindings: [String]
  }

  /// Whether the database did it all.
  public var isWhollyInDatabase: Bool { steps.allSatisfy { $0.reason == nil } }
}

/// A step of a question.
public struct QueryStep: Hashable, Sendable {
  /// What is done.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case source, membership, window, condition, sort, limit, output, key, aggregate
  }
  public var kind: Kind
  /// The step as written, or the name of what it yields.
  public var text: String
  /// Why it runs in memory; nil if the database does it. A condition in memory is judged only for the rows that the others leave.
  public var reason: ResidualReason?

  init(_ kind: Kind, _ text: String, _ reason: ResidualReason?) {
    self.kind = kind
    self.text = text
    self.reason = reason
  }
}

extension QueryStep.Kind {
  /// In words.
  public var wording: Wording {
    switch self {
    case .source: Wording(zh: "来源", en: "rows")
    case .membership: Wording(zh: "范围", en: "scope")
    case .window: Wording(zh: "时间窗", en: "window")
    case .condition: Wording(zh: "条件", en: "condition")
    case .sort: Wording(zh: "排序", en: "sort")
    case .limit: Wording(zh: "前", en: "limit")
    case .output: Wording(zh: "栏", en: "column")
    case .key: Wording(zh: "分组", en: "group key")
    case .aggregate: Wording(zh: "统计", en: "aggregate")
    }
  }
}

extension QueryPlan {
  /// The plan as people read it: a line for each step, then the statements.
  public func description(in language: Language) -> String {
    let chinese = language == .zh
    var lines = steps.map { step in
      let place =
        step.reason.map {
          (chinese ? "内存" : "memory") + " [\($0.rawValue)] "
            + $0.wording[language]
        } ?? (chinese ? "数据库" : "database")
      let text = step.text.isEmpty ? "" : " " + step.text
      return "\(step.kind.wording[language])\(text)  → \(place)"
    }
    for statement in statements {
      lines.append("SQL: " + statement.sql)
      if !statement.bindings.isEmpty {
        lines.append((chinese ? "绑定: " : "bound: ") + statement.bindings.joined(separator: ", "))
      }
    }
    return lines.joined(separator: "\n")
  }
}
