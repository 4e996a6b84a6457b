import Foundation
import Testing
import ZhibenCalendar

@testable import ZhibenRuntime

/// Time 46: a certificate that anyone rechecks.
@Suite struct CertificateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let says: String
    let certificate: DrawCertificate
    var testDescription: String { says }
  }

  static let cases = [
    Case(
      says: "one stratum", certificate: DrawLists.certificate(DrawLists.list([10], share: (1, 5)))),
    Case(
      says: "strata with least and reserves",
      certificate: DrawLists.certificate(
        DrawLists.list([7, 1, 12], share: (1, 10), least: 1, reserves: 2, times: { $0 % 3 }))),
    Case(
      says: "weights",
      certificate: DrawLists.certificate(DrawLists.list([6, 4], count: 3, weights: { $0 % 4 + 1 }))),
    Case(
      says: "pairs at random",
      certificate: DrawLists.certificate(
        DrawLists.list([8, 5], count: 4, reserves: 1, staff: 2, inspectors: 5))),
    Case(
      says: "pairs by load",
      certificate: DrawLists.certificate(
        DrawLists.list([8, 5], count: 6, reserves: 1, staff: 2, inspectors: 4, balanced: true),
        number: "开奖 01 02 | 03")),
    Case(
      says: "more people wanted than there are",
      certificate: DrawLists.certificate(DrawLists.list([3], count: 2, staff: 3, inspectors: 2))),
  ]

  @Test(arguments: cases, [true, false])
  func `the recipe run by /bin/sh gives the same draw`(_ c: Case, chinese: Bool) throws {
    let text = c.certificate.text(chinese: chinese)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "draw-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, recipe) = (
      folder.appendingPathComponent("证书.txt"), folder.appendingPathComponent("check.sh")
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
    // As the recipe itself says it is taken out.
    let note = try #require(text.split(separator: "\n").first { $0.hasPrefix("# sed ") })
    let cut = note.dropFirst(2).replacing(chinese ? "证书文件" : "CERTIFICATE", with: "'\(file.path)'")
      .replacing("check.sh", with: "'\(recipe.path)'")
    #expect(try shell(["-c", String(cut)]).status == 0)
    let (status, output) = try shell([recipe.path, file.path])
    #expect(status == 0)
    var lines = output.split(separator: "\n").map(String.init)
    #expect(lines.popLast() == (chinese ? "相符" : "all follows"))
    let result = c.certificate.result
    #expect(
      lines == ["list-sha256\t\(c.certificate.list.hash.hex)"] + DrawCertificate.resultLines(result)
    )
    // A list with one unit more is found by the same recipe.
    try text.replacing("号0\t", with: "号9\t").write(to: file, atomically: true, encoding: .utf8)
    #expect(try shell([recipe.path, file.path]).status == 1)
  }

  @Test(arguments: cases, [true, false])
  func `verifies what it wrote`(_ c: Case, chinese: Bool) throws {
    let text = c.certificate.text(chinese: chinese)
    let read = try #require(DrawCertificate.read(text))
    #expect(read.certificate == c.certificate)
    #expect(DrawCertificate.verify(text) == [])
  }

  @Test func `any single changed byte is found`() throws {
    let certificate = DrawLists.certificate(
      DrawLists.list([4, 2], count: 2, least: 1, reserves: 1, staff: 1, inspectors: 2))
    let text = certificate.text(chinese: true)
    let bytes = Array(text.utf8)
    let recipe = try #require(text.range(of: "== RECIPE ==\n"))
    let head = text[..<recipe.upperBound].utf8.count
    // All of list, number, tickets and results; of the recipe, which is the same in all, every 17th byte.
    let places = Array(0..<head) + stride(from: head, to: bytes.count, by: 17)
    for place in places {
      var changed = bytes
      changed[place] ^= place % 2 == 0 ? 1 : 0x20
      let faults = DrawCertificate.verify(String(decoding: changed, as: UTF8.self))
      #expect(faults != [], "byte \(place)")
    }
  }

  @Test(arguments: [
    ("drawn\t村A\t1", "drawn\t村A\t2"), ("number\t2025010815", "number\t2025010816"),
    ("total\t2", "total\t3"), ("source\t福利", "source\t体育"),
  ])
  func `says which line is wrong`(line: String, other: String) throws {
    let text = DrawLists.certificate(DrawLists.list([9], count: 2)).text(chinese: true)
    let faults = try #require(DrawCertificate.verify(text.replacing(line, with: other)))
    #expect(!faults.isEmpty)
    let lines = text.components(separatedBy: "\n")
    for fault in faults { #expect(lines[fault.line - 1] == fault.expected || fault.found != nil) }
    if line.hasPrefix("drawn") { #expect(faults.first?.found?.hasPrefix(other) == true) }
  }

  @Test func `what is no certificate is none`() {
    for text in ["", "a,b\n", "治本 抽签证书 1\n", "治本 抽签证书 1\n== LIST ==\n== RECIPE ==\n"] {
      #expect(DrawCertificate.verify(text) == nil)
    }
  }
}
