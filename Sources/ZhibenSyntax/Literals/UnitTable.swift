/// The closed table of counted units and number scales. A unit takes names away (`3台` cannot be one), so the table is frozen per language
/// version; units of time are not here, they make terms.
public enum UnitTable {
  /// The language version that brought this table.
  public static let version = 1

  /// Counted units, longer ones before their prefixes. They are spelt so in both languages.
  public static let counted: [String] = [
    "人次", "人日", "工日", "人", "名", "家", "户", "次", "个", "条", "处", "项", "件", "份", "台", "套", "辆", "座",
    "元", "吨", "公斤", "千克", "克", "平方米", "立方米", "米", "千米", "公里", "公顷", "亩", "升", "倍", "分", "档", "岁",
  ]

  /// A unit only when glued to digits (`3起`): else `自 某日 起` could not be written.
  public static let glued = "起"

  /// Whether a unit begins with this scalar: what stands behind most numbers is none.
  static func mayBegin(_ scalar: UInt32) -> Bool { firsts.contains(scalar) }

  /// Whether a scale does.
  static func mayBeginScale(_ scalar: UInt32) -> Bool { scaleFirsts.contains(scalar) }

  private static let firsts = ScalarSet(firstOf: counted + [glued])
  private static let scaleFirsts = ScalarSet(firstOf: scales.map(\.spelling))

  /// Scales between a number and its unit, longer ones first.
  public static let scales: [(spelling: String, factor: Int)] = [
    ("千万", 10_000_000), ("百万", 1_000_000), ("万亿", 1_000_000_000_000), ("亿", 100_000_000),
    ("万", 10_000), ("千", 1000),
  ]
}
