import Glibc
import ZhibenDiagnostics

/// Keeps two runs off one store: an advisory lock on `<store>.lock`, held as long as this value lives. The system gives it up when the process
/// ends, however it ends. A store in memory has a flag instead.
public final class RunLock: Sendable {
  private let holding: Holding

  private enum Holding: Sendable {
    case descriptor(CInt)
    case flag(LockFlag)
  }

  private init(_ holding: Holding) { self.holding = holding }

  deinit {
    switch holding {
    case .descriptor(let descriptor): close(descriptor)
    case .flag(let flag): flag.giveUp()
    }
  }

  /// Takes the lock of a store wherever it is.
  static func acquire(
    _ place: LockPlace, startedAt: String, patience: Duration
  ) throws(Diagnostics) -> RunLock {
    switch place {
    case .beside(let path):
      return try acquire(storePath: path, startedAt: startedAt, patience: patience)
    case .within(let flag):
      var waiting = Waiting(patience)
      while let holder = flag.take(startedAt) {
        guard waiting.goesOn() else { throw held("\(getpid())", since: holder) }
      }
      return RunLock(.flag(flag))
    }
  }

  /// Takes the lock of the store at `storePath`.
  /// - Parameters:
  ///   - startedAt: since when it is held, as the one who finds it held is to read it.
  ///   - patience: how long to wait for the one who holds it, to a tenth of a second.
  /// - Throws: another process holds it (its pid and since when), or the lock file cannot be written.
  public static func acquire(
    storePath: String, startedAt: String, patience: Duration = .zero
  ) throws(Diagnostics) -> RunLock {
    let path = storePath + ".lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    do {
      try take(descriptor, path, patience)
      try note(startedAt, in: descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    return RunLock(.descriptor(descriptor))
  }

  private static func take(
    _ descriptor: CInt, _ path: String, _ patience: Duration
  ) throws(Diagnostics) {
    var waiting = Waiting(patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: guard waiting.goesOn() else { throw held(by: descriptor) }
      default: throw failure(path)
      }
    }
  }

  /// Asks again every tenth of a second: a lock that is waited for cannot be given up by the system's own call after a while.
  private struct Waiting {
    private static let pause = Duration.milliseconds(100)
    private var left: Duration

    init(_ patience: Duration) { left = patience }

    /// Waits a little; false when the time is over.
    mutating func goesOn() -> Bool {
      guard left > .zero else { return false }
      let pause = min(left, Self.pause)
      usleep(useconds_t(clamping: pause.components.attoseconds / 1_000_000_000_000))
      left -= pause
      return true
    }
  }

  /// The file stays when the lock is given up: removing it would let two runs lock two files of one name.
  private static func note(_ startedAt: String, in descriptor: CInt, _ path: String)
    throws(Diagnostics)
  {
    let note = Array("\(getpid())\n\(startedAt)\n".utf8)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, note, note.count, 0) == note.count
    else { throw failure(path) }
  }

  private static func held(by descriptor: CInt) -> Diagnostics {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return held(String(lines.first ?? ""), since: lines.count > 1 ? String(lines[1]) : "")
  }

  private static func held(_ pid: String, since: String) -> Diagnostics {
    Diagnostics([Diagnostic(StoreCode.heldByRun, at: .none, ["pid": pid, "since": since])])
  }

  private static func failure(_ path: String) -> Diagnostics {
    Diagnostics([StoreFailure.failed(path: path, reason: SystemReason.wording(errno))])
  }
}
