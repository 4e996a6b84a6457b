import CMinizip

/// Bytes in memory that minizip reads like a file.
final class MemoryFile {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The functions by which minizip reads it; it must outlive their use.
  func functions() -> zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { opaque, _, target, count in
      guard let target else { return 0 }
      return UInt(MemoryFile.of(opaque)?.read(into: target, Int(clamping: count)) ?? 0)
    }
    functions.ztell64_file = { opaque, _ in
      UInt64(clamping: MemoryFile.of(opaque)?.position ?? 0)
    }
    functions.zseek64_file = { opaque, _, offset, origin in
      MemoryFile.of(opaque)?.seek(Int(clamping: offset), origin) == true ? 0 : -1
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func of(_ opaque: UnsafeMutableRawPointer?) -> MemoryFile? {
    opaque.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(into target: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let length = min(count, bytes.count - position)
    bytes.withUnsafeBytes { source in
      guard length > 0, let base = source.baseAddress else { return }
      target.copyMemory(from: base + position, byteCount: length)
    }
    position += length
    return length
  }

  private func seek(_ offset: Int, _ origin: Int32) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: position
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    let (place, overflow) = start.addingReportingOverflow(offset)
    guard !overflow, (0...bytes.count).contains(place) else { return false }
    position = place
    return true
  }
}
