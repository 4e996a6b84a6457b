import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Writes a checked expression so that a person can read it in a failure report.
struct CorePrinter {
  var schema: Schema

  func text(_ core: Core) -> String {
    switch core.node {
    case .constant(let value): value.map(text) ?? "未知"
    case .record(let frame): "记录\(frame)"
    case .field(let base, let field): "\(text(base)).\(schema[field].name)"
    case .and(let parts): "(" + parts.map(text).joined(separator: " 且 ") + ")"
    case .or(let parts): "(" + parts.map(text).joined(separator: " 或 ") + ")"
    case .not(let part): "非 \(text(part))"
    case .compare(let operation, let left, let right):
      "(\(text(left)) \(sign(operation)) \(text(right)))"
    case .isIn(let element, let items, let isOpen):
      "(\(text(element)) 属于 {\(items.map(text).joined(separator: "、"))\(isOpen ? " 等" : "")})"
    case .contains(let whole, let part): "(\(text(whole)) 包含 \(text(part)))"
    case .isEmpty(let part): "(\(text(part)) 为空)"
    case .between(let part, let lower, let upper):
      "(\(text(part)) 介于 \(text(lower)) 与 \(text(upper)))"
    case .arithmetic(let operation, let left, let right):
      "(\(text(left)) \(operation.rawValue) \(text(right)))"
    case .negate(let part): "-\(text(part))"
    case .daysBetween(let left, let right): "(\(text(left)) 日减 \(text(right)))"
    case .shift(let part, let direction, let term):
      "(\(text(part)) \(direction == .before ? "前" : "后")\(term))"
    case .conditional(let condition, let then, let otherwise):
      "(若 \(text(condition)) 则 \(text(then)) 否则 \(text(otherwise)))"
    case .aggregate(let aggregate): text(aggregate)
    case .inScope(let scope, let part): "(\(text(part)) 在 范围\(scope))"
    case .partition(let partition, let part): "划分\(partition)(\(text(part)))"
    case .at(let part, let day): "(\(text(part)) 于 \(text(day)))"
    case .today: "今日"
    case .periodDay(let spec, let last): "\(spec)的\(last ? "末日" : "首日")"
    case .builtin(let function, let arguments):
      "\(function.rawValue)(\(arguments.map(text).joined(separator: ", ")))"
    }
  }

  func text(_ aggregate: Aggregate) -> String {
    let rows =
      switch aggregate.rows {
      case .related(let link, let owner):
        "\(schema[link.register].name) 经 \(schema[link].name) of \(text(owner))"
      case .all(let register): "全部 \(schema[register].name)"
      case .scope(let scope): "范围\(scope)"
      }
    var parts = ["\(rows) as 记录\(aggregate.frame)"]
    if let window = aggregate.window { parts.append("于 \(text(window))") }
    if let filter = aggregate.filter { parts.append("其中 \(text(filter))") }
    if let value = aggregate.value { parts.append("取 \(text(value))") }
    return "\(aggregate.kind.rawValue)(\(parts.joined(separator: " ")))"
  }

  private func text(_ window: Window) -> String {
    switch window {
    case .lookBack(let term): "近\(term)"
    case .before(let anchor, let term): "\(text(anchor)) 前\(term)"
    case .after(let anchor, let term): "\(text(anchor)) 后\(term)"
    case .period(let spec): "\(spec)"
    case .days(let first, let last): "\(text(first)) 至 \(text(last))"
    case .targetPeriod: "目标期间"
    }
  }

  func text(_ value: Value) -> String {
    switch value {
    case .bool(let flag): flag ? "是" : "否"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .date(let date): "\(date)"
    case .moment(let minute): "\(minute)分"
    case .term(let term): "\(term)"
    case .enumeration(let list, let position):
      schema.enumerations[list.index].values.indices.contains(position)
        ? schema.enumerations[list.index].values[position] : "值\(position)"
    case .record(let register, let row): "\(schema[register].name)#\(row)"
    case .list(let values): "{\(values.map(text).joined(separator: "、"))}"
    }
  }

  private func sign(_ operation: ComparisonOperator) -> String {
    switch operation {
    case .equal: "="
    case .notEqual: "≠"
    case .less: "<"
    case .lessOrEqual: "≤"
    case .greater: ">"
    case .greaterOrEqual: "≥"
    case .isIn, .notIn, .contains, .notContains: operation.rawValue
    }
  }
}
