import Foundation
import Synchronization

/// A monitor on this machine: keeps what it is asked for, and answers as it is told to.
final class MonitorServer: Sendable {
  private let listener: Int32
  private let asked = Mutex<[String]>([])
  let port: Int

  struct Failure: Error {}

  /// - Parameter status: the answer to the n-th question, from 0.
  init(_ status: @escaping @Sendable (Int) -> Int) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isUp = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isUp else { throw Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve(status) }
  }

  deinit { close(listener) }

  /// What was asked for so far.
  var paths: [String] { asked.withLock { $0 } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ status: (Int) -> Int) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(connection, &bytes, bytes.count)
      let line =
        String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        .split(separator: "\r\n").first ?? ""
      let number = asked.withLock {
        $0.append(line.split(separator: " ").dropFirst().first.map(String.init) ?? "")
        return $0.count - 1
      }
      let answer = "HTTP/1.1 \(status(number)) x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
      _ = answer.withCString { write(connection, $0, strlen($0)) }
      close(connection)
    }
  }
}
