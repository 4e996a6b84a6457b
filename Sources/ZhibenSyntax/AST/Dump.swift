// The abstract syntax as text: one S-expression a declaration, one line a clause. Keywords stand under their ids, so that the dump of a
// script is the same in both keyword languages.

extension Script {
  /// The dump of every declaration, and of the statements behind them.
  public var dump: String {
    (declarations.map(\.dump) + statements.map(\.dump)).joined(separator: "\n") + "\n"
  }
}

extension Declaration {
  /// The dump of this declaration, without a newline at its end.
  public var dump: String {
    var head = "(" + keyword.rawValue
    if let name { head += " " + name.dump }
    if !headings.isEmpty { head += " @" + headings.joined(separator: "/") }
    return head + body.dump + ")"
  }
}

extension Declaration.Body {
  fileprivate var dump: String {
    switch self {
    case .register(let register): register.dump
    case .enumeration(let enumeration): enumeration.dump
    case .query(let query, let parameters):
      (parameters.isEmpty ? "" : " " + FunctionBody.dump(parameters)) + " " + query.dump
    case .value(let value, let clauses): " " + value.dump + Dump.lines(clauses.map(\.dump))
    case .partition(let partition): partition.dump
    case .use: ""
    case .function(let function): function.dump
    case .test(let test): test.dump
    case .clauses(let clauses): Dump.lines(clauses.map(\.dump))
    }
  }
}

extension RegisterBody {
  fileprivate var dump: String {
    var text = alias.map { " (alias " + $0.dump + ")" } ?? ""
    switch completeness {
    case .complete: text += " (complete)"
    case .by(let name): text += " (complete by " + name.dump + ")"
    case .since(let day): text += " (complete since " + day.dump + ")"
    case nil: break
    }
    if isConfidential { text += " (confidential)" }
    return text + Dump.lines(fields.map(\.dump))
  }
}

extension FieldDeclaration {
  fileprivate var dump: String {
    var text = "(field " + name.dump
    if let alias { text += " (alias " + alias.dump + ")" }
    text += " " + type.dump
    if isOptional { text += "?" }
    return text + modifiers.map { " " + $0.dump }.joined() + ")"
  }
}

extension FieldModifier {
  fileprivate var dump: String {
    switch self {
    case .key: "key"
    case .required: "required"
    case .confidential: "confidential"
    case .many: "many"
    case .date: "date"
    case .defaultValue(let value): "(default " + value.dump + ")"
    }
  }
}

extension EnumBody {
  fileprivate var dump: String {
    let order = self.order.map { $0 == .ascending ? " ascending" : " descending" } ?? ""
    return order + Dump.lines(values.map(\.dump)) + (isOpen ? " etc" : "")
  }
}

extension EnumValue {
  var dump: String {
    synonyms.isEmpty
      ? name.dump : "(" + ([name] + synonyms).map(\.dump).joined(separator: " | ") + ")"
  }
}

extension PartitionBody {
  fileprivate var dump: String {
    let lines = arms.map { "(arm " + $0.label.dump + " " + $0.condition.dump + ")" }
    return (domain.map { " (in " + $0.dump + ")" } ?? "")
      + Dump.lines(lines + clauses.map(\.dump))
  }
}

extension Name {
  /// The name, in 「」 where it was written so.
  var dump: String { isQuoted ? "「" + text + "」" : text.isEmpty ? "_" : text }
}

/// Shapes of the dump.
enum Dump {
  /// Each text on a line of its own, indented.
  static func lines(_ texts: [String]) -> String {
    texts.map { "\n  " + $0.split(separator: "\n").joined(separator: "\n  ") }.joined()
  }

  /// `(head part part)`
  static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts).joined(separator: " ") + ")"
  }
}
