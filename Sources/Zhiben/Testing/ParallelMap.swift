import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The results of `body` for all elements, in their order, worked out by so many threads.
  ///
  /// The threads have deep stacks of their own: functions of scripts may call each other as deep as a budget allows.
  func parallelMap<Result: Sendable>(
    jobs: Int, _ body: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let queue = WorkQueue<Result>(count: count)
    let elements = self
    let done = DispatchGroup()
    for _ in 0..<Swift.max(1, Swift.min(jobs, count)) {
      done.enter()
      let thread = Thread {
        while let index = queue.take() { queue.put(body(elements[index]), at: index) }
        done.leave()
      }
      thread.stackSize = 64 << 20
      thread.start()
    }
    done.wait()
    return queue.results
  }
}

/// Hands out the positions of elements, each once, and collects what came of them.
private final class WorkQueue<Result: Sendable>: Sendable {
  private let count: Int
  private let state = Mutex((next: 0, done: [(index: Int, result: Result)]()))

  init(count: Int) { self.count = count }

  func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ result: Result, at index: Int) {
    state.withLock { $0.done.append((index, result)) }
  }

  var results: [Result] {
    state.withLock { $0.done.sorted { $0.index < $1.index }.map(\.result) }
  }
}
