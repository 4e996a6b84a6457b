import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Parts of a text that read the same whatever the facts: texts and numbers.
struct PlainPieces {
  private enum Piece {
    case constant(String)
    case number(Node)
    case other(Node)
  }

  private let pieces: [Piece]

  /// nil unless they all are.
  /// - Parameters:
  ///   - boxed: nodes of shape `.value`.
  init?(_ cores: [Core], _ boxed: [Node]) {
    for core in cores {
      switch core.type {
      case .text, .number: continue
      default: return nil
      }
    }
    pieces = zip(cores, boxed).map { core, node in
      if case .text(let text)? = (node as? ValueConstantNode)?.constant { return .constant(text) }
      guard case .number = core.type, let box = node as? BoxNode else { return .other(node) }
      return .number(box.part)
    }
  }

  /// All of them, judged in order, one behind the other.
  @inline(__always)
  func text(_ judgement: inout Judgement) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .constant(let constant): text += constant
      case .number(let node):
        let number = node.number(&judgement)
        text += number.map(Self.text) ?? FactWords.unknown.zh
      case .other(let node):
        switch node.value(&judgement) {
        case .text(let piece)?: text += piece
        case .number(let number)?: text += Self.text(number)
        default: text += FactWords.unknown.zh
        }
      }
    }
    return text
  }

  private static func text(_ number: Rational) -> String { number.description }
}

/// A text made of texts and numbers.
final class PlainTextNode: Node {
  private let pieces: PlainPieces
  private let isCounted: Bool
  private let sources: [Node]

  init(_ pieces: PlainPieces, isCounted: Bool, parts: [Node]) {
    (self.pieces, self.isCounted, sources) = (pieces, isCounted, parts)
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    let text = pieces.text(&judgement)
    let meter = isCounted ? judgement.machine?.run.meter : nil
    return Meter.make(bytes: Meter.size(text: text.utf8.count), meter) ? .text(text) : nil
  }

  override var parts: [Node] { sources }
}

/// `文 := 文 + x + …` where all that is added reads the same whatever the facts.
final class AppendPlainStep: StepNode {
  private let place: Int
  private let pieces: PlainPieces

  init(_ place: Int, _ pieces: PlainPieces, _ origin: Origin) {
    (self.place, self.pieces) = (place, pieces)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement), let machine = judgement.machine else { return .stop }
    let added = pieces.text(&judgement)
    let isOwned = judgement.owns(place)
    let owns = InPlace.append(
      added, to: &judgement.values[place], isOwned: isOwned, machine.run.meter
    ) { machine.currentWords.text($0) }
    judgement.own(place, owns ?? false)
    return finishes(&judgement)
  }
}
