import ZhibenDiagnostics
import ZhibenSemantics

// Changes in 激励.

extension ProgramMutator {
  mutating func change(
    _ relief: inout ReliefRule, _ origin: Origin, _ asked: Mutant.Reach, _ schema: Schema
  ) {
    change(&relief.subject.condition, schema)
    if let veto = relief.veto {
      change(&relief.veto, schema)
      let change = Wording(zh: "删去一票否决", en: "leave “veto” out")
      if offers(.exception, veto.origin, change, asked) { relief.veto = nil }
    }
    if var floor = relief.floor {
      change(&floor, origin, asked, false)
      relief.floor = floor
    }
    var kept: [ReliefRule.Effect] = []
    for var effect in relief.effects {
      if effect.part == .cadence {
        let other: ReliefRule.Measure = effect.measure == .halved ? .stepDown : .halved
        let change = Wording(
          zh: "\(effect.measure.words.zh) → \(other.words.zh)",
          en: "\(effect.measure.words.en) → \(other.words.en)")
        if offers(.cadence, effect.origin, change, asked) { effect.measure = other }
      }
      if !effect.untouched.isEmpty {
        let change = Wording(zh: "删去不及于", en: "leave “untouched” out")
        if offers(.exception, effect.origin, change, asked) {
          (effect.untouched, effect.untouchedField) = ([], nil)
        }
      }
      let change = Wording(zh: "删去这项作用", en: "leave the effect out")
      if !offers(.exception, effect.origin, change, asked) { kept.append(effect) }
    }
    relief.effects = kept
  }
}
