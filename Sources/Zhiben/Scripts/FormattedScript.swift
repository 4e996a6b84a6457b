import ZhibenDiagnostics
import ZhibenSyntax

/// A script as it should stand.
public struct FormattedScript: Sendable {
  /// The script as it stands.
  public let source: SourceFile
  /// The canonical text; that of the source if it has errors.
  public let text: String
  /// Whether the two differ.
  public let changed: Bool
  /// Why nothing was changed, or what of the source was mended on the way.
  public let diagnostics: Diagnostics
}

extension Script {
  /// The script at `path` in canonical layout, with `language` in that language's keywords. Nothing is written. Names need not be known,
  /// so used scripts are not looked for.
  /// - Throws: the file cannot be read (E0711).
  public static func format(contentsOf path: String, in language: ScriptLanguage? = nil)
    throws(Diagnostics) -> FormattedScript
  {
    format(try ScriptFile.read(path).get(), in: language)
  }

  /// The same of a script that is no file.
  /// - Parameters:
  ///   - source: the script.
  ///   - language: that of the keywords; nil leaves them.
  public static func format(_ source: SourceFile, in language: ScriptLanguage? = nil)
    -> FormattedScript
  {
    let result =
      language.map { ScriptTranslator.translate(source, to: $0) } ?? ScriptFormatter.format(source)
    return FormattedScript(
      source: source, text: result.text, changed: result.changed || source.fileEncoding != nil,
      diagnostics: Diagnostics(result.issues, in: source))
  }
}
