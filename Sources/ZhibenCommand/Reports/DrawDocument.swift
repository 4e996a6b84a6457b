import Foundation
import Zhiben
import ZhibenSession

/// A certificate for programs. It is read back from plan, basis, days, source, number, list and strikes; all else follows.
enum DrawDocument {
  /// The version of this layout.
  static let schema = "zhiben.draw-certificate/1"

  static func text(_ certificate: DrawCertificate) -> String {
    let stream = ByteStream()
    let document = JSONDocument(stream, schema: schema)
    let result = certificate.result
    document.field("id", .text(certificate.id))
    document.field("plan", .text(certificate.plan))
    document.field("basis", .text(certificate.basis))
    document.field("as_of", .day(certificate.asOf))
    document.field("published_on", .day(certificate.publishedOn))
    document.field("source", .text(certificate.source))
    document.field("number", .text(certificate.number))
    document.field("seed", .text(certificate.list.seed(certificate.number)))
    document.field("list_sha256", .text(certificate.list.hash.hex))
    document.beginList("allocation")
    for share in result.allocation.shares {
      document.element(
        .object([
          ("stratum", .text(share.stratum)), ("size", .number(share.size)),
          ("places", .number(share.places)), ("ground", .text(share.ground.rawValue)),
        ]))
    }
    document.endList()
    document.beginList("result")
    for place in result.places(.drawn) + result.places(.reserve) {
      document.element(
        .object([
          ("role", .text(place.role.rawValue)), ("stratum", .text(place.unit.stratum)),
          ("rank", .number(place.rank)), ("ticket", .text(place.ticket.hex)),
          ("code", .text(place.unit.code)),
          ("team", .array((result.teams[place.unit.code] ?? []).map(JSON.text))),
        ]))
    }
    document.endList()
    document.beginList("strikes")
    for strike in certificate.strikes {
      document.element(
        .object([("code", .text(strike.code)), ("day", .day(CivilDate(days: strike.day)))]))
    }
    document.endList()
    document.field("list", .text(certificate.list.text))
    document.field("seal", .text(certificate.seal))
    document.end()
    return stream.take()
  }

  private struct Fields: Decodable {
    struct Strike: Decodable {
      var code: String
      var day: String
    }
    var schema, plan, basis, asOf, publishedOn, source, number, list: String
    var strikes: [Strike]

    private enum CodingKeys: String, CodingKey {
      case schema, plan, basis, source, number, list, strikes
      case asOf = "as_of"
      case publishedOn = "published_on"
    }
  }

  /// The certificate's own data; nil for what is none.
  static func read(_ text: String) -> DrawCertificate? {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(text.utf8)),
      fields.schema == schema, let asOf = CivilDate(iso: fields.asOf),
      let published = CivilDate(iso: fields.publishedOn), let list = DrawList(text: fields.list)
    else { return nil }
    let strikes = fields.strikes.compactMap { strike in
      CivilDate(iso: strike.day).map { DrawStrike(code: strike.code, day: $0.days) }
    }
    // What stands for a blank in the number is written as it is read.
    return DrawCertificate(
      plan: fields.plan, basis: fields.basis, asOf: asOf, list: list, number: "",
      publishedOn: published, source: fields.source, strikes: strikes
    ).with(number: fields.number)
  }

  /// The lines that do not follow; nil for what is no certificate.
  static func verify(_ text: String) -> (certificate: DrawCertificate, faults: [DrawFault])? {
    guard let certificate = read(text) else { return nil }
    return (
      certificate, DrawCertificate.faults(stated: text, recomputed: self.text(certificate))
    )
  }
}

extension DrawCertificate {
  fileprivate func with(number: String) -> DrawCertificate {
    var copy = self
    copy.number = number
    return copy
  }
}
