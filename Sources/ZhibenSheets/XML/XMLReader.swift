import CExpat

/// What is told the elements of a part as they come. Elements of other name spaces (extensions) are left out.
protocol XMLHandler: AnyObject {
  func begin(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether it has had enough; asked after each piece of the part.
  var problem: WorkbookProblem? { get }
}

/// Reads a part of a workbook as XML, piece by piece.
final class XMLReader {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  /// The prefix of the outermost element: all that belong to the part have it. `nil` before it was met.
  private var prefix: [CChar]?
  private var isForbidden = false

  private init(parser: XML_Parser, handler: any XMLHandler) {
    (self.parser, self.handler) = (parser, handler)
  }

  /// Reads a part of an archive.
  static func read(
    _ part: String, of archive: Archive, _ handler: any XMLHandler
  ) throws(WorkbookProblem) {
    try read(part, of: { body throws(WorkbookProblem) in try archive.read(part, body) }, handler)
  }

  /// Takes the next bytes of a part.
  typealias Piece = (UnsafeRawBufferPointer) throws(WorkbookProblem) -> Void

  /// Reads a part from whoever hands its pieces on.
  static func read(
    _ part: String, of source: (Piece) throws(WorkbookProblem) -> Void, _ handler: any XMLHandler
  ) throws(WorkbookProblem) {
    guard let parser = XML_ParserCreate(nil) else { throw .tooLarge(part: part) }
    defer { XML_ParserFree(parser) }
    let reader = XMLReader(parser: parser, handler: handler)
    try withExtendedLifetime(reader) { () throws(WorkbookProblem) in
      reader.listen()
      try source { bytes throws(WorkbookProblem) in
        try reader.parse(bytes, isLast: false, part)
      }
      try reader.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, part)
    }
  }

  private func parse(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, _ part: String
  ) throws(WorkbookProblem) {
    let status = XML_Parse(
      parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count),
      isLast ? 1 : 0)
    if let problem = handler.problem { throw problem }
    guard status == XML_STATUS_OK, !isForbidden else { throw .damaged(part: part) }
  }

  private func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let reader = XMLReader.of(user), let name, let name = reader.own(name) else { return }
        reader.handler.begin(name, XMLAttributes(attributes))
        reader.stopIfWanted()
      },
      { user, name in
        guard let reader = XMLReader.of(user), let name, let name = reader.own(name) else { return }
        reader.handler.end(name)
      })
    XML_SetCharacterDataHandler(parser) { user, text, count in
      guard let text, count > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLReader.of(user)?.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    // No writer of workbooks declares entities; whoever does means ill.
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLReader.of(user)?.forbid()
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
    user.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func forbid() {
    isForbidden = true
    XML_StopParser(parser, 0)
  }

  private func stopIfWanted() {
    if handler.problem != nil { XML_StopParser(parser, 0) }
  }

  /// The name of an element of the part itself.
  private func own(_ name: UnsafePointer<CChar>) -> XMLName? {
    guard let prefix else {
      prefix = Self.prefix(of: name)
      return own(name)
    }
    for (index, character) in prefix.enumerated() where name[index] != character { return nil }
    if prefix.isEmpty {
      var index = 0
      while name[index] != 0 {
        if name[index] == CChar(bitPattern: UInt8(ascii: ":")) { return nil }
        index += 1
      }
    }
    return XMLName(name, skipping: prefix.count)
  }

  private static func prefix(of name: UnsafePointer<CChar>) -> [CChar] {
    var result: [CChar] = []
    var index = 0
    while name[index] != 0 {
      result.append(name[index])
      if name[index] == CChar(bitPattern: UInt8(ascii: ":")) { return result }
      index += 1
    }
    return []
  }
}
