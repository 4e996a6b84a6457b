// Statements, functions and tests in the dump.

extension Statement {
  /// The statement as an S-expression.
  public var dump: String { kind.dump }
}

extension Statement.Kind {
  fileprivate var dump: String {
    switch self {
    case .bind(let name, let type, let value):
      Dump.list("let", [name.dump] + (type.map { [$0.dump] } ?? []) + [value.dump])
    case .assign(let target, let value): Dump.list("assign", [target.dump, value.dump])
    case .branch(let blocks, let otherwise):
      Dump.list(
        "branch",
        blocks.map { Dump.list($0.condition.dump, $0.body.map(\.dump)) }
          + (otherwise.map { [Dump.list("else", $0.map(\.dump))] } ?? []))
    case .forEach(let name, let source, let body):
      Dump.list("for", [name.dump, source.dump] + body.map(\.dump))
    case .loop(let condition, let body): Dump.list("while", [condition.dump] + body.map(\.dump))
    case .breakLoop: "(break)"
    case .continueLoop: "(continue)"
    case .giveBack(let value): Dump.list("return", value.map { [$0.dump] } ?? [])
    case .show(let values): Dump.list("show", values.map(\.dump))
    case .insert(let register, let record): Dump.list("insert", [register.dump, record.dump])
    case .update(let target, let record): Dump.list("update", [target.dump, record.dump])
    case .delete(let target): Dump.list("delete", [target.dump])
    case .assert(let condition, let message):
      Dump.list("assert", [condition.dump] + (message.map { [$0.dump] } ?? []))
    case .asOf(let day): Dump.list("asOf", [day.dump])
    case .expect(let value, let expected):
      Dump.list("expect", [value.dump] + (expected.map { [$0.dump] } ?? []))
    case .suppose(let changes, let body):
      Dump.list("suppose", [Dump.list("changes", changes.map(\.dump))] + body.map(\.dump))
    case .project(let day, let body): Dump.list("project", [day.dump] + body.map(\.dump))
    case .evaluate(let value): value.dump
    }
  }
}

extension Supposition {
  fileprivate var dump: String {
    switch self {
    case .value(let path, .expression(let value), _): Dump.list("=", [path.dump, value.dump])
    case .value(let path, .cadence(let cadence), _): Dump.list("=", [path.dump, cadence.dump])
    case .change(let statement): statement.dump
    }
  }
}

extension FunctionBody {
  var dump: String {
    " " + Self.dump(parameters) + (result.map { " " + $0.dump } ?? "")
      + Dump.lines(statements.map(\.dump))
  }

  static func dump(_ parameters: [Parameter]) -> String {
    Dump.list("parameters", parameters.map { $0.name.dump + ":" + $0.type.dump })
  }
}

extension TestBody {
  var dump: String { " \"" + title + "\"" + Dump.lines(statements.map(\.dump)) }
}

extension TypeExpression {
  /// The type as written.
  var dump: String {
    switch self {
    case .named(let name, let arguments):
      name.dump
        + (arguments.isEmpty ? "" : "(" + arguments.map(\.dump).joined(separator: " ") + ")")
    case .values(let values, _): "{" + values.map(\.dump).joined(separator: " ") + "}"
    }
  }
}
