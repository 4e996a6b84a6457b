import Glibc

extension RunLock {
  /// Who holds the lock of a store.
  public struct Holder: Hashable, Sendable {
    /// The process.
    public var pid: Int
    /// Since when, as it said itself.
    public var since: String
  }

  /// Who holds the lock of the store at `storePath`; nil if nobody does, or where the system does not tell. Only looks: a run that starts at this
  /// moment finds the lock free.
  /// - Parameter storePath: the file of the store.
  public static func holder(storePath: String) -> Holder? {
    let path = storePath + ".lock"
    var status = stat()
    guard stat(path, &status) == 0, let locks = text(of: "/proc/locks") else { return nil }
    // 1: FLOCK  ADVISORY  WRITE 4711 fe:01:917515 0 EOF
    let isHeld = locks.split(separator: "\n").contains { line in
      let words = line.split(separator: " ")
      return words.count > 5 && words[1] == "FLOCK"
        && words[5].split(separator: ":").last.flatMap { UInt64($0) } == UInt64(status.st_ino)
    }
    guard isHeld, let note = text(of: path) else { return nil }
    let lines = note.split(separator: "\n").map(String.init)
    guard let pid = lines.first.flatMap(Int.init) else { return nil }
    return Holder(pid: pid, since: lines.count > 1 ? lines[1] : "")
  }

  private static func text(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &part, part.count)
      guard count > 0 else { break }
      bytes += part.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
