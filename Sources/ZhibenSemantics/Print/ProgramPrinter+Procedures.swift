// Procedures as text: one statement a line.

extension ProgramPrinter {
  /// A function, the statements at the top, or a test.
  func procedure(_ word: String, _ procedure: Procedure) -> [String] {
    var head = word
    if !procedure.name.isEmpty { head += " \(procedure.name)" }
    let slots = procedure.slots.enumerated().map { "$\($0) \($1.name)：\(text($1.type))" }
    if procedure.parameterCount > 0 {
      head += "(\(slots.prefix(procedure.parameterCount).joined(separator: "，")))"
    }
    if let result = procedure.result { head += "：\(text(result))" }
    let others = slots.dropFirst(procedure.parameterCount)
    let variables = others.isEmpty ? [] : ["  " + others.joined(separator: "，")]
    return [head] + variables + lines(procedure.body, "  ")
  }

  private func lines(_ steps: [Step], _ indent: String) -> [String] {
    steps.flatMap { lines($0, indent) }
  }

  private func lines(_ step: Step, _ indent: String) -> [String] {
    let deeper = indent + "  "
    switch step.node {
    case .set(let slot, let value): return [indent + "$\(slot) := \(text(value))"]
    case .setPart(let slot, let path, let value):
      let parts = path.map { part in
        switch part {
        case .element(let key): "(\(text(key)))"
        case .member(let index): ".#\(index)"
        }
      }
      return [indent + "$\(slot)\(parts.joined()) := \(text(value))"]
    case .branch(let branches, let otherwise):
      let taken = branches.enumerated().flatMap { index, branch in
        [indent + (index == 0 ? "" : "否则 ") + "若 \(text(branch.condition))"]
          + lines(branch.body, deeper)
      }
      return taken + (otherwise.isEmpty ? [] : [indent + "否则"] + lines(otherwise, deeper))
    case .forEach(let slot, let list, let body):
      return [indent + "对 每个 $\(slot) 于 \(text(list))"] + lines(body, deeper)
    case .loop(let condition, let body):
      return [indent + "循环 \(text(condition))"] + lines(body, deeper)
    case .breakLoop: return [indent + "跳出"]
    case .continueLoop: return [indent + "继续"]
    case .giveBack(let value): return [indent + "返回" + (value.map { " \(text($0))" } ?? "")]
    case .show(let values):
      return [indent + "显示 \(values.map { text($0.value) }.joined(separator: "，"))"]
    case .insert(let register, let values):
      return [indent + "记入 \(schema[register].name) \(self.values(values, of: register))"]
    case .update(let target, let values):
      let register = target.type.record
      return [
        indent + "修改 \(text(target)) \(register.map { self.values(values, of: $0) } ?? "{}")"
      ]
    case .delete(let target): return [indent + "注销 \(text(target))"]
    case .assert(let condition, let message):
      return [indent + "断言 \(text(condition))" + (message.map { "，\(text($0))" } ?? "")]
    case .asOf(let day): return [indent + "截至 \(text(day))"]
    case .expect(.holds(let condition)): return [indent + "预期 \(text(condition))"]
    case .expect(.isEmpty(let value)): return [indent + "预期 \(text(value)) 为空"]
    case .expect(.yields(let value, let expected)):
      return [indent + "预期 \(text(value)) 为 {\(expected.map(text).joined(separator: "、"))}"]
    case .suppose(let changes, let body):
      return [indent + "假设"] + changes.flatMap { lines($0, deeper) } + lines(body, deeper)
    case .project(let day, let body):
      return [indent + "推演 直至 \(text(day))"] + lines(body, deeper)
    case .perform(let call): return [indent + text(call)]
    }
  }

  private func lines(_ change: Step.Supposed, _ indent: String) -> [String] {
    switch change {
    case .parameter(let index, let value): [indent + "参数\(index) = \(text(value))"]
    case .cadence(let rule, let cadence): [indent + "规则\(rule).频次 = \(text(cadence))"]
    case .change(let step): lines(step, indent)
    }
  }

  private func values(_ values: [Step.FieldValue], of register: RegisterID) -> String {
    let parts = values.map { value in
      "\(schema[FieldRef(register, value.field)].name)：\(text(value.value))"
    }
    return "{\(parts.joined(separator: "，"))}"
  }
}
