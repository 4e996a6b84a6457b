/// A sentence in both languages with placeholders `{name}`. Every other brace is a brace.
public struct Template: Sendable {
  /// The sentence as written.
  public let wording: Wording

  /// Makes a template.
  public init(zh: String, en: String) { wording = Wording(zh: zh, en: en) }

  /// The names of the placeholders of the Chinese form, in order, each once.
  public var placeholders: [String] { placeholders(in: .zh) }

  /// The names of the placeholders of one form, in order, each once.
  public func placeholders(in language: Language) -> [String] {
    var names: [String] = []
    for case .placeholder(let name) in Self.parts(of: wording[language])
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// The sentence with its values; a value that is missing or empty shows as `…`.
  public func filled(with arguments: [String: Wording], in language: Language) -> String {
    var text = ""
    for part in Self.parts(of: wording[language]) {
      switch part {
      case .text(let plain): text += plain
      case .placeholder(let name):
        let value = arguments[name]?[language] ?? ""
        text += value.isEmpty ? "…" : value
      }
    }
    return text
  }

  private enum Part {
    case text(String)
    case placeholder(String)
  }

  private static func parts(of sentence: String) -> [Part] {
    var parts: [Part] = []
    var text = ""
    var rest = Substring(sentence)
    while let character = rest.first {
      if character == "{", let end = rest.firstIndex(of: "}") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        if !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) {
          parts.append(.text(text))
          parts.append(.placeholder(String(name)))
          text = ""
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      text.append(character)
      rest = rest.dropFirst()
    }
    parts.append(.text(text))
    return parts
  }
}
