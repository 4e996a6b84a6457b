import ZhibenCalendar
import ZhibenSemantics

/// Numbers for the texts and terms of a program, beside the snapshot's symbols.
final class Interner {
  private(set) var texts: [String]
  private(set) var terms: [Term] = []
  /// Filled when first asked: a program without text constants does not need it.
  private var textIDs: [String: Int64] = [:]

  init(symbols: [String]) { texts = symbols }

  func id(of text: String) -> Int64 {
    if textIDs.isEmpty {
      textIDs.reserveCapacity(texts.count)
      for (position, text) in texts.enumerated() { textIDs[text] = Int64(position) }
    }
    if let id = textIDs[text] { return id }
    texts.append(text)
    let id = Int64(texts.count - 1)
    textIDs[text] = id
    return id
  }

  func id(of term: Term) -> Int64 {
    if let position = terms.firstIndex(of: term) { return Int64(position) }
    terms.append(term)
    return Int64(terms.count - 1)
  }

  func text(_ id: Int64) -> String? {
    texts.indices.contains(Int(id)) ? texts[Int(id)] : nil
  }

  func term(_ id: Int64) -> Term? {
    terms.indices.contains(Int(id)) ? terms[Int(id)] : nil
  }
}
