/// What somebody typed to be told about a message: a code, more or less exactly, or words of the sentence.
public enum CodeQuery {
  /// The codes that fit: the one of that name or number (`E0302`, `e302`, `0302`); else those whose sentence holds the words.
  public static func codes(matching typed: String) -> [DiagnosticCode] {
    let plain = typed.uppercased().filter { $0.isLetter || $0.isNumber }
    let all = Catalogue.all.map(\.code)
    if let exact = all.first(where: { $0.rawValue == plain }) { return [exact] }
    if let number = number(in: plain), let found = all.first(where: { $0.number == number }) {
      return [found]
    }
    guard typed.count > 1 else { return [] }
    return Catalogue.all.filter { entry in
      Language.allCases.contains { language in
        entry.message.wording[language].lowercased().contains(typed.lowercased())
      }
    }.map(\.code)
  }

  /// The codes that may be meant by what fits none, at most `limit`: of a number its neighbours, else those that look alike.
  public static func nearest(to typed: String, limit: Int = 3) -> [DiagnosticCode] {
    let codes = Catalogue.all.map(\.code)
    let plain = typed.uppercased()
    guard let number = number(in: plain) else {
      return Suggestions.closest(to: plain, among: codes.map(\.rawValue), limit: limit)
        .map { DiagnosticCode(rawValue: $0) }
    }
    let near = codes.sorted { abs($0.number - number) < abs($1.number - number) }
    return near.prefix(limit).sorted { $0.number < $1.number }
  }

  /// The number of `E0302`, `302` or `0302`.
  private static func number(in text: String) -> Int? {
    let digits = "EWN".contains(text.first ?? " ") ? text.dropFirst() : text[...]
    return digits.count <= 4 ? Int(digits) : nil
  }
}

extension DiagnosticCode {
  /// The digits: no two codes share them.
  fileprivate var number: Int { Int(rawValue.dropFirst()) ?? 0 }
}
