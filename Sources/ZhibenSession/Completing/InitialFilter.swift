import Zhiben

/// Tells most of many thousand names apart from those that may sound as somebody typed, without looking closer: each character has to begin with a
/// typed letter that stands at most one sound behind the letter of the character before it.
struct InitialFilter {
  /// The longest sound, as in zhuang.
  private static let longest = 6

  /// By letter and figure, where it was typed: a bit for each place.
  private var places = [UInt64](repeating: 0, count: InitialTable.signs)
  /// The places from which one sound reaches the end.
  private var ends: UInt64 = 0

  /// Nil unless the text is a few letters and figures.
  init?(_ typed: String) {
    guard typed.utf8.count < 60, !typed.isEmpty else { return nil }
    for (place, byte) in typed.lowercased().utf8.enumerated() {
      guard let sign = InitialTable.sign(byte) else { return nil }
      places[sign] |= 1 << UInt64(place)
    }
    for place in max(0, typed.utf8.count - Self.longest)..<typed.utf8.count {
      ends |= 1 << UInt64(place)
    }
  }

  /// Whether a name may fit.
  /// - Parameter initials: the letters with which a character begins, as bits.
  func mayFit(_ name: String, _ initials: inout InitialTable) -> Bool {
    var reached: UInt64 = 0
    var isFirst = true
    for scalar in name.unicodeScalars {
      let letters = initials.letters(of: scalar)
      // A sign is typed or not.
      if letters == 0 {
        if isFirst { return true }
        continue
      }
      let next = isFirst ? 1 : spread(reached)
      reached = next & mask(letters)
      if reached == 0 { return false }
      if reached & ends != 0 { return true }
      isFirst = false
    }
    return false
  }

  private func spread(_ places: UInt64) -> UInt64 {
    var all: UInt64 = 0
    for distance in 1...Self.longest { all |= places << UInt64(distance) }
    return all
  }

  private func mask(_ letters: UInt64) -> UInt64 {
    var (all, left): (UInt64, UInt64) = (0, letters)
    while left != 0 {
      all |= places[left.trailingZeroBitCount]
      left &= left - 1
    }
    return all
  }
}

/// The letters with which characters begin when they are spoken, as bits, each looked up once; figures stand for themselves.
struct InitialTable: Sendable {
  /// How many letters and figures there are.
  static let signs = 36
  private static let unknown = UInt64.max
  private var table = [UInt64](repeating: unknown, count: 0x1_0000)

  /// The number of a small letter or a figure.
  static func sign(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  /// No bits for what is neither letter nor figure.
  mutating func letters(of scalar: Unicode.Scalar) -> UInt64 {
    let index = Int(scalar.value)
    guard index < table.count else { return Self.look(scalar) }
    if table[index] == Self.unknown { table[index] = Self.look(scalar) }
    return table[index]
  }

  private static func look(_ scalar: Unicode.Scalar) -> UInt64 {
    let character = Character(scalar)
    let sounds = Pinyin.isHan(character) ? Pinyin.readings(of: character) : ["\(character)"]
    return sounds.reduce(into: 0) { letters, sound in
      if let sign = sound.lowercased().utf8.first.flatMap(sign) { letters |= 1 << UInt64(sign) }
    }
  }
}
