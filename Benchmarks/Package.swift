// swift-tools-version: 6.1
import PackageDescription

// Benchmarks, apart from the product: they may take long and need peers that nobody else needs. Benchmarks/run.sh runs them.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [.package(name: "zhiben", path: "..")],
  targets: [
    .executableTarget(
      name: "zhiben-bench", dependencies: [.product(name: "Zhiben", package: "zhiben")])
  ],
  swiftLanguageModes: [.v6]
)
