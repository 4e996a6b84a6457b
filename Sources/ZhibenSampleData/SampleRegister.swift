/// What to make.
public struct SampleOptions: Sendable {
  /// The same seed and numbers give the same bytes.
  public var seed: UInt64
  /// How many enterprises.
  public var enterprises: Int
  /// nil: full years of records, as a town has them. A number: so many related records for each enterprise, for measuring.
  public var recordsPerEnterprise: Int?
  /// Whether to add rows with faults that an import must refuse: a wrong check character, an impossible day, an unknown value, an unknown
  /// reference, a code that a spreadsheet turned into a number.
  public var dirty: Bool

  /// Makes options.
  public init(
    seed: UInt64 = 2024, enterprises: Int = 300, recordsPerEnterprise: Int? = nil,
    dirty: Bool = false
  ) {
    self.seed = seed
    self.enterprises = enterprises
    self.recordsPerEnterprise = recordsPerEnterprise
    self.dirty = dirty
  }
}

/// An invented register of a town, as CSV files: file names are registers of the standard register, headers its fields.
///
/// The main files tell what was known on 2025-06-30; 企业变更 and 隐患变更 carry the whole history of what changed, one row for each change
/// with all its values, so importing them after the main files gives every field its history. A blank cell is unknown.
public enum SampleRegister {
  /// All files in memory; for small registers. `text` is without byte order mark: the encoding says how to store it.
  public static func files(
    seed: UInt64, enterprises: Int
  ) -> [(name: String, text: String, encoding: SampleEncoding)] {
    files(SampleOptions(seed: seed, enterprises: enterprises))
  }

  /// All files in memory, with every option.
  public static func files(
    _ options: SampleOptions
  ) -> [(name: String, text: String, encoding: SampleEncoding)] {
    var bytes: [SampleTable: [UInt8]] = [:]
    // Writing to memory cannot fail.
    try? write(options) { table, chunk in bytes[table, default: []] += chunk }
    return SampleTable.allCases.map { table in
      (table.fileName, String(decoding: bytes[table] ?? [], as: UTF8.self), table.encoding)
    }
  }

  /// Makes the register piece by piece. Each call of `flush` gives the next bytes (UTF-8, whole rows) of one file; the first of each file
  /// begins with its header line. Throws what `flush` throws.
  public static func write(
    _ options: SampleOptions, flush: @escaping (SampleTable, [UInt8]) throws -> Void
  ) throws {
    let sink = Sink(flush)
    let count = max(0, options.enterprises)
    var town = TownWriter(seed: options.seed, sink: sink)
    town.writeAll(
      firstCodes: (0..<min(count, 4)).map { CreditCode.make(seed: options.seed, index: $0) })
    for index in 0..<count {
      let profile = Profile(seed: options.seed, index: index)
      var writer = EnterpriseWriter(profile: profile, sink: sink)
      if let records = options.recordsPerEnterprise {
        writer.writeThin(records: records)
      } else {
        writer.writeAll(enterprises: count)
      }
    }
    if options.dirty { DirtyRows.write(to: sink, seed: options.seed) }
    try sink.close()
  }
}
