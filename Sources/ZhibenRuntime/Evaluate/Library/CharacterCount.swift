extension String {
  /// How many characters it has, if it holds only scalars of which each is one: letters of ASCII, Chinese characters, their punctuation. Nil if it has to
  /// be looked at more closely. Calls `goesOn` now and then and gives up with 0 when told so.
  func plainCharacterCount(_ goesOn: () -> Bool) -> Int? {
    var count: Int?
    _ = utf8.withContiguousStorageIfAvailable { bytes in
      count = Self.plainCharacters(in: bytes, goesOn)
    }
    return count
  }

  private static func plainCharacters(
    in bytes: UnsafeBufferPointer<UInt8>, _ goesOn: () -> Bool
  ) -> Int? {
    var (count, index, pause) = (0, 0, 65_536)
    while index < bytes.count {
      if index >= pause {
        pause += 65_536
        if !goesOn() { return 0 }
      }
      let first = bytes[index]
      if first < 0x80 {
        // A carriage return is one character with the line feed behind it.
        if first == 0x0D { return nil }
        index += 1
      } else {
        guard first >= 0xE2, first < 0xF0, index + 2 < bytes.count else { return nil }
        let scalar =
          UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
          | UInt32(bytes[index + 2] & 0x3F)
        guard isPlain(scalar) else { return nil }
        index += 3
      }
      count += 1
    }
    return count
  }

  /// Of three bytes, and never joined with what stands beside it (Unicode's GCB = Other).
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA,
      0xFF01...0xFF5E, 0x2010...0x2027:
      true
    default: false
    }
  }
}
