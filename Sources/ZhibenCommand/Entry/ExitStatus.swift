import Zhiben
import ZhibenSession

/// How the program ends: part of the contract with scripts and cron.
enum ExitStatus: Int32, CaseIterable {
  /// It ran; also when something is overdue.
  case success = 0
  /// The script has errors, or the run failed.
  case failure = 1
  /// With `--detailed-exitcode`: something is due or changed.
  case changed = 2
  /// With `--detailed-exitcode`: something new is overdue or escalated.
  case alarm = 3
  /// Wrong usage.
  case usage = 64
  /// Data that cannot be taken.
  case data = 65
  /// A file that must be there is not.
  case missingInput = 66
  /// A file cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another run holds the store.
  case locked = 75
  /// A secret that others can read.
  case permission = 77
  /// A setting that makes no sense.
  case configuration = 78

  /// The status for what a command could not do: the code of its first error decides.
  init(_ diagnostics: Diagnostics) {
    guard let error = diagnostics.ordered.first(where: { $0.severity == .error }) else {
      self = .failure
      return
    }
    if case .file = error.primary {
      self = .failure
    } else {
      self = Self.byCode[error.code] ?? .failure
    }
  }

  /// The status for what came of an input or of a script.
  init(_ reply: Conversation.Reply) {
    switch reply {
    case .done, .leave, .watch: self = .success
    case .failed(let error):
      self = (error as? Diagnostics).map { ExitStatus($0) } ?? .usage
    }
  }

  private static let byCode: [DiagnosticCode: ExitStatus] = [
    "E0601": .data, "E0613": .data, "E0623": .data, "E0625": .data, "E0626": .data, "E0627": .data,
    "E0701": .missingInput, "E0702": .data, "E0703": .data, "E0704": .missingInput,
    "E0705": .inputOutput, "E0706": .locked, "E0710": .inputOutput, "E0711": .missingInput,
    "E0713": .locked, "E0714": .cannotCreate, "E0303": .data, "E0730": .cannotCreate,
    "E0731": .missingInput, "E0740": .configuration, "E0741": .configuration,
    "E0742": .permission,
  ]
}
