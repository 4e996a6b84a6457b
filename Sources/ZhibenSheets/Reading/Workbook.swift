/// A workbook in the form of Office Open XML (.xlsx), as Excel, WPS and LibreOffice save it.
///
/// Opening it reads what all sheets share; each sheet is read when it is asked for.
public final class Workbook {
  /// A sheet.
  public struct Sheet: Hashable, Sendable {
    /// Its name on the tab.
    public var name: String
    /// Whether it is not shown.
    public var isHidden: Bool
    fileprivate var part: String
  }

  /// The sheets in the order of the tabs, without charts.
  public let sheets: [Sheet]
  private let archive: Archive
  private let limits: WorkbookLimits
  private let shared: SharedTexts
  private let formats: [NumberFormat]
  private let calendar: SheetCalendar

  /// Opens a workbook.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - limits: how much it may unfold to.
  /// - Throws: it is no workbook, it is locked, damaged, or too large.
  public init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookProblem) {
    if bytes.starts(with: Self.compoundFile) {
      // What is locked by a password is wrapped in the old kind of file, under this name.
      throw Self.contains(bytes, Array("EncryptedPackage".utf8).flatMap { [$0, 0] })
        ? .encrypted : .oldFormat
    }
    guard Self.isArchive(bytes) else { throw .otherFormat }
    let archive = try Archive(bytes, limits: limits)
    let book = try Self.bookPart(archive)
    let relations = try Relations.read(of: book, in: archive)
    let reader = BookReader()
    try XMLReader.read(book, of: archive, reader)
    sheets = reader.sheets.compactMap { sheet in
      guard let relation = relations[sheet.relation], relation.isNamed("worksheet") else {
        return nil
      }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target)
    }
    calendar = SheetCalendar(is1904: reader.is1904)
    let styles = StyleReader()
    if let part = relations.part("styles"), archive.has(part) {
      try XMLReader.read(part, of: archive, styles)
    }
    formats = styles.formats
    let part = relations.part("sharedStrings") ?? ""
    let texts = SharedTextReader(limits: limits, part: part)
    if archive.has(part) { try XMLReader.read(part, of: archive, texts) }
    shared = texts.texts
    self.archive = archive
    self.limits = limits
  }

  /// Whether a file begins like an archive or an old workbook, so that it is no text.
  public static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    isArchive(bytes) || bytes.starts(with: compoundFile)
  }

  /// Reads a sheet.
  /// - Throws: it is damaged, locked, or too large.
  public func table(_ sheet: Sheet) throws(WorkbookProblem) -> SheetTable {
    let reader = SheetReader(
      name: sheet.name, part: sheet.part, shared: shared, formats: formats, calendar: calendar,
      limits: limits)
    try XMLReader.read(sheet.part, of: archive, reader)
    return reader.table
  }

  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// The part that lists the sheets.
  private static func bookPart(_ archive: Archive) throws(WorkbookProblem) -> String {
    guard archive.has("_rels/.rels") else { throw .otherFormat }
    let relations = try Relations.read(of: "", in: archive)
    let part = relations.part("officeDocument") ?? "xl/workbook.xml"
    guard archive.has(part), part.lowercased().hasSuffix(".xml") else { throw .otherFormat }
    if !archive.has("[Content_Types].xml") { throw .otherFormat }
    return part
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}

/// Reads the list of sheets.
private final class BookReader: XMLHandler {
  var sheets: [(name: String, isHidden: Bool, relation: String)] = []
  var is1904 = false
  var problem: WorkbookProblem? {
    sheets.count > 10_000 ? .tooLarge(part: "workbook.xml") : nil
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case SheetNames.properties: is1904 = attributes.flag("date1904")
    case SheetNames.sheet:
      let state = attributes.text("state") ?? "visible"
      sheets.append(
        (attributes.text("name") ?? "", state != "visible", attributes.text("id") ?? ""))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What a part refers to, by id.
private struct Relations {
  struct Relation {
    var type: String
    var target: String

    /// Whether its type ends so; what comes before is one of two name spaces.
    func isNamed(_ name: String) -> Bool { type.hasSuffix("/" + name) }
  }

  private var relations: [String: Relation] = [:]

  subscript(id: String) -> Relation? { relations[id] }

  /// The part of a type.
  func part(_ type: String) -> String? {
    relations.values.filter { $0.isNamed(type) }.map(\.target).min()
  }

  /// Reads what the part `name` refers to; the empty name is the archive as a whole.
  static func read(of name: String, in archive: Archive) throws(WorkbookProblem) -> Relations {
    let folders = name.split(separator: "/").dropLast().map(String.init)
    let file = name.split(separator: "/").last.map(String.init) ?? ""
    let reader = RelationReader(folders: folders)
    try XMLReader.read(
      (folders + ["_rels", file + ".rels"]).joined(separator: "/"), of: archive, reader)
    return Relations(relations: reader.relations)
  }

  private final class RelationReader: XMLHandler {
    var relations: [String: Relation] = [:]
    let folders: [String]
    var problem: WorkbookProblem? {
      relations.count > 20_000 ? .tooLarge(part: "rels") : nil
    }

    init(folders: [String]) { self.folders = folders }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == SheetNames.relationship, let id = attributes.text("Id"),
        let type = attributes.text("Type"), let target = attributes.text("Target")
      else { return }
      relations[id] = Relation(type: type, target: resolved(target))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// `/xl/a.xml` from the top, `a.xml` and `../a.xml` from the folder of the part that refers.
    private func resolved(_ target: String) -> String {
      var path = target.hasPrefix("/") ? [] : folders
      for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
        switch step {
        case ".": break
        case "..": _ = path.popLast()
        default: path.append(String(step))
        }
      }
      return path.joined(separator: "/")
    }
  }
}
