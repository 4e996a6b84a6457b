/// The version of this program.
public enum Version {
  /// As `zhiben --version` prints it.
  public static let current = "0.1.0"
}
