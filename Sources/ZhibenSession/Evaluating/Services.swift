import Zhiben

/// What a conversation needs of its surroundings and cannot do itself.
package struct Services {
  /// Asks a person whether to go on; nil where there is none.
  package var confirm: ((String) -> Bool)?
  /// Whether a person answers, and not somebody who has said yes to everything beforehand.
  package var isAttended: Bool
  /// How many columns the terminal gives to an ambiguous character; nil if it does not say.
  package var askWidth: () -> Int?
  /// Clears the screen.
  package var clear: () -> Void
  /// The time since some moment.
  package var elapsed: () -> Duration
  /// Whether the running input is to end.
  package var isInterrupted: @Sendable () -> Bool
  /// Starts a program of the person's own by the shell, gives it a text to read, and waits for its end: how it ended, nil if it did not start. Nil
  /// where nobody has typed the command.
  package var pipe: ((_ command: String, _ text: String) -> Int32?)?
  /// The store, opened to be written.
  package var writable: () throws -> Engine

  package init(
    confirm: ((String) -> Bool)? = nil, isAttended: Bool = false,
    askWidth: @escaping () -> Int? = { nil }, clear: @escaping () -> Void = {},
    elapsed: @escaping () -> Duration = { .zero },
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    pipe: ((_ command: String, _ text: String) -> Int32?)? = nil,
    writable: @escaping () throws -> Engine
  ) {
    (self.confirm, self.isAttended) = (confirm, isAttended)
    (self.askWidth, self.clear, self.elapsed) = (askWidth, clear, elapsed)
    (self.isInterrupted, self.pipe, self.writable) = (isInterrupted, pipe, writable)
  }
}
