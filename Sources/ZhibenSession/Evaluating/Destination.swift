import Zhiben

/// Where tables go.
enum Destination {
  case screen
  /// Into a file, with what has gone there already.
  case file(String, [Answer])
  /// To a program, which is started for each.
  case program(String)
}
