import Zhiben
import ZhibenSyntax

/// The declarations that were typed in a session, in the texts in which they stand. A later one of the same name takes the place of an earlier.
struct SessionDeclarations {
  private struct Text {
    var source: SourceFile
    var declared: [Declaration]
  }
  private var texts: [Text] = []

  var isEmpty: Bool { texts.isEmpty }

  /// The texts as the compiler is to read them.
  var sources: [SourceFile] { texts.map(\.source) }

  /// All that hold.
  var all: [Declaration] { texts.flatMap(\.declared) }

  /// The names of those that may be typed again: what has a name and is no plan.
  var names: [String] { texts.flatMap(\.declared).compactMap(\.name?.text) }

  /// Takes the declarations of a text; its statements are blank in it already.
  mutating func add(_ declarations: [Declaration], in source: SourceFile) {
    let names = Set(declarations.compactMap(\.name?.text))
    for index in texts.indices {
      let gone = texts[index].declared.filter { declaration in
        guard let name = declaration.name?.text, declaration.keyword != .use else { return false }
        return names.contains(name)
      }
      guard !gone.isEmpty else { continue }
      texts[index].source = texts[index].source.blanking(gone.map(\.span))
      texts[index].declared.removeAll { declaration in
        gone.contains { $0.span == declaration.span }
      }
    }
    texts.removeAll { $0.declared.isEmpty }
    texts.append(Text(source: source, declared: declarations))
  }
}
