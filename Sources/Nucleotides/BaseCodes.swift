/// The code of a base that is not known: `N` and every other IUPAC letter that is not A, C, G, T.
public let unknownBase: UInt8 = 4

/// The code of every byte: A 0, C 1, G 2, T and U 3 in either case, 4 for the other IUPAC letters,
/// 255 for what is no base.
public let baseCodes: InlineArray<256, UInt8> = {
  var codes = InlineArray<256, UInt8>(repeating: 255)
  for letter in "RYSWKMBDHVNryswkmbdhvn".utf8 { codes[Int(letter)] = unknownBase }
  for (code, letters) in ["Aa", "Cc", "Gg", "TtUu"].enumerated() {
    for letter in letters.utf8 { codes[Int(letter)] = UInt8(code) }
  }
  return codes
}()

/// The upper-case letter of a base code; `N` for `unknownBase`.
@inlinable
public func baseLetter(_ code: UInt8) -> UInt8 {
  switch code {
  case 0: UInt8(ascii: "A")
  case 1: UInt8(ascii: "C")
  case 2: UInt8(ascii: "G")
  case 3: UInt8(ascii: "T")
  default: UInt8(ascii: "N")
  }
}

/// The code of the complementary base; an unknown base stays unknown.
@inlinable
public func complement(_ code: UInt8) -> UInt8 { code < 4 ? 3 &- code : code }
