import Synchronization

/// Where the lock of a store lies.
enum LockPlace: Sendable {
  /// In a file beside that of the store.
  case beside(String)
  /// In the process: nobody else can reach the store.
  case within(LockFlag)
}

/// The lock of a store in memory.
final class LockFlag: Sendable {
  /// Since when it is held; nil if it is free.
  private let holder = Mutex<String?>(nil)

  /// Takes the lock; since when somebody else holds it, if so.
  func take(_ startedAt: String) -> String? {
    holder.withLock { holder in
      if let holder { return holder }
      holder = startedAt
      return nil
    }
  }

  func giveUp() { holder.withLock { $0 = nil } }
}
