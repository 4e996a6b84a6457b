import ZhibenSyntax

extension SourceFile {
  /// The same file with blanks in place of some parts: what is left stands where it stood.
  func blanking(_ spans: [Span]) -> SourceFile {
    var bytes = bytes
    for span in spans {
      for offset in span.start..<min(span.end, bytes.count) where bytes[offset] != 0x0A {
        bytes[offset] = 0x20
      }
    }
    return SourceFile(name: name, bytes: bytes)
  }
}
