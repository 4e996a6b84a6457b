import Foundation
import Zhiben
import ZhibenSession

/// The files of a new plan, by name.
struct NewFiles {
  let plan: String
  let tests: String
  let ledger: String
  let store: String
  let cron: String
  let guide: String

  /// - Parameter name: the plan's, as part of a file's name.
  init(_ name: String, _ language: Language) {
    func file(_ zh: String, _ en: String) -> String { Wording(zh: zh, en: en)[language] }
    (plan, tests, store) = ("\(name).plan", "\(name).test.plan", "\(name).db")
    ledger = file("台账.xlsx", "ledgers.xlsx")
    cron = file("定时.cron", "nights.cron")
    guide = file("说明.md", "README.md")
  }

  /// The name as part of a file's name: no sign that a folder or a shell reads otherwise.
  static func stem(_ name: String) -> String {
    let kept = name.map { $0.isLetter || $0.isNumber || "-_.（）〔〕".contains($0) ? $0 : "-" }
    let stem = String(kept).trimmingCharacters(in: CharacterSet(charactersIn: "-."))
    return stem.isEmpty ? "plan" : stem
  }
}
