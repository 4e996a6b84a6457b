import Glibc
import ZhibenDiagnostics

/// The file of a store before SQLite sees it.
enum StoreFile {
  /// What every SQLite file begins with.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// Checks that there is a file that may be a store. Makes an empty one if there is none and `create` says so; returns whether it did.
  static func prepare(_ path: String, create: Bool) throws(Diagnostics) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw failure(path) }
      guard create else { throw problem(StoreCode.missing, path) }
      let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw failure(path) }
      Glibc.close(descriptor)
      return true
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw problem(StoreCode.isFolder, path)
    case S_IFREG: break
    default: throw problem(StoreCode.notAStore, path)
    }
    // An empty file is a store that was never set up.
    if status.st_size > 0, try head(of: path) != signature {
      throw problem(StoreCode.notAStore, path)
    }
    return false
  }

  /// Removes a store and what SQLite keeps beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  private static func head(of path: String) throws(Diagnostics) -> [UInt8] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: signature.count)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw failure(path) }
    return Array(bytes.prefix(count))
  }

  private static func problem(_ code: DiagnosticCode, _ path: String) -> Diagnostics {
    Diagnostics([Diagnostic(code, at: .none, ["path": path])])
  }

  private static func failure(_ path: String) -> Diagnostics {
    if errno == ENOSPC { return problem(StoreCode.diskFull, path) }
    return Diagnostics([StoreFailure.failed(path: path, reason: SystemReason.wording(errno))])
  }
}
