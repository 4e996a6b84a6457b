import Foundation
import Properties
import Sentences
import ZhibenRunProperties
import ZhibenSyntax

// dictionary        the words of the language as a libFuzzer dictionary
// seeds FOLDER [N]  N sentences of the grammar in each language, and files to import
// families          the names of the adversarial families
// family NAME [N]   measures a family at n, 2n and 4n on a thread with 512 KiB of stack; exits with 1 if time grows faster than length
// replay FILE…      runs files through all properties
// types FROM COUNT  checks and runs the scripts of so many seeds, which are right by construction; exits with 1 if one is not

let arguments = CommandLine.arguments.dropFirst()
let scripts = ProcessInfo.processInfo.environment["ZHIBEN_SCRIPTS"] ?? "Scripts"

/// The standard register, if the scripts' folder is at hand.
func library(_ name: String) -> SourceFile? {
  let url = URL(fileURLWithPath: scripts).appendingPathComponent("\(name).plan")
  return (try? Data(contentsOf: url)).map { SourceFile(name: "\(name).plan", bytes: Array($0)) }
}

switch arguments.first {
case "dictionary":
  for word in Mutation.words {
    print(
      "\""
        + word.utf8.map { "\\x" + String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
        + "\"")
  }
case "seeds":
  let folder = URL(fileURLWithPath: arguments.dropFirst().first ?? ".")
  let count = Int(arguments.dropFirst(2).first ?? "200") ?? 200
  for seed in Seeds.sentences(count) {
    try? Data(seed.text.utf8).write(to: folder.appendingPathComponent(seed.name))
  }
  for (index, bytes) in ImportSeeds.files.enumerated() {
    try? Data(bytes).write(to: folder.appendingPathComponent("import-\(index).csv"))
  }
case "families":
  for family in Family.all { print(family.name) }
case "family":
  guard let family = Family.all.first(where: { $0.name == arguments.dropFirst().first }) else {
    exit(2)
  }
  let isLinear = SmallStack.run {
    family.measure(scale: Double(arguments.dropFirst(2).first ?? "1") ?? 1, library: library)
  }
  exit(isLinear ? 0 : 1)
case "replay":
  for path in arguments.dropFirst() {
    guard let data = FileManager.default.contents(atPath: path) else { continue }
    print(path)
    let bytes = Array(data)
    _ = SmallStack.run {
      Properties.lexer(bytes)
      Properties.parser(bytes)
      Properties.formatter(bytes)
      Properties.compiler(bytes, library: library)
      return true
    }
  }
case "types":
  let numbers = arguments.dropFirst().compactMap { UInt64($0) }
  guard numbers.count == 2, numbers[1] > 0 else { exit(2) }
  let isRight = SmallStack.run {
    var isRight = true
    for seed in numbers[0]..<numbers[0] + numbers[1] {
      guard let complaint = GeneratedRun.complaint(seed: seed) else { continue }
      print(complaint)
      isRight = false
    }
    return isRight
  }
  exit(isRight ? 0 : 1)
default:
  print(
    "dictionary | seeds FOLDER [N] | families | family NAME [SCALE] | replay FILE… | types FROM COUNT"
  )
  exit(2)
}
