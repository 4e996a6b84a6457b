/// Splits the inside of a string into text and interpolations. The string's extent is known before.
struct StringReader {
  let text: CodeText
  let content: Span
  var issues: [SyntaxIssue] = []
  private var segments: [StringSegment] = []
  private var current = ""

  init(_ text: CodeText, _ content: Span) { (self.text, self.content) = (text, content) }

  /// The segments. `{expr}` and `｛expr｝` interpolate, `{{` is a brace; `}` alone and 【】 are text.
  mutating func read() -> [StringSegment] {
    var position = content.start
    var plain = position
    // No closing brace right of an opener that has none: the openers after it need not look again.
    var unclosed = false
    while position < content.end {
      let (value, next) = text.scalar(position)
      guard value == 0x7B else {
        position = next
        continue
      }
      current += text.plain(plain, position)
      if text.scalar(next).value == 0x7B, next < content.end {
        current += text.plain(position, next)
        position = text.scalar(next).next
      } else if !unclosed, let closer = closer(next) {
        flush()
        segments.append(.interpolation(Span(next, closer)))
        position = text.scalar(closer).next
      } else {
        if !unclosed {
          issues.append(
            SyntaxIssue(.unterminatedInterpolation, Span(position, next), fixes: ["{{"]))
        }
        unclosed = true
        current += text.plain(position, next)
        position = next
      }
      plain = position
    }
    current += text.plain(plain, content.end)
    flush()
    return segments
  }

  private mutating func flush() {
    if !current.isEmpty { segments.append(.text(current)) }
    current = ""
  }

  /// The `}` that closes the interpolation whose code begins at `offset`; quoted stretches inside are skipped.
  private func closer(_ offset: Int) -> Int? {
    var depth = 0
    var position = offset
    // Openers without a closer: looked for once, else a string full of them would cost its square.
    var hopeless: Set<UInt32> = []
    while position < content.end {
      let (value, next) = text.scalar(position)
      position = next
      switch value {
      case 0x7B: depth += 1
      case 0x7D:
        if depth == 0 { return text.byte(next - 1) == 0x7D ? next - 1 : next - 3 }
        depth -= 1
      case 0x201C, 0x22, 0x300C:
        guard !hopeless.contains(value) else { continue }
        if let end = skip(next, value) { position = end } else { hopeless.insert(value) }
      default: break
      }
    }
    return nil
  }

  /// The offset after the mark that closes a stretch opened by `opener`; only “ ” nest.
  private func skip(_ offset: Int, _ opener: UInt32) -> Int? {
    let closer: UInt32 = opener == 0x22 ? 0x22 : opener + 1
    var depth = 0
    var position = offset
    while position < content.end {
      let (value, next) = text.scalar(position)
      position = next
      if value == closer {
        if depth == 0 { return position }
        depth -= 1
      } else if value == opener, opener == 0x201C {
        depth += 1
      }
    }
    return nil
  }
}
