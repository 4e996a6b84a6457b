/// Names of characters that one cannot see, or that the language does not use.
enum CharacterNames {
  /// `零宽空格 U+200B`, `「￥」（U+FFE5）`, `「[」`.
  static func wording(_ scalar: Unicode.Scalar?) -> Wording {
    guard let scalar else { return "" }
    let code = SafeText.name(of: scalar)
    if let name = names[scalar.value] {
      return Wording(zh: "\(name.zh) \(code)", en: "\(name.en) \(code)")
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      return Wording(zh: "控制字符 \(code)", en: "control character \(code)")
    default:
      if scalar.isASCII { return Wording(zh: "「\(scalar)」", en: "“\(scalar)”") }
      return Wording(zh: "「\(scalar)」（\(code)）", en: "“\(scalar)” (\(code))")
    }
  }

  /// What to write instead of a sign of other languages.
  static func hint(_ scalar: Unicode.Scalar?) -> Wording? {
    guard let scalar else { return nil }
    switch scalar {
    case "[", "]", "［", "］", "〔", "〕":
      return Wording(zh: "一组值写在 { } 里，计算的括号用 ( )", en: "a set stands in { }, a calculation in ( )")
    case "'", "‘", "’", "`":
      return Wording(zh: "文字用双引号括起来", en: "a text stands in double quotes")
    case "-", "*", "－", "•", "·":
      return Wording(zh: "条目前面不用加列表符号", en: "items need no bullet")
    case "『", "』": return Wording(zh: "名称用「」括起来", en: "a name stands in 「」")
    case "\\":
      return Wording(zh: "文字里没有转义符；花括号写两个", en: "texts have no escapes; double a brace")
    case "|": return Wording(zh: "「或者」写「或」", en: "for a choice write “or”")
    case "&": return Wording(zh: "「并且」写「且」", en: "to join conditions write “and”")
    case "!", "！", "~": return Wording(zh: "否定写「非」", en: "to negate write “not”")
    case "》", "《": return Wording(zh: "大于写「>」或「大于」，小于写「<」或「小于」", en: "compare with > or <")
    default: return nil
    }
  }

  private static let names: [UInt32: Wording] = [
    0x00: Wording(zh: "空字符", en: "null character"),
    0x1B: Wording(zh: "转义符", en: "escape character"),
    0xAD: Wording(zh: "软连字符", en: "soft hyphen"),
    0x200B: Wording(zh: "零宽空格", en: "zero width space"),
    0x200C: Wording(zh: "零宽不连字符", en: "zero width non-joiner"),
    0x200D: Wording(zh: "零宽连字符", en: "zero width joiner"),
    0x200E: Wording(zh: "从左到右标记", en: "left-to-right mark"),
    0x200F: Wording(zh: "从右到左标记", en: "right-to-left mark"),
    0x2028: Wording(zh: "行分隔符", en: "line separator"),
    0x2029: Wording(zh: "段分隔符", en: "paragraph separator"),
    0x202A: Wording(zh: "从左到右嵌入", en: "left-to-right embedding"),
    0x202B: Wording(zh: "从右到左嵌入", en: "right-to-left embedding"),
    0x202C: Wording(zh: "方向结束", en: "pop directional formatting"),
    0x202D: Wording(zh: "强制从左到右", en: "left-to-right override"),
    0x202E: Wording(zh: "强制从右到左", en: "right-to-left override"),
    0x2060: Wording(zh: "词连接符", en: "word joiner"),
    0x2066: Wording(zh: "从左到右隔离", en: "left-to-right isolate"),
    0x2067: Wording(zh: "从右到左隔离", en: "right-to-left isolate"),
    0x2068: Wording(zh: "方向隔离", en: "first strong isolate"),
    0x2069: Wording(zh: "隔离结束", en: "pop directional isolate"),
    0x3164: Wording(zh: "韩文填充符", en: "Hangul filler"),
    0xFEFF: Wording(zh: "零宽不换行空格", en: "zero width no-break space"),
  ]
}
