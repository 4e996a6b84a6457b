import Foundation

/// A buffered stream of bytes to a file descriptor. Once its reader is gone it swallows the rest.
final class ByteStream {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// Why writing failed; nil if it did not. A reader that left early is no failure.
  private(set) var failure: String?

  private static let capacity = 1 << 16

  init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  deinit { flush() }

  func write(_ text: String) {
    guard !isClosed else { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  /// Hands everything to the system.
  func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    var start = 0
    while start < buffer.count, !isClosed {
      let written = buffer.withUnsafeBytes { bytes -> Int in
        Foundation.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno == EINTR || errno == EAGAIN {
        continue
      } else {
        if errno != EPIPE { failure = String(cString: strerror(errno)) }
        isClosed = true
      }
    }
  }
}
