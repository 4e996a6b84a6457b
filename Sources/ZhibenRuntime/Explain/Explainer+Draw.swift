import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Explainer {
  /// The list, the number, the places, the ticket: all that a draw rests on.
  func explain(_ draw: DrawRule, _ outcome: Outcome, _ rule: Rule) -> [WhyReport.Section] {
    guard let planner = DrawPlanner(rule: outcome.key.rule, draw: draw, context: context) else {
      return []
    }
    let rounds = planner.rounds().filter { $0.first == outcome.key.first }
    let code =
      outcome.key.subject < 0
      ? nil
      : DrawText.safe(facts.key(of: draw.population.register, outcome.key.subject))
    let mine = rounds.last { round in
      if outcome.kind == .draw { return round.nth == outcome.key.nth }
      return code.map { round.standings[$0] != nil } ?? false
    }
    guard let round = mine else { return [] }
    var sections: [WhyReport.Section] = []
    if outcome.key.subject >= 0 {
      let day = min(round.frozenOn, context.asOf)
      sections.append(membership(draw.population, outcome.key.subject, on: day))
      sections += reliefs(draw, outcome.key.rule, outcome.key.subject, on: day)
    }
    sections.append(list(round))
    sections.append(number(round))
    if let result = round.result {
      sections.append(places(result, of: code))
      if let code { sections.append(lot(code, result, round)) }
    }
    if outcome.kind == .visit, let announced = round.announced {
      var from = announced.day
      if let code, case .promoted(let day, _)? = round.standings[code] { from = day }
      let due = day(outcome.due)
      sections.append(
        WhyReport.Section(
          "期限", "Term",
          [
            WhyLine(
              "抽中之日 \(CivilDate(days: from))，期限 \(due.zh)",
              "drawn on \(CivilDate(days: from)), due \(due.en)")
          ]))
      if let evidence = draw.evidence {
        sections.append(self.evidence(evidence, outcome, from: from, through: outcome.due))
      }
      if outcome.status == .overdue, !draw.overdue.isEmpty {
        sections.append(measures(draw.overdue, outcome.key.subject, on: context.asOf))
      }
    }
    return sections
  }

  private func list(_ round: DrawRound) -> WhyReport.Section {
    let list = round.list
    let day = list.frozenOn
    var lines = [
      WhyLine("编号：\(list.id)", "Id: \(list.id)"),
      WhyLine(
        "名单冻结于 \(day)，\(list.units.count) 家\(round.isStored ? "，已存入台账" : "")",
        "List frozen on \(day), \(list.units.count) units\(round.isStored ? ", kept in the ledger" : "")"
      ),
      WhyLine("名单哈希 SHA-256：\(list.hash.hex)", "SHA-256 of the list: \(list.hash.hex)"),
    ]
    for reason in [DrawList.Apart.Reason.unknown, .weightless, .excluded] {
      let codes = list.apart.filter { $0.reason == reason }.map(\.code)
      guard !codes.isEmpty else { continue }
      let words =
        switch reason {
        case .unknown: Wording(zh: "是否在总体内不清楚", en: "membership unknown")
        case .weightless: Wording(zh: "权重不清楚", en: "weight unknown")
        case .excluded: Wording(zh: "排除", en: "excluded")
        }
      let shown = codes.prefix(12)
      lines.append(
        WhyLine(
          "另列 \(codes.count) 家（\(words.zh)）：\(shown.joined(separator: "、"))",
          "\(codes.count) apart (\(words.en)): \(shown.joined(separator: ", "))"))
    }
    return WhyReport.Section("名单", "List", lines)
  }

  private func number(_ round: DrawRound) -> WhyReport.Section {
    guard let number = round.announced else {
      let cause = round.refusal.words
      return WhyReport.Section(
        "号码", "Number",
        [
          WhyLine(
            cause.map { "没有可用的号码：\($0.zh)" } ?? "尚未公布：等冻结之后公布的号码记入「公布号码」",
            cause.map { "none that may be used: \($0.en)" }
              ?? "still to come: a number that is published after freezing, as a record of 公布号码")
        ])
    }
    let source = number.source.isEmpty ? DrawText.whole : number.source
    var lines = [
      WhyLine(
        "\(number.text)，\(CivilDate(days: number.day)) 公布，来源 \(source)",
        "\(number.text), published on \(CivilDate(days: number.day)), source \(source)"),
      WhyLine(
        "种子：\(round.list.seed(DrawText.safe(number.text)))",
        "Seed: \(round.list.seed(DrawText.safe(number.text)))"),
    ]
    if let later = round.laterNumber {
      lines.append(
        WhyLine(
          "登记现在写的是 \(later)，抽签不随之改变",
          "the register now says \(later); the draw does not change with it"))
    }
    return WhyReport.Section("号码", "Number", lines)
  }

  /// How many are drawn, and how the stratum came to its part.
  private func places(_ result: DrawResult, of code: String?) -> WhyReport.Section {
    let allocation = result.allocation
    let size = result.list.units.count
    var lines: [WhyLine] = []
    switch result.list.terms.size {
    case .share(let share):
      lines.append(
        WhyLine(
          "比例 \(share) × \(size) 家，进位为 \(allocation.total) 家",
          "share \(share) × \(size) units, rounded up: \(allocation.total)"))
    case .count(let count):
      lines.append(
        WhyLine("名额 \(count)，名单 \(size) 家", "quota \(count) of \(size) units"))
    }
    let stratum = code.flatMap { code in
      result.places.first { $0.unit.code == code }?.unit.stratum
    }
    let shares = allocation.shares.filter { stratum == nil || $0.stratum == stratum }
    for share in shares.prefix(lines.isEmpty ? 0 : 40) {
      let ground =
        switch share.ground {
        case .proportion: Wording(zh: "取整数部分", en: "the whole part")
        case .remainder: Wording(zh: "余数较大，进一", en: "one more for its remainder")
        case .least: Wording(zh: "每层至少", en: "the least of each stratum")
        }
      lines.append(
        WhyLine(
          "层「\(share.stratum)」：\(share.part) × \(share.size) ÷ \(share.among) → \(share.places) 家（\(ground.zh)）",
          "stratum “\(share.stratum)”: \(share.part) × \(share.size) ÷ \(share.among) → \(share.places) (\(ground.en))"
        ))
    }
    return WhyReport.Section("名额", "Places", lines)
  }

  private func lot(_ code: String, _ result: DrawResult, _ round: DrawRound) -> WhyReport.Section {
    guard let place = result.places.first(where: { $0.unit.code == code }) else {
      return WhyReport.Section("抽签", "Lot", [])
    }
    let size = result.allocation.shares.first { $0.stratum == place.unit.stratum }?.size ?? 0
    let input = "\(round.list.seed(result.number))|\(code)"
    var lines = [
      WhyLine(
        "票号：\(place.ticket.hex)", "Ticket: \(place.ticket.hex)",
        children: [
          place.unit.weight > 1
            ? WhyLine(
              "\(place.unit.weight) 张票中最小的一张，SHA-256（\(input)|1 至 \(place.unit.weight)）",
              "the smallest of \(place.unit.weight) tickets, SHA-256 of \(input)|1 to \(place.unit.weight)"
            )
            : WhyLine("SHA-256（\(input)）", "SHA-256 of \(input)")
        ]),
      WhyLine(
        "本层 \(size) 家中第 \(place.rank) 位", "rank \(place.rank) of \(size) in its stratum"),
    ]
    if place.unit.times > 0 {
      lines.append(
        WhyLine(
          "不重复：此前已抽中 \(place.unit.times) 次，排在次数少的之后",
          "drawn \(place.unit.times) times before, so behind who was drawn less"))
    }
    if let team = result.teams[code] {
      lines.append(
        WhyLine(
          "人员：\(team.joined(separator: "、"))", "Inspectors: \(team.joined(separator: ", "))"))
    }
    switch round.standings[code] {
    case .struck(let day)?:
      lines.append(
        WhyLine(
          "\(CivilDate(days: day)) 起不在总体内，划去",
          "struck: out of the population from \(CivilDate(days: day))"))
    case .promoted(let day, let lost)?:
      lines.append(
        WhyLine(
          "\(CivilDate(days: day)) 递补 \(lost)", "moved up for \(lost) on \(CivilDate(days: day))"))
    default: break
    }
    return WhyReport.Section("抽签", "Lot", lines)
  }
}
