import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

/// What becomes of rows that were judged: the meaning of `Aggregate.Kind`, for aggregates, folds and groups alike.
enum Folding {
  /// A row that is not certainly out.
  struct Row {
    /// The record or element.
    var element: Value
    /// `yes` or `unknown`.
    var truth: Truth
    /// What is summed, compared or shared; nil if unknown, or if there is nothing to read.
    var value: Value?
    /// By which 最近 and 首次 choose.
    var date: CivilDate?
  }

  /// The value of the fold.
  /// - Parameters:
  ///   - hasValue: whether there is an expression whose values the rows hold.
  ///   - mayLackRows: whether a row may be lacking of which nothing is known (time 8).
  ///   - meter: who may end it.
  static func result(
    _ kind: Aggregate.Kind, _ rows: [Row], hasValue: Bool, mayLackRows: Bool = false,
    _ meter: Meter?
  ) -> Value? {
    let lacking: [Truth] = mayLackRows ? [.unknown] : []
    let truths = rows.map(\.truth) + lacking
    switch kind {
    case .exists: return Kleene.or(truths).value
    case .none: return Kleene.not(Kleene.or(truths)).value
    case .every:
      // "If it is a row, then the value holds": a row that may be out does not disprove.
      let parts = rows.map { Kleene.or([Kleene.not($0.truth), hasValue ? Truth($0.value) : .yes]) }
      return Kleene.and(parts + lacking).value
    case .latest, .earliest:
      return mayLackRows ? nil : chosen(rows, wantsLatest: kind == .latest)
    case .count:
      return truths.contains(.unknown) ? nil : .number(Rational(truths.count))
    case .sum, .average, .maximum, .minimum, .share, .distinct:
      let values = rows.compactMap(\.value)
      guard !truths.contains(.unknown), values.count == rows.count else { return nil }
      return fold(values, kind, meter)
    }
  }

  private static func fold(
    _ values: [Value], _ kind: Aggregate.Kind, _ meter: Meter?
  ) -> Value? {
    switch kind {
    case .sum: return sum(values, meter).map { .number($0) }
    case .average:
      return sum(values, meter)?.divided(by: Rational(values.count)).map { .number($0) }
    case .maximum: return Values.extreme(values, wantsGreatest: true, meter)
    case .minimum: return Values.extreme(values, wantsGreatest: false, meter)
    case .share:
      let hits = values.count { $0 == .bool(true) }
      return Rational(hits, over: values.count).map { .number($0) }
    case .distinct:
      var distinct: Set<Value> = []
      for value in values {
        guard meter.works() else { return nil }
        distinct.insert(value)
      }
      return .number(Rational(distinct.count))
    default: return nil
    }
  }

  private static func sum(_ values: [Value], _ meter: Meter?) -> Rational? {
    var total = Rational(0)
    for value in values {
      guard meter.works(), case .number(let number) = value,
        let sum = total.combined(.add, number)
      else { return nil }
      total = sum
    }
    return total
  }

  /// The only row there is, whatever its date; of several the one with the latest (earliest) date, and of these the one entered last (first).
  /// Unknown if an unknown row, or one whose date is not known, might take its place.
  private static func chosen(_ rows: [Row], wantsLatest: Bool) -> Value? {
    if rows.count == 1, rows[0].truth == .yes { return rows[0].element.known }
    typealias Place = (offset: Int, row: Row)
    var best: Place?
    var rivals: [Place] = []
    func precedes(_ one: Place, _ other: Place) -> Bool {
      guard let left = one.row.date, let right = other.row.date else { return true }
      let isEarlier = (left, one.offset) < (right, other.offset)
      return wantsLatest ? !isEarlier : isEarlier
    }
    for (offset, row) in rows.enumerated() {
      let place = (offset: offset, row: row)
      if row.truth == .unknown || row.date == nil {
        rivals.append(place)
      } else if best.map({ precedes(place, $0) }) ?? true {
        best = place
      }
    }
    guard let best, !rivals.contains(where: { precedes($0, best) }) else { return nil }
    return best.row.element.known
  }
}
