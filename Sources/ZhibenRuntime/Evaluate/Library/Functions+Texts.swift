import ZhibenSemantics
import ZhibenSyntax

extension Functions {
  func text(_ function: Builtin, _ text: String, _ rest: [Value]) -> Value? {
    guard meter?.read(bytes: text.utf8.count) ?? true else { return nil }
    if rest.isEmpty { return self.text(function, text) }
    if case .slice = function { return slice(text, rest) }
    guard case .text(let other) = rest[0] else { return nil }
    switch function {
    case .split: return split(text, at: other)
    case .replace:
      guard rest.count == 2, case .text(let new) = rest[1] else { return nil }
      return replaced(text, other, with: new)
    case .hasPrefix: return .bool(text.utf8.starts(with: other.utf8))
    case .hasSuffix: return .bool(text.utf8.reversed().starts(with: other.utf8.reversed()))
    default: return nil
    }
  }

  private func text(_ function: Builtin, _ text: String) -> Value? {
    switch function {
    case .length:
      return characterCount(of: text).map { .number(Rational($0)) }
    case .toText: return .text(text)
    case .toNumber: return Rational(written: text).map { .number($0) }
    // Both may be longer than what they come from: a letter becomes at most three.
    case .uppercase:
      return room(for: text.utf8.count).flatMap { _ in make(text: text.uppercased()) }
    case .lowercase:
      return room(for: text.utf8.count).flatMap { _ in make(text: text.lowercased()) }
    case .trim:
      let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
      let tail = text[start...]
      let end = tail.lastIndex { !$0.isWhitespace }.map { tail.index(after: $0) } ?? start
      return Meter.make(bytes: Meter.size(text: text.utf8.distance(from: start, to: end)), meter)
        ? .text(String(text[start..<end])) : nil
    default: return nil
    }
  }

  /// Counts characters, looking at the clock now and then; nil if the run has to stop.
  private func characterCount(of text: String) -> Int? {
    if let count = text.plainCharacterCount({ meter?.poll() ?? true }) {
      return meter?.stop == nil ? count : nil
    }
    guard text.utf8.count >= 4096, let meter else { return text.count }
    var count = 0
    for _ in text {
      count += 1
      if count & 4095 == 0, !meter.poll() { return nil }
    }
    return count
  }

  /// Whether something of that size may be made beside what is counted.
  private func room(for bytes: Int) -> Void? {
    guard let meter else { return bytes <= 16 << 20 ? () : nil }
    return bytes <= meter.budget.bytes - meter.bytesMade ? () : nil
  }

  private func split(_ text: String, at separator: String) -> Value? {
    guard separator.isEmpty else {
      let pieces = pieces(of: text, at: separator)
      let bytes = Meter.size(list: pieces.count) + 16 * pieces.count + text.utf8.count
      guard Meter.make(bytes: bytes, meter) else { return nil }
      return .list(pieces.map { .text(String($0)) })
    }
    guard let count = characterCount(of: text),
      Meter.make(bytes: Meter.size(list: count) + 16 * count + text.utf8.count, meter)
    else { return nil }
    var elements: [Value] = []
    elements.reserveCapacity(count)
    for character in text {
      elements.append(.text(String(character)))
      if elements.count & 4095 == 0, meter?.poll() == false { return nil }
    }
    return .list(elements)
  }

  /// The parts between the separators, byte by byte, so that a part of a character is never taken for one: UTF-8 does not begin inside itself.
  private func pieces(of text: String, at separator: String) -> [Substring] {
    var (text, separator) = (text, separator)
    let starts = separator.withUTF8 { mark in text.withUTF8 { Self.places(of: mark, in: $0) } }
    var pieces: [Substring] = []
    pieces.reserveCapacity(starts.count + 1)
    var end = text.startIndex
    for start in starts {
      let here = text.utf8.index(text.startIndex, offsetBy: start)
      pieces.append(text[end..<here])
      end = text.utf8.index(here, offsetBy: separator.utf8.count)
    }
    pieces.append(text[end...])
    return pieces
  }

  /// Where the mark begins, one behind the other.
  private static func places(
    of mark: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    guard let first = mark.first else { return [] }
    var places: [Int] = []
    var here = 0
    while here <= bytes.count - mark.count {
      if bytes[here] == first, mark.indices.allSatisfy({ bytes[here + $0] == mark[$0] }) {
        places.append(here)
        here += mark.count
      } else {
        here += 1
      }
    }
    return places
  }

  private func replaced(_ text: String, _ old: String, with new: String) -> Value? {
    if old.isEmpty { return .text(text) }
    let pieces = pieces(of: text, at: old)
    let (added, overflow) = (pieces.count - 1).multipliedReportingOverflow(by: new.utf8.count)
    let kept = text.utf8.count - (pieces.count - 1) * old.utf8.count
    guard !overflow,
      Meter.make(bytes: Meter.size(text: kept.addingReportingOverflow(added).partialValue), meter)
    else { return nil }
    return .text(pieces.joined(separator: new))
  }

  /// Characters from a place on, counted from 1. What lies outside is left out.
  private func slice(_ text: String, _ rest: [Value]) -> Value? {
    guard rest.count == 2, let from = rest[0].asNumber?.whole, let count = rest[1].asNumber?.whole,
      from >= 1, count >= 0
    else { return nil }
    let start = text.index(text.startIndex, offsetBy: from - 1, limitedBy: text.endIndex)
    let tail = text[(start ?? text.endIndex)...]
    let part = tail.prefix(count)
    return Meter.make(bytes: Meter.size(text: part.utf8.count), meter) ? .text(String(part)) : nil
  }
}

extension Rational {
  /// The number written so: an optional sign, digits, at most one point with digits behind it, half or full width. Nil for anything else and for
  /// what does not fit.
  init?(written text: String) {
    var (value, denominator): (Int, Int) = (0, 1)
    var (isNegative, hasDigits, isFraction) = (false, false, false)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "+", "＋", "-", "−", "－":
        guard place == 0 else { return nil }
        isNegative = scalar != "+" && scalar != "＋"
      case ".", "．":
        guard hasDigits, !isFraction else { return nil }
        (isFraction, hasDigits) = (true, false)
      case "0"..."9", "０"..."９":
        let digit = Int(scalar.value) - (scalar.value < 0x100 ? 0x30 : 0xFF10)
        let (scaled, tooBig) = value.multipliedReportingOverflow(by: 10)
        let (next, tooFar) = scaled.addingReportingOverflow(digit)
        let (finer, tooFine) = denominator.multipliedReportingOverflow(by: isFraction ? 10 : 1)
        guard !tooBig, !tooFar, !tooFine else { return nil }
        (value, denominator, hasDigits) = (next, finer, true)
      default: return nil
      }
    }
    guard hasDigits else { return nil }
    self.init(isNegative ? -value : value, over: denominator)
  }
}
