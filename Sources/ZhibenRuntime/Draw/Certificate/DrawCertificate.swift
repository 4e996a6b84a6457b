import ZhibenCalendar
import ZhibenDiagnostics

/// What anyone needs to check a draw again: the frozen list, the number and where it was published, and everything that follows from them.
public struct DrawCertificate: Hashable, Sendable {
  /// The plan, with the number of its document.
  public var plan: String
  /// The clause that the rule implements.
  public var basis: String
  /// The day as of which units that fell out are known.
  public var asOf: CivilDate
  public var list: DrawList
  public var number: String
  public var publishedOn: CivilDate
  public var source: String
  /// Units that fell out after the draw before they were visited.
  public var strikes: [DrawStrike]

  /// Makes a certificate; texts are made fit for lines.
  public init(
    plan: String, basis: String, asOf: CivilDate, list: DrawList, number: String,
    publishedOn: CivilDate, source: String, strikes: [DrawStrike]
  ) {
    (self.plan, self.basis) = (Self.line(plan), Self.line(basis))
    (self.asOf, self.list, self.publishedOn) = (asOf, list, publishedOn)
    (self.number, self.source) = (DrawText.safe(number), Self.line(source))
    self.strikes = strikes.sorted {
      $0.day == $1.day ? DrawText.precedes($0.code, $1.code) : $0.day < $1.day
    }
  }

  /// A text without control characters; blanks may stay.
  private static func line(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  /// What follows from list and number.
  public var result: DrawResult { DrawResult(list, number: number) }

  /// `规范化抽查/2025-01-01/1`.
  public var id: String { list.id }
}

/// A line of a certificate that is not what follows from its list and number.
public struct DrawFault: Hashable, Sendable {
  /// From 1; 0 where the file has too few lines to be a certificate.
  public var line: Int
  /// What stands there; nil if the line is missing.
  public var found: String?
  /// What follows from the certificate's list and number; nil if nothing should stand there.
  public var expected: String?
  /// Makes a fault.
  public init(line: Int, found: String?, expected: String?) {
    (self.line, self.found, self.expected) = (line, found, expected)
  }
}

extension DrawCertificate {
  /// Compares a certificate with what follows from its own list and number.
  /// - Parameters:
  ///   - stated: the bytes of the file as text.
  ///   - recomputed: the same certificate, written anew.
  /// - Returns: the lines that differ, none if there are none.
  public static func faults(stated: String, recomputed: String) -> [DrawFault] {
    // By bytes: texts that merely look alike are not the same.
    if stated.utf8.elementsEqual(recomputed.utf8) { return [] }
    let (a, b) = (lines(stated), lines(recomputed))
    var faults: [DrawFault] = []
    for i in 0..<max(a.count, b.count) {
      let found = a.indices.contains(i) ? a[i] : nil
      let expected = b.indices.contains(i) ? b[i] : nil
      let same =
        switch (found, expected) {
        case (let x?, let y?): x.utf8.elementsEqual(y.utf8)
        default: false
        }
      if !same { faults.append(DrawFault(line: i + 1, found: found, expected: expected)) }
    }
    return faults
  }

  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
  }
}
