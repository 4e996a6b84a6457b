import Foundation

/// Ends the process with a message on the error stream, so that libFuzzer keeps the input.
func violated(_ what: String) -> Never {
  FileHandle.standardError.write(Data("VIOLATION: \(what)\n".utf8))
  abort()
}

/// The processor time of this thread in nanoseconds: what other processes do does not count.
public func threadTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
