import Crypto

/// The sha256 (FIPS 180-4) of bytes, 64 lower-case hexadecimal digits.
func sha256Hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let letters = SHA256.hash(data: bytes).flatMap { byte in
    [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
  return String(decoding: letters, as: UTF8.self)
}
