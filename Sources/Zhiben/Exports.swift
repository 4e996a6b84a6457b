// A host imports Zhiben and nothing else: the values that go in and come out belong to these rooms.
@_exported import ZhibenCalendar
@_exported import ZhibenDiagnostics
@_exported import ZhibenFacts
@_exported import ZhibenRuntime
@_exported import ZhibenSemantics
@_exported import ZhibenStore
import ZhibenSyntax

@_exported import enum ZhibenSyntax.ScriptLanguage
@_exported import struct ZhibenSyntax.SourceFile

/// An exact number.
public typealias Rational = ZhibenSyntax.Rational
