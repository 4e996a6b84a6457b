/// Walks bytes character by character; a byte that is not UTF-8 is a step of its own.
enum ByteCharacters {
  /// One step: a character, or `nil` for a stray byte, and the bytes it takes.
  struct Step {
    let character: Character?
    let bytes: Range<Int>
  }

  /// All steps of a range of bytes. The range should begin at a character's start.
  static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ body: (Step) -> Void) {
    var position = range.lowerBound
    while position < range.upperBound {
      var end = position
      while end < range.upperBound, let length = scalarLength(bytes, end, range.upperBound) {
        end += length
      }
      for character in String(decoding: bytes[position..<end], as: UTF8.self) {
        let next = position + character.utf8.count
        body(Step(character: character, bytes: position..<next))
        position = next
      }
      if end < range.upperBound {
        body(Step(character: nil, bytes: end..<end + 1))
        position = end + 1
      }
    }
  }

  /// The bytes of the scalar that begins at `index` and ends before `limit`, or `nil` where no valid one does.
  static func scalarLength(_ bytes: [UInt8], _ index: Int, _ limit: Int) -> Int? {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= limit, second.contains(bytes[index + 1]) else { return nil }
    let tail = bytes[(index + 2)..<(index + length)]
    return tail.allSatisfy { $0 & 0xC0 == 0x80 } ? length : nil
  }
}
