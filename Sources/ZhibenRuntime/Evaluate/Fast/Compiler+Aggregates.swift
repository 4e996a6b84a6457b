import ZhibenFacts
import ZhibenSemantics

extension Compiler {
  func aggregate(_ aggregate: Aggregate, _ type: ValueType) -> Node {
    let core = Core(.aggregate(aggregate), type, Origin(source: 0, span: .init(0, 0)))
    let isSelfContained = !core.mentionsFrame(below: aggregate.frame)
    if aggregate.value?.isBoxed ?? false || layout != nil && aggregate.isMetered {
      return countedAggregate(aggregate, core.isBoxed ? .value : Node.Shape(type))
    }
    let value = withFrame(aggregate.frame) { aggregate.value.map(node) }
    return AggregateNode(
      Node.Shape(type), aggregate.kind, scan(aggregate), value: value,
      order: CellOrder(aggregate.value?.type ?? type, interner),
      isComplete: snapshot.schema[aggregate.rows.register(scopes: program.scopes)].isComplete,
      keeps: isSelfContained && !core.variesByCall && !program.dependsOnTarget(core))
  }

  private func countedAggregate(_ aggregate: Aggregate, _ shape: Node.Shape) -> Node {
    let register = aggregate.rows.register(scopes: program.scopes)
    var source = aggregate
    source.filter = nil
    let scan = scan(source)
    return withFrame(aggregate.frame) {
      CountedAggregateNode(
        shape, aggregate, register, scan, filtered: self.scan(aggregate),
        filter: aggregate.filter.map(node),
        value: aggregate.value.map(boxed), mayLackRows: !snapshot.schema[register].isComplete)
    }
  }

  /// The rows of an aggregate.
  func scan(_ aggregate: Aggregate) -> RowScan {
    let register = aggregate.rows.register(scopes: program.scopes)
    let source: RowScan.Source =
      switch aggregate.rows {
      case .related(let link, let owner): .related(owner: node(owner), index(link))
      case .all: .all
      case .scope(let scope): .scope(self.scope(scope))
      }
    let window = aggregate.window.map { DayWindow(kind($0), calendar) }
    return withFrame(aggregate.frame) {
      RowScan(
        source, rowCount: snapshot[register].count,
        date: snapshot.schema[register].dateField.map { reader(FieldRef(register, $0)) },
        gone: snapshot[register].goneFrom, window: window, filter: aggregate.filter.map(node),
        frame: aggregate.frame, live: live)
    }
  }

  func kind(_ window: Window) -> DayWindow.Kind {
    switch window {
    case .lookBack(let term): .lookBack(term)
    case .before(let anchor, let term): .before(node(anchor), term)
    case .after(let anchor, let term): .after(node(anchor), term)
    case .period(let spec): .period(spec)
    case .days(let first, let last): .days(node(first), node(last))
    case .targetPeriod: .targetPeriod
    }
  }
}
