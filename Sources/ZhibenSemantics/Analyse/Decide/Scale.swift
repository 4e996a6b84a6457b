import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

/// Where values lie on the scale on which they are compared, and which value lies where.
struct Scale {
  /// Texts and other values without a scale, numbered as they come.
  private var words: [Value] = []
  private var numbers: [Value: Int] = [:]

  /// The place of a value among values like it.
  mutating func place(_ value: Value) -> Rational {
    switch value {
    case .bool(let truth): return Rational(truth ? 1 : 0)
    case .number(let number): return number
    case .date(let date): return Rational(Int(date.days))
    case .moment(let minutes): return Rational(minutes)
    case .enumeration(_, let position): return Rational(position)
    default:
      if let known = numbers[value] { return Rational(known) }
      words.append(value)
      numbers[value] = words.count - 1
      return Rational(words.count - 1)
    }
  }

  /// All places of the values of a type that are filled in.
  static func domain(_ type: ValueType, isWhole: Bool, _ schema: Schema) -> ValueSet {
    switch type {
    case .bool: truth
    case .enumeration(let list):
      .closed(Rational(0), Rational(schema[list].values.count - 1), isWhole: true)
    case .number: .closed(nil, nil, isWhole: isWhole)
    default: .closed(nil, nil, isWhole: true)
    }
  }

  /// 否 and 是.
  static let truth = ValueSet.closed(Rational(0), Rational(1), isWhole: true)

  /// What lies at a place: `= 300`.
  func text(_ place: Rational, _ type: ValueType, _ schema: Schema) -> Wording {
    switch type {
    case .bool:
      return place == Rational(1) ? Wording(zh: "= 是", en: "= yes") : Wording(zh: "= 否", en: "= no")
    case .number(let unit): return Wording("= \(place)\(unit)")
    case .date: return Wording("= \(CivilDate(days: Int32(clamping: place.roundedDown)))")
    case .moment: return Wording("= \(ProgramPrinter.text(.moment(place.roundedDown), schema))")
    case .enumeration(let list):
      return Wording("= \(ProgramPrinter.text(.enumeration(list, place.roundedDown), schema))")
    default:
      let number = place.roundedDown
      guard words.indices.contains(number) else {
        return Wording(zh: "是别的", en: "is something else")
      }
      return Wording("= \(ProgramPrinter.text(words[number], schema))")
    }
  }

  /// A set of which a sample is not one of the numbered words where it has others: what nobody named shows best that nobody named it.
  func sample(_ set: ValueSet, _ type: ValueType) -> Rational? {
    switch type {
    case .text, .term, .record, .list, .map, .structure, .cadence, .period:
      let other = Rational(words.count)
      return set.contains(other) ? other : set.sample
    default: return set.sample
    }
  }
}
