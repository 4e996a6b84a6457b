extension Diagnostic {
  /// Puts the names beside the carets as a question and adds a fix for each. Does nothing for no names.
  public mutating func suggest(_ names: [String]) {
    guard !names.isEmpty else { return }
    label = Wording(
      zh: "你是否想写" + names.map { "「\($0)」" }.joined(separator: "或") + "？",
      en: "did you mean " + names.map { "“\($0)”" }.joined(separator: " or ") + "?")
    if case .file(_, let span) = primary { fixes += names.map { Fix(span, $0) } }
  }

  /// The diagnostic with the candidates that come close to what was typed, if any does.
  public func suggesting(for typed: String, among candidates: [String]) -> Diagnostic {
    var result = self
    result.suggest(Suggestions.closest(to: typed, among: candidates))
    return result
  }
}

extension Wording {
  /// The sentence with the names that may be meant: `没有登记「企页」；你是否想看 企业？`.
  /// - Parameters:
  ///   - verb: what one would do with them, in Chinese: 看, 问, 写.
  ///   - otherwise: what is said where no name comes close.
  public func offering(_ names: [String], to verb: String, otherwise: Wording = "") -> Wording {
    guard !names.isEmpty else { return Wording(zh: zh + otherwise.zh, en: en + otherwise.en) }
    return Wording(
      zh: "\(zh)；你是否想\(verb) \(names.joined(separator: "、"))？",
      en: "\(en); did you mean \(names.joined(separator: ", "))?")
  }

  /// Names to choose from, at most eight, those near to what was typed first, then those of the same script: `甲、乙、丙 等 12 个`.
  public static func choices(_ names: [String], near typed: String = "") -> Wording {
    let close = typed.isEmpty ? [] : Suggestions.closest(to: typed, among: names)
    let rest = names.filter { !close.contains($0) }
    let isLatin = typed.utf8.allSatisfy { $0 < 0x80 }
    func isLike(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } == isLatin }
    let ordered =
      close + (typed.isEmpty ? rest : rest.filter(isLike) + rest.filter { !isLike($0) })
    let shown = list(Array(ordered.prefix(8)))
    guard ordered.count > 8 else { return shown }
    return Wording(
      zh: "\(shown.zh) 等 \(ordered.count) 个", en: "\(shown.en), … (\(ordered.count) in all)")
  }
}
