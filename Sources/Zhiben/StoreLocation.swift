/// Where the registers and the ledger of an engine are kept.
public enum StoreLocation: Hashable, Sendable {
  /// An SQLite file.
  case sqlite(String, Access = .readWrite)
  /// In memory, empty, and gone with the engine.
  case memory

  /// What may be done to it.
  public enum Access: Hashable, Sendable {
    /// Nothing is changed, not even the layout.
    case readOnly
    /// The file must be there.
    case readWrite
    /// A missing file is made.
    case create
  }
}
