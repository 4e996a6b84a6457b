import ZhibenCalendar
import ZhibenDiagnostics

extension DrawCertificate {
  /// The headings, each on a line of its own.
  enum Heading: String {
    case allocation = "== ALLOCATION =="
    case result = "== RESULT =="
    case strikes = "== STRIKES =="
    case list = "== LIST =="
    case recipe = "== RECIPE =="
    case seal = "== SEAL =="
  }

  /// The certificate as one text: fields divided by tabs, so that people and shell tools read the same lines.
  /// - Parameter chinese: the language of title and recipe.
  public func text(chinese: Bool) -> String {
    let body = body(chinese: chinese)
    return body + "seal\t\(TextHash(body).hex)\n"
  }

  /// The hash of everything above the last line.
  public var seal: String { TextHash(body(chinese: true)).hex }

  private func body(chinese: Bool) -> String {
    let result = result
    var lines = [
      Self.title(chinese: chinese), "plan\t\(plan)", "basis\t\(basis)", "as-of\t\(asOf)",
      "published\t\(publishedOn)", "source\t\(source)", "number\t\(number)",
      "seed\t\(list.seed(number))", "list-sha256\t\(list.hash.hex)", Heading.allocation.rawValue,
    ]
    lines += Self.allocationLines(result) + [Heading.result.rawValue] + Self.resultLines(result)
    lines += [Heading.strikes.rawValue] + strikeLines(result) + [Heading.list.rawValue]
    let recipe = Self.recipe(chinese: chinese)
    return lines.map { $0 + "\n" }.joined() + list.text + Heading.recipe.rawValue + "\n" + recipe
      + Heading.seal.rawValue + "\n"
  }

  static func title(chinese: Bool) -> String {
    chinese ? "治本 抽签证书 1" : "Zhiben draw certificate 1"
  }

  /// `place, stratum, size, places, reserves, how`, by stratum.
  static func allocationLines(_ result: DrawResult) -> [String] {
    let allocation = result.allocation
    return ["total\t\(allocation.total)\t\(allocation.places)"]
      + allocation.shares.map { share in
        let reserves = min(result.list.terms.reserves, share.size - share.places)
        return "place\t\(share.stratum)\t\(share.size)\t\(share.places)\t\(reserves)"
          + "\t\(share.part)*\(share.size)/\(share.among)\t\(share.ground.rawValue)"
      }
  }

  /// The drawn, then the reserves, each by stratum and rank, then the inspectors in the same order.
  static func resultLines(_ result: DrawResult) -> [String] {
    let chosen = result.places(.drawn) + result.places(.reserve)
    let teams = chosen.compactMap { place -> String? in
      guard let team = result.teams[place.unit.code] else { return nil }
      return (["team", place.unit.code] + team).joined(separator: "\t")
    }
    return chosen.map { place in
      "\(place.role.rawValue)\t\(place.unit.stratum)\t\(place.rank)\t\(place.ticket.hex)"
        + "\t\(place.unit.code)"
    } + teams
  }

  private func strikeLines(_ result: DrawResult) -> [String] {
    let exits = Dictionary(strikes.map { ($0.code, $0.day) }, uniquingKeysWith: min)
    let standings = result.standings(exits: exits)
    var heirs: [String: String] = [:]
    for (code, standing) in standings {
      if case .promoted(_, let lost) = standing { heirs[lost] = code }
    }
    // One who moved up and fell out in turn has an heir of its own; whom it stood for has none left.
    return strikes.map {
      "struck\t\($0.code)\t\(CivilDate(days: $0.day))\t\(heirs[$0.code] ?? DrawText.whole)"
    }
  }

  /// Reads a certificate's own data, without looking whether the rest follows from it.
  /// - Returns: the certificate and its language; nil for what is none.
  public static func read(_ text: String) -> (certificate: DrawCertificate, chinese: Bool)? {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard let first = lines.first,
      let chinese = [true, false].first(where: { title(chinese: $0) == first }),
      let from = lines.firstIndex(of: Heading.list.rawValue),
      let to = lines.firstIndex(of: Heading.recipe.rawValue), from < to,
      let list = DrawList(text: lines[(from + 1)..<to].map { $0 + "\n" }.joined())
    else { return nil }
    var values: [String: String] = [:]
    var strikes: [DrawStrike] = []
    for line in lines[..<from] {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let tag = cells.first else { continue }
      let rest = Array(cells.dropFirst())
      if tag == "struck" {
        guard rest.count == 3, let code = rest.first,
          let day = CivilDate(iso: rest.dropFirst().first ?? "")
        else { return nil }
        strikes.append(DrawStrike(code: code, day: day.days))
      } else if rest.count == 1, values[tag] == nil {
        values[tag] = rest.first
      }
    }
    guard let asOf = values["as-of"].flatMap({ CivilDate(iso: $0) }),
      let published = values["published"].flatMap({ CivilDate(iso: $0) }),
      let plan = values["plan"], let basis = values["basis"], let source = values["source"],
      let number = values["number"]
    else { return nil }
    let certificate = DrawCertificate(
      plan: plan, basis: basis, asOf: asOf, list: list, number: number, publishedOn: published,
      source: source, strikes: strikes, isSafe: true)
    return (certificate, chinese)
  }

  /// With texts as they were read.
  private init(
    plan: String, basis: String, asOf: CivilDate, list: DrawList, number: String,
    publishedOn: CivilDate, source: String, strikes: [DrawStrike], isSafe: Bool
  ) {
    self.init(
      plan: plan, basis: basis, asOf: asOf, list: list, number: "", publishedOn: publishedOn,
      source: source, strikes: strikes)
    self.number = number
  }

  /// The lines of a certificate that do not follow from its list and number; nil for what is no certificate at all.
  public static func verify(_ text: String) -> [DrawFault]? { verification(text)?.faults }

  /// The same with the certificate.
  public static func verification(
    _ text: String
  ) -> (certificate: DrawCertificate, faults: [DrawFault])? {
    guard let (certificate, chinese) = read(text) else { return nil }
    return (
      certificate, faults(stated: text, recomputed: certificate.text(chinese: chinese))
    )
  }
}
