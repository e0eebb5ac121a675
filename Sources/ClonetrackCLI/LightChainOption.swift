import ArgumentParser

/// The light chains by the words of the command line.
enum LightChainOption: String, CaseIterable, ExpressibleByArgument {
  case kappa, lambda
}
