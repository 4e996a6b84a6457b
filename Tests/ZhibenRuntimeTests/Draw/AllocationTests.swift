import Testing
import ZhibenRuntime

import struct ZhibenSyntax.Rational

/// Time 47: how the places are spread.
@Suite struct AllocationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let says: String
    let share: (Int, Int)?
    var count = 0
    var least = 0
    let sizes: [Int]
    let places: [Int]
    var testDescription: String { says }
  }

  @Test(
    "Time 47",
    arguments: [
      Case(
        says: "a tenth of 41 is 5: rounded up on the total", share: (1, 10), sizes: [41],
        places: [5]),
      Case(says: "a tenth of 40 is 4", share: (1, 10), sizes: [40], places: [4]),
      Case(
        says: "largest remainder: 4 over 7+8+15 is 0.93, 1.07, 2", share: (4, 30),
        sizes: [7, 8, 15], places: [1, 1, 2]),
      Case(
        says: "the larger remainder goes first", share: nil, count: 3, sizes: [10, 11, 19],
        places: [1, 1, 1]),
      Case(
        says: "a tie goes to the first stratum", share: nil, count: 1, sizes: [5, 5],
        places: [1, 0]),
      Case(
        says: "ties in order: 2 over three alike", share: nil, count: 2, sizes: [4, 4, 4],
        places: [1, 1, 0]),
      Case(
        says: "each stratum at least 1, the others give", share: nil, count: 4, least: 1,
        sizes: [1, 1, 38], places: [1, 1, 2]),
      Case(
        says: "the leasts together are more than the share: it is a minimum", share: (1, 10),
        least: 1, sizes: [3, 3, 3, 3], places: [1, 1, 1, 1]),
      Case(
        says: "a stratum smaller than the least gives all it has", share: nil, count: 6, least: 3,
        sizes: [2, 20], places: [2, 4]),
      Case(
        says: "more than there are: all", share: nil, count: 50, sizes: [3, 4], places: [3, 4]),
      Case(says: "the whole", share: (1, 1), sizes: [3, 4], places: [3, 4]),
      Case(says: "nobody", share: (1, 10), sizes: [], places: []),
      Case(says: "one unit of one", share: (1, 1000), sizes: [1], places: [1]),
      Case(
        says: "least beyond proportion twice over", share: nil, count: 10, least: 2,
        sizes: [1, 5, 5, 89], places: [1, 2, 2, 5]),
    ])
  func spread(_ c: Case) {
    let size: DrawTerms.Size =
      c.share.flatMap { Rational($0.0, over: $0.1) }.map { .share($0) } ?? .count(c.count)
    let allocation = Allocation(
      DrawTerms(size: size, leastPerStratum: c.least),
      strata: c.sizes.enumerated().map { ("村\($0.offset)", $0.element) })
    #expect(allocation.shares.map(\.places) == c.places)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `keeps total, sizes and least, and never strays from proportion by one`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let sizes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Int.random(in: 1...60, using: &random)
    }
    let (count, least) = (
      Int.random(in: 1...80, using: &random), Int.random(in: 0...3, using: &random)
    )
    let all = sizes.reduce(0, +)
    let allocation = Allocation(
      DrawTerms(size: .count(count), leastPerStratum: least),
      strata: sizes.enumerated().map { ("\($0.offset)", $0.element) })
    let leasts = sizes.reduce(0) { $0 + min(least, $1) }
    #expect(allocation.places == max(min(count, all), min(leasts, all)), "seed \(seed)")
    for (share, size) in zip(allocation.shares, sizes) {
      #expect(share.places >= min(least, size) && share.places <= size, "seed \(seed)")
      if least == 0 {
        let exact = Double(min(count, all)) * Double(size) / Double(all)
        #expect(abs(Double(share.places) - exact) < 1, "seed \(seed)")
      }
    }
  }
}
