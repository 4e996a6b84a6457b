#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Room on the stack for work that goes deep. What is written may be nested as deep as the parser allows, and threads of hosts may have as little
/// as half a megabyte, whose end nobody reports: the process dies.
package enum StackRoom {
  /// Runs `body` where so many bytes of stack are free: here, or on a thread of its own that is waited for. `body` is told how many it may take,
  /// which are fewer only if there is no thread to be had.
  package static func with<Result>(_ bytes: Int, _ body: (_ granted: Int) -> Result) -> Result {
    let free = free
    if let free, free >= bytes { return body(bytes) }
    var result: Result?
    func work() { result = body(bytes) }
    withoutActuallyEscaping(work) { onOwnThread(bytes, $0) }
    return result ?? body(free ?? least)
  }

  /// What is taken for free where nobody knows.
  private static let least = 1 << 17

  private static func onOwnThread(_ bytes: Int, _ body: @escaping () -> Void) {
    let work = Work(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    let page = 1 << 16
    guard pthread_attr_setstacksize(&attributes, (bytes / page + 8) * page) == 0 else { return }
    #if canImport(Darwin)
      var thread: pthread_t?
      let started = pthread_create(
        &thread, &attributes,
        { raw in
          Unmanaged<Work>.fromOpaque(raw).takeUnretainedValue().body()
          return nil
        }, Unmanaged.passUnretained(work).toOpaque())
      if started == 0, let thread { pthread_join(thread, nil) }
    #else
      var thread = pthread_t()
      let started = pthread_create(
        &thread, &attributes,
        { raw in
          if let raw { Unmanaged<Work>.fromOpaque(raw).takeUnretainedValue().body() }
          return nil
        }, Unmanaged.passUnretained(work).toOpaque())
      if started == 0 { pthread_join(thread, nil) }
    #endif
    withExtendedLifetime(work) {}
  }

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// How many bytes are free on the stack of this thread; nil if nobody knows.
  package static var free: Int? {
    guard let end else { return nil }
    var here = 0
    return withUnsafeMutablePointer(to: &here) { max(0, Int(bitPattern: $0) &- end) }
  }

  /// Where the stack of this thread ends.
  private static var end: Int? {
    #if canImport(Darwin)
      let thread = pthread_self()
      return Int(bitPattern: pthread_get_stackaddr_np(thread))
        - Int(pthread_get_stacksize_np(thread))
    #else
      return numberOfThread?() == getpid() ? endOfMain : endOfThread
    #endif
  }

  #if !canImport(Darwin)
    private typealias Ask =
      @convention(c) (pthread_t, UnsafeMutablePointer<pthread_attr_t>) -> Int32
    private typealias Number = @convention(c) () -> pid_t

    /// Swift does not see what is GNU's own; where it is not found, nobody knows.
    private static func function<Function>(_ name: String, _: Function.Type) -> Function? {
      dlsym(nil, name).map { unsafeBitCast($0, to: Function.self) }
    }

    private static let attributesOfThread = function("pthread_getattr_np", Ask.self)
    private static let numberOfThread = function("gettid", Number.self)

    /// The same of the first thread, which is looked up in the file of its mappings: once.
    private static let endOfMain = endOfThread

    private static var endOfThread: Int? {
      var attributes = pthread_attr_t()
      guard let ask = attributesOfThread, ask(pthread_self(), &attributes) == 0 else {
        return nil
      }
      defer { pthread_attr_destroy(&attributes) }
      var (address, size) = (UnsafeMutableRawPointer?.none, 0)
      guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return nil }
      return Int(bitPattern: address)
    }
  #endif
}
