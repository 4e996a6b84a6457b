import Foundation
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts

/// A plan put aside to be applied later, after somebody has read it.
///
/// Planning is a pure function of script, facts and day, so that the changes themselves need not be kept: applying plans again and refuses
/// if anything that the plan rests on is not what it was.
public struct SavedPlan: Codable, Hashable, Sendable {
  /// The version of this layout.
  public static let schema = "zhiben.saved-plan/1"

  /// `SavedPlan.schema`.
  public var schema: String
  /// The plan's name.
  public var plan: String
  /// The path of the script.
  public var script: String
  /// The digest of the script and of what it uses.
  public var scriptHash: String
  /// The judged day.
  public var asOf: CivilDate
  /// The version of the store.
  public var dataVersion: Int
  /// How many changes there are.
  public var changes: Int
  /// SHA-256 over what statements write and the changes.
  public var changesDigest: String

  private enum CodingKeys: String, CodingKey {
    case schema, plan, script, changes
    case scriptHash = "script_hash"
    case asOf = "as_of"
    case dataVersion = "data_version"
    case changesDigest = "changes_digest"
  }

  /// What has to be kept of a plan.
  public init(_ run: PlannedRun) {
    schema = Self.schema
    plan = run.context.script.program.plan.name
    let name = run.context.script.name
    script = URL(fileURLWithPath: name).standardizedFileURL.path
    scriptHash = run.context.script.hash
    asOf = run.asOf
    dataVersion = run.plan.summary.dataVersion
    changes = run.plan.changes.count
    changesDigest = run.digest
  }

  /// The saved plan in a file; nil if the file is something else, such as a script.
  /// - Throws: the file cannot be read (E0711).
  public static func read(at path: String) throws(Diagnostics) -> SavedPlan? {
    SavedPlan(bytes: try ScriptFile.read(path).get().bytes)
  }

  /// The plan in these bytes, if they are one of a version that this program knows.
  init?(bytes: [UInt8]) {
    guard let saved = try? JSONDecoder().decode(Self.self, from: Data(bytes)),
      saved.schema == Self.schema
    else { return nil }
    self = saved
  }

  /// The plan as one JSON document.
  public func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // A value of texts and integers always encodes.
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
  }

  /// Refuses to apply what no longer holds.
  /// - Throws: what has changed (E0708).
  func verify(_ run: PlannedRun, storePath: String) throws(Diagnostics) {
    if run.context.script.hash != scriptHash {
      throw Self.stale(Wording(zh: "脚本 \(script)", en: "the script \(script)"))
    }
    if run.plan.summary.dataVersion != dataVersion || run.digest != changesDigest {
      throw Self.stale(Wording(zh: "台账库 \(storePath)", en: "the store \(storePath)"))
    }
  }

  private static func stale(_ changed: Wording) -> Diagnostics {
    Diagnostics([Diagnostic("E0708", at: .none, ["changed": changed])])
  }
}

extension PlannedRun {
  /// The digest of the changes.
  var digest: String {
    ChangeDigest.of(plan.changes, writes, in: context.snapshot, context.script)
  }
}
