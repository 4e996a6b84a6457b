/// The ids of the rows of a list of measures: a capital letter, a hyphen, a number (`Y-12`).
enum RowID {
  /// All ids in a text, with the offset of the first byte of each. What stands in a longer word is none.
  static func all(in text: String) -> [(id: String, offset: Int)] {
    let bytes = Array(text.utf8)
    func isPart(_ offset: Int) -> Bool {
      guard bytes.indices.contains(offset) else { return false }
      let byte = bytes[offset]
      return byte == 0x2D || byte == 0x5F || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte
        || 0x61...0x7A ~= byte
    }
    var found: [(id: String, offset: Int)] = []
    var offset = 0
    while offset + 2 < bytes.count {
      let start = offset
      offset += 1
      guard 0x41...0x5A ~= bytes[start], bytes[start + 1] == 0x2D, !isPart(start - 1) else {
        continue
      }
      var end = start + 2
      while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
      guard 1...4 ~= end - start - 2, !isPart(end) else { continue }
      found.append((String(decoding: bytes[start..<end], as: UTF8.self), start))
      offset = end
    }
    return found
  }

  /// By letter, then by number.
  static func order(_ id: String) -> (String, Int) {
    (String(id.prefix(1)), Int(id.dropFirst(2)) ?? 0)
  }
}
