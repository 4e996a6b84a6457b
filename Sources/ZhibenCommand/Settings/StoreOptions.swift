import ArgumentParser
import Zhiben
import ZhibenSession

/// The store.
struct StoreOption: ParsableArguments {
  @Option(name: [.customLong("store"), .customLong("台账库")])
  var path: String?
}

/// How a store is written: for whom, and how long to wait for another who holds it.
struct WritingOptions: ParsableArguments {
  @Option(name: [.customLong("wait"), .customLong("等锁")]) var wait: String?
  @Option(name: [.customLong("by"), .customLong("经手")]) var author: String?

  /// The engine, whose writes wait and are signed.
  func engine(
    _ location: StoreLocation, _ library: ScriptLibrary, _ settings: Settings, _ session: Session
  ) throws -> Engine {
    // What makes no sense is said before anything is made.
    let (patience, author) = (
      try settings.patience(wait), try settings.author(author, session)
    )
    return try Engine(store: location, library: library).waiting(patience).signed(by: author)
  }
}
