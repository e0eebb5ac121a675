package import ArgumentParser

/// A command whose help ends with an example that can be typed as it stands in the folder `testdata`
/// of the sources, or in the examples of the Debian package.
package protocol ExampleProviding: ParsableCommand {
  /// The example, one or more command lines.
  static var example: String { get }
}

extension ClonetrackCommand {
  /// The program and every command it offers, in the order of its help.
  package static var documented: [any ExampleProviding.Type] {
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
    var text = trimmed(helpMessage(for: command, columns: columns))
    if helpMessage(for: command, includeHidden: true, columns: columns).count > text.count + 1 {
      text += "\n  --help-hidden           Show rarely used options as well."
    }
    return text + example(of: command)
  }

  /// The help that ArgumentParser is about to print, with the example after it; `nil` if `error`
  /// does not ask for help.
  package static func helpWithExample(for error: any Error) -> String? {
    guard exitCode(for: error).isSuccess else { return nil }
    let text = fullMessage(for: error)
    if let command = documented.first(where: { helpMessage(for: $0) == text }) {
      return help(for: command)
    }
    return documented.first { helpMessage(for: $0, includeHidden: true) == text }.map {
      trimmed(text) + example(of: $0)
    }
  }

  private static func example(of command: any ExampleProviding.Type) -> String {
    "\n\nEXAMPLE (in testdata):\n\(indented(command.example))"
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0.isNewline }.reversed())
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }
}
