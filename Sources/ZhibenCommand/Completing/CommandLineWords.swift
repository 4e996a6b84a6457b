/// The finished words behind a command, told apart: options with their values, and what stands for itself.
struct CommandLineWords {
  let guide: Guide
  private(set) var operands: [String] = []
  /// All spellings of options that were given.
  private(set) var options: Set<String> = []
  /// Values by the English name of their option.
  private(set) var values: [String: String] = [:]
  /// What the option at the end waits for; nil if none does.
  private(set) var pending: Expected?
  /// Whether `--` has ended the options.
  private(set) var isLiteral = false

  init(_ guide: Guide, _ words: [String]) {
    self.guide = guide
    var waiting: Guide.Option?
    for word in words {
      if let option = waiting {
        values[option.name] = word
        waiting = nil
      } else if isLiteral || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        isLiteral = true
      } else {
        let name = word.prefix { $0 != "=" }
        guard let option = guide.options.first(where: { $0.names.contains(String(name)) }) else {
          continue
        }
        options.insert(String(name))
        if name.count < word.count {
          values[option.name] = String(word.dropFirst(name.count + 1))
        } else if option.expected != nil {
          waiting = option
        }
      }
    }
    pending = waiting?.expected
  }
}
