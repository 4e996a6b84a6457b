/// Finds what a mistyped word was meant to be. Says nothing rather than something far-fetched.
public enum Suggestions {
  /// The candidates that come close to `typed`, best first: synonyms and the same word in other widths or cases, then the same sound, then a
  /// similar sound, then few wrong characters, then a part of the name. Ties keep the order of the candidates.
  /// - Parameter limit: how many at most.
  public static func closest(to typed: String, among candidates: [String], limit: Int = 3)
    -> [String]
  {
    guard !typed.isEmpty, typed.count <= 64, limit > 0 else { return [] }
    let search = Search(typed: typed)
    var found: [(rank: Rank, order: Int, name: String)] = []
    var seen: Set<String> = [typed]
    for (order, name) in candidates.enumerated() where seen.insert(name).inserted {
      if let rank = search.rank(of: name) { found.append((rank, order, name)) }
    }
    found.sort { ($0.rank, $0.order) < ($1.rank, $1.order) }
    // Beside a word that sounds the same, words that merely look alike would only distract.
    guard let best = found.first?.rank.tier else { return [] }
    let worst = best <= .sameSound ? Tier.sameSound : Tier.part
    return found.filter { $0.rank.tier <= worst }.prefix(limit).map(\.name)
  }

  enum Tier: Int, Comparable {
    case synonym, sameSound, similarSound, fewEdits, part

    static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
  }

  struct Rank: Comparable {
    let tier: Tier
    let distance: Int

    static func < (a: Rank, b: Rank) -> Bool { (a.tier, a.distance) < (b.tier, b.distance) }
  }
}

/// One typed word compared with many names.
private struct Search {
  let typed: [Character]
  let synonyms: Set<String>
  let isHan: Bool
  let sounds: [Set<String>]
  let dictionary = Pinyin.Dictionary.shared

  init(typed text: String) {
    typed = Self.folded(text)
    synonyms = Set(Synonyms.keywords(for: text))
    isHan = typed.contains(where: Pinyin.isHan)
    sounds = isHan ? typed.map(dictionary.readings) : []
  }

  func rank(of name: String) -> Suggestions.Rank? {
    if synonyms.contains(name) { return .init(tier: .synonym, distance: 0) }
    let other = Self.folded(name)
    if other == typed { return .init(tier: .synonym, distance: 1) }
    if isHan, other.count == typed.count, other.contains(where: Pinyin.isHan) {
      if agree(other, { $0 }) { return .init(tier: .sameSound, distance: differences(other)) }
      if agree(other, Pinyin.blurred) {
        return .init(tier: .similarSound, distance: differences(other))
      }
    }
    let allowed = threshold(for: other)
    if abs(other.count - typed.count) <= allowed {
      let distance = EditDistance.between(typed, other)
      if distance <= allowed { return .init(tier: .fewEdits, distance: distance) }
    }
    return isPart(other) ? .init(tier: .part, distance: abs(other.count - typed.count)) : nil
  }

  /// Whether every character may be read like the one it stands for.
  private func agree(_ other: [Character], _ form: (String) -> String) -> Bool {
    for index in typed.indices where typed[index] != other[index] {
      let mine = Set(sounds[index].map(form))
      let theirs = Set(dictionary.readings(of: other[index]).map(form))
      if mine.isDisjoint(with: theirs) { return false }
    }
    return true
  }

  private func differences(_ other: [Character]) -> Int {
    zip(typed, other).count { $0 != $1 }
  }

  /// How many wrong characters are still a slip. Two characters of Chinese are a whole word: only their order may be wrong.
  private func threshold(for other: [Character]) -> Int {
    if isHan {
      switch typed.count {
      case ...1: return 0
      case 2: return other == typed.reversed() ? 1 : 0
      case 3...5: return 1
      default: return 2
      }
    }
    switch typed.count {
    case ...2: return 0
    case 3...5: return 1
    case 6...8: return 2
    default: return 3
    }
  }

  /// Whether one of the two is the beginning or the end of the other and makes up at least half of it.
  private func isPart(_ other: [Character]) -> Bool {
    let (short, long) = typed.count < other.count ? (typed, other) : (other, typed)
    guard short.count >= (isHan ? 2 : 4), short.count * 2 >= long.count else { return false }
    return long.starts(with: short) || long.suffix(short.count).elementsEqual(short)
  }

  /// Lower case, half width.
  private static func folded(_ text: String) -> [Character] {
    text.lowercased().map { character in
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
        (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      else { return character }
      return Character(String(Character(narrow)).lowercased())
    }
  }
}
