/// Words of a command line as the shell has to read them.
enum ShellText {
  /// The word for `sh`, in single quotes unless it is plain.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x7f || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar) || "/._-+:,@=".unicodeScalars.contains(scalar)
    }
    let isVisible = !word.unicodeScalars.contains { $0.properties.isWhitespace }
    if isPlain, isVisible, !word.isEmpty { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
