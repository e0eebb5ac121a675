import ArgumentParser

extension ClonetrackCommand {
  /// The names of the commands that the program offers, in the order of its help.
  package static var offered: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Parses the command line, runs the command it names and leaves with that command's exit code.
  package static func start() async -> Never {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      exit(withError: nil)
    } catch {
      if let help = helpWithExample(for: error) {
        print(help)
        exit(withError: nil)
      }
      guard let message = messageWithCommand(for: error) else { exit(withError: error) }
      StandardError.write(message + "\n")
      exit(withError: exitCode(for: error))
    }
  }

  /// The message about a word that is no command, with the command that was probably meant; `nil`
  /// for every other error.
  package static func messageWithCommand(for error: any Error) -> String? {
    let text = fullMessage(for: error)
    guard let match = text.prefixMatch(of: #/Error: Unexpected argument '([^']*)'/#) else {
      return nil
    }
    guard text.contains("Usage: clonetrack <subcommand>"),
      let nearest = NearestName.of(String(match.output.1), in: offered)
    else { return nil }
    return "\(match.output.0). Did you mean '\(nearest)'?" + text[match.range.upperBound...]
  }
}
