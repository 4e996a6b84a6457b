// swift-tools-version: 6.1
import PackageDescription

// Fuzzing of the rooms that read what people write. A package of its own, so that the product is never built with a sanitizer; `Rooms` is a
// link to the product's sources. Scripts/fuzz.sh builds and runs it.

/// libFuzzer brings the main function.
let fuzzer: ([SwiftSetting], [LinkerSetting]) = (
  [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])], [.unsafeFlags(["-sanitize=fuzzer"])]
)

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The grammar's sentences are made by the tests' own maker, which looks inside.
    .target(
      name: "ZhibenSyntax", path: "Rooms/ZhibenSyntax",
      swiftSettings: [.unsafeFlags(["-enable-testing"])]),
    .target(name: "ZhibenCalendar", path: "Rooms/ZhibenCalendar"),
    .target(
      name: "ZhibenDiagnostics", dependencies: ["ZhibenSyntax"], path: "Rooms/ZhibenDiagnostics"),
    .target(
      name: "ZhibenSemantics",
      dependencies: [
        "ZhibenSyntax", "ZhibenCalendar", "ZhibenDiagnostics",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      path: "Rooms/ZhibenSemantics"),
    .target(name: "ZhibenFacts", dependencies: ["ZhibenSemantics"], path: "Rooms/ZhibenFacts"),
    .systemLibrary(name: "CExpat", path: "Rooms/CExpat"),
    .systemLibrary(name: "CMinizip", path: "Rooms/CMinizip"),
    .systemLibrary(name: "CXlsxWriter", path: "Rooms/CXlsxWriter"),
    .target(
      name: "ZhibenSheets", dependencies: ["CExpat", "CMinizip", "CXlsxWriter"],
      path: "Rooms/ZhibenSheets"),
    .target(
      name: "ZhibenStore",
      dependencies: [
        "ZhibenFacts", "ZhibenSheets",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Rooms/ZhibenStore"),
    .target(
      name: "ZhibenRuntime",
      dependencies: [
        "ZhibenFacts", .product(name: "OrderedCollections", package: "swift-collections"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      path: "Rooms/ZhibenRuntime"),
    .target(name: "ZhibenGenerators", path: "Shared/ZhibenGenerators"),
    .target(
      name: "ZhibenRunProperties", dependencies: ["ZhibenRuntime", "ZhibenGenerators"],
      path: "Shared/ZhibenRunProperties"),
    .target(
      name: "Properties", dependencies: ["ZhibenSyntax", "ZhibenDiagnostics", "ZhibenSemantics"]),
    .target(name: "ImportProperties", dependencies: ["Properties", "ZhibenStore"]),
    .target(name: "Sentences", dependencies: ["Properties", "ZhibenSyntax"]),
    .executableTarget(
      name: "FuzzScripts", dependencies: ["Properties"], swiftSettings: fuzzer.0,
      linkerSettings: fuzzer.1),
    .executableTarget(
      name: "FuzzImport", dependencies: ["ImportProperties"], swiftSettings: fuzzer.0,
      linkerSettings: fuzzer.1),
    .executableTarget(
      name: "FuzzTool", dependencies: ["Properties", "Sentences", "ZhibenRunProperties"]),
  ],
  swiftLanguageModes: [.v6]
)
