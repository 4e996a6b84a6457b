import Foundation

/// Work on a thread with the stack of a host's worker thread.
enum SmallStack {
  private final class Job {
    let work: () -> Bool
    var result = false
    init(_ work: @escaping () -> Bool) { self.work = work }
  }

  /// Runs `work` on a thread with 512 KiB of stack and waits for it.
  static func run(_ work: @escaping () -> Bool) -> Bool {
    let job = Job(work)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 * 1024)
    var thread = pthread_t()
    let context = Unmanaged.passUnretained(job).toOpaque()
    pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        let job = Unmanaged<Job>.fromOpaque(context).takeUnretainedValue()
        job.result = job.work()
        return nil
      }, context)
    pthread_join(thread, nil)
    return job.result
  }
}
