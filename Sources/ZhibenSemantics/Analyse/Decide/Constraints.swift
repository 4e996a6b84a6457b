import ZhibenSyntax

/// Decides in which cases conditions hold: whether two can hold together, whether one implies another, and what a case looks like.
///
/// A condition becomes boxes of values (`Region`). What cannot be taken apart (有, 数量, a comparison of two fields) is a variable of its own,
/// told apart by its text. Since nothing is known of how such variables depend on one another, "never together" and "implies" are certain,
/// while "may hold together" may name a case that does not occur.
///
/// All work is counted: of a script that is made to be hard the rest stays undecided.
final class Constraints {
  /// More boxes than these are not looked at.
  static let maximumRegions = 150

  let program: Program
  let printer: ProgramPrinter
  private(set) var variables: [Variable] = []
  /// The variables by text.
  private var numbers: [String: Int] = [:]
  /// Those of fields of records at hand, which are most, by what makes their text.
  private var fields: [FieldPlace: Int] = [:]
  /// What was found out last, by place: a rule's conditions are looked at alone, in parts, and against one another.
  private var judged: [Origin: (core: Core, truths: Truths)] = [:]
  /// Where values lie.
  var scale = Scale()
  /// Scopes and partitions that were taken apart, by the text of the record that they are asked of.
  private var scopes: [Asked: Truths] = [:]
  private var partitions: [Asked: [Truths]] = [:]
  /// How many steps may still be made.
  @exclusivity(unchecked) private(set) var budget: Int

  private struct FieldPlace: Hashable {
    var frame: Int
    var field: FieldRef
  }

  private struct Asked: Hashable {
    var definition: Int
    var record: String
  }

  init(_ program: Program) {
    self.program = program
    printer = ProgramPrinter(program)
    let size = program.rules.count + program.scopes.count + program.partitions.count
    budget = 50_000 + 1_000 * size
  }

  var schema: Schema { program.schema }

  // MARK: - Boxes

  /// Takes note of work; false when there was enough of it.
  private func spend(_ steps: Int) -> Bool {
    budget -= steps
    return budget > 0
  }

  /// The cases that are in both.
  func both(_ a: [Region]?, _ b: [Region]?) -> [Region]? {
    // What is in nothing is in nothing, however little is known of the other.
    if a?.isEmpty == true || b?.isEmpty == true { return [] }
    guard let a, let b else { return nil }
    var result: [Region] = []
    for left in a {
      guard spend(b.count) else { return nil }
      for right in b {
        if let region = left.intersection(right), !add(region, to: &result) { return nil }
      }
    }
    return result
  }

  /// The cases that are in either.
  func either(_ a: [Region]?, _ b: [Region]?) -> [Region]? {
    guard let a, let b else { return nil }
    guard var result = Optional(a.count >= b.count ? a : b) else { return nil }
    for region in a.count >= b.count ? b : a where !add(region, to: &result) { return nil }
    return result
  }

  /// The cases of the first that are not in the second.
  func without(_ a: [Region]?, _ b: [Region]?) -> [Region]? {
    guard var left = a else { return nil }
    if left.isEmpty { return [] }
    guard let b else { return nil }
    for taken in b {
      guard spend(left.count) else { return nil }
      left = left.flatMap { $0.subtracting(taken) { variables[$0].domain } }
      guard left.count <= Self.maximumRegions else { return nil }
    }
    return left
  }

  /// Adds a box unless another holds it; false if there are too many.
  private func add(_ region: Region, to regions: inout [Region]) -> Bool {
    guard spend(1 + regions.count / 2) else { return false }
    if regions.contains(where: region.isInside) { return true }
    regions.append(region)
    return regions.count <= Self.maximumRegions
  }

  // MARK: - Variables

  func variable(
    _ key: String, _ kind: Variable.Kind, _ core: Core, _ domain: @autoclosure () -> ValueSet
  ) -> Int {
    if let known = numbers[key] { return known }
    variables.append(Variable(kind: kind, core: core, domain: domain()))
    numbers[key] = variables.count - 1
    return variables.count - 1
  }

  /// The variable for a value that is compared.
  func variable(of core: Core) -> Int {
    guard case .field(let base, let field) = core.node, case .record(let frame) = base.node else {
      return variable(printer.text(core), .value, core, domain(core))
    }
    let place = FieldPlace(frame: frame, field: field)
    if let known = fields[place] { return known }
    let found = variable(printer.text(core), .value, core, domain(core))
    fields[place] = found
    return found
  }

  // MARK: - Conditions

  /// When a condition holds, and when it does not.
  func truths(_ core: Core) -> Truths {
    switch core.node {
    case .constant(.bool(let truth)?): return truth ? .always : .never
    case .constant(nil): return .unknown
    default: break
    }
    if let known = judged[core.origin], known.core == core { return known.truths }
    let found = decide(core)
    // Few are asked for again later; what is kept stays small.
    if judged.count >= 256 { judged.removeAll(keepingCapacity: true) }
    judged[core.origin] = (core, found)
    return found
  }

  // MARK: - Definitions

  /// When the record is in the scope; nil if that cannot be said in terms of the record.
  func scope(_ index: Int, of record: Core) -> Truths? {
    guard program.scopes.indices.contains(index) else { return nil }
    let asked = Asked(definition: index, record: name(of: record))
    if let known = scopes[asked] { return known }
    let found = program.scopes[index].condition.asked(of: record).map(truths)
    if let found { scopes[asked] = found }
    return found
  }

  /// What tells a record from others over the same register.
  private func name(of record: Core) -> String {
    if case .record(let frame) = record.node { "#\(frame)" } else { printer.text(record) }
  }

  /// When the record is in each class of the partition.
  func classes(_ index: Int, of record: Core) -> [Truths]? {
    guard program.partitions.indices.contains(index) else { return nil }
    let asked = Asked(definition: index, record: name(of: record))
    if let known = partitions[asked] { return known }
    let partition = program.partitions[index]
    guard let domain = partition.domain.asked(of: record) else { return nil }
    var open = truths(domain).yes
    var found: [Truths] = []
    for arm in partition.arms {
      guard let arm = arm.asked(of: record) else { return nil }
      let holds = truths(arm)
      found.append(Truths(yes: both(open, holds.yes), no: nil))
      open = both(open, holds.no)
    }
    partitions[asked] = found
    return found
  }
}
