/// The name of an element without its prefix: its first sixteen bytes, which tell all names that matter apart.
struct XMLName: Hashable {
  private let packed: UInt128

  /// Packs a name as the parser gives it.
  /// - Parameter prefix: the length of the prefix with its colon.
  init(_ name: UnsafePointer<CChar>, skipping prefix: Int) {
    var (packed, index): (UInt128, Int) = (0, prefix)
    while index < prefix + 16, name[index] != 0 {
      packed = packed << 8 | UInt128(UInt8(bitPattern: name[index]))
      index += 1
    }
    self.packed = packed
  }

  init(_ name: StaticString) {
    packed = name.withUTF8Buffer { $0.prefix(16).reduce(0) { $0 << 8 | UInt128($1) } }
  }
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of an attribute as it stands in the parser's memory. A prefix of the name does not matter.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var next = list else { return nil }
    while let key = next[0], let value = next[1] {
      if Self.isNamed(key, name) { return value }
      next += 2
    }
    return nil
  }

  /// The value of an attribute.
  func text(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// The value of an attribute that is a whole number below a thousand million.
  func number(_ name: StaticString) -> Int? {
    guard var digit = bytes(name), digit.pointee != 0 else { return nil }
    var value = 0
    while digit.pointee != 0 {
      guard (0x30...0x39).contains(digit.pointee), value < 100_000_000 else { return nil }
      value = value * 10 + Int(digit.pointee - 0x30)
      digit += 1
    }
    return value
  }

  /// Whether an attribute says yes.
  func flag(_ name: StaticString) -> Bool {
    guard let value = bytes(name) else { return false }
    return value.pointee == CChar(bitPattern: UInt8(ascii: "1"))
      || value.pointee == CChar(bitPattern: UInt8(ascii: "t"))
  }

  private static func isNamed(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    var start = key
    var index = 0
    while key[index] != 0 {
      if UInt8(bitPattern: key[index]) == UInt8(ascii: ":") { start = key + index + 1 }
      index += 1
    }
    let count = name.utf8CodeUnitCount
    guard key + index - start == count else { return false }
    return name.withUTF8Buffer { expected in
      expected.indices.allSatisfy { UInt8(bitPattern: start[$0]) == expected[$0] }
    }
  }
}
