import CReadline
import Foundation

/// Reads lines from a person by GNU readline, which waits together with the signals.
final class LineEditor {
  /// What came.
  enum Event {
    /// A line; a pasted text may hold several.
    case line(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// What may take the place of the word that ends the text, given the line up to the cursor.
  var completing: (String) -> (typed: Int, candidates: [(text: String, kind: String)]) = { _ in
    (0, [])
  }

  private let signals: Int32
  /// How candidates are laid out.
  var showing: CandidateList
  /// The editor that readline's callbacks speak to: there is one terminal, and one thread that reads from it.
  private nonisolated(unsafe) static weak var current: LineEditor?
  private var finished: String?
  /// Those of the terminal before.
  private var settings: termios?
  private var isFinished = false

  /// - Parameters:
  ///   - signals: a descriptor that becomes readable when a signal has come.
  ///   - history: the inputs that can be recalled, oldest first.
  init(signals: Int32, history: [String], showing: CandidateList) {
    (self.signals, self.showing) = (signals, showing)
    Self.current = self
    keepInput()
    crl_set_name(Self.name)
    crl_leave_signals_alone()
    rl_add_defun(
      Self.completeName, { _, _ in LineEditor.current?.complete() ?? 0 },
      9)
    using_history()
    for entry in history { add_history(entry) }
  }

  deinit {
    if var settings { tcsetattr(0, TCSANOW, &settings) }
  }

  /// Lets Ctrl-C leave what was typed: readline would wait for a key that it was told of and that is gone, and not hear of the signal until
  /// another is pressed.
  private func keepInput() {
    var settings = termios()
    guard tcgetattr(0, &settings) == 0 else { return }
    self.settings = settings
    settings.c_lflag |= tcflag_t(NOFLSH)
    tcsetattr(0, TCSANOW, &settings)
  }

  /// Drops what was typed before Ctrl-C, as terminals do by themselves.
  private func dropInput() { tcflush(0, TCIFLUSH) }

  /// readline keeps the pointers.
  private nonisolated(unsafe) static let name = strdup("zhiben")
  private nonisolated(unsafe) static let completeName = strdup("zhiben-complete")

  /// Lets an input be recalled.
  func remember(_ input: String) { add_history(input) }

  /// Waits for a line.
  /// - Parameters:
  ///   - timeout: milliseconds.
  ///   - shown: called when the prompt is on the screen.
  ///   - onward: called once somebody has typed something, or the time is over.
  func read(
    _ prompt: String, timeout: Int32 = -1, shown: () -> Void = {}, onward: () -> Void = {}
  ) -> Event {
    (finished, isFinished) = (nil, false)
    rl_callback_handler_install(prompt) { line in
      let text = line.map { String(cString: $0) }
      free(line)
      LineEditor.current?.finish(text)
    }
    shown()
    var timeout = timeout
    while !isFinished {
      var waiting = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waiting, 2, timeout)
      if ready == 0 {
        onward()
        timeout = -1
      }
      if ready < 0, errno != EINTR { return stop(.end) }
      while let event = nextSignal() {
        switch event {
        case .interrupt:
          Interrupts.reset()
          leaveLine()
          dropInput()
          return .interrupted
        case .resize: rl_resize_terminal()
        case .resume: crl_take_terminal()
        }
      }
      if ready > 0, waiting.first.map({ $0.revents != 0 }) == true {
        if timeout >= 0 { onward() }
        timeout = -1
        rl_callback_read_char()
      }
    }
    return finished.map { .line($0) } ?? .end
  }

  /// Waits; true if Ctrl-C ends it before its time.
  func pause(milliseconds: Int32) -> Bool {
    if Interrupts.isInterrupted { return true }
    var waiting = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    _ = poll(&waiting, 1, milliseconds)
    return Interrupts.isInterrupted
  }

  /// Signals that came while nobody read were for what ran then.
  func forgetSignals() {
    while let event = nextSignal() {
      if event == .resize { rl_resize_terminal() }
    }
    if Interrupts.isInterrupted { dropInput() }
    Interrupts.reset()
  }

  private func finish(_ text: String?) {
    (finished, isFinished) = (text, true)
    rl_callback_handler_remove()
  }

  private func stop(_ event: Event) -> Event {
    rl_callback_handler_remove()
    return event
  }

  private func nextSignal() -> Interrupts.Event? {
    var byte: UInt8 = 0
    guard Foundation.read(signals, &byte, 1) == 1 else { return nil }
    return Interrupts.Event(rawValue: byte)
  }

  /// The line stays to be read, with a mark behind it.
  private func leaveLine() {
    crl_go_to_end()
    rl_redisplay()
    crl_write("^C\n")
    rl_free_line_state()
    rl_callback_sigcleanup()
    rl_callback_handler_remove()
  }

  // MARK: - Completing

  /// Puts in what is certain; where nothing more is, shows what may be meant.
  private func complete() -> Int32 {
    guard let line = crl_line() else { return 0 }
    let bytes = UnsafeBufferPointer(start: line, count: Int(crl_point())).map {
      UInt8(bitPattern: $0)
    }
    let before = String(decoding: bytes, as: UTF8.self)
    let (typed, candidates) = completing(before)
    guard let first = candidates.first else {
      rl_ding()
      return 0
    }
    let word = String(before.suffix(typed))
    var shared = first.text
    for candidate in candidates.dropFirst() {
      shared = String(zip(shared, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    // What was typed by sound stays until it is clear which is meant.
    if candidates.count == 1 || shared.hasPrefix(word) && shared != word {
      replace(word, by: shared)
    }
    if candidates.count > 1 {
      rl_crlf()
      crl_write(showing.text(candidates))
      rl_forced_update_display()
    }
    return 0
  }

  private func replace(_ word: String, by text: String) {
    let end = crl_point()
    let start = end - Int32(word.utf8.count)
    rl_begin_undo_group()
    rl_delete_text(start, end)
    crl_set_point(start)
    rl_insert_text(text)
    rl_end_undo_group()
  }
}
