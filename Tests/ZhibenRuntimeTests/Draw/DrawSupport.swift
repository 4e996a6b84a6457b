import Foundation
import ZhibenCalendar

import struct ZhibenSyntax.Rational

@testable import ZhibenRuntime

/// Lists for the tests of drawing.
enum DrawLists {
  static let day = CivilDate(days: 20_089)

  /// Strata of the sizes given, in the order of their letters.
  static func list(
    _ sizes: [Int], share: (Int, Int)? = nil, count: Int = 1, least: Int = 0, reserves: Int = 0,
    staff: Int = 0, inspectors: Int = 0, balanced: Bool = false, weights: ((Int) -> Int)? = nil,
    times: (Int) -> Int = { _ in 0 }
  ) -> DrawList {
    var units: [DrawList.Unit] = []
    for (stratum, size) in sizes.enumerated() {
      for number in 0..<size {
        let serial = units.count
        units.append(
          DrawList.Unit(
            stratum: "村\(UnicodeScalar(UInt8(65 + stratum)))", times: times(serial),
            code: "Q\(String(1000 + serial).dropFirst())号\(number)", weight: weights?(serial) ?? 1))
      }
    }
    let size: DrawTerms.Size =
      share.flatMap { Rational($0.0, over: $0.1) }.map { .share($0) } ?? .count(count)
    return DrawList(
      id: "规范化抽查/2025-01-01/1", frozenOn: day,
      terms: DrawTerms(
        size: size, leastPerStratum: least, reserves: reserves, staff: staff,
        isBalanced: balanced, isWeighted: weights != nil), units: units,
      apart: [.init(code: "不明厂", reason: .unknown)],
      staff: (0..<inspectors).map { .init(code: "执法\($0)", load: $0 % 2) },
      recusals: inspectors > 0
        ? units.enumerated().filter { $0.offset % 3 == 0 }.map {
          .init(unit: $0.element.code, inspector: "执法0")
        } : [])
  }

  static func certificate(_ list: DrawList, number: String = "2025010815") -> DrawCertificate {
    DrawCertificate(
      plan: "洋口镇方案", basis: "二（三）11", asOf: CivilDate(days: 20_300), list: list, number: number,
      publishedOn: CivilDate(days: 20_096), source: "福利彩票 第2025008期", strikes: [])
  }
}

/// Runs a program and returns what it printed.
func shell(_ arguments: [String], input: String = "") throws -> (status: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = arguments
  let (out, inward) = (Pipe(), Pipe())
  (process.standardOutput, process.standardInput) = (out, inward)
  try process.run()
  inward.fileHandleForWriting.write(Data(input.utf8))
  try inward.fileHandleForWriting.close()
  let data = out.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}
