/// What can stand at a place of a command line.
enum Expected: Equatable {
  /// Something that cannot be listed.
  case nothing
  /// A script.
  case script
  /// Any file.
  case file
  case folder
  /// One of a few words, each with all its spellings, English first.
  case words([[String]])
  /// A command.
  case command
  /// The code of a message.
  case code
  /// A rule, or a register, of the script that the line names.
  case rule, register
}

extension Guide.Option {
  /// What stands behind it: what was written down, else what its placeholder says; nil for a switch.
  var expected: Expected? {
    if let takes { return takes }
    switch value.en {
    case "": return nil
    case "FILE": return .file
    case "DIR": return .folder
    case "SCRIPT": return .script
    case let text where text.contains("|"):
      return .words(text.split(separator: "|").map { [String($0)] })
    default: return .nothing
    }
  }
}

extension Guide {
  /// What stands at a place behind the command, counted from 0.
  func expected(at place: Int) -> Expected {
    place < operands.count ? operands[place] : operands.last ?? .nothing
  }
}
