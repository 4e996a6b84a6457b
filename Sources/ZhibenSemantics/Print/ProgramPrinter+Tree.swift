import ZhibenDiagnostics
import ZhibenSyntax

// The typed program as trees, for `--emit ir`.

extension ProgramPrinter {
  /// Every expression of the program as a tree: a line for each node with its kind, type and place; a node without parts also as text.
  public static func printTrees(_ program: Program) -> String {
    let printer = ProgramPrinter(program)
    var lines: [String] = []
    func add(_ title: String, _ cores: [Core]) {
      lines.append(title)
      for core in cores { printer.tree(core, 1, program.sources, into: &lines) }
    }
    for scope in program.scopes { add("范围 \(scope.name)", [scope.condition]) }
    for partition in program.partitions {
      add("划分 \(partition.name)", [partition.domain] + partition.arms)
    }
    for rule in program.rules {
      let filter = [rule.evidence?.filter].compactMap { $0 }
      add("规则 \(rule.name)", rule.cores + filter)
    }
    for procedure in [program.main].compactMap({ $0 }) + program.functions {
      add("语句 \(procedure.name)", [])
      for step in procedure.body { printer.tree(step, 1, program.sources, into: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func tree(
    _ core: Core, _ depth: Int, _ sources: [SourceFile], into lines: inout [String]
  ) {
    let parts = core.parts
    var line = Self.indent(depth) + Self.kind(of: core.node) + detail(core.node)
    line += "  " + text(core.type)
    line += Self.place(core.origin, sources)
    if parts.isEmpty { line += "  " + text(core) }
    lines.append(line)
    for part in parts { tree(part, depth + 1, sources, into: &lines) }
  }

  /// What the node is about besides its parts.
  private func detail(_ node: Core.Node) -> String {
    switch node {
    case .field(_, let field): " " + schema[field].name
    case .compare(let operation, _, _): " " + operation.sign
    case .arithmetic(let operation, _, _): " " + Checker.sign(operation)
    case .builtin(let function, _): " " + function.rawValue
    case .aggregate(let aggregate): " " + name(aggregate.kind) + " " + text(aggregate.rows)
    case .query(let query):
      if case .rows(let rows, _) = query.source { " " + text(rows) } else { "" }
    case .inScope(let scope, _): " " + scopeName(scope)
    case .partition(let partition, _): " " + partitionName(partition)
    default: ""
    }
  }

  private func tree(
    _ step: Step, _ depth: Int, _ sources: [SourceFile], into lines: inout [String]
  ) {
    lines.append(Self.indent(depth) + Self.kind(of: step.node) + Self.place(step.origin, sources))
    for core in step.cores { tree(core, depth + 1, sources, into: &lines) }
    for inner in step.inner { tree(inner, depth + 1, sources, into: &lines) }
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  /// The name of a case: the one place where reflection is simpler than a table that has to be kept.
  private static func kind(of node: Any) -> String {
    Mirror(reflecting: node).children.first?.label ?? "\(node)"
  }

  private static func place(_ origin: Origin, _ sources: [SourceFile]) -> String {
    guard sources.indices.contains(origin.source) else { return "" }
    let place = SourcePosition(of: origin.span.start, in: sources[origin.source])
    return "  \(place.line):\(place.character)"
  }
}
