/// The bytes of one region of a source as the lexer reads them: scalar by scalar, with full-width forms folded on demand.
///
/// Offsets are those of the file. Reading outside the region gives `CodeText.none`, never a trap.
struct CodeText {
  /// What stands outside the region.
  static let none: UInt32 = 0xFFFF_FFFF
  /// What a byte that is not UTF-8 reads as.
  static let invalid: UInt32 = 0xFFFF_FFFE

  let bytes: [UInt8]
  let start: Int
  let end: Int

  init(_ bytes: [UInt8], _ region: Span) {
    self.bytes = bytes
    start = min(max(region.start, 0), bytes.count)
    end = min(max(region.end, start), bytes.count)
  }

  /// The byte at `offset`, 0 outside the region.
  func byte(_ offset: Int) -> UInt8 {
    offset >= start && offset < end ? bytes[offset] : 0
  }

  /// The scalar at `offset` as it stands, and the offset after it.
  func raw(_ offset: Int) -> (value: UInt32, next: Int) {
    guard offset >= start, offset < end else { return (CodeText.none, offset) }
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), offset + 1) }
    let length: Int
    var value: UInt32
    let least: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return (CodeText.invalid, offset + 1)
    }
    guard offset + length <= end else { return (CodeText.invalid, offset + 1) }
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return (CodeText.invalid, offset + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
      return (CodeText.invalid, offset + 1)
    }
    return (value, offset + length)
  }

  /// The scalar at `offset` with full-width letters, digits and signs folded to ASCII.
  func scalar(_ offset: Int) -> (value: UInt32, next: Int) {
    let (value, next) = raw(offset)
    return (0xFF01...0xFF5E ~= value ? value - 0xFEE0 : value, next)
  }

  /// The folded scalar that ends at `offset`.
  func before(_ offset: Int) -> UInt32 {
    var index = offset - 1
    var steps = 0
    while index > start, steps < 3, byte(index) & 0xC0 == 0x80 {
      index -= 1
      steps += 1
    }
    let (value, next) = scalar(index)
    return next == offset ? value : CodeText.none
  }

  /// The offset after `pattern` if it stands at `offset`; ASCII in the pattern also matches its full-width form.
  func match(_ pattern: String, _ offset: Int) -> Int? {
    guard offset >= start else { return nil }
    var pattern = pattern
    return pattern.withUTF8 { expected in
      var position = offset
      for expected in expected {
        guard position < end else { return nil }
        if bytes[position] == expected {
          position += 1
        } else if expected < 0x80, bytes[position] == 0xEF {
          let (value, next) = scalar(position)
          guard value == UInt32(expected) else { return nil }
          position = next
        } else {
          return nil
        }
      }
      return position
    }
  }

  /// The first of `patterns` that stands at `offset`, with the offset after it.
  func match(any patterns: [String], _ offset: Int) -> Int? {
    for pattern in patterns {
      if let next = match(pattern, offset) { return next }
    }
    return nil
  }

  /// The text of a range with widths folded.
  func folded(_ from: Int, _ to: Int) -> String {
    guard from >= start, to <= end, from < to else { return "" }
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      var offset = from
      while offset < to, bytes[offset] != 0xEF { offset += 1 }
      return offset == to
    }
    if isPlain { return String(decoding: bytes[from..<to], as: UTF8.self) }
    var result = String.UnicodeScalarView()
    var position = from
    while position < to {
      let (value, next) = scalar(position)
      result.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      position = next
    }
    return String(result)
  }

  /// The text of a range as it stands; invalid bytes become U+FFFD.
  func plain(_ from: Int, _ to: Int) -> String {
    guard from >= start, to <= end, from < to else { return "" }
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }
}
