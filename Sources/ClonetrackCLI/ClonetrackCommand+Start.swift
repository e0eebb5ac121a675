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
      let arguments = Array(CommandLine.arguments.dropFirst())
      let message =
        messageWithCommand(for: error) ?? messageWithFirstWord(for: error, arguments)
        ?? messageWithOption(for: error, arguments)
      guard let message else { exit(withError: error) }
      StandardError.write(message + "\n")
      exit(withError: exitCode(for: error))
    }
  }

  /// The message about a word that no command expects: with the command that was probably meant, or
  /// with how read files are named; `nil` for every other error.
  package static func messageWithCommand(for error: any Error) -> String? {
    let text = fullMessage(for: error)
    guard let match = text.prefixMatch(of: #/Error: Unexpected argument '([^']*)'/#) else {
      return nil
    }
    let (head, rest) = (match.output.0, text[match.range.upperBound...])
    if rest.contains("Usage: clonetrack baseline") || rest.contains("Usage: clonetrack followup") {
      return head + ". Each file of reads needs its own -1 or -2; "
        + "lanes of one replicate are joined with commas." + rest
    }
    let isOfGermline = rest.contains("Usage: clonetrack germline <subcommand>")
    guard isOfGermline || rest.contains("Usage: clonetrack <subcommand>") else { return nil }
    let names =
      isOfGermline
      ? GermlineCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
      : offered
    guard let nearest = NearestName.of(String(match.output.1), in: names) else { return nil }
    return "\(head). Did you mean '\(nearest)'?" + rest
  }

  /// The message about a first word that is no command; `nil` if it is one.
  ///
  /// ArgumentParser speaks of the options behind it, which belong to no command it knows.
  package static func messageWithFirstWord(
    for error: any Error,
    _ arguments: [String]
  ) -> String? {
    let text = fullMessage(for: error)
    guard text.hasPrefix("Error: Unknown option"), let usage = text.firstRange(of: "\nUsage: "),
      text[usage.lowerBound...].hasPrefix("\nUsage: clonetrack <subcommand>"),
      let word = arguments.first, !word.hasPrefix("-"), !offered.contains(word)
    else { return nil }
    let nearest = NearestName.of(word, in: offered).map { ". Did you mean '\($0)'?" } ?? ""
    return "Error: Unexpected argument '\(word)'\(nearest)" + text[usage.lowerBound...]
  }

  /// The message about a word that looks like an option and is none of the command's; `nil` if there
  /// is no such word or the message is about it already.
  ///
  /// ArgumentParser speaks of what is missing first, which a mistyped option only seems to be.
  package static func messageWithOption(for error: any Error, _ arguments: [String]) -> String? {
    let text = fullMessage(for: error)
    guard text.hasPrefix("Error: "), !text.hasPrefix("Error: Unknown option"),
      let usage = text.firstRange(of: "\nUsage: ")
    else { return nil }
    let known = optionNames(of: command(of: arguments))
    let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
      .map { String($0.prefix { $0 != "=" }) }
    guard let unknown = given.first(where: { !known.contains($0) }) else { return nil }
    let nearest = NearestName.of(unknown, in: known).map { " Did you mean '\($0)'?" } ?? ""
    return "Error: Unknown option '\(unknown)'.\(nearest)" + text[usage.lowerBound...]
  }

  /// The command that the first words of a command line name.
  private static func command(of arguments: [String]) -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = ClonetrackCommand.self
    for word in arguments {
      let below = command.configuration.subcommands.first { $0.configuration.commandName == word }
      guard let below else { break }
      command = below
    }
    return command
  }

  /// The long names of a command's options, as its help lists them.
  private static func optionNames(of command: any ParsableCommand.Type) -> [String] {
    let hidden = ["--help-hidden", "--generate-completion-script"]
    return helpMessage(for: command, includeHidden: true, columns: 200)
      .matches(of: #/(?m)^  (?:-\w, )?(--[\w-]+)/#).map { String($0.output.1) } + hidden
  }
}
