// swift-tools-version: 6.1
import PackageDescription

// Benchmarks, apart from the product: they may take long and need peers that nobody else needs. Benchmarks/run.sh runs them.
// Rooms are the product's own sources up to the interpreter, so that the store is not built to measure them.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "ZhibenSyntax", path: "Rooms/ZhibenSyntax"),
    .target(name: "ZhibenCalendar", path: "Rooms/ZhibenCalendar"),
    .target(
      name: "ZhibenDiagnostics", dependencies: ["ZhibenSyntax"], path: "Rooms/ZhibenDiagnostics"),
    .target(
      name: "ZhibenSemantics",
      dependencies: [
        "ZhibenSyntax", "ZhibenCalendar", "ZhibenDiagnostics",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ], path: "Rooms/ZhibenSemantics"),
    .target(name: "ZhibenFacts", dependencies: ["ZhibenSemantics"], path: "Rooms/ZhibenFacts"),
    .target(
      name: "ZhibenRuntime",
      dependencies: [
        "ZhibenFacts", .product(name: "OrderedCollections", package: "swift-collections"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], path: "Rooms/ZhibenRuntime"),
    .executableTarget(name: "zhiben-bench", dependencies: ["ZhibenRuntime"]),
  ],
  swiftLanguageModes: [.v6]
)
