import Foundation

// zhiben-bench WORKLOAD ROUNDS   prints the answer and the processor nanoseconds of one operation
// zhiben-bench compile           check and compile of 100 to 100,000 rules, stage by stage

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "compile": CompileBenchmark.run()
case let name?:
  let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
  try Workloads().run(name, rounds: rounds)
case nil:
  print("zhiben-bench WORKLOAD ROUNDS | compile")
  exit(2)
}
