import ZhibenCalendar
import ZhibenSyntax

// Expressions, values and windows as text.

extension ProgramPrinter {
  /// A checked expression.
  public func text(_ core: Core) -> String {
    switch core.node {
    case .constant(let value): value.map { Self.text($0, schema) + unit(core) } ?? "未知"
    case .record(let frame): record(core, frame)
    case .field(let base, let ref): "\(text(base)).\(schema[ref].name)"
    case .and(let parts): "(\(parts.map(text).joined(separator: " 且 ")))"
    case .or(let parts): "(\(parts.map(text).joined(separator: " 或 ")))"
    case .not(let inner): "非 \(text(inner))"
    case .compare(let operation, let a, let b):
      "(\(text(a)) \(operation.sign) \(text(b)))"
    case .isIn(let inner, let values, let isOpen):
      "(\(text(inner)) 属于 {\(values.map(text).joined(separator: "、"))\(isOpen ? " 等" : "")})"
    case .contains(let list, let element): "(\(text(list)) 包含 \(text(element)))"
    case .isEmpty(let inner): "(\(text(inner)) 为空)"
    case .between(let a, let b, let c): "(\(text(a)) 介于 \(text(b)) 与 \(text(c)))"
    case .arithmetic(let operation, let a, let b):
      "(\(text(a)) \(Checker.sign(operation)) \(text(b)))"
    case .negate(let inner): "−\(text(inner))"
    case .daysBetween(let a, let b): "(\(text(a)) − \(text(b)))"
    case .shift(let day, let direction, let term):
      "(\(text(day)) \(direction == .before ? "前" : "后") \(term))"
    case .conditional(let a, let b, let c): "(若 \(text(a)) 则 \(text(b)) 否则 \(text(c)))"
    case .aggregate(let aggregate): text(aggregate)
    case .inScope(let index, let base): "\(text(base)) 在 \(scopeName(index))"
    case .partition(let index, let base): "\(text(base)).\(partitionName(index))"
    case .at(let inner, let day): "(\(text(inner)) 于 \(text(day)))"
    case .today: "今日"
    case .periodDay(let spec, let isLast): "\(text(spec))\(isLast ? "末日" : "首日")"
    case .builtin(let function, let parts):
      "\(function.rawValue)(\(parts.map(text).joined(separator: ", ")))"
    case .ever(let inner, let window): "(曾 \(text(inner))\(during(window)))"
    case .history(let inner, let window): "(历次 \(text(inner))\(during(window)))"
    default: procedureText(core)
    }
  }

  /// What stands only in procedures.
  private func procedureText(_ core: Core) -> String {
    func list(_ parts: [Core]) -> String { parts.map(text).joined(separator: "、") }
    switch core.node {
    case .variable(let slot): return "$\(slot)"
    case .call(let index, let arguments):
      return "\(functionName(index))(\(list(arguments)))"
    case .hostCall(let index, let arguments):
      return "\(hostFunctionName(index))(\(list(arguments)))"
    case .text(let parts): return "文本(\(list(parts)))"
    case .list(let parts): return "{\(list(parts))}"
    case .map(let parts), .structure(let parts): return "{\(list(parts))}：\(text(core.type))"
    case .member(let base, let index):
      if case .structure(let fields) = base.type, fields.indices.contains(index) {
        return "\(text(base)).\(fields[index].name)"
      }
      return "\(text(base)).#\(index)"
    case .element(let base, let key): return "\(text(base))(\(text(key)))"
    case .fold(let fold):
      let filter = fold.filter.map { " 其中 \(text($0))" } ?? ""
      let value = fold.value.map { "，\(text($0))" } ?? ""
      return "\(name(fold.kind))(\(text(fold.list))#$\(fold.slot)\(filter)\(value))"
    case .query(let query): return text(query)
    case .setOperation(let operation, let a, let b):
      let sign = [SetOperator.union: "并", .minus: "除", .both: "交"][operation] ?? ""
      return "(\(text(a)) \(sign) \(text(b)))"
    default: return "?"
    }
  }

  /// A question.
  public func text(_ query: Query) -> String {
    var parts: [String] = []
    switch query.source {
    case .rows(let rows, let window): parts.append(text(rows) + during(window))
    case .list(let list): parts.append(text(list))
    }
    switch query.binding {
    case .frame(let frame): parts[0] += "#\(frame)"
    case .variable(let slot): parts[0] += "#$\(slot)"
    }
    if let filter = query.filter { parts.append("其中 \(text(filter))") }
    if !query.sort.isEmpty {
      let terms = query.sort.map { text($0.value) + ($0.isDescending ? " 降序" : "") }
      parts.append("排序 \(terms.joined(separator: "、"))")
    }
    if let limit = query.limit { parts.append("前 \(limit)") }
    switch query.shape {
    case .rows: break
    case .values(let value): parts.append("取 \(text(value))")
    case .columns(let columns): parts.append("选取 \(text(columns))")
    case .groups(let keys, let aggregates):
      if !keys.isEmpty { parts.append("按 \(text(keys)) 分组") }
      let texts = aggregates.map { column in
        let filter = column.filter.map { " 其中 \(text($0))" } ?? ""
        let inside = [column.value.map(text), filter.isEmpty ? nil : filter].compactMap { $0 }
        return "\(column.name) = \(name(column.kind))(\(inside.joined()))"
      }
      parts.append("统计 \(texts.joined(separator: "、"))")
    }
    return "(\(parts.joined(separator: " ")))"
  }

  private func text(_ columns: [Query.Column]) -> String {
    columns.map { "\($0.name) = \(text($0.value))" }.joined(separator: "、")
  }

  private func during(_ window: Window?) -> String { window.map { " 于 \(text($0))" } ?? "" }

  private func record(_ core: Core, _ frame: Int) -> String {
    guard case .record(let register) = core.type else { return "#\(frame)" }
    return "\(schema[register].name)#\(frame)"
  }

  /// The unit of a constant with one.
  private func unit(_ core: Core) -> String {
    if case .number(let unit) = core.type { unit } else { "" }
  }

  func scopeName(_ index: Int) -> String {
    scopes.indices.contains(index) ? scopes[index].name : "范围\(index)"
  }

  private func functionName(_ index: Int) -> String {
    functions.indices.contains(index) ? functions[index].name : "函数\(index)"
  }

  private func hostFunctionName(_ index: Int) -> String {
    hostFunctions.indices.contains(index) ? hostFunctions[index].name : "外部函数\(index)"
  }

  func partitionName(_ index: Int) -> String {
    partitions.indices.contains(index) ? partitions[index].name : "划分\(index)"
  }

  // MARK: - Aggregates

  private func text(_ aggregate: Aggregate) -> String {
    var inside = "\(text(aggregate.rows))#\(aggregate.frame)"
    if let window = aggregate.window { inside += " 于 \(text(window))" }
    if let filter = aggregate.filter { inside += " 其中 \(text(filter))" }
    if let value = aggregate.value { inside += "，\(text(value))" }
    return "\(name(aggregate.kind))(\(inside))"
  }

  func name(_ kind: Aggregate.Kind) -> String {
    let names: [Aggregate.Kind: String] = [
      .exists: "有", .none: "无", .every: "皆", .count: "数量", .sum: "求和", .average: "平均",
      .maximum: "最大", .minimum: "最小", .share: "占比", .latest: "最近", .earliest: "首次",
      .distinct: "去重数",
    ]
    return names[kind] ?? ""
  }

  /// Where rows come from.
  public func text(_ rows: RowSource) -> String {
    switch rows {
    case .related(let field, let owner):
      "\(schema[field.register].name)[\(schema[field].name)=\(text(owner))]"
    case .all(let register): "全部 \(schema[register].name)"
    case .scope(let index): "全部 \(scopeName(index))"
    }
  }

  /// A span of days.
  public func text(_ window: Window) -> String {
    switch window {
    case .lookBack(let term): "近\(term)"
    case .before(let day, let term): "\(text(day)) 前\(term)"
    case .after(let day, let term): "\(text(day)) 后\(term)"
    case .period(let spec): text(spec)
    case .days(let first, let last): "\(text(first)) 至 \(text(last))"
    case .targetPeriod: "目标期间"
    }
  }

  private func text(_ spec: PeriodSpec) -> String {
    switch spec {
    case .fixed(let range): range.description
    case .relative(let offset, let unit):
      offset == 0
        ? "本\(unit.chinese)" : "本\(unit.chinese)\(offset > 0 ? "+" : "−")\(offset.magnitude)"
    case .part(let year, let unit, let number):
      "当年\(year == 0 ? "" : "\(year > 0 ? "+" : "−")\(year.magnitude)")第\(number)\(unit.chinese)"
    case .samePeriodLastYear: "上年同期"
    }
  }

  // MARK: - Values and types

  /// A value as it would be written.
  static func text(_ value: Value, _ schema: Schema) -> String {
    switch value {
    case .bool(let truth): truth ? "是" : "否"
    case .number(let number): number.description
    case .text(let text): "\"\(text)\""
    case .date(let date): date.description
    case .moment(let minutes): "第\(minutes)分"
    case .term(let term): term.description
    case .enumeration(let list, let position):
      schema[list].values.indices.contains(position)
        ? schema[list].values[position] : "\(schema[list].name)[\(position)]"
    case .record(let register, let row): "\(schema[register].name)[\(row)]"
    case .list(let elements):
      "{\(elements.map { text($0, schema) }.joined(separator: "、"))}"
    case .map(let entries):
      "{\(entries.map { "\(text($0, schema))：\(text($1, schema))" }.joined(separator: "，"))}"
    case .structure(let values):
      "{\(values.map { $0.map { text($0, schema) } ?? "未知" }.joined(separator: "，"))}"
    case .cadence(let cadence): ProgramPrinter(schema: schema).text(cadence)
    case .period(let range): range.description
    case .unknown: "未知"
    }
  }

  /// A type.
  public func text(_ type: ValueType) -> String {
    switch type {
    case .bool: "是否"
    case .number(let unit): unit.isEmpty ? "数" : "数（\(unit)）"
    case .text: "文本"
    case .date: "日期"
    case .moment: "时刻"
    case .term: "时长"
    case .enumeration(let list): schema[list].name
    case .record(let register): "→\(schema[register].name)"
    case .list(let element): "\(text(element)) 多值"
    case .map(let key, let value): "映射（\(text(key))，\(text(value))）"
    case .structure(let fields):
      "{\(fields.map { "\($0.name)：\(text($0.type))" }.joined(separator: "，"))}"
    case .cadence: "频次"
    case .period: "期间"
    }
  }
}
