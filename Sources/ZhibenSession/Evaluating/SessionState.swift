import Zhiben
import ZhibenSyntax

import struct Zhiben.Script

/// All that an input may change. A value: to take an input back, go on with the one before it.
struct SessionState {
  /// The plan without what was typed; nothing but a header and the standard registers where none was given.
  var base: Script
  /// Whether `base` is nobody's plan, so that a 计划 that is typed takes its place.
  var isImplied: Bool
  var declarations = SessionDeclarations()
  /// The plan with what was typed.
  var script: Script
  var workspace = Workspace()
  /// The workspace before the first change that waits, and the statements since: the store may be changed by others before they are written.
  var since: (workspace: Workspace, statements: [SourceFile])?
  /// The judged day; nil = this day.
  var day: CivilDate?
}
