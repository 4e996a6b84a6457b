import CMinizip

/// The parts of a zip archive, by name.
final class Archive {
  private let source: MemoryFile
  private let handle: unzFile
  /// Where each part begins, by its name in small letters with forward slashes: some writers use others.
  private var places: [String: unz64_file_pos] = [:]
  private var isLocked: Set<String> = []
  private let limits: WorkbookLimits

  private static let mostParts = 20_000
  private static let chunk = 1 << 16

  /// Opens an archive.
  /// - Throws: it is none, or its directory is damaged.
  init(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookProblem) {
    source = MemoryFile(bytes)
    self.limits = limits
    var functions = source.functions()
    guard let handle = unzOpen2_64("", &functions) else {
      throw .damaged(part: "zip")
    }
    self.handle = handle
    try readDirectory()
  }

  deinit { unzClose(handle) }

  /// Whether there is a part of this name.
  func has(_ name: String) -> Bool { places[Self.folded(name)] != nil }

  /// Hands the bytes of a part on as they are unfolded.
  /// - Parameter body: takes the next bytes.
  /// - Throws: there is no such part, it is locked or damaged, or it unfolds to too much.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer) throws(WorkbookProblem) -> Void
  ) throws(WorkbookProblem) {
    let key = Self.folded(name)
    guard var place = places[key] else { throw .damaged(part: name) }
    if isLocked.contains(key) { throw .encrypted }
    guard unzGoToFilePos64(handle, &place) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .damaged(part: name)
    }
    var isClosed = false
    defer { if !isClosed { unzCloseCurrentFile(handle) } }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    while true {
      let count = Int(unzReadCurrentFile(handle, buffer.baseAddress, UInt32(Self.chunk)))
      guard (0...Self.chunk).contains(count) else { throw .damaged(part: name) }
      if count == 0 { break }
      total += count
      if total > limits.partBytes { throw .tooLarge(part: name) }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    isClosed = true
    // The check sum is compared here.
    if unzCloseCurrentFile(handle) != UNZ_OK { throw .damaged(part: name) }
  }

  private func readDirectory() throws(WorkbookProblem) {
    var name = [CChar](repeating: 0, count: 1024)
    var status = unzGoToFirstFile(handle)
    while status == UNZ_OK {
      var (info, place) = (unz_file_info64(), unz64_file_pos())
      guard
        unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0)
          == UNZ_OK, unzGetFilePos64(handle, &place) == UNZ_OK, places.count < Self.mostParts
      else { throw .damaged(part: "zip") }
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let key = Self.folded(String(decoding: bytes, as: UTF8.self))
      if places[key] == nil { places[key] = place }
      if info.flag & 1 == 1 { isLocked.insert(key) }
      status = unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE else { throw .damaged(part: "zip") }
  }

  private static func folded(_ name: String) -> String {
    let parts = name.lowercased().split { $0 == "/" || $0 == "\\" }
    return parts.joined(separator: "/")
  }
}
