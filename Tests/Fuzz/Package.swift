// swift-tools-version: 6.1
import PackageDescription

// Fuzzing of the rooms that read scripts. A package of its own, so that the product is never built with a sanitizer; `Rooms` is a link to
// the product's sources. Scripts/fuzz.sh builds and runs it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v14)],
  targets: [
    .target(name: "ZhibenSyntax", path: "Rooms/ZhibenSyntax"),
    .target(name: "ZhibenCalendar", path: "Rooms/ZhibenCalendar"),
    .target(
      name: "ZhibenDiagnostics", dependencies: ["ZhibenSyntax"], path: "Rooms/ZhibenDiagnostics"),
    .target(
      name: "ZhibenSemantics",
      dependencies: ["ZhibenSyntax", "ZhibenCalendar", "ZhibenDiagnostics"],
      path: "Rooms/ZhibenSemantics"),
    .target(
      name: "Properties", dependencies: ["ZhibenSyntax", "ZhibenDiagnostics", "ZhibenSemantics"]),
    // libFuzzer brings the main function.
    .executableTarget(
      name: "FuzzTargets", dependencies: ["Properties"],
      swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
    .executableTarget(name: "FuzzTool", dependencies: ["Properties"]),
  ],
  swiftLanguageModes: [.v6]
)
