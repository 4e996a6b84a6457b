import Foundation
import Synchronization

/// Signals of the terminal: Ctrl-C, a new size, going on after a stop. What a handler may do is little: it counts and wakes whoever waits.
enum Interrupts {
  private static let count = Atomic<Int>(0)
  private static let isBusy = Atomic<Bool>(false)
  private static let wakingEnd = Atomic<Int32>(-1)

  /// What woke the reader.
  enum Event: UInt8 {
    case interrupt = 1
    case resize, resume
  }

  /// Takes the signals over; the descriptor becomes readable when one has come, and gives a byte for each.
  static func install() -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0, let reading = ends.first, let waking = ends.last else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakingEnd.store(waking, ordering: .relaxed)
    count.store(0, ordering: .relaxed)
    handle(SIGINT) { _ in
      let pressed = Interrupts.count.add(1, ordering: .relaxed).newValue
      // What runs does not listen: nothing is half-written, a store undoes what was not committed.
      if pressed > 2, Interrupts.isBusy.load(ordering: .relaxed) { _exit(130) }
      Interrupts.wake(.interrupt)
    }
    handle(SIGWINCH) { _ in Interrupts.wake(.resize) }
    handle(SIGCONT) { _ in Interrupts.wake(.resume) }
    return reading
  }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigaction(signal, &action, nil)
    // Whoever started the program may have had it blocked.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    sigprocmask(SIG_UNBLOCK, &mask, nil)
  }

  private static func wake(_ event: Event) {
    var byte = event.rawValue
    _ = write(wakingEnd.load(ordering: .relaxed), &byte, 1)
  }

  /// Whether Ctrl-C was pressed and not answered yet.
  static var isInterrupted: Bool { count.load(ordering: .relaxed) > 0 }

  /// What was pressed so far is answered.
  static func reset() { count.store(0, ordering: .relaxed) }

  /// Asks a person something in the midst of work.
  static func pausing<T>(_ question: () -> T) -> T {
    isBusy.store(false, ordering: .relaxed)
    defer {
      reset()
      isBusy.store(true, ordering: .relaxed)
    }
    return question()
  }

  /// Does something that Ctrl-C is to end, also if it was pressed just before. True if it was pressed.
  static func during(_ work: () -> Void) -> Bool {
    isBusy.store(true, ordering: .relaxed)
    work()
    isBusy.store(false, ordering: .relaxed)
    return isInterrupted
  }
}
