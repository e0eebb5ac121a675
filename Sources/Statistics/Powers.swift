import Glibc

/// (1 + x)^exponent − 1 without cancellation for small x.
func powerMinusOne(of x: Double, exponent: Double) -> Double {
  guard x > -1 else { return -1 }
  return expm1(exponent * log1p(x))
}
