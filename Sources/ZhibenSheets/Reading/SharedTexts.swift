/// The texts that the cells of a workbook share, each once.
struct SharedTexts: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// The place of a text.
  func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  fileprivate mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
  }

  fileprivate mutating func endText() {
    let start = ends.last ?? 0
    EscapedText.unescape(&bytes, from: start)
    ends.append(bytes.count)
  }
}

/// Reads them. Runs of different type are one text; how it is pronounced is left out.
final class SharedTextReader: XMLHandler {
  private(set) var texts = SharedTexts()
  private(set) var problem: WorkbookProblem?
  private let limits: WorkbookLimits
  private let part: String
  private var isText = false
  private var isSound = false

  init(limits: WorkbookLimits, part: String) {
    (self.limits, self.part) = (limits, part)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case SheetNames.text: isText = !isSound
    case SheetNames.sound: isSound = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case SheetNames.text: isText = false
    case SheetNames.sound: isSound = false
    case SheetNames.sharedItem:
      texts.endText()
      if texts.count > limits.cells { problem = .tooLarge(part: part) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText, problem == nil else { return }
    texts.append(bytes)
    if texts.bytes.count > limits.textBytes { problem = .tooLarge(part: part) }
  }
}

/// Characters that XML cannot hold stand in texts as `_x000D_`.
enum EscapedText {
  /// Puts the characters back into the text that begins at `start`.
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7,
      var read = bytes[start...].firstIndex(of: UInt8(ascii: "_"))
    else { return }
    var write = read
    while read < bytes.count {
      if let value = code(bytes, read), let scalar = Unicode.Scalar(value) {
        for byte in String(Character(scalar)).utf8 {
          bytes[write] = byte
          write += 1
        }
        read += 7
      } else {
        bytes[write] = bytes[read]
        (write, read) = (write + 1, read + 1)
      }
    }
    bytes.removeSubrange(write...)
  }

  /// The number of `_x000D_` at `index`.
  private static func code(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

/// The names of elements.
enum SheetNames {
  static let text = XMLName("t")
  static let sound = XMLName("rPh")
  static let sharedItem = XMLName("si")
  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let formula = XMLName("f")
  static let inline = XMLName("is")
  static let merge = XMLName("mergeCell")
  static let sheet = XMLName("sheet")
  static let properties = XMLName("workbookPr")
  static let relationship = XMLName("Relationship")
}
