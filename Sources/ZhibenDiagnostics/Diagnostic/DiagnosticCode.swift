/// The stable name of a message: a letter for the severity (E, W, N), two digits for the area, two for the message. A code is never reused.
public struct DiagnosticCode: RawRepresentable, Hashable, Sendable, Comparable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The code as users see it, such as `E0203`.
  public let rawValue: String

  /// Makes a code; whether the catalogue knows it is checked by a test over all sources.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes a code.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The severity that the first letter states; a code without a known letter counts as an error.
  public var severity: Severity {
    switch rawValue.utf8.first {
    case UInt8(ascii: "W"): .warning
    case UInt8(ascii: "N"): .note
    default: .error
    }
  }

  /// Whether the lexer or the parser raises it: what stands inside the place of such an error is not worth a second message.
  public var isSyntaxError: Bool { isLexerError || isParserError }

  /// Bytes that are no UTF-8 text.
  static let notText: DiagnosticCode = "E0101"

  /// Whether it says that characters could not be read.
  var isLexerError: Bool { rawValue.hasPrefix("E01") }

  /// Whether it says that words stand in the wrong order.
  var isParserError: Bool { rawValue.hasPrefix("E02") }

  /// The code as users see it.
  public var description: String { rawValue }

  /// By code.
  public static func < (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.rawValue < b.rawValue }
}
