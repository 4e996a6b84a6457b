import ZhibenDiagnostics
import ZhibenSyntax

// Collections and lists: a list's elements as rows, rows as a list.

extension Checker {
  /// The elements of a list as rows with a variable of their own; nil if it is no list, or outside of procedures.
  func elements(of core: Core, _ context: Context) -> Rows? {
    guard case .list(let element) = core.type, let procedure = context.procedure else {
      return nil
    }
    let name = element.record.map { schema[$0].name } ?? "它"
    let slot = procedure.add(name, element, at: core.origin)
    return Rows(source: .list(core), row: Frame(element, .variable(slot)), origin: core.origin)
  }

  /// A collection as a list.
  func closed(_ rows: Rows) -> Core {
    let type = ValueType.list(rows.value?.type ?? rows.row.type)
    if case .list(let list) = rows.source, rows.filters.isEmpty, rows.sort.isEmpty,
      rows.limit == nil, rows.value == nil
    {
      return list
    }
    return closed(rows, rows.value.map { .values($0) } ?? .rows, type)
  }

  /// A collection as a list of that shape.
  func closed(_ rows: Rows, _ shape: Query.Shape, _ type: ValueType) -> Core {
    let source: QuerySource =
      switch rows.source {
      case .records(let source): .rows(source, rows.window)
      case .list(let list): .list(list)
      }
    let binding: RowBinding =
      switch rows.row.node {
      case .variable(let slot): .variable(slot)
      case .record(let frame): .frame(frame)
      default: .frame(0)
      }
    let filter = rows.filters.isEmpty ? nil : Core.all(rows.filters, rows.origin)
    let query = Query(
      source: source, binding: binding, filter: filter, sort: rows.sort, limit: rows.limit,
      shape: shape)
    return Core(.query(query), type, rows.origin)
  }

  /// 并 除 交 of two lists.
  func joined(
    _ operation: SetOperator, _ first: Rows, _ second: Rows, _ origin: Origin, _ context: Context
  ) -> Core? {
    let (left, right) = (closed(first), closed(second))
    guard let other = converted(right, to: left.type) else {
      reporter.report(
        "E0426", at: origin, ["left": typeName(left.type), "right": typeName(right.type)])
      return nil
    }
    return Core(.setOperation(operation, left, other), left.type, origin)
  }
}
