import ZhibenSyntax

/// A generator that gives the same numbers for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes the generator of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Changes of a script that keep most of its structure, so that they reach behind the parser.
public enum Mutation {
  /// The words of the language in both languages.
  public static let words: [String] =
    KeywordTable.rows.flatMap { [$0.english] + $0.chinese }
    + [
      "{", "}", "（", "）", "、", "；", "：", "\"", "“", "”", "「", "」", "《", "》", "=", "≠", "<", ">",
      "≥",
      "≤", "+", "-", "*", "/", "→", "?", ".", "{a}", "\n", "```plan\n", "```\n", "30日", "近3年",
      "本年度",
      "每季度至少1次", "2024年4月15日", "20%以上", "不低于10%", "逾期15日", "届满前1个月内", "第四十一条", "今日", "有", "数量",
      "求和", "占比", "企业", "隐患", "机构", "引用 标准台账\n", "计划 甲 { 期间 2024年 }\n",
    ]

  /// The bytes after one change.
  public static func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let tokens = Lexer.lex(Properties.source(bytes)).tokens.filter {
      $0.span.start < $0.span.end
    }
    guard let one = tokens.randomElement(using: &random),
      let two = tokens.randomElement(using: &random)
    else { return Array((words.randomElement(using: &random) ?? "").utf8) }
    let (first, second) =
      one.span.start <= two.span.start ? (one.span, two.span) : (two.span, one.span)
    var result = bytes
    switch Int.random(in: 0..<9, using: &random) {
    case 0: result.removeSubrange(one.span.start..<one.span.end)
    case 1: result.insert(contentsOf: bytes[one.span.start..<one.span.end], at: two.span.end)
    case 2 where first.end <= second.start:
      result = Array(bytes[..<first.start])
      result += bytes[second.start..<second.end]
      result += bytes[first.end..<second.start]
      result += bytes[first.start..<first.end]
      result += bytes[second.end...]
    case 3: result.replaceSubrange(one.span.start..<one.span.end, with: flipped(bytes, one.span))
    case 4: result.removeSubrange(one.trivia.start..<one.trivia.end)
    case 5, 6:
      let word = Array((words.randomElement(using: &random) ?? "").utf8)
      result.replaceSubrange(one.span.start..<one.span.end, with: word)
    case 7:
      let word = Array((words.randomElement(using: &random) ?? "").utf8)
      result.insert(contentsOf: word + [0x20], at: one.span.start)
    default:
      // A stretch of the script again somewhere else.
      let end = min(second.end, first.start + 400)
      if first.start < end { result.insert(contentsOf: bytes[first.start..<end], at: second.end) }
    }
    return result
  }

  /// Half-width letters and signs as full-width ones and the other way round.
  private static func flipped(_ bytes: [UInt8], _ span: Span) -> [UInt8] {
    let scalars = String(decoding: bytes[span.start..<span.end], as: UTF8.self).unicodeScalars
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar.value {
      case 0x21...0x7E: result.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: result.append(scalar)
      }
    }
    return Array(String(result).utf8)
  }
}
