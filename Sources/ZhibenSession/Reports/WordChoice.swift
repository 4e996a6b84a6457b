/// A choice between a few words, each with an English and a Chinese name.
package protocol WordChoice: CaseIterable, RawRepresentable where RawValue == String {
  /// The Chinese name.
  var chinese: String { get }
}

extension WordChoice {
  /// The choice of that name in either language.
  package static func named(_ text: String) -> Self? {
    allCases.first { $0.rawValue == text || $0.chinese == text }
  }
}
