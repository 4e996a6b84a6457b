import Foundation

/// How Chinese characters sound, without tones: those of GB/T 2312 by a table of our own, rarer ones by ICU, which takes its time to load.
public enum Pinyin {
  /// The readings of a character, the usual one first: `["zhang", "chang"]` for 长; the character itself if it is not Han.
  public static func readings(of character: Character) -> [String] {
    guard isHan(character) else { return [character.lowercased()] }
    let usual = sounds[character] ?? transliterated(character)
    return [usual] + others[character, default: []].filter { $0 != usual }
  }

  private static let sounds: [Character: String] = {
    var sounds: [Character: String] = [:]
    sounds.reserveCapacity(7_000)
    for group in table.split(whereSeparator: \.isWhitespace) {
      let sound = String(group.prefix { $0.isASCII })
      for character in group.dropFirst(sound.count) { sounds[character] = sound }
    }
    return sounds
  }()

  private static func transliterated(_ character: Character) -> String {
    let text = String(character)
    let latin = text.applyingTransform(.mandarinToLatin, reverse: false)?
      .applyingTransform(.stripDiacritics, reverse: false)
    return latin.map { $0.lowercased() } ?? text
  }

  /// Whether a character is Chinese.
  public static func isHan(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return value == 0x3007 || (0x3400...0x9FFF).contains(value)
      || (0x20000...0x323AF).contains(value) || (0xF900...0xFAFF).contains(value)
  }

  /// A reading in which sounds that many speakers do not tell apart are one: zh/z, ch/c, sh/s, n/l, -ng/-n.
  static func blurred(_ reading: String) -> String {
    var result = reading
    if result.hasPrefix("zh") || result.hasPrefix("ch") || result.hasPrefix("sh") {
      result.remove(at: result.index(after: result.startIndex))
    } else if result.hasPrefix("l") {
      result = "n" + result.dropFirst()
    }
    for ending in ["ang", "eng", "ing"] where result.hasSuffix(ending) { result.removeLast() }
    return result
  }

  /// Readings looked up once per process: ICU takes longer for the names of one register than all the rest of a check. The lock guards `known`.
  final class Dictionary: @unchecked Sendable {
    static let shared = Dictionary()
    private let lock = NSLock()
    private var known: [Character: Set<String>] = [:]

    func readings(of character: Character) -> Set<String> {
      if let readings = lock.withLock({ known[character] }) { return readings }
      let readings = Set(Pinyin.readings(of: character))
      // Only Chinese characters are kept: there are so many of them and no more, whatever a script holds.
      if Pinyin.isHan(character), character.unicodeScalars.count == 1 {
        lock.withLock { known[character] = readings }
      }
      return readings
    }
  }

  /// Further readings of characters that occur in administrative text, names and places; both are accepted everywhere.
  private static let others: [Character: [String]] = [
    "长": ["zhang", "chang"], "重": ["zhong", "chong"], "朝": ["chao", "zhao"],
    "行": ["xing", "hang"], "乐": ["le", "yue"], "调": ["diao", "tiao"],
    "传": ["chuan", "zhuan"], "参": ["can", "shen"], "单": ["dan", "shan"],
    "给": ["gei", "ji"], "还": ["huan", "hai"], "会": ["hui", "kuai"],
    "角": ["jiao", "jue"], "解": ["jie", "xie"], "率": ["lu", "shuai"],
    "没": ["mei", "mo"], "模": ["mo", "mu"], "强": ["qiang", "jiang"],
    "厦": ["xia", "sha"], "省": ["sheng", "xing"], "石": ["shi", "dan"],
    "属": ["shu", "zhu"], "宿": ["su", "xiu"], "提": ["ti", "di"], "系": ["xi", "ji"],
    "校": ["xiao", "jiao"], "降": ["jiang", "xiang"], "车": ["che", "ju"],
    "称": ["cheng", "chen"], "乘": ["cheng", "sheng"], "差": ["cha", "chai"],
    "大": ["da", "dai"], "度": ["du", "duo"], "否": ["fou", "pi"], "合": ["he", "ge"],
    "奇": ["qi", "ji"], "卡": ["ka", "qia"], "落": ["luo", "la"], "便": ["bian", "pian"],
    "薄": ["bao", "bo"], "藏": ["cang", "zang"], "曾": ["ceng", "zeng"],
    "查": ["cha", "zha"], "畜": ["chu", "xu"], "得": ["de", "dei"], "地": ["di", "de"],
    "区": ["qu", "ou"], "塞": ["sai", "se"], "似": ["si", "shi"], "识": ["shi", "zhi"],
    "巷": ["xiang", "hang"], "尉": ["wei", "yu"], "择": ["ze", "zhai"],
    "着": ["zhe", "zhuo", "zhao"], "种": ["zhong", "chong"], "都": ["du", "dou"],
    "弹": ["dan", "tan"], "盛": ["sheng", "cheng"], "仇": ["chou", "qiu"],
    "员": ["yuan", "yun"], "露": ["lu", "lou"], "壳": ["ke", "qiao"], "泊": ["bo", "po"],
  ]
}
