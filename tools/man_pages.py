"""Writes the manual: one mdoc page for each command of the program.

    man_pages.py PROGRAM DIR

Everything about options comes from the program itself (`--experimental-dump-help`), the examples from
its `--help`, what the exit codes mean from this file. SOURCE_DATE_EPOCH gives the date of the pages;
without it they bear that of the last commit. Standard library only.
"""

import json
import os
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

EXIT_CODES = [
    (0, "Done, whatever the call: a failed assay is a result."),
    (3, "Done, and a finding is as severe as --fail-on names."),
    (64, "Wrong usage."),
    (65, "Bad data; the message names file, line or record."),
    (66, "An input file is missing."),
    (70, "A fault of the program; please report it."),
    (73, "Results cannot be created."),
    (74, "A disk that fails or is full."),
    (130, "Stopped by Ctrl-C; no partial result is left."),
]


def run(program, *arguments):
    """What the program prints."""
    # A fixed width, whatever terminal make runs in.
    environment = {**os.environ, "COLUMNS": "80"}
    return subprocess.run(
        [program, *arguments], check=True, capture_output=True, text=True, env=environment
    ).stdout


def page_date():
    """The date of the pages, in mdoc's order."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or subprocess.run(
        ["git", "log", "-1", "--format=%ct"], check=True, capture_output=True, text=True
    ).stdout
    day = datetime.fromtimestamp(int(epoch), timezone.utc)
    return f"{day:%B} {day.day}, {day.year}"


def text(words):
    """Plain text that roff takes for nothing else; sentences start on lines of their own."""
    words = words.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    lines = words.replace(". ", ".\n").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def names(argument):
    """The names of an option as mdoc arguments, short ones first."""
    dash = {"short": "", "long": "\\-", "longWithSingleDash": ""}
    return [dash[name["kind"]] + name["name"].replace("-", "\\-") for name in argument["names"]]


def synopsis(argument):
    """One argument of the synopsis."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        body = f"Ar {value}"
    elif argument["kind"] == "flag":
        body = f"Fl {names(argument)[-1]}"
    else:
        body = f"Fl {names(argument)[0]} Ar {value}"
    if argument["isRepeating"]:
        body += " ..."
    return f".Op {body}" if argument["isOptional"] else f".{body}"


def description(argument):
    """What an argument means, with the values it takes and its default."""
    words = argument.get("abstract", "")
    if argument.get("allValues") and argument["kind"] == "option":
        words += f" One of {', '.join(argument['allValues'])}."
    if argument.get("defaultValue"):
        words += f" The default is {argument['defaultValue']}."
    return text(words)


def options(command):
    """The sections of options, with the titles of the help."""
    sections = {}
    for argument in command.get("arguments", []):
        title = argument.get("sectionTitle") or (
            "Arguments" if argument["kind"] == "positional" else "Options"
        )
        sections.setdefault(title, []).append(argument)
    for title, arguments in sorted(sections.items(), key=lambda item: item[0] == "Options"):
        yield f".Ss {title}"
        yield ".Bl -tag -width Ds"
        for argument in arguments:
            value = argument.get("valueName", "")
            if argument["kind"] == "positional":
                yield f".It Ar {value}"
            elif argument["kind"] == "flag":
                yield ".It " + " , ".join(f"Fl {name}" for name in names(argument))
            else:
                yield ".It " + " , ".join(f"Fl {name} Ar {value}" for name in names(argument))
            yield description(argument)
        yield ".El"


def example(program, path):
    """The lines under EXAMPLE of a command's help."""
    shown = run(program, *path, "--help").split("\n\nEXAMPLE (in testdata):\n")
    if len(shown) != 2:
        sys.exit(f"man_pages: the help of {' '.join(path) or 'the program'} has no example")
    return shown[1].rstrip("\n")


def page(program, command, path, others, date, version):
    """The page of one command; `path` is empty for the program itself."""
    name = "-".join(["clonetrack", *path])
    call = " ".join(["clonetrack", *path])
    yield f".Dd {date}"
    yield f".Dt {name.upper()} 1"
    yield f".Os clonetrack {version}"
    yield ".Sh NAME"
    yield f".Nm {call}" if not path else f".Nm {name}"
    yield f".Nd {text(command['abstract']).rstrip('.')}"
    yield ".Sh SYNOPSIS"
    yield f".Nm {call}"
    if command.get("subcommands"):
        yield ".Ar command"
        yield ".Op Ar options"
    else:
        shown = [
            argument
            for argument in command["arguments"]
            if argument.get("preferredName", {}).get("name") not in ("help", "version")
        ]
        yield from map(synopsis, sorted(shown, key=lambda a: a["isOptional"]))
    yield ".Sh DESCRIPTION"
    yield text(command["abstract"])
    if command.get("discussion"):
        yield ".Pp"
        yield text(command["discussion"])
    if command.get("subcommands"):
        yield ".Pp"
        yield "The commands are:"
        yield ".Bl -tag -width annotate"
        for child in command["subcommands"]:
            if child["commandName"] == "help":
                continue
            yield f".It Cm {child['commandName']}"
            yield text(child["abstract"])
        yield ".El"
    if command.get("arguments"):
        yield ".Sh OPTIONS"
        yield from options(command)
    yield ".Sh ENVIRONMENT"
    yield ".Bl -tag -width NO_COLOR"
    yield ".It Ev NO_COLOR"
    yield "If set and not empty, messages on a terminal have no colours."
    yield ".El"
    yield ".Sh EXIT STATUS"
    yield ".Bl -tag -width Ds"
    for code, meaning in EXIT_CODES:
        yield f".It {code}"
        yield text(meaning)
    yield ".El"
    yield ".Sh EXAMPLES"
    yield "In the folder"
    yield ".Pa testdata"
    yield "of the sources, or in a copy of"
    yield ".Pa /usr/share/doc/clonetrack/examples :"
    yield ".Bd -literal -offset indent"
    yield example(program, path).replace("\\", "\\e").replace("-", "\\-")
    yield ".Ed"
    yield ".Sh SEE ALSO"
    related = [other for other in others if other != name]
    yield "\n".join(
        f".Xr {other} 1" + (" ," if other != related[-1] else "") for other in related
    )


def commands(command, path=()):
    """A command and those below it, with their names; `help` is none."""
    yield command, path
    for child in command.get("subcommands", []):
        if child["commandName"] != "help":
            yield from commands(child, (*path, child["commandName"]))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], Path(sys.argv[2])
    root = json.loads(run(program, "--experimental-dump-help"))["command"]
    version = run(program, "--version").split()[1]
    date = page_date()
    found = list(commands(root))
    others = sorted("-".join(["clonetrack", *path]) for _, path in found)
    folder.mkdir(parents=True, exist_ok=True)
    for command, path in found:
        lines = page(program, command, path, others, date, version)
        target = folder / ("-".join(["clonetrack", *path]) + ".1")
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(found)} pages in {folder}")


if __name__ == "__main__":
    main()
