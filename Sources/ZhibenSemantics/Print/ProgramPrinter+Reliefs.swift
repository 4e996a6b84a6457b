extension ProgramPrinter {
  /// 激励 as text.
  func relief(_ relief: ReliefRule) -> [String] {
    var lines = subject(relief.subject)
    for effect in relief.effects {
      let measure =
        switch effect.measure {
        case .stepDown: "降一档"
        case .halved: "减半"
        }
      lines.append("  作用 \(effect.rule).\(effect.part == .cadence ? "频次" : "比例") \(measure)")
      if let field = effect.untouchedField {
        let values = effect.untouched.map { Self.text($0, schema) }
        lines.append("  不及于 \(schema[field].name) \(values.joined(separator: "、"))")
      }
    }
    if let floor = relief.floor { lines.append("  不少于 \(text(floor))") }
    if let share = relief.leastShare { lines.append("  不少于 \(share)") }
    if let veto = relief.veto { lines.append("  一票否决 \(text(veto))") }
    return lines
  }
}
