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
    case .hasPrefix: return begins(text.utf8, with: other.utf8)
    case .hasSuffix: return begins(text.utf8.reversed(), with: other.utf8.reversed())
    default: return nil
    }
  }

  private func begins(
    _ bytes: some Sequence<UInt8>, with start: some Sequence<UInt8>
  ) -> Value? {
    var rest = bytes.makeIterator()
    for byte in start {
      guard meter.works() else { return nil }
      if rest.next() != byte { return .bool(false) }
    }
    return .bool(true)
  }

  private func text(_ function: Builtin, _ text: String) -> Value? {
    switch function {
    case .length:
      return characterCount(of: text).map { .number(Rational($0)) }
    case .toText: return .text(text)
    case .toNumber: return Rational(written: text, meter).map { .number($0) }
    // Both may be longer than what they come from: a letter becomes at most three.
    case .uppercase:
      return room(for: text.utf8.count)
        .flatMap { _ in inParts(text) { $0.uppercased() } }.flatMap(make)
    case .lowercase:
      return room(for: text.utf8.count)
        .flatMap { _ in inParts(text) { $0.lowercased() } }.flatMap(make)
    case .trim:
      // Whoever has to stop stops here and makes nothing below.
      let start = text.firstIndex { !$0.isWhitespace || !meter.works() } ?? text.endIndex
      let tail = text[start...]
      let last = tail.lastIndex { !$0.isWhitespace || !meter.works() }
      let end = last.map { tail.index(after: $0) } ?? start
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

  /// Changes a text scalar by scalar, looking at the clock now and then; nil if the run has to stop.
  private func inParts(_ text: String, _ change: (Substring) -> String) -> String? {
    var changed = ""
    var here = text.startIndex
    while here < text.endIndex {
      guard meter?.poll() ?? true else { return nil }
      let next =
        text.unicodeScalars.index(here, offsetBy: 4096, limitedBy: text.endIndex) ?? text.endIndex
      changed += change(text[here..<next])
      here = next
    }
    return changed
  }

  /// The place so many characters behind another; nil if the run has to stop.
  private func place(_ count: Int, behind start: String.Index, in text: String) -> String.Index? {
    var (here, left) = (start, count)
    while left > 0, here < text.endIndex {
      guard meter?.poll() ?? true else { return nil }
      let step = min(left, 4096)
      here = text.index(here, offsetBy: step, limitedBy: text.endIndex) ?? text.endIndex
      left -= step
    }
    return here
  }

  /// Whether something of that size may be made beside what is counted.
  private func room(for bytes: Int) -> Void? {
    guard let meter else { return bytes <= 16 << 20 ? () : nil }
    return bytes <= meter.budget.bytes - meter.bytesMade ? () : nil
  }

  private func split(_ text: String, at separator: String) -> Value? {
    guard separator.isEmpty else {
      guard let count = count(of: separator, in: text) else { return nil }
      let bytes = Meter.size(list: count + 1) + 16 * (count + 1) + text.utf8.count
      guard Meter.make(bytes: bytes, meter) else { return nil }
      var elements: [Value] = []
      elements.reserveCapacity(count + 1)
      let isWhole = forEachPiece(of: text, at: separator) { elements.append(.text(String($0))) }
      return isWhole ? .list(elements) : nil
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

  /// How often the mark stands in the text; nil if the run has to stop. Counted before anything is made, so that what is made is paid for first.
  private func count(of mark: String, in text: String) -> Int? {
    var count = 0
    return forEachPlace(of: mark, in: text) { _ in count += 1 } ? count : nil
  }

  /// Calls with the parts between the separators; false if the run has to stop.
  private func forEachPiece(
    of text: String, at separator: String, _ body: (Substring) -> Void
  ) -> Bool {
    var end = text.startIndex
    let isWhole = forEachPlace(of: separator, in: text) { start in
      let here = text.utf8.index(text.startIndex, offsetBy: start)
      body(text[end..<here])
      end = text.utf8.index(here, offsetBy: separator.utf8.count)
    }
    if isWhole { body(text[end...]) }
    return isWhole
  }

  /// Calls with every place where the mark begins, one behind the other; false if the run has to stop. Byte by byte, so that a part of a character is
  /// never taken for one: UTF-8 does not begin inside itself.
  private func forEachPlace(of mark: String, in text: String, _ body: (Int) -> Void) -> Bool {
    var (mark, text) = (mark, text)
    return mark.withUTF8 { mark in
      text.withUTF8 { bytes in
        guard let first = mark.first else { return true }
        var (here, pause) = (0, 65_536)
        while here <= bytes.count - mark.count {
          if here >= pause {
            guard meter?.poll() ?? true else { return false }
            pause = here + 65_536
          }
          if bytes[here] == first, mark.indices.allSatisfy({ bytes[here + $0] == mark[$0] }) {
            guard meter.works() else { return false }
            body(here)
            here += mark.count
          } else {
            here += 1
          }
        }
        return true
      }
    }
  }

  private func replaced(_ text: String, _ old: String, with new: String) -> Value? {
    if old.isEmpty { return .text(text) }
    guard let count = count(of: old, in: text) else { return nil }
    let (added, overflow) = count.multipliedReportingOverflow(by: new.utf8.count)
    let kept = text.utf8.count - count * old.utf8.count
    guard !overflow,
      Meter.make(bytes: Meter.size(text: kept.addingReportingOverflow(added).partialValue), meter)
    else { return nil }
    var (made, isFirst) = ("", true)
    made.reserveCapacity(kept + added)
    let isWhole = forEachPiece(of: text, at: old) { piece in
      if !isFirst { made += new }
      made += piece
      isFirst = false
    }
    return isWhole ? .text(made) : nil
  }

  /// Characters from a place on, counted from 1. What lies outside is left out.
  private func slice(_ text: String, _ rest: [Value]) -> Value? {
    guard rest.count == 2, let from = rest[0].asNumber?.whole, let count = rest[1].asNumber?.whole,
      from >= 1, count >= 0
    else { return nil }
    guard let start = place(from - 1, behind: text.startIndex, in: text),
      let end = place(count, behind: start, in: text)
    else { return nil }
    let part = text[start..<end]
    return Meter.make(bytes: Meter.size(text: part.utf8.count), meter) ? .text(String(part)) : nil
  }
}

extension Rational {
  /// The number written so: an optional sign, digits, at most one point with digits behind it, half or full width. Nil for anything else and for
  /// what does not fit.
  init?(written text: String, _ meter: Meter?) {
    var (value, denominator): (Int, Int) = (0, 1)
    var (isNegative, hasDigits, isFraction) = (false, false, false)
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard meter.works() else { return nil }
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
