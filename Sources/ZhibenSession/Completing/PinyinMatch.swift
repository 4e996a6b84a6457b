import Zhiben

/// Whether a name begins as somebody typed: as it is written, or as it sounds, in full or by initials, mixed as one likes: `zgqx`, `zhenggai`,
/// `整改qx` → 整改期限.
package struct PinyinMatch {
  private let typed: [Character]
  private let head: [Unicode.Scalar]
  private let readings: (Character) -> [String]

  /// - Parameter readings: how a character sounds, the usual reading first.
  package init(_ typed: String, readings: @escaping (Character) -> [String]) {
    self.typed = Array(typed.lowercased())
    self.readings = readings
    head = self.typed.prefix(while: Pinyin.isHan).flatMap(\.unicodeScalars)
  }

  /// Whether a name may fit, told by the Chinese characters with which the typed text begins: they have to be there as written. Tells most of
  /// many thousand names apart without looking closer.
  func mayFit(_ name: String) -> Bool {
    var rest = name.unicodeScalars.makeIterator()
    for (place, wanted) in head.enumerated() {
      var scalar = rest.next()
      // Signs between the characters of a name are not typed.
      while place > 0, let found = scalar, found != wanted, !found.isLetterOrNumber {
        scalar = rest.next()
      }
      guard scalar == wanted else { return false }
    }
    return true
  }

  /// How well it fits, less being better: as written, then as it sounds in full, then by initials; nil if not at all.
  package func rank(of name: String) -> Int? {
    if typed.isEmpty { return 0 }
    let characters = Array(name.lowercased())
    if characters.starts(with: typed) { return 0 }
    return rank(0, characters[...])
  }

  private func rank(_ position: Int, _ rest: ArraySlice<Character>) -> Int? {
    // A name that was typed whole comes before one that goes on.
    guard position < typed.count else { return rest.isEmpty ? 1 : 2 }
    guard let first = rest.first else { return nil }
    let after = rest.dropFirst()
    var best: Int?
    func consider(_ length: Int, _ penalty: Int) {
      guard let found = rank(position + length, after) else { return }
      best = min(best ?? .max, found + penalty)
    }
    if typed[position] == first { consider(1, 0) }
    guard typed[position].isASCII, Pinyin.isHan(first) else {
      // Signs between the characters of a name are not typed.
      if best == nil, !first.isLetter, !first.isNumber, position > 0 { consider(0, 0) }
      return best
    }
    for reading in readings(first) {
      let sound = Array(reading)
      let shared = zip(sound, typed[position...]).prefix { $0 == $1 }.count
      guard shared > 0 else { continue }
      // The whole sound, or as much of it as was typed at the end.
      if shared == sound.count || position + shared == typed.count { consider(shared, 0) }
      if shared > 1 || sound.count > 1 { consider(1, 1) }
      if shared > 2, sound[1] == "h" { consider(2, 1) }
    }
    return best
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrNumber: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
