import Foundation

/// A buffered stream of bytes to a file descriptor, or into memory. Once its reader is gone it swallows the rest.
package final class ByteStream {
  /// Nil keeps everything.
  private let descriptor: Int32?
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// Why writing failed; nil if it did not. A reader that left early is no failure.
  package private(set) var failure: String?

  private static let capacity = 1 << 16

  package init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  /// One that keeps what is written.
  package init() { descriptor = nil }

  deinit { flush() }

  package func write(_ text: String) {
    guard !isClosed else { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  /// What was kept, and keeps it no longer.
  package func take() -> String {
    defer { buffer.removeAll() }
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Hands everything to the system.
  package func flush() {
    guard let descriptor else { return }
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
