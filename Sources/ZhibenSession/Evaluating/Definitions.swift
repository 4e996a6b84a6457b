import Zhiben
import ZhibenSyntax

import struct Zhiben.Script

/// Where the names of a script are declared, as it was written.
struct Definitions {
  /// A declaration, or a field of one.
  struct Found {
    var source: SourceFile
    var keyword: Keyword
    /// Of a field, that of its register.
    var owner: String?
    var span: Span

    /// `洋口镇.plan.md:41`
    var place: String { "\(source.name):\(source.line(at: span.start))" }
    var text: String { source.text(span) }
  }

  let script: Script

  /// Everything of that name, what was declared last first.
  func named(_ name: String) -> [Found] {
    var found: [Found] = []
    for source in script.program.sources {
      for declaration in Parser.parse(source).script.declarations {
        if declaration.name?.text == name, declaration.keyword != .use {
          found.append(
            Found(source: source, keyword: declaration.keyword, span: declaration.span))
        }
        guard case .register(let body) = declaration.body else { continue }
        for field in body.fields where field.name.text == name || field.alias?.text == name {
          found.append(
            Found(
              source: source, keyword: declaration.keyword, owner: declaration.name?.text,
              span: field.span))
        }
      }
    }
    return found.reversed()
  }
}
