import Zhiben

/// What a check-up says of one thing.
struct Finding {
  enum State: String {
    /// Nothing to do.
    case good
    /// It works, but somebody should know.
    case notice
    /// Something will not work.
    case problem

    var words: Wording {
      switch self {
      case .good: Wording(zh: "正常", en: "good")
      case .notice: Wording(zh: "留意", en: "notice")
      case .problem: Wording(zh: "问题", en: "problem")
      }
    }
  }

  /// A stable name for programs.
  let id: String
  let subject: Wording
  let state: State
  let what: Wording
  /// What to do about it; nil if nothing need be done.
  var remedy: Wording?
}
