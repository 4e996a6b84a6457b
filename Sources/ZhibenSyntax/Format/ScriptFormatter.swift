/// Writes a script in the one canonical layout (experience D13).
///
/// Two blanks per level, one item a line, at most one empty line between items, `键：值`, one blank around operators, 、 in lists, nothing
/// aligned; full-width `，：；（）“”` in Chinese scripts and half-width ones in English scripts, half-width digits in both. A list in braces that
/// the author put on one line stays there as long as it fits. Comments stay where they were, prose of literate files keeps every byte.
/// Formatting a formatted script changes nothing.
public enum ScriptFormatter {
  /// The canonical text of a script.
  ///
  /// A script with syntax errors is returned as it was, with its issues. The new text is parsed again before it is returned: should it not mean
  /// the same (a fault of the formatter), the old text is returned with an issue of the kind `meaningChanged`.
  public static func format(_ source: SourceFile) -> FormatResult {
    Rewriting.rewrite(source, to: nil)
  }
}
