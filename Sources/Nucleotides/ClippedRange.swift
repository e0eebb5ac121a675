/// The offsets from `lower` up to `upper`; empty at `lower` where `upper` lies before it.
///
/// For stretches of reads whose borders come from two different findings.
@inlinable
public func clippedRange(_ lower: Int, _ upper: Int) -> Range<Int> {
  lower..<max(lower, upper)
}
