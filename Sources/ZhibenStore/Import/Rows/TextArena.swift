/// The text of one file, and texts that were made from it, in places that do not move: a text cell is one integer, its place and length.
final class TextArena {
  /// The file's text.
  let file: CellBytes
  private let owned: UnsafeMutableBufferPointer<UInt8>
  private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
  private var used = 0

  /// Longest text that a cell can hold.
  static let longest = 1 << 24 - 1
  private static let chunkSize = 1 << 20

  /// Takes a copy of the file's text.
  init(_ text: [UInt8]) {
    owned = .allocate(capacity: text.count)
    _ = owned.initialize(from: text)
    file = CellBytes(owned)
  }

  deinit {
    owned.deallocate()
    for chunk in chunks { chunk.deallocate() }
  }

  /// The integer of a text that stands in the file.
  func place(of text: CellBytes) -> Int64 {
    guard let start = text.baseAddress, let base = file.baseAddress, start >= base,
      start + text.count <= base + file.count
    else { return add(text) }
    return Int64(start - base) << 25 | Int64(text.count) << 1
  }

  /// The integer of a text that is kept here.
  func add(_ text: some Collection<UInt8>) -> Int64 {
    if text.count > Self.chunkSize {
      let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
      _ = chunk.initialize(from: text)
      chunks.append(chunk)
      used = Self.chunkSize
      return packed(chunk: chunks.count - 1, offset: 0, count: text.count)
    }
    if chunks.isEmpty || used + text.count > Self.chunkSize {
      chunks.append(.allocate(capacity: Self.chunkSize))
      used = 0
    }
    let chunk = chunks[chunks.count - 1]
    _ = UnsafeMutableBufferPointer(rebasing: chunk[used..<used + text.count]).initialize(from: text)
    defer { used += text.count }
    return packed(chunk: chunks.count - 1, offset: used, count: text.count)
  }

  private func packed(chunk: Int, offset: Int, count: Int) -> Int64 {
    Int64(chunk * Self.chunkSize + offset) << 25 | Int64(count) << 1 | 1
  }

  /// The text that an integer stands for.
  func text(_ cell: Int64) -> CellBytes {
    let (place, count) = (Int(cell >> 25), Int(cell >> 1) & Self.longest)
    guard cell & 1 == 1 else { return CellBytes(rebasing: file[place..<place + count]) }
    let (chunk, offset) = (place / Self.chunkSize, place % Self.chunkSize)
    return CellBytes(rebasing: chunks[chunk][offset..<offset + count])
  }

  /// The text as a string.
  func string(_ cell: Int64) -> String { String(decoding: text(cell), as: UTF8.self) }
}
