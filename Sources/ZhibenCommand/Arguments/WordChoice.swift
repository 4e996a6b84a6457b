import Zhiben

/// A choice between a few words, each with an English and a Chinese name.
protocol WordChoice: CaseIterable, RawRepresentable where RawValue == String {
  /// The Chinese name.
  var chinese: String { get }
}

extension WordChoice {
  /// The choice that somebody typed; nil if nothing was.
  static func read(_ text: String?, option: String) throws(UsageProblem) -> Self? {
    guard let text else { return nil }
    if let found = allCases.first(where: { $0.rawValue == text || $0.chinese == text }) {
      return found
    }
    let all = Array(allCases)
    throw UsageProblem(
      Wording(
        zh: "\(option) 没有「\(text)」，可以写："
          + all.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、"),
        en: "\(option): \(text) is none of " + all.map(\.rawValue).joined(separator: ", ")))
  }
}

/// How a plan or an explanation is written.
enum ReportFormat: String, WordChoice {
  case text, json

  var chinese: String { self == .text ? "文本" : "数据" }
}
