import Zhiben
import ZhibenSession

extension WordChoice {
  /// The choice that somebody typed; nil if nothing was.
  static func read(_ text: String?, option: String) throws(UsageProblem) -> Self? {
    guard let text else { return nil }
    if let found = named(text) { return found }
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
