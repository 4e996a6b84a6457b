#!/usr/bin/env python3
"""Writes the display-width tables of ZhibenDiagnostics and the fixture that checks them.

    pip install unicodedata2 wcwidth
    python3 Scripts/generate-width-tables.py

The tables come from the Unicode character database (package unicodedata2: General_Category and East_Asian_Width, UAX #11). The fixture comes
from another source, package wcwidth, the oracle of the test. Run again when a new Unicode version matters; commit both files.
"""

import pathlib
import unicodedata2 as ucd
import wcwidth

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT / "Sources/ZhibenDiagnostics/Width/WidthTables.swift"
FIXTURE = ROOT / "Tests/Goldens/Width/wcwidth.txt"

# Prepended_Concatenation_Mark (PropList.txt): format characters with a glyph of their own.
PREPENDED = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
# Default_Ignorable_Code_Point (DerivedCoreProperties.txt), as far as the category does not say so already.
IGNORABLE = {0x115F, *range(0x1160, 0x1200), 0x3164, 0xFFA0, 0x2065, *range(0xFFF0, 0xFFF9),
             *range(0xE0000, 0xE1000), *range(0xD7B0, 0xD800)}


def zero(c):
    if c in PREPENDED or c == 0x115F or c == 0xAD:
        return False
    return ucd.category(chr(c)) in ("Mn", "Me", "Mc", "Cf", "Zl", "Zp") or c in IGNORABLE


def wide(c):
    # Regional indicators stand in pairs as one flag of width 2.
    return not zero(c) and (ucd.east_asian_width(chr(c)) in "WF" or 0x1F1E6 <= c <= 0x1F1FF)


def ambiguous(c):
    # Private use (E000…, planes 15 and 16) has no agreed glyph; it stays narrow.
    return (not zero(c) and ucd.east_asian_width(chr(c)) == "A" and ucd.category(chr(c)) != "Co")


def runs(value):
    """(first, last, value) of all maximal runs of code points with the same value."""
    result = []
    for c in range(0x110000):
        v = None if 0xD800 <= c < 0xE000 else value(c)
        if result and result[-1][2] == v and result[-1][1] == c - 1:
            result[-1][1] = c
        else:
            result.append([c, c, v])
    return result


def table(name, comment, member):
    numbers = [f"0x{x:X}" for first, last, v in runs(member) if v for x in (first, last)]
    lines, line = [], "   "
    for number in numbers:
        if len(line) + len(number) + 2 > 99:
            lines.append(line)
            line = "   "
        line += f" {number},"
    lines.append(line)
    return f"  /// {comment}\n  // swift-format-ignore\n  static let {name}: [UInt32] = [\n" + "\n".join(lines) + "\n  ]\n"


def oracle(c):
    return None if ucd.category(chr(c)) == "Cc" else wcwidth.wcwidth(chr(c))


TABLES.write_text(
    f"// Made by Scripts/generate-width-tables.py from Unicode {ucd.unidata_version}; not edited by hand.\n\n"
    "/// Ranges of scalars by display width: first, last, first, last, ….\nenum WidthTables {\n"
    + table("zero", "No column of their own: combining marks, format characters, jungseong and jongseong.", zero)
    + "\n" + table("wide", "Two columns: East_Asian_Width W and F.", wide)
    + "\n" + table("ambiguous", "One or two columns, as the terminal is set: East_Asian_Width A.", ambiguous)
    + "}\n")
FIXTURE.write_text(
    f"# Runs of code points of one width after PyPI wcwidth {wcwidth.__version__}: first last width.\n"
    + "".join(f"{first:x} {last:x} {width}\n" for first, last, width in runs(oracle) if width is not None))
