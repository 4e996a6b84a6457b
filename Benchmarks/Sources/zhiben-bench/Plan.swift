import Foundation
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// Compiles a plan, or ends the process with its errors.
func compiled(_ source: SourceFile) -> Program {
  let result = Compiler.compile(plan: source)
  if let program = result.program { return program }
  for diagnostic in result.diagnostics.ordered { print(diagnostic.message(in: .en)) }
  exit(1)
}
