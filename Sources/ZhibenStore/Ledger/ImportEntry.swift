import GRDB

/// What the run log is to say of an import, besides what came of it.
public struct ImportEntry: Sendable {
  var author: Author
  var startedAt: String
  var scriptName: String
  var scriptHash: String
  var files: [RunRecord.File]

  /// Describes an import.
  /// - Parameters:
  ///   - author: who imports.
  ///   - startedAt: when it was started, as it is to stand in the log.
  ///   - scriptName: the name of the source that declares the registers.
  ///   - scriptHash: the digest of that and what it uses.
  ///   - files: what is read.
  public init(
    author: Author, startedAt: String, scriptName: String, scriptHash: String,
    files: [RunRecord.File]
  ) {
    (self.author, self.startedAt, self.files) = (author, startedAt, files)
    (self.scriptName, self.scriptHash) = (scriptName, scriptHash)
  }

  /// Adds the line to the log that says what was imported.
  func log(_ reports: [ImportReport], _ options: ImportOptions, dataVersion: Int, _ db: Database)
    throws
  {
    let previous = try RunRecord.latest(db)
    var record = RunRecord(
      id: (previous?.id ?? 0) + 1, kind: .importing, author: author, plan: "",
      asOf: options.importedOn, startedAt: startedAt, scriptName: scriptName,
      scriptHash: scriptHash, dataVersion: dataVersion,
      inserted: reports.reduce(0) { $0 + $1.inserted },
      updated: reports.reduce(0) { $0 + $1.updated }, withdrawn: 0,
      changesDigest: RunRecord.noChanges, files: files,
      previousHash: previous?.hash ?? RunRecord.noHash, hash: "")
    record.hash = record.computedHash
    try record.insert(db)
  }
}
