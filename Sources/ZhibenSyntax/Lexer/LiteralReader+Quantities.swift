/// Numbers, shares, quantities with counted units, bounds, clock times, rates, article numbers.
extension LiteralReader {
  /// A number of digits; `value` is nil when it does not fit 64 bits.
  struct Number {
    let value: Rational?
    let isDecimal: Bool
    let next: Int
    let refusal: Refusal?
  }

  /// The longest decimal fraction that is kept exact.
  private static let largestFraction = 12

  /// The plain number at `offset`: `3`, `3.5`.
  func number(_ offset: Int) -> Number? {
    guard let whole = digits(offset) else { return nil }
    let (mark, begin) = text.scalar(whole.next)
    guard mark == 0x2E, let fraction = digits(begin) else {
      return number(whole, nil, whole.next, nil)
    }
    return number(whole, fraction, fraction.next, nil)
  }

  private func number(
    _ whole: Digits, _ fraction: Digits?, _ next: Int, _ refusal: Refusal?
  ) -> Number {
    var value = whole.value.map { Rational($0) }
    if let fraction {
      value = nil
      if fraction.count <= LiteralReader.largestFraction, let part = fraction.value,
        let integer = whole.value
      {
        var scale = 1
        for _ in 0..<fraction.count { scale *= 10 }
        value = Rational(part, over: scale).flatMap { Rational(integer).adding($0) }
      }
    }
    let tooLarge = value == nil ? Refusal(kind: .numberTooLarge) : nil
    return Number(
      value: value, isDecimal: fraction != nil, next: next, refusal: tooLarge ?? refusal)
  }

  /// `3。5` and `1，000`: glued marks that a Chinese keyboard gives for a point or a thousands comma. Both readings are offered.
  private func gluedNumber(_ offset: Int) -> Number? {
    guard let whole = digits(offset) else { return nil }
    let (mark, begin) = text.scalar(whole.next)
    if mark == 0x3002, let fraction = digits(begin) {
      let (left, right) = (
        text.folded(offset, whole.next), text.folded(begin, fraction.next)
      )
      let refusal = Refusal(
        kind: .gluedDecimal, fixes: ["\(left).\(right)", "\(left)。 \(right)"],
        span: Span(offset, fraction.next))
      return number(whole, fraction, fraction.next, refusal)
    }
    guard mark == 0x2C, whole.count <= 3, var value = whole.value else { return nil }
    var (position, parts) = (whole.next, [text.folded(offset, whole.next)])
    while text.scalar(position).value == 0x2C {
      let from = text.scalar(position).next
      guard parts.count <= 5, let group = digits(from), group.count == 3, let part = group.value
      else { break }
      value = value * 1000 + part
      parts.append(text.folded(from, group.next))
      position = group.next
    }
    guard parts.count > 1 else { return nil }
    let refusal = Refusal(
      kind: .ambiguousNumber, fixes: [parts.joined(), parts.joined(separator: ", ")],
      span: Span(offset, position))
    return Number(value: Rational(value), isDecimal: false, next: position, refusal: refusal)
  }

  /// Everything that begins with a count: durations, quantities, bounds, numbers, phrases of a share.
  mutating func readCounted(_ offset: Int) {
    if let term = duration(offset) { finish(term) }
    readSharedRange(offset)
    readFraction(offset)
    if let number = number(offset) {
      propose(number)
      readEnglishCounted(number)
    }
    if let number = gluedNumber(offset) { propose(number) }
    if !CharacterClass.isDigit(text.scalar(offset).value),
      let (value, next) = HanNumerals.read(text, offset)
    {
      finishUnits(Rational(value), next, nil)
    }
  }

  private mutating func propose(_ number: Number) {
    let value = number.value ?? Rational(Int.max)
    propose(.number(value), number.next, number.refusal)
    if let (direction, end) = boundSuffix(number.next) {
      let bound = BoundLiteral(direction, .quantity(Quantity(value, "")))
      propose(.bound(bound), end, number.refusal)
    }
    readPercent(value, number)
    finishUnits(value, number.next, number.refusal)
    let refusal = number.refusal
    if let next = text.match(UnitTable.glued, number.next) {
      finish(Quantity(value, UnitTable.glued), next, refusal)
    }
    guard UnitTable.mayBeginScale(text.scalar(gap(number.next)).value) else { return }
    for (spelling, factor) in UnitTable.scales {
      guard let next = matchAfterGap(spelling, number.next) else { continue }
      let scaled = value.multiplied(by: Rational(factor))
      let problem = scaled == nil ? Refusal(kind: .numberTooLarge) : refusal
      let product = scaled ?? Rational(Int.max)
      propose(.number(product), next, problem)
      if let (direction, end) = boundSuffix(next) {
        propose(
          .bound(BoundLiteral(direction, .quantity(Quantity(product, "")))), end, problem)
      }
      finishUnits(product, next, problem)
    }
  }

  private mutating func readPercent(_ value: Rational, _ number: Number) {
    var position = number.next
    var (sign, next) = text.scalar(position)
    if CharacterClass.isBlank(sign) {
      position = next
      (sign, next) = text.scalar(position)
    }
    guard CharacterClass.isShare(sign) else { return }
    let share = value.divided(by: Rational(sign == 0x25 ? 100 : 1000))
    finish(
      Quantity(share ?? Rational(Int.max), "%"), next,
      share == nil ? Refusal(kind: .numberTooLarge) : number.refusal)
  }

  private mutating func finishUnits(_ value: Rational, _ offset: Int, _ refusal: Refusal?) {
    let begin = gap(offset)
    guard UnitTable.mayBegin(text.scalar(begin).value) else { return }
    for unit in UnitTable.counted {
      guard let next = text.match(unit, begin) else { continue }
      finish(Quantity(value, unit), next, refusal)
    }
  }

  /// Proposes a quantity and the bounds that begin with one.
  private mutating func finish(_ quantity: Quantity, _ next: Int, _ refusal: Refusal?) {
    propose(.quantity(quantity), next, refusal)
    if let (direction, end) = boundSuffix(next) {
      propose(.bound(BoundLiteral(direction, .quantity(quantity))), end, refusal)
    }
    if let end = text.match("以内", next) {
      propose(.bound(BoundLiteral(.atMost, .quantity(quantity))), end, refusal)
    }
    readEnglishBound(.quantity(quantity), next, refusal)
  }

  /// `百分之十`, `千分之五`.
  mutating func readShareOf() {
    let percent = text.match("百分之", start)
    guard let after = percent ?? text.match("千分之", start) else { return }
    let scale = percent != nil ? 100 : 1000
    if let number = number(after), let value = number.value?.divided(by: Rational(scale)) {
      finish(Quantity(value, "%"), number.next, number.refusal)
    } else if let (count, next) = HanNumerals.read(text, after),
      let value = Rational(count, over: scale)
    {
      finish(Quantity(value, "%"), next, nil)
    }
  }

  /// `三分之二`.
  private mutating func readFraction(_ offset: Int) {
    guard let (below, after) = HanNumerals.read(text, offset),
      let begin = text.match("分之", after), let (above, next) = HanNumerals.read(text, begin),
      let value = Rational(above, over: below)
    else { return }
    finish(Quantity(value, ""), next, nil)
  }

  /// The percentage or fraction at `offset`, for shares of cadences.
  func share(_ offset: Int) -> (Quantity, Int)? {
    guard mayBeShare(offset) else { return nil }
    let reading = quantities(offset).filter { reading in
      guard case .quantity(let quantity) = reading.literal else { return false }
      return quantity.unit == "%" || (quantity.unit.isEmpty && reading.refusal == nil)
    }
    guard let last = reading.max(by: { $0.end < $1.end }), case .quantity(let value) = last.literal
    else { return nil }
    return (value, last.end)
  }

  /// Whether a number at `offset` may be one of hundredths or the like: `%`, `‰` or 分 stands behind it.
  private func mayBeShare(_ offset: Int) -> Bool {
    var position = offset
    while true {
      let (value, next) = text.scalar(position)
      switch value {
      case 0x25, 0x2030, 0x5206: return true
      // Points and commas of every width stand in numbers, and one blank may follow.
      case 0x2C, 0x2E, 0x3002: break
      default:
        guard
          CharacterClass.isDigit(value) || CharacterClass.isBlank(value)
            || HanNumerals.isNumeral(value)
        else { return false }
      }
      position = next
    }
  }

  /// The quantities that may be read at `offset`. Only where a number begins: literals never nest deeper than this.
  func quantities(_ offset: Int) -> [Reading] {
    let first = text.scalar(offset).value
    guard CharacterClass.isDigit(first) || HanNumerals.isNumeral(first) else { return [] }
    return LiteralReader.readAll(text, at: offset).filter {
      if case .quantity = $0.literal { return true }
      return false
    }
  }

  /// `每件20分`, `每起20分`, `每人2次`; `offset` stands after 每.
  mutating func readRate(_ offset: Int) {
    guard UnitTable.mayBegin(text.scalar(offset).value) else { return }
    for unit in UnitTable.counted + [UnitTable.glued] {
      guard let after = text.match(unit, offset) else { continue }
      for reading in quantities(gap(after)) {
        guard case .quantity(let quantity) = reading.literal else { continue }
        propose(.rate(unit: unit, quantity), reading.end, reading.refusal)
      }
    }
  }

  // MARK: Clock and articles

  /// `8:00` in minutes.
  func clock(_ offset: Int) -> (minutes: Int, next: Int)? {
    guard let hours = digits(offset), hours.count <= 2, let hour = hours.value, hour <= 24 else {
      return nil
    }
    let (mark, begin) = text.scalar(hours.next)
    guard mark == 0x3A, let minutes = digits(begin), minutes.count == 2,
      let minute = minutes.value, minute < 60, hour < 24 || minute == 0
    else { return nil }
    return (hour * 60 + minute, minutes.next)
  }

  mutating func readClock(_ offset: Int) {
    guard let (from, next) = clock(offset) else { return }
    propose(.time(from), next)
    if let right = joiner(next), let (to, end) = clock(right) { propose(.hours(from, to), end) }
  }

  /// `第十六条第二款第三项`.
  mutating func readArticle() {
    var position = start
    for mark in ["条", "款", "项"] {
      guard let begin = text.match("第", position), let (_, after, _) = count(gap(begin)),
        let next = matchAfterGap(mark, after)
      else { continue }
      guard mark == "条" || position > start else { return }
      position = next
      propose(.article(text.folded(start, position)), position)
    }
  }
}
