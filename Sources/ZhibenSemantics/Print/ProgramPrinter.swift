import ZhibenCalendar
import ZhibenSyntax

/// The typed program as text, for `--emit types` and goldens: every name resolved, every reading settled. Stable: the same program prints the
/// same bytes.
///
/// Records are written by register and frame: `企业#0` is the subject, `隐患#1` the row of the first collection inside it.
public struct ProgramPrinter {
  let schema: Schema
  var scopes: [ScopeDefinition] = []
  var partitions: [PartitionDefinition] = []
  var functions: [Procedure] = []
  var hostFunctions: [HostFunction] = []

  /// Makes a printer for the expressions of a program.
  public init(_ program: Program) {
    schema = program.schema
    scopes = program.scopes
    partitions = program.partitions
    functions = program.functions
    hostFunctions = program.hostFunctions
  }

  init(schema: Schema) { self.schema = schema }

  /// The whole program.
  public static func print(_ program: Program) -> String {
    let printer = ProgramPrinter(program)
    var lines = printer.header(program.plan)
    lines += program.schema.registers.indices
      .filter { !program.schema.registers[$0].isReadOnly }
      .flatMap { printer.register(RegisterID($0)) }
    lines += program.schema.recordedLists.map(printer.list)
    lines += program.parameters.map(printer.parameter)
    lines += program.scopes.map {
      "范围 \($0.name) 于 \(program.schema[$0.register].name) = \(printer.text($0.condition))"
    }
    lines += program.partitions.flatMap(printer.partition)
    lines += program.rules.flatMap(printer.rule)
    lines += program.functions.flatMap { printer.procedure("函数", $0) }
    lines += [program.main].compactMap { $0 }.flatMap { printer.procedure("语句", $0) }
    lines += program.tests.flatMap { printer.procedure("测试", $0.procedure) }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Declarations

  private func header(_ plan: PlanHeader) -> [String] {
    var lines = ["计划 \(plan.name)", "  期间 \(plan.period)", "  日历 \(plan.calendar.rawValue)"]
    if !plan.documentNumber.isEmpty { lines.append("  文号 \(plan.documentNumber)") }
    if !plan.jurisdictions.isEmpty {
      lines.append("  辖区 \(plan.jurisdictions.joined(separator: "、"))")
    }
    return lines + plan.readings.map { "  口径 \($0.name) = \($0.text)" }
  }

  private func register(_ id: RegisterID) -> [String] {
    let register = schema[id]
    var head = "登记 \(register.name) \(register.table)"
    if !register.isComplete { head += " 不齐全" }
    if register.isConfidential { head += " 保密" }
    return [head]
      + register.fields.enumerated().map { index, field in
        var line = "  \(field.name) \(field.column)：\(text(ValueType(field)))"
        if case .integer = field.type { line += " 整数" }
        if field.isKey { line += " 标识" }
        if field.isRequired, !field.isKey { line += " 必填" }
        if register.dateField == index { line += " 日期" }
        if field.isConfidential { line += " 保密" }
        if let value = field.defaultValue { line += " 默认 \(Self.text(value, schema))" }
        return line
      }
  }

  private func list(_ list: EnumSchema) -> String {
    let values = zip(list.values, list.synonyms).map { name, synonyms in
      synonyms.isEmpty ? name : "\(name)（\(synonyms.joined(separator: "、"))）"
    }
    let separator = list.isOrdered ? " < " : "、"
    return "取值 \(list.name) { \(values.joined(separator: separator))\(list.isOpen ? " 等" : "") }"
  }

  private func parameter(_ parameter: ParameterDefinition) -> String {
    let value = parameter.cadence.map { text($0) } ?? Self.text(parameter.value, schema)
    let type = parameter.type.map { text($0) } ?? "频次"
    return "参数 \(parameter.name)：\(type) = \(value)\(parameter.isUnstated ? " 文件未规定" : "")"
      + citations(parameter.citations)
  }

  private func partition(_ partition: PartitionDefinition) -> [String] {
    let labels = schema[partition.classes].values
    return [
      "划分 \(partition.name) 于 \(schema[partition.register].name) 其中 \(text(partition.domain))"
    ] + zip(labels, partition.arms).map { "  \($0)：\(text($1))" }
  }

  func citations(_ citations: [String]) -> String {
    citations.isEmpty ? "" : " 依据 " + citations.map { "\"\($0)\"" }.joined(separator: "、")
  }
}
