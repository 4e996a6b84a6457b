import ZhibenFacts
import ZhibenSemantics

/// A scope's condition, compiled once for the program. What it says of a record is kept with the days for which it holds, if judging it anew
/// costs more than looking it up.
final class ScopeSlot {
  private let count: Int
  private let keeps: Bool
  /// Compiled after the slot exists, since a condition may name other scopes.
  var condition: CompiledUnit?
  private var kept: [Kept] = []

  private struct Kept {
    var from: Int32 = .max
    var edge: Int32 = .min
    var truth: Truth = .unknown
  }

  init(count: Int, keeps: Bool) { (self.count, self.keeps) = (count, keeps) }

  /// Whether the record is a member, judged in frames above the `live` ones.
  func truth(_ row: Int32, above live: Int, _ judgement: inout Judgement) -> Truth {
    let index = Int(row)
    guard let condition, index >= 0, index < count else { return .unknown }
    if kept.isEmpty, keeps { kept = Array(repeating: Kept(), count: count) }
    if keeps, kept[index].from <= judgement.day, judgement.day < kept[index].edge {
      judgement.lowerEdge(to: kept[index].edge)
      return kept[index].truth
    }
    let edge = judgement.edge
    judgement.edge = .max
    judgement.enter(row, above: live, frameCount: condition.frameCount)
    let truth = condition.node.truth(&judgement)
    judgement.leave(live)
    if keeps, !judgement.isStopped {
      kept[index] = Kept(from: judgement.day, edge: judgement.edge, truth: truth)
    }
    judgement.lowerEdge(to: edge)
    return truth
  }

  func blame(
    _ row: Int32, above live: Int, _ judgement: inout Judgement, _ blanks: inout Set<FieldRef>
  ) {
    guard let condition, row >= 0, row < count else { return }
    judgement.enter(row, above: live, frameCount: condition.frameCount)
    condition.node.blame(&judgement, &blanks)
    judgement.leave(live)
  }
}

/// An expression with frames of its own.
struct CompiledUnit {
  var node: Node
  var frameCount: Int
}

/// Whether a record is a member of a scope.
final class InScopeNode: Node {
  private let slot: ScopeSlot
  private let record: Node
  private let live: Int

  init(_ slot: ScopeSlot, _ record: Node, live: Int) {
    (self.slot, self.record, self.live) = (slot, record, live)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let row = record.cell(&judgement)
    if row == unknownCell { return .unknown }
    return slot.truth(Int32(truncatingIfNeeded: row), above: live, &judgement)
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let row = record.cell(&judgement)
    if row == unknownCell { return record.blame(&judgement, &blanks) }
    slot.blame(Int32(truncatingIfNeeded: row), above: live, &judgement, &blanks)
  }
}

/// A partition, compiled once for the program. Kept like a scope.
final class PartitionSlot {
  private let count: Int
  private let keeps: Bool
  var domain: CompiledUnit?
  var arms: [CompiledUnit] = []
  private var kept: [Kept] = []

  private struct Kept {
    var from: Int32 = .max
    var edge: Int32 = .min
    /// The arm that holds; −1 if none is known to.
    var arm: Int32 = -1
  }

  init(count: Int, keeps: Bool) { (self.count, self.keeps) = (count, keeps) }

  /// The position of the first arm that holds; `unknownCell` if the record is not, or may not be, in the domain, if an arm before is unknown,
  /// and if none holds.
  func arm(_ row: Int32, above live: Int, _ judgement: inout Judgement) -> Int64 {
    let index = Int(row)
    guard let domain, index >= 0, index < count else { return unknownCell }
    if kept.isEmpty, keeps { kept = Array(repeating: Kept(), count: count) }
    if keeps, kept[index].from <= judgement.day, judgement.day < kept[index].edge {
      judgement.lowerEdge(to: kept[index].edge)
      return kept[index].arm < 0 ? unknownCell : Int64(kept[index].arm)
    }
    let edge = judgement.edge
    judgement.edge = .max
    let arm = judge(domain, row, live, &judgement)
    if keeps, !judgement.isStopped {
      let known = arm == unknownCell ? -1 : Int32(truncatingIfNeeded: arm)
      kept[index] = Kept(from: judgement.day, edge: judgement.edge, arm: known)
    }
    judgement.lowerEdge(to: edge)
    return arm
  }

  private func judge(
    _ domain: CompiledUnit, _ row: Int32, _ live: Int, _ judgement: inout Judgement
  ) -> Int64 {
    guard truth(of: domain, row, live, &judgement) == .yes else { return unknownCell }
    for (position, arm) in arms.enumerated() {
      switch truth(of: arm, row, live, &judgement) {
      case .yes: return Int64(position)
      case .unknown: return unknownCell
      case .no: continue
      }
    }
    return unknownCell
  }

  private func truth(
    of unit: CompiledUnit, _ row: Int32, _ live: Int, _ judgement: inout Judgement
  ) -> Truth {
    judgement.enter(row, above: live, frameCount: unit.frameCount)
    defer { judgement.leave(live) }
    return unit.node.truth(&judgement)
  }

  func blame(
    _ row: Int32, above live: Int, _ judgement: inout Judgement, _ blanks: inout Set<FieldRef>
  ) {
    guard let domain, row >= 0, row < count else { return }
    var deciding = domain
    var truth = truth(of: domain, row, live, &judgement)
    // A record outside the domain has no class, and nothing is blank about that.
    if truth == .no { return }
    for arm in arms where truth != .unknown {
      deciding = arm
      truth = self.truth(of: arm, row, live, &judgement)
    }
    guard truth == .unknown else { return }
    judgement.enter(row, above: live, frameCount: deciding.frameCount)
    deciding.node.blame(&judgement, &blanks)
    judgement.leave(live)
  }
}

/// The class of a record in a partition.
final class PartitionNode: Node {
  private let slot: PartitionSlot
  private let record: Node
  private let live: Int

  init(_ slot: PartitionSlot, _ record: Node, live: Int) {
    (self.slot, self.record, self.live) = (slot, record, live)
    super.init(.cell)
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    let row = record.cell(&judgement)
    if row == unknownCell { return unknownCell }
    return slot.arm(Int32(truncatingIfNeeded: row), above: live, &judgement)
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let row = record.cell(&judgement)
    if row == unknownCell { return record.blame(&judgement, &blanks) }
    slot.blame(Int32(truncatingIfNeeded: row), above: live, &judgement, &blanks)
  }
}
