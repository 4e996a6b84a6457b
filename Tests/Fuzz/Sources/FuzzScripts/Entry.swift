import Foundation
import Properties
import ZhibenSyntax

@_silgen_name("LLVMFuzzerMutate")
private func defaultMutation(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int) -> Int

/// Which property is tried, from the environment: `lexer`, `parser`, `compiler`, `formatter` or `structure`.
private let target = ProcessInfo.processInfo.environment["ZHIBEN_FUZZ"] ?? "parser"

/// The standard register, from the folder named in the environment.
private let register: SourceFile? = {
  let folder = ProcessInfo.processInfo.environment["ZHIBEN_SCRIPTS"] ?? "Scripts"
  let url = URL(fileURLWithPath: folder).appendingPathComponent("标准台账.plan")
  return (try? Data(contentsOf: url)).map { SourceFile(name: "标准台账.plan", bytes: Array($0)) }
}()

/// One input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  switch target {
  case "lexer": Properties.lexer(bytes)
  case "parser": Properties.parser(bytes)
  case "formatter": Properties.formatter(bytes)
  default: Properties.compiler(bytes) { $0 == "标准台账" ? register : nil }
  }
  return 0
}

/// One change of an input; by tokens half of the time when the structure is to be kept.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32
) -> Int {
  var random = SeededGenerator(seed: UInt64(seed))
  guard target == "structure" || target == "formatter", Int.random(in: 0..<8, using: &random) > 0
  else {
    return defaultMutation(data, size, most)
  }
  var bytes = Array(UnsafeBufferPointer(start: data, count: size))
  for _ in 0...Int.random(in: 0..<3, using: &random) { bytes = Mutation.mutate(bytes, &random) }
  let count = min(bytes.count, most)
  for index in 0..<count { data[index] = bytes[index] }
  return count
}
