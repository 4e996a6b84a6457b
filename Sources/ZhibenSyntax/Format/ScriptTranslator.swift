/// Rewrites a script in the keywords of the other language (grammar 6, 24 to 28).
///
/// Keywords, literals with their units of time, and the width of signs change, the five forms whose order differs between the languages are
/// turned round, and the result is formatted. Names, counted units, texts, 「」, comments and prose stay; the code in `{ }` of a text is
/// translated. Translating there and back gives the canonical spelling of the script, and changes nothing the second time.
public enum ScriptTranslator {
  /// The script in the keywords of `language`; refused as by `ScriptFormatter`.
  public static func translate(_ source: SourceFile, to language: ScriptLanguage) -> FormatResult {
    Rewriting.rewrite(source, to: language)
  }
}
