package import ArgumentParser

/// A command whose help ends with an example that can be typed as it stands.
package protocol ExampleProviding: ParsableCommand {
  /// The example, one or more command lines.
  static var example: String { get }
}

extension ClonetrackCommand {
  /// Every command that the program offers and that gives an example.
  private static var commands: [any ExampleProviding.Type] {
    commands(from: ClonetrackCommand.self).compactMap { $0 as? any ExampleProviding.Type }
  }

  /// A command and the commands below it.
  private static func commands(
    from command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap { commands(from: $0) }
  }

  /// The help of a command, with its example as the last words.
  package static func help(for command: any ExampleProviding.Type, columns: Int? = nil) -> String {
    let text = helpMessage(for: command, columns: columns)
    return "\(text)\n\nEXAMPLE:\n\(indented(command.example))"
  }

  /// The help that ArgumentParser is about to print, with the example after it; `nil` if `error`
  /// does not ask for help.
  package static func helpWithExample(for error: any Error) -> String? {
    guard exitCode(for: error).isSuccess else { return nil }
    let text = fullMessage(for: error)
    return commands.first { helpMessage(for: $0) == text }.map { help(for: $0) }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }
}
