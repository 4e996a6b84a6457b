import Testing
import ZhibenRunProperties

/// `Scripts/fuzz.sh types` goes on where these end.
@Suite("Scripts that are right by construction run without a value of a wrong type")
struct GeneratedRunTests {
  @Test("Both interpreters do the same", arguments: 0..<30)
  func runs(batch: UInt64) {
    for seed in batch * 50 + 1...batch * 50 + 50 {
      if let complaint = GeneratedRun.complaint(seed: seed) {
        Issue.record("\(complaint)")
        return
      }
    }
  }
}
