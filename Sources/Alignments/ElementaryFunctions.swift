#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The natural logarithm.
package func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// The exponential function.
package func exponential(_ value: Double) -> Double { exp(value) }
