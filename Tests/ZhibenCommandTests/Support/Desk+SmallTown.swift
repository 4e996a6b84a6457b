import Foundation
import SmallTown

extension Desk {
  /// A desk with the plan and an imported store: `小镇.plan`, `小镇.db`.
  static func withSmallTown() throws -> Desk {
    let desk = try Desk()
    try desk.write("小镇.plan", SmallTown.plan)
    try desk.write("企业.csv", SmallTown.enterprises)
    try desk.write("自查.csv", SmallTown.checks)
    try desk.write("隐患.csv", SmallTown.hazards)
    let answer = try desk.zhiben(
      "import", "企业.csv", "自查.csv", "隐患.csv", "--store", "小镇.db", "--script", "小镇.plan",
      "--strict")
    guard answer.status == 0 else { throw Failure(answer: answer) }
    return desk
  }

  struct Failure: Error { var answer: Answer }

  /// Runs a command on the small town as of 15 April 2025.
  @discardableResult
  func town(_ command: String, _ arguments: String...) throws -> Answer {
    try run("zhiben", [command, "小镇.plan"] + SmallTown.there + arguments)
  }
}
