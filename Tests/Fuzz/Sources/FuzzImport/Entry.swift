import ImportProperties

/// One input: its first byte chooses the register, the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  ImportProperties.imports(bytes.dropFirst(), register: Int(bytes.first ?? 0))
  return 0
}
