import ZhibenSyntax

/// The place that a diagnostic speaks of.
public enum Location: Sendable {
  /// A range of bytes of a script.
  case file(SourceFile, Span)
  /// A cell, a row (`column` nil) or a whole file (`row` nil) of data. Rows count from 1 as the spreadsheet shows them, header included.
  case data(file: String, row: Int?, column: String?)
  /// No place: the store, the command.
  case none
}

/// A second place with what it has to do with the first.
public struct LabelledLocation: Sendable {
  /// The place.
  public var location: Location
  /// A few words, without a full stop.
  public var label: Wording

  /// Makes a labelled place.
  public init(_ location: Location, _ label: Wording) {
    self.location = location
    self.label = label
  }
}

extension Location {
  /// What places are sorted and compared by: scripts first, then data, then what has no place; inside a script by bytes.
  struct Key: Hashable, Comparable {
    let rank: Int
    let file: String
    let first: Int
    let last: Int
    let column: String

    static func < (a: Key, b: Key) -> Bool {
      (a.rank, a.file, a.first, a.last, a.column) < (b.rank, b.file, b.first, b.last, b.column)
    }
  }

  var key: Key {
    switch self {
    case .file(let file, let span):
      Key(rank: 0, file: file.name, first: span.start, last: span.end, column: "")
    case .data(let file, let row, let column):
      Key(rank: 1, file: file, first: row ?? 0, last: row ?? 0, column: column ?? "")
    case .none:
      Key(rank: 2, file: "", first: 0, last: 0, column: "")
    }
  }
}
