import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Values that are put together: lists, maps, structures, texts and periods. Only in procedures.

extension Checker {
  /// `{A、B}`, `{名称：甲厂}`, `{"甲"：1}`, `a 至 b`
  func composed(_ expression: Expression, _ context: Context, _ wanted: Wanted) -> Core? {
    let origin = context.origin(expression.span)
    switch expression.kind {
    case .set(let elements, let isOpen):
      return list(elements, isOpen: isOpen, origin, context, wanted)
    case .entries(let entries):
      return entries.isEmpty
        ? list([], isOpen: false, origin, context, wanted)
        : record(entries, origin, context, wanted)
    case .through:
      guard case .days(let first, let last)? = window(expression, context) else { return nil }
      return Core(.builtin(.makePeriod, [first, last]), .period, origin)
    default: return nil
    }
  }

  // MARK: - Lists

  private func list(
    _ elements: [Expression], isOpen: Bool, _ origin: Origin, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    guard !elements.isEmpty else { return empty(origin, wanted) }
    guard !isOpen else {
      reporter.report("E0445", at: origin)
      return nil
    }
    var type: ValueType?
    if case .list(let element)? = wanted.type { type = element }
    var cores: [Core] = []
    for element in elements {
      guard let read = value(element, context, .type(type)) else { continue }
      guard let core = type.map({ converted(read, to: $0) }) ?? read else {
        reporter.report(
          "E0446", at: read.origin,
          ["left": typeName(type), "right": typeName(read.type)])
        continue
      }
      // A unit that only a later element has is the unit of all.
      if case .number(unit: "")? = type { type = core.type } else { type = type ?? core.type }
      cores.append(core)
    }
    guard cores.count == elements.count, let type else { return nil }
    return Core(.list(cores), .list(type), origin)
  }

  /// `{}` has the type that its place asks for.
  private func empty(_ origin: Origin, _ wanted: Wanted) -> Core? {
    switch wanted.type {
    case .list?: return Core(.list([]), wanted.type ?? .text, origin)
    case .map?: return Core(.map([]), wanted.type ?? .text, origin)
    default:
      reporter.report("E0444", at: origin)
      return nil
    }
  }

  // MARK: - Structures and maps

  private func record(
    _ entries: [Entry], _ origin: Origin, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    var fields: [(Name, Expression)] = []
    var pairs: [(Expression, Expression)] = []
    for entry in entries {
      switch entry.key {
      case .field(let name): fields.append((name, entry.value))
      case .value(let key): pairs.append((key, entry.value))
      }
    }
    guard fields.isEmpty || pairs.isEmpty else {
      reporter.report("E0447", at: origin)
      return nil
    }
    // A map whose keys are values of an enum is written with bare words, too.
    if case .map(let key, let value)? = wanted.type, pairs.isEmpty {
      return map(
        fields.map { (Expression(.name($0.0), $0.0.span), $0.1) }, key, value, origin, context)
    }
    if pairs.isEmpty { return structure(fields, origin, context, wanted) }
    var types: (ValueType?, ValueType?) = (nil, nil)
    if case .map(let key, let value)? = wanted.type { types = (key, value) }
    return map(pairs, types.0, types.1, origin, context)
  }

  private func map(
    _ pairs: [(Expression, Expression)], _ key: ValueType?, _ value: ValueType?,
    _ origin: Origin, _ context: Context
  ) -> Core? {
    var (key, element) = (key, value)
    var parts: [Core] = []
    func read(_ expression: Expression, _ type: inout ValueType?) -> Core? {
      guard let read = self.value(expression, context, .type(type)) else { return nil }
      guard let core = type.map({ converted(read, to: $0) }) ?? read else {
        reporter.report(
          "E0446", at: read.origin, ["left": typeName(type), "right": typeName(read.type)])
        return nil
      }
      if case .number(unit: "")? = type { type = core.type } else { type = type ?? core.type }
      return core
    }
    for pair in pairs {
      guard let first = read(pair.0, &key), let second = read(pair.1, &element) else { continue }
      parts += [first, second]
    }
    guard parts.count == 2 * pairs.count, let key, let element else { return nil }
    return Core(.map(parts), .map(key, element), origin)
  }

  private func structure(
    _ fields: [(Name, Expression)], _ origin: Origin, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    var wantedFields: [StructureField] = []
    if case .structure(let fields)? = wanted.type { wantedFields = fields }
    var seen: [String: Span] = [:]
    var columns: [(StructureField, Core)] = []
    var isSound = true
    for (name, expression) in fields {
      if let first = seen[name.text] {
        reportTwice(name, first, context)
        isSound = false
        continue
      }
      seen[name.text] = name.span
      let type = wantedFields.first { $0.name == name.text }?.type
      guard let read = value(expression, context, .type(type)) else {
        isSound = false
        continue
      }
      let core = type.flatMap { converted(read, to: $0) } ?? read
      columns.append((StructureField(name.text, type ?? core.type), core))
    }
    guard isSound else { return nil }
    // The order of the fields is the order of the type.
    if Set(wantedFields.map(\.name)) == Set(columns.map(\.0.name)) {
      columns = wantedFields.compactMap { field in columns.first { $0.0.name == field.name } }
    }
    return Core(.structure(columns.map(\.1)), .structure(columns.map(\.0)), origin)
  }

  func reportTwice(_ name: Name, _ first: Span, _ context: Context) {
    reporter.report(
      "E0307", at: context.origin(name.span), ["name": Wording(name.text)],
      secondary: [(context.origin(first), Wording(zh: "先写在这里", en: "written here first"))])
  }

  // MARK: - Texts

  /// A text with interpolations; a collection in it is a list.
  func interpolated(_ parts: [StringPart], _ origin: Origin, _ context: Context) -> Core? {
    var cores: [Core] = []
    var isSound = true
    for part in parts {
      switch part {
      case .text(let text):
        if !text.isEmpty { cores.append(Core(.constant(.text(text)), .text, origin)) }
      case .interpolation(let expression):
        guard let core = value(expression, context) else {
          isSound = false
          continue
        }
        cores.append(core)
      }
    }
    guard isSound else { return nil }
    return Core(.text(cores), .text, origin)
  }

  // MARK: - Periods and cadences

  /// A period as a value.
  func period(_ literal: PeriodLiteral, _ origin: Origin) -> Core? {
    guard let spec = periodSpec(literal, origin) else { return nil }
    if case .fixed(let range) = spec {
      return Core(.constant(.period(range)), .period, origin)
    }
    let ends = [edge(spec, isLast: false, origin), edge(spec, isLast: true, origin)]
    return Core(.builtin(.makePeriod, ends), .period, origin)
  }

  /// `近3年` as a value: the days up to the judged one.
  func lookBack(_ duration: DurationLiteral, _ origin: Origin) -> Core {
    let today = Core(.today, .date, origin)
    let before = Core(.shift(today, .before, term(duration)), .date, origin)
    let day = Core(.constant(.number(Rational(1))), .number(unit: "日"), origin)
    let first = Core(.builtin(.addDays, [before, day]), .date, origin)
    return Core(.builtin(.makePeriod, [first, today]), .period, origin)
  }

  /// The first or last day of a period.
  func end(of period: Core, _ which: Builtin) -> Core {
    if case .constant(.period(let range)?) = period.node {
      let day = which == .firstDay ? range.first : range.last
      return Core(.constant(.date(day)), .date, period.origin)
    }
    if case .builtin(.makePeriod, let ends) = period.node, ends.count == 2 {
      return which == .firstDay ? ends[0] : ends[1]
    }
    return Core(.builtin(which, [period]), .date, period.origin)
  }

  /// Whether a date lies in a period that is a value.
  func within(_ date: Core, _ period: Core, _ origin: Origin) -> Core {
    Core(
      .between(date, end(of: period, .firstDay), end(of: period, .lastDay)), .bool, origin)
  }

  // MARK: - 曾 历次

  /// `曾 X`, `曾 X 于 W`
  func ever(_ inner: Expression, _ origin: Origin, _ context: Context) -> Core? {
    guard case .during(let base, let span) = inner.kind else {
      return condition(inner, context).map { Core(.ever($0, nil), .bool, origin) }
    }
    guard let condition = condition(base, context), let window = window(span, context) else {
      return nil
    }
    return Core(.ever(condition, window), .bool, origin)
  }

  /// `历次 等级`, `历次 等级 于 2024年`: of a field, which keeps its earlier values.
  func history(
    _ field: Expression, _ span: Expression?, _ origin: Origin, _ context: Context
  ) -> Core? {
    guard let core = value(field, context) else { return nil }
    switch core.node {
    case .field, .partition: break
    default:
      reporter.report(
        "E0451", at: core.origin,
        ["text": Wording(reporter.text(core.origin)), "found": typeName(core.type)])
      return nil
    }
    guard let span else { return Core(.history(core, nil), .list(core.type), origin) }
    return window(span, context).map { Core(.history(core, $0), .list(core.type), origin) }
  }
}
