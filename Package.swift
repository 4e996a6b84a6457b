// swift-tools-version: 6.1
import PackageDescription

// The rooms, in the order in which data flows through them. A target knows only targets above it.
let package = Package(
  name: "zhiben",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Zhiben", targets: ["Zhiben"]),
    .executable(name: "zhiben", targets: ["ZhibenCommand"]),
    .executable(name: "zhiben-sample", targets: ["ZhibenSampleCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "ZhibenSyntax"),
    .target(name: "ZhibenCalendar"),
    .target(name: "ZhibenDiagnostics", dependencies: ["ZhibenSyntax"]),
    .target(
      name: "ZhibenSemantics",
      dependencies: [
        "ZhibenSyntax", "ZhibenCalendar", "ZhibenDiagnostics",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    .target(name: "ZhibenFacts", dependencies: ["ZhibenSemantics"]),
    // Workbooks as bytes and cells; knows no register. The modules of C link archives or nothing: what is loaded at every start costs at every start.
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CMinizip", providers: [.apt(["libminizip-dev", "zlib1g-dev"]), .brew(["minizip"])]),
    .systemLibrary(
      name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(name: "ZhibenSheets", dependencies: ["CExpat", "CMinizip", "CXlsxWriter"]),
    .target(
      name: "ZhibenStore",
      dependencies: [
        "ZhibenFacts", "ZhibenSheets",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "ZhibenRuntime",
      dependencies: [
        "ZhibenFacts", .product(name: "OrderedCollections", package: "swift-collections"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Zhiben",
      dependencies: [
        "ZhibenRuntime", "ZhibenStore", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // What is typed in turn, and what comes back; how answers, plans and explanations are written. Knows no terminal.
    .target(name: "ZhibenSession", dependencies: ["Zhiben", "ZhibenSheets"]),
    // GPL: linked by the executable alone.
    .systemLibrary(
      name: "CReadline", providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .executableTarget(
      name: "ZhibenCommand",
      dependencies: [
        "Zhiben", "ZhibenSession", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ]),
    // An invented register for trying things out and for measuring. It knows none of the rooms above.
    .target(name: "ZhibenSampleData"),
    .executableTarget(name: "ZhibenSampleCommand", dependencies: ["ZhibenSampleData"]),
    .testTarget(name: "ZhibenSyntaxTests", dependencies: ["ZhibenSyntax"]),
    .testTarget(name: "ZhibenCalendarTests", dependencies: ["ZhibenCalendar"]),
    .testTarget(
      name: "ZhibenDiagnosticsTests", dependencies: ["ZhibenDiagnostics", "ZhibenSyntax"]),
    // Scripts at random that must be right, for the tests of whoever checks or runs them.
    .target(name: "ZhibenGenerators", path: "Tests/ZhibenGenerators"),
    .testTarget(
      name: "ZhibenSemanticsTests", dependencies: ["ZhibenSemantics", "ZhibenGenerators"]),
    .testTarget(name: "ZhibenSheetsTests", dependencies: ["ZhibenSheets"]),
    .testTarget(
      name: "ZhibenStoreTests", dependencies: ["ZhibenStore", "ZhibenRuntime", "ZhibenSampleData"]),
    .target(
      name: "ZhibenRunProperties", dependencies: ["ZhibenRuntime", "ZhibenGenerators"],
      path: "Tests/ZhibenRunProperties"),
    .testTarget(
      name: "ZhibenRuntimeTests", dependencies: ["ZhibenRuntime", "ZhibenRunProperties"]),
    .testTarget(
      name: "ZhibenTests",
      dependencies: ["Zhiben", "ZhibenSheets", "ZhibenSampleData", "ReadmeExample"]),
    // The code block of the READMEs, as it stands there; a test runs it.
    .executableTarget(
      name: "ReadmeExample", dependencies: ["Zhiben"], path: "Tests/ReadmeExample"),
    // Three enterprises and a plan, for the tests of whoever runs one.
    .target(name: "SmallTown", path: "Tests/SmallTown"),
    .testTarget(name: "ZhibenSessionTests", dependencies: ["ZhibenSession", "SmallTown"]),
    // The commands are tried as people use them: the tests start the built programs.
    .testTarget(
      name: "ZhibenCommandTests",
      dependencies: [
        "Zhiben", "ZhibenSheets", "ZhibenCommand", "ZhibenSampleCommand", "SmallTown",
      ]),
    .testTarget(name: "ZhibenSampleDataTests", dependencies: ["ZhibenSampleData"]),
  ],
  swiftLanguageModes: [.v6]
)
