extension Expression {
  /// The expression as an S-expression; names and literals stand bare.
  public var dump: String {
    switch kind {
    case .name(let name): name.dump
    case .this(let name): "this." + name.dump
    case .that(let name): "that." + name.dump
    case .record(let register, let key): register.dump + "「" + key.text + "」"
    case .string(let parts): "\"" + parts.map(\.dump).joined() + "\""
    case .literal(let literal): literal.dump
    case .set(let elements, let isOpen):
      "{" + (elements.map(\.dump) + (isOpen ? ["etc"] : [])).joined(separator: " ") + "}"
    case .entries(let entries):
      "{" + entries.map { $0.key.dump + ": " + $0.value.dump }.joined(separator: " ") + "}"
    case .member(let base, let name): base.dump + "." + name.dump
    case .call(let callee, let arguments): Dump.list(callee.dump + "()", arguments.map(\.dump))
    case .via(let base, let name): Dump.list("via", [base.dump, name.dump])
    case .negate(let inner): Dump.list("-", [inner.dump])
    case .not(let inner): Dump.list("not", [inner.dump])
    case .all(let inner): Dump.list("all", [inner.dump])
    case .history(let inner): Dump.list("history", [inner.dump])
    case .ever(let inner): Dump.list("ever", [inner.dump])
    case .binary(let operation, let left, let right):
      Dump.list(operation.dump, [left.dump, right.dump])
    case .comparison(let left, let tails):
      Dump.list(
        tails.map(\.operation.dump).joined(separator: ","),
        [left.dump] + tails.map(\.operand.dump))
    case .isEmpty(let inner, let isNegated):
      Dump.list(isNegated ? "notEmpty" : "isEmpty", [inner.dump])
    case .between(let value, let low, let high):
      Dump.list("between", [value.dump, low.dump, high.dump])
    case .during(let value, let window): Dump.list("during", [value.dump, window.dump])
    case .through(let first, let last): Dump.list("through", [first.dump, last.dump])
    case .offset(let anchor, let direction, let term, let endsBefore):
      Dump.list(
        direction.rawValue, [anchor.dump, term.dump] + (endsBefore ? ["endsBefore"] : []))
    case .conditional(let condition, let yes, let no):
      Dump.list("if", [condition.dump, yes.dump, no.dump])
    default: suffixDump
    }
  }

  private var suffixDump: String {
    switch kind {
    case .filter(let base, let condition): Dump.list("where", [base.dump, condition.dump])
    case .group(let base, let keys): Dump.list("group", [base.dump] + keys.map(\.dump))
    case .aggregate(let base, let columns):
      Dump.list("aggregate", [base.dump] + columns.map(\.dump))
    case .sort(let base, let keys): Dump.list("sort", [base.dump] + keys.map(\.dump))
    case .select(let base, let columns): Dump.list("select", [base.dump] + columns.map(\.dump))
    case .first(let base, let count): Dump.list("first", [base.dump, String(count)])
    case .setOperation(let operation, let left, let right):
      Dump.list(operation.rawValue, [left.dump, right.dump])
    default: "missing"
    }
  }
}

extension Entry.Key {
  fileprivate var dump: String {
    switch self {
    case .field(let name): name.dump
    case .value(let value): "[" + value.dump + "]"
    }
  }
}

extension StringPart {
  fileprivate var dump: String {
    switch self {
    case .text(let text): text
    case .interpolation(let expression): "{" + expression.dump + "}"
    }
  }
}

extension QueryColumn {
  fileprivate var dump: String {
    name.map { Dump.list("=", [$0.dump, value.dump]) } ?? value.dump
  }
}

extension SortKey {
  fileprivate var dump: String { isDescending ? Dump.list("desc", [value.dump]) : value.dump }
}

extension BinaryOperator {
  fileprivate var dump: String {
    switch self {
    case .and, .or: rawValue
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    }
  }
}

extension ComparisonOperator {
  var dump: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .isIn: "in"
    case .notIn: "notIn"
    case .contains: "contains"
    case .notContains: "notContains"
    }
  }
}
