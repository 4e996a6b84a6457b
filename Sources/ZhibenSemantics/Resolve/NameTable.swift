/// What names stand for. Looks up by bytes, as names are compared everywhere: `String`'s own hash normalises Chinese text first, which costs
/// several times the look-up.
struct NameTable<Value> {
  private struct Key: Hashable {
    let text: String

    static func == (a: Key, b: Key) -> Bool { a.text == b.text }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var values: [Key: Value] = [:]

  init() {}

  /// The first of several values under one name stays.
  init(_ pairs: [(String, Value)]) {
    values = Dictionary(pairs.map { (Key(text: $0.0), $0.1) }) { first, _ in first }
  }

  /// What a name stands for.
  subscript(name: String) -> Value? {
    get { values[Key(text: name)] }
    set { values[Key(text: name)] = newValue }
  }

  /// All names, in no order.
  var names: [String] { values.keys.map(\.text) }

  /// The names of what fits, sorted.
  func names(where fits: (Value) -> Bool) -> [String] {
    values.filter { fits($0.value) }.map(\.key.text).sorted()
  }
}

extension NameTable: Sendable where Value: Sendable {}
