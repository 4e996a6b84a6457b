/// A cell that was read otherwise than it stands there, and is imported.
public struct ImportNote: Hashable, Sendable {
  /// Why it reads otherwise.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A day in another form.
    case date
    /// A day as the number that spreadsheets keep for it.
    case serial
    /// A month, of which a rule says the day.
    case month
    /// A number in words, or with 万 and the like.
    case number
    /// A percentage in words.
    case percentage
    /// A credit code in other letters.
    case code
    /// A telephone number with blanks, 86 and the like.
    case phone
    /// Another word for the same value; each word once for a column.
    case word
    /// A text of which the spreadsheet made a day.
    case dateAsText
    /// What the merged cell above says.
    case filled
  }

  /// Where it stands, as a spreadsheet counts rows.
  public var row: Int
  /// The field.
  public var column: String
  /// What the cell says.
  public var value: String
  /// What was read.
  public var reading: String
  /// Why.
  public var kind: Kind
}

/// The cells of a ledger that were read otherwise than they stand there: all counted, the first of each kind kept.
public struct ImportNotes: Sendable {
  /// The first of each kind, in the order of the rows.
  public private(set) var listed: [ImportNote] = []
  /// How many there are of each kind.
  public private(set) var counts: [ImportNote.Kind: Int] = [:]
  private var kept: [ImportNote.Kind: Int] = [:]

  /// So many are kept of each kind.
  public static let most = 50

  /// Counts a note.
  /// - Returns: whether it is to be kept.
  mutating func count(_ kind: ImportNote.Kind) -> Bool {
    counts[kind, default: 0] += 1
    return kept[kind, default: 0] < Self.most
  }

  /// Keeps a note that was counted.
  mutating func keep(_ note: ImportNote) {
    kept[note.kind, default: 0] += 1
    listed.append(note)
  }

  /// Drops what is kept of rows that do not come after all.
  mutating func drop(rows: Set<Int>) {
    for note in listed where rows.contains(note.row) { counts[note.kind, default: 0] -= 1 }
    listed.removeAll { rows.contains($0.row) }
    counts = counts.filter { $0.value > 0 }
  }
}
