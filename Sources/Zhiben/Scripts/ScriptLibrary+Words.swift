import ZhibenSemantics
import ZhibenSyntax

extension ScriptLibrary {
  /// Words that tell nobody anything about a plan: those of the language's functions and of the register that comes with the program.
  public var publicWords: Set<String> {
    var words: Set<String> = ["中国", "标准台账"]
    for function in Library.functions { words.formUnion([function.names.zh, function.names.en]) }
    if let standard = source(named: "标准台账", besideScriptIn: nil) {
      words.formUnion(Lexer.lex(standard).tokens.filter { $0.kind == .word }.map(\.text))
    }
    return words
  }
}
