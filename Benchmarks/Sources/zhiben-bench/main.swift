import Foundation

// zhiben-bench WORKLOAD ROUNDS   prints the answer and the processor nanoseconds of one operation
// zhiben-bench compile [RULES…]  check and compile of so many rules, stage by stage; by default 100 to 100,000

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "compile":
  let counts = arguments.dropFirst().compactMap { Int($0) }
  CompileBenchmark.run(counts.isEmpty ? [100, 1_000, 10_000, 100_000] : counts)
case let name?:
  let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
  try Workloads().run(name, rounds: rounds)
case nil:
  print("zhiben-bench WORKLOAD ROUNDS | compile [RULES…]")
  exit(2)
}
