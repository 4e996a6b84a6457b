// Writes the table of how Chinese characters sound (ZhibenDiagnostics) out of ICU's transliteration, so that nobody has to load ICU to know.
//
//     swiftc -O Scripts/generate-pinyin.swift -o /tmp/generate-pinyin && /tmp/generate-pinyin
//
// It holds the 6,763 characters of GB/T 2312; rarer ones are still asked of ICU. Run again when ICU's readings get better; commit the table.

import Foundation

let gb18030 = String.Encoding(rawValue: 0x8000_0632)
var sounds: [String: [Character]] = [:]
for high in UInt8(0xB0)...0xF7 {
  for low in UInt8(0xA1)...0xFE {
    guard let text = String(data: Data([high, low]), encoding: gb18030), text.count == 1,
      let character = text.first, let value = text.unicodeScalars.first?.value,
      (0x4E00...0x9FFF).contains(value),
      let latin = text.applyingTransform(.mandarinToLatin, reverse: false)?
        .applyingTransform(.stripDiacritics, reverse: false)?.lowercased(),
      latin.allSatisfy({ $0.isASCII && $0.isLetter })
    else { continue }
    sounds[latin, default: []].append(character)
  }
}
var lines = [""]
for (sound, characters) in sounds.sorted(by: { $0.key < $1.key }) {
  // Long groups are cut: a sound may stand more than once.
  var rest = characters[...]
  while !rest.isEmpty {
    let room = 92 - lines[lines.count - 1].count - sound.count
    if room < 4 {
      lines.append("")
      continue
    }
    lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + sound + String(rest.prefix(room))
    rest = rest.dropFirst(room)
  }
}
let body = lines.map { "    " + $0 }.joined(separator: "\n")
let table = """
  // Written by Scripts/generate-pinyin.swift.

  extension Pinyin {
    /// Sounds without tones, each followed by the characters that sound so.
    static let table = \"\"\"
  \(body)
      \"\"\"
  }

  """
let path = "Sources/ZhibenDiagnostics/Suggestions/PinyinTable.swift"
try Data(table.utf8).write(to: URL(fileURLWithPath: path))
print("\(sounds.values.reduce(0) { $0 + $1.count }) characters, \(sounds.count) sounds, \(lines.count) lines")
