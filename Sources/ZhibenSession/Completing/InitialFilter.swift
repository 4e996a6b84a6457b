import Zhiben

/// Tells most of many thousand names apart from those that may sound as somebody typed, without looking closer: each character has to begin with a
/// typed letter, and the next one stands behind its initial or its whole sound.
struct InitialFilter {
  /// By letter and figure, where it was typed: a bit for each place.
  private var places = [UInt64](repeating: 0, count: InitialTable.signs)
  private let count: Int

  /// Nil unless the text is a few letters and figures.
  init?(_ typed: String) {
    count = typed.utf8.count
    guard (1..<60).contains(count) else { return nil }
    for (place, byte) in typed.lowercased().utf8.enumerated() {
      guard let sign = InitialTable.sign(byte) else { return nil }
      places[sign] |= 1 << UInt64(place)
    }
  }

  /// Whether a name may fit.
  /// - Parameter initials: how characters begin, and how long they sound.
  func mayFit(_ name: String, _ initials: inout InitialTable) -> Bool {
    var starts: UInt64 = 1
    for scalar in name.unicodeScalars {
      let sound = initials.sound(of: scalar)
      // A sign is typed or not.
      if sound.letters == 0 {
        if starts == 1 { return true }
        continue
      }
      let reached = starts & mask(sound.letters)
      if reached == 0 { return false }
      // At the end so much of a sound as was typed.
      if reached >> UInt64(max(0, count - sound.longest)) != 0 { return true }
      starts = sound.steps(reached)
    }
    return false
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

/// How characters begin when they are spoken, and how long they are, each looked up once; figures stand for themselves.
struct InitialTable: Sendable {
  /// How many letters and figures there are.
  static let signs = 36

  struct Sound: Sendable {
    /// The first letters of its readings, as bits; none for what is neither letter nor figure.
    var letters: UInt64 = 0
    /// How many letters may be typed for it, as bits: the initial, zh and the like, a whole sound.
    var lengths: UInt64 = 0
    /// The most of them.
    var longest = 0

    /// The places behind it.
    func steps(_ places: UInt64) -> UInt64 {
      var (all, left): (UInt64, UInt64) = (0, lengths)
      while left != 0 {
        all |= places << UInt64(left.trailingZeroBitCount)
        left &= left - 1
      }
      return all
    }

    mutating func add(_ reading: String) {
      let letters = Array(reading.lowercased().utf8)
      guard let first = letters.first, let sign = InitialTable.sign(first), letters.count < 60
      else { return }
      self.letters |= 1 << UInt64(sign)
      lengths |= 1 << 1 | 1 << UInt64(letters.count)
      if letters.dropFirst().first == 0x68 { lengths |= 1 << 2 }
      longest = max(longest, letters.count)
    }
  }

  private var table = [Sound?](repeating: nil, count: 0x1_0000)

  /// The number of a small letter or a figure.
  static func sign(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  mutating func sound(of scalar: Unicode.Scalar) -> Sound {
    let index = Int(scalar.value)
    guard index < table.count else { return Self.look(scalar) }
    if let known = table[index] { return known }
    let sound = Self.look(scalar)
    table[index] = sound
    return sound
  }

  private static func look(_ scalar: Unicode.Scalar) -> Sound {
    let character = Character(scalar)
    let readings = Pinyin.isHan(character) ? Pinyin.readings(of: character) : ["\(character)"]
    return readings.reduce(into: Sound()) { $0.add($1) }
  }
}
