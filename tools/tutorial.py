"""Runs the console blocks of Markdown pages and compares what they print.

    tutorial.py [--update] PROGRAM PAGE...

A page's blocks fenced with ```console run in order in one bash, in a new folder for each page, with
PROGRAM on the PATH as `clonetrack` and the root of the repository as $CLONETRACK. A comment
`<!-- run in testdata/x -->` anywhere in the page starts it in that folder of a copy of testdata. In a
block, `$ ` starts a command, lines after a `\\` or with `> ` belong to it, and the rest is what it prints on standard
output and standard error together. A line `...` stands for any lines, `…` within a line for any text.
A command that fails must show an error. --update writes what was printed into blocks without such
wildcards. Standard library only.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = "<clonetrack-tutorial>"
BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
FOLDER = re.compile(r"<!-- run in (testdata\S*) -->")


class Shell:
    """One bash whose folder and variables last from command to command."""

    def __init__(self, folder, program):
        tools = folder / ".bin"
        tools.mkdir()
        (tools / "clonetrack").symlink_to(program)
        environment = {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "CLONETRACK": str(ROOT),
            "USER": "tutorial",
        }
        self.process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, cwd=folder, env=environment,
        )

    def run(self, command):
        """What a command prints, and its exit code."""
        # An open quote would swallow the mark, and bash would wait for ever.
        if subprocess.run(["bash", "-nc", command], capture_output=True).returncode:
            sys.exit(f"tutorial: bash cannot read: {command}")
        # Standard input is the script: a command must not read it.
        self.process.stdin.write(f"{{ {command}\n}} </dev/null\nprintf '{MARK}%d\\n' $?\n")
        self.process.stdin.flush()
        printed = ""
        for line in self.process.stdout:
            before, mark, code = line.partition(MARK)
            printed += before
            if mark:
                return printed, int(code)
        raise SystemExit(f"tutorial: bash ended in: {command}")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def steps(block):
    """The commands of a block, each with what it shall print."""
    found = []
    lines = block.splitlines()
    while lines:
        line = lines.pop(0)
        if line.startswith("$ "):
            command = [line[2:]]
            while lines and command[-1].endswith("\\"):
                command.append(lines.pop(0))
            while lines and (lines[0] == ">" or lines[0].startswith("> ")):
                command.append("> " + lines.pop(0)[2:])
            found.append(("\n".join(command), []))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            sys.exit(f"tutorial: a block starts with output: {line}")
    return found


def typed(command):
    """A command as bash reads it, without the marks before the lines of a here-document."""
    first, *rest = command.split("\n")
    return "\n".join([first] + [line[2:] if line.startswith("> ") else line for line in rest])


def pattern(expected):
    """What the printed text must match."""
    parts = []
    for line in expected:
        if line == "...":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append(".*?".join(map(re.escape, line.split("…"))) + r"\n")
    return re.compile("".join(parts))


def show(command, expected, printed):
    """The block of one command."""
    return "$ " + command + "\n" + "".join(line + "\n" for line in (expected or printed))


def run_page(page, program, update):
    """Runs the blocks of one page; returns the number of commands, or None after a difference."""
    text = page.read_text(encoding="utf-8")
    wanted = FOLDER.search(text)
    count, rewritten = 0, []
    with tempfile.TemporaryDirectory(prefix="clonetrack-tutorial-") as name:
        folder = Path(name)
        shell = Shell(folder, program)
        if wanted:
            # Without what other runs left there.
            shutil.copytree(ROOT / "testdata", folder / "testdata",
                            ignore=shutil.ignore_patterns("results", "golden", "fastq"))
            shell.run(f"cd {wanted.group(1)}")
        for match in BLOCK.finditer(text):
            indent = match.group(1)
            body = re.sub(f"^{indent}", "", match.group(2), flags=re.MULTILINE)
            shown = ""
            for command, expected in steps(body):
                blank = expected[-1:] == [""]
                wanted_lines = expected[:-1] if blank else expected
                printed, code = shell.run(typed(command))
                count += 1
                lines = printed.splitlines()
                wild = any("…" in line or line == "..." for line in wanted_lines)
                fits = pattern(wanted_lines).fullmatch("".join(f"{line.rstrip()}\n" for line in lines))
                if code and not re.search(r"^(error\[|Error: )", printed, re.MULTILINE):
                    print(f"{page}: exit code {code} from: {command}\n{printed}", file=sys.stderr)
                    return None
                if not fits and (not update or wild):
                    print(f"{page}: $ {command}\nexpected:", *wanted_lines, "printed:", printed,
                          sep="\n", file=sys.stderr)
                    return None
                new = wanted_lines if fits else [line.rstrip() for line in lines]
                shown += show(command, new, []) + ("\n" if blank else "")
            rewritten.append("".join(
                f"{indent}{line}".rstrip() + "\n" for line in shown.splitlines()
            ))
        shell.close()
    if update:
        blocks = iter(rewritten)
        page.write_text(
            BLOCK.sub(lambda m: f"{m.group(1)}```console\n{next(blocks)}{m.group(1)}```", text),
            encoding="utf-8",
        )
    return count


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    if len(arguments[update:]) < 2:
        sys.exit(__doc__)
    program, *pages = (Path(argument).resolve() for argument in arguments[update:])
    for page in pages:
        start = time.monotonic()
        count = run_page(page, program, update)
        if count is None:
            sys.exit(1)
        if not count:
            sys.exit(f"tutorial: {page} has no console block")
        print(f"{page.relative_to(ROOT)}: {count} commands, {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
