import ZhibenDiagnostics
import ZhibenSyntax

// Cases in words: `人数 = 300、高危 = 是`.

extension Constraints {
  /// So many values tell a case; the rest is left out.
  private static let told = 4

  /// A case of the box in words; empty for the box of all cases.
  func witness(_ region: Region) -> Wording {
    let all = region.sides.compactMap { words(variables[$0.variable], $0.set) }
    let shown = all.prefix(Self.told)
    return Wording(
      zh: shown.map(\.zh).joined(separator: "、") + (all.count > shown.count ? " 等" : ""),
      en: shown.map(\.en).joined(separator: ", ") + (all.count > shown.count ? ", …" : ""))
  }

  /// A value of the variable in words; nil where it tells nothing.
  private func words(_ variable: Variable, _ set: ValueSet) -> Wording? {
    if set == variable.domain { return nil }
    let name = name(variable.core)
    guard let sample = scale.sample(set, variable.core.type) else {
      return Wording(zh: "\(name) 空白", en: "\(name) is blank")
    }
    // That it is filled in goes without saying where nothing more is asked of it.
    if set == variable.domain.known { return nil }
    let holds = sample == Rational(1)
    switch variable.kind {
    case .value:
      let text = scale.text(sample, variable.core.type, schema)
      return Wording(zh: "\(name) \(text.zh)", en: "\(name) \(text.en)")
    case .condition:
      return holds
        ? Wording(zh: "「\(name)」成立", en: "“\(name)” holds")
        : Wording(zh: "「\(name)」不成立", en: "“\(name)” does not hold")
    case .order(let a, let b):
      let sign = sample < Rational(0) ? "<" : sample == Rational(0) ? "=" : ">"
      return Wording("\(self.name(a)) \(sign) \(self.name(b))")
    case .sameness(let a, let b):
      return Wording("\(self.name(a)) \(holds ? "≠" : "=") \(self.name(b))")
    case .element(let list, let value):
      let word = ProgramPrinter.text(value, schema)
      return Wording(
        zh: "\(self.name(list)) \(holds ? "" : "不")包含 \(word)",
        en: "\(self.name(list)) \(holds ? "contains" : "does not contain") \(word)")
    case .emptiness:
      return Wording(
        zh: "\(name) \(holds ? "为空" : "不为空")", en: "\(name) is \(holds ? "" : "not ")empty")
    }
  }

  /// How a script calls it: the path from the subject, else the text that stands in the script.
  private func name(_ core: Core) -> String {
    switch core.node {
    case .field(let base, let ref):
      if case .record = base.node { return schema[ref].name }
      return "\(name(base)).\(schema[ref].name)"
    case .partition(let index, let base) where program.partitions.indices.contains(index):
      let name = program.partitions[index].name
      if case .record = base.node { return name }
      return "\(self.name(base)).\(name)"
    case .today: return "今日"
    case .constant(let value?): return ProgramPrinter.text(value, schema)
    default: return program.text(core.origin)
    }
  }
}

extension Program {
  /// The text of a place on one line, as written.
  func text(_ origin: Origin) -> String {
    guard sources.indices.contains(origin.source) else { return "" }
    let words = sources[origin.source].text(origin.span).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
