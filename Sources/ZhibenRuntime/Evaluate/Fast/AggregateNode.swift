import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A question over rows. One that names no record outside of it has one answer for all subjects, which is kept with its days.
final class AggregateNode: Node {
  private let kind: Aggregate.Kind
  private let scan: RowScan
  private let value: Node?
  private let order: CellOrder
  /// Whether no row is lacking (time 8).
  private let isComplete: Bool
  private let keeps: Bool
  private var kept: Kept?

  private struct Kept {
    var from: Int32
    var edge: Int32
    var answer: Answer
  }

  private enum Answer {
    case truth(Truth)
    case cell(Int64)
    case number(Rational?)
  }

  init(
    _ shape: Shape, _ kind: Aggregate.Kind, _ scan: RowScan, value: Node?, order: CellOrder,
    isComplete: Bool, keeps: Bool
  ) {
    (self.kind, self.scan, self.value) = (kind, scan, value)
    (self.order, self.isComplete, self.keeps) = (order, isComplete, keeps)
    super.init(shape)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    if !keeps { return judgeTruth(&judgement) }
    if case .truth(let truth) = keptAnswer(&judgement, { .truth(judgeTruth(&$0)) }) { return truth }
    return .unknown
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    if shape == .truth { return super.cell(&judgement) }
    if !keeps { return judgeCell(&judgement) }
    if case .cell(let cell) = keptAnswer(&judgement, { .cell(judgeCell(&$0)) }) { return cell }
    return unknownCell
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    if !keeps { return judgeNumber(&judgement) }
    if case .number(let number) = keptAnswer(&judgement, { .number(judgeNumber(&$0)) }) {
      return number
    }
    return nil
  }

  private func keptAnswer(
    _ judgement: inout Judgement, _ judge: (inout Judgement) -> Answer
  ) -> Answer {
    if let kept, kept.from <= judgement.day, judgement.day < kept.edge {
      judgement.lowerEdge(to: kept.edge)
      return kept.answer
    }
    let edge = judgement.edge
    judgement.edge = .max
    let answer = judge(&judgement)
    if judgement.isStopped { return answer }
    kept = Kept(from: judgement.day, edge: judgement.edge, answer: answer)
    judgement.lowerEdge(to: edge)
    return answer
  }

  // MARK: - 有 无 皆

  private func judgeTruth(_ judgement: inout Judgement) -> Truth {
    // What is sought: a row, or a row that breaks the condition.
    var found = isComplete ? Truth.no : .unknown
    let isKnown: Bool
    switch kind {
    case .every:
      let value = value
      isKnown = scan.forEach(&judgement) { judgement, row in
        switch value?.truth(&judgement) ?? .yes {
        case .yes: return true
        case .unknown: found = .unknown
        case .no: found = row.truth
        }
        return found != .yes
      }
    case .exists, .none:
      isKnown = scan.forEach(&judgement) { _, row in
        found = row.truth
        return found != .yes
      }
    default: return .unknown
    }
    if !isKnown { return .unknown }
    return kind == .exists ? found : Kleene.not(found)
  }

  // MARK: - 最近 首次 最大 最小

  private func judgeCell(_ judgement: inout Judgement) -> Int64 {
    guard isComplete else { return unknownCell }
    switch kind {
    case .latest, .earliest: return chosen(&judgement)
    case .maximum, .minimum:
      guard let value else { return unknownCell }
      var best = CellExtreme(order: order, wantsGreatest: kind == .maximum)
      let isKnown = scan.forEach(&judgement) { judgement, row in
        best.add(row.truth == .unknown ? unknownCell : value.cell(&judgement))
        return true
      }
      return isKnown ? best.result : unknownCell
    default: return unknownCell
    }
  }

  private func chosen(_ judgement: inout Judgement) -> Int64 {
    let wantsLatest = kind == .latest
    func precedes(_ one: RowScan.Row, _ other: RowScan.Row) -> Bool {
      let isEarlier = (one.date, one.row) < (other.date, other.row)
      return wantsLatest ? !isEarlier : isEarlier
    }
    var best: RowScan.Row?
    var rival: RowScan.Row?
    var first: RowScan.Row?
    var (count, isUndated) = (0, false)
    let isKnown = scan.forEach(&judgement) { _, row in
      count += 1
      if count == 1 { first = row }
      if row.date == unknownCell {
        isUndated = true
      } else if row.truth == .unknown {
        if rival.map({ precedes(row, $0) }) ?? true { rival = row }
      } else if best.map({ precedes(row, $0) }) ?? true {
        best = row
      }
      return !isUndated || count == 1
    }
    guard isKnown else { return unknownCell }
    // The only row is the latest and the earliest, whatever its date.
    if count == 1, let first { return first.truth == .yes ? Int64(first.row) : unknownCell }
    guard !isUndated, let best else { return unknownCell }
    if let rival, precedes(rival, best) { return unknownCell }
    return Int64(best.row)
  }

  // MARK: - Numbers

  private func judgeNumber(_ judgement: inout Judgement) -> Rational? {
    guard isComplete else { return nil }
    switch kind {
    case .count:
      var count = 0
      return visitKnown(&judgement) { _ in
        count += 1
        return true
      } ? Rational(count) : nil
    case .sum: return sum(&judgement)?.total
    case .average:
      return sum(&judgement).flatMap { $0.total.divided(by: Rational($0.count)) }
    case .maximum, .minimum:
      guard let value else { return nil }
      let wantsGreatest = kind == .maximum
      var best: Rational?
      let isKnown = visitKnown(&judgement) { judgement in
        guard let number = value.number(&judgement) else { return false }
        if best.map({ wantsGreatest ? $0 < number : number < $0 }) ?? true { best = number }
        return true
      }
      return isKnown ? best : nil
    case .share:
      guard let value else { return nil }
      var (hits, count) = (0, 0)
      let isKnown = visitKnown(&judgement) { judgement in
        let truth = value.truth(&judgement)
        hits += truth == .yes ? 1 : 0
        count += 1
        return truth != .unknown
      }
      return isKnown ? Rational(hits, over: count) : nil
    case .distinct: return value.flatMap { distinct($0, &judgement) }
    case .exists, .none, .every, .latest, .earliest: return nil
    }
  }

  /// Visits the rows as long as each is certain and `body` agrees; whether that is all of them.
  @inline(__always)
  private func visitKnown(
    _ judgement: inout Judgement, _ body: (inout Judgement) -> Bool
  ) -> Bool {
    var isKnown = true
    let hasOwner = scan.forEach(&judgement) { judgement, row in
      isKnown = row.truth == .yes && body(&judgement)
      return isKnown
    }
    return hasOwner && isKnown
  }

  private func sum(_ judgement: inout Judgement) -> (total: Rational, count: Int)? {
    guard let value else { return nil }
    if let field = value as? FieldNode, let sum = sumOfCells(field, &judgement) { return sum }
    var total = Rational(0)
    var count = 0
    let isKnown = visitKnown(&judgement) { judgement in
      guard let sum = value.number(&judgement).flatMap({ total.combined(.add, $0) }) else {
        return false
      }
      total = sum
      count += 1
      return true
    }
    return isKnown ? (total, count) : nil
  }

  /// The sum without a fraction for each row. nil also if the cells overflow: then the fractions decide.
  private func sumOfCells(
    _ field: FieldNode, _ judgement: inout Judgement
  ) -> (total: Rational, count: Int)? {
    var total: Int64 = 0
    var count = 0
    let isKnown = visitKnown(&judgement) { judgement in
      let cell = field.cell(&judgement)
      let (sum, overflow) = total.addingReportingOverflow(cell)
      total = sum
      count += 1
      return cell != unknownCell && !overflow
    }
    guard isKnown, total != unknownCell else { return nil }
    return field.rational(total).map { ($0, count) }
  }

  private func distinct(_ value: Node, _ judgement: inout Judgement) -> Rational? {
    var cells: Set<Int64> = []
    var numbers: Set<Rational> = []
    var lists: Set<[Int64]> = []
    var numberLists: Set<[Rational]> = []
    let isKnown = visitKnown(&judgement) { judgement in
      switch value.shape {
      case .truth, .cell:
        let cell = value.cell(&judgement)
        cells.insert(cell)
        return cell != unknownCell
      case .number:
        return value.number(&judgement).map { numbers.insert($0) } != nil
      case .list:
        return value.list(&judgement).map { lists.insert(Array($0)) } != nil
      case .numberList:
        return value.numberList(&judgement).map { numberLists.insert($0) } != nil
      case .value: return false
      }
    }
    let count = cells.count + numbers.count + lists.count + numberLists.count
    return isKnown ? Rational(count) : nil
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let needsDate = kind == .latest || kind == .earliest
    scan.blame(&judgement, value: value, needsDate: needsDate, &blanks)
  }
}
