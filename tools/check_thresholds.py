"""Mutation check: changes every default of the threshold profile and demands that a test sees it.

    python3 tools/check_thresholds.py [--scratch DIR] [--only REGEX] [--table FILE] [--list]

The list of defaults is the profile's own: the dotted names that every run record prints. Works on a
copy of the rooms that hold them. In the copy every default becomes a choice between the value, one
above and one below, made by the environment variable THRESHOLD_MUTANT; so one build serves all
mutants. --table writes the result as a page of documentation, --list only prints the defaults.

Asked are the tests of the room that holds a default, then those of the other such rooms; before
them the suite that the page which is there names, and those that saw other defaults of the room,
which is quick. Two comments in the tests say what else counts:
    // make mutation: asked       before a suite of another room: it is asked, too
    // make mutation: repeats     before a test that only repeats the defaults: it does not count

Exits 1 if a name of the profile has no default that can be changed, if a change does not reach the
profile, if there are no tests to ask, and if a default can be changed without a test failing.
"""
import argparse
import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from swift_defaults import Sources, Unreadable

ROOT = Path(__file__).resolve().parent.parent
PROFILE = "ThresholdProfile"
PRINTER = "ThresholdNames"
TIMEOUT = 300  # seconds for the tests of a room; a mutant may make them endless

MUTANT = """import Glibc

/// Chooses between a default and its mutants.
package enum ThresholdMutant {
  private static let wanted: String =
    unsafe getenv("THRESHOLD_MUTANT").map { unsafe String(cString: $0) } ?? ""

  package static func pick<Value>(
    _ name: String, _ kept: Value, _ up: Value, _ down: Value
  ) -> Value {
    if wanted == name + "+" { return up }
    return wanted == name + "-" ? down : kept
  }
}
"""

PRINT = """import %s

for (name, text) in ThresholdProfile.clonetrackMMv1.parameters { print(name + "\\t" + text) }
"""

SLIM = """
package.targets.append(.executableTarget(name: "%s", dependencies: ["%s"]))
var wanted: Set<String> = []
@MainActor func need(_ name: String) {
  guard let target = package.targets.first(where: { $0.name == name }),
    wanted.insert(name).inserted
  else { return }
  for dependency in target.dependencies {
    switch dependency {
    case .byNameItem(let name, _): need(name)
    case .targetItem(let name, _): need(name)
    default: break
    }
  }
}
for name in [%s] { need(name) }
package.targets.removeAll { !wanted.contains($0.name) }
package.products = []
var used: Set<String> = []
for target in package.targets {
  for dependency in target.dependencies {
    if case .productItem(_, let name, _, _) = dependency, let name { used.insert(name) }
  }
}
package.dependencies.removeAll { dependency in
  guard case .sourceControl(_, let location, _) = dependency.kind else { return false }
  return !used.contains { location.hasSuffix($0) }
}
"""


class Failed(Exception):
    """The check cannot be made, or found something."""


class Plan:
    """What is changed and who is asked."""

    def __init__(self, root):
        folder = root / "Sources"
        sources = Sources(folder)
        self.defaults = sources.defaults(PROFILE)
        self.places = {}
        for default in self.defaults:
            self.places.setdefault(default.place, []).append(default)
        home = sources.home(PROFILE)
        self.profile_room = home.relative_to(folder).parts[0]
        holding = {place.path: place.path.relative_to(folder).parts[0] for place in self.places}
        self.mutated_rooms = sorted(set(holding.values()))
        # Tests of the profile's own room compare whole profiles: marked suites alone are asked.
        self.rooms = sorted({room for path, room in holding.items() if path != home})
        for room in self.rooms:
            if not (root / "Tests" / f"{room}Tests").is_dir():
                raise Failed(f"{room} holds defaults and has no {room}Tests")
        self.asked, self.repeating = marked(root / "Tests")
        self.suites = suites(root / "Tests", [f"{room}Tests" for room in self.rooms])

    def targets(self):
        """The targets to build."""
        late = {suite.partition(".")[0] for suite in self.asked}
        return [PRINTER] + [f"{room}Tests" for room in self.rooms] + sorted(late)

    def room(self, default, folder):
        """The room that holds a default."""
        return default.place.path.relative_to(folder / "Sources").parts[0]

    def filters(self, default, folder):
        """What is asked about a default, the nearest first."""
        own = self.room(default, folder)
        rooms = sorted(self.rooms, key=lambda room: room != own)
        late = [rf"^({'|'.join(map(re.escape, self.asked))})/"] if self.asked else []
        return [rf"^{room}Tests\." for room in rooms] + late

    def skipped(self):
        return [rf"^{re.escape(name)}\(" for name in self.repeating]


def marked(tests):
    """The suites that are asked and the tests that repeat the defaults: `Target.Suite`, and with
    `/test`."""
    asked, repeating = [], []
    for path in sorted(tests.rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        target = path.relative_to(tests).parts[0]
        for match in re.finditer(r"^\s*// make mutation: (.*)$", text, re.M):
            what = match.group(1).strip()
            suite = re.compile(r"\b(?:struct|enum|class|actor)\s+(\w+)")
            if what == "asked":
                found = suite.search(text, match.end())
                name = found and f"{target}.{found.group(1)}"
                asked.append(name)
            elif what == "repeats":
                suites = suite.findall(text[:match.start()])
                found = suites and re.compile(r"\bfunc\s+(\w+)").search(text, match.end())
                name = found and f"{target}.{suites[-1]}/{found.group(1)}"
                repeating.append(name)
            else:
                raise Failed(f"{path}: 'make mutation: {what}', expected 'asked' or 'repeats'")
            if not name:
                raise Failed(f"{path}: nothing follows 'make mutation: {what}'")
    return sorted(set(asked)), sorted(set(repeating))


def suites(tests, targets):
    """The filters of suites by the names that a run prints."""
    found = {}
    for target in targets:
        for path in sorted((tests / target).rglob("*.swift")):
            text = path.read_text(encoding="utf-8")
            for name, suite in re.findall(
                    r'@Suite\("([^"]*)"[^)]*\)\s*(?:\w+\s+)*(?:struct|enum|class|actor) (\w+)',
                    text):
                found[f'"{name}"'] = rf"^{target}\.{suite}/"
    return found


def remembered(page, tests, targets):
    """The filters of the suites that saw defaults the last time, by key; `page` may be missing."""
    if not page or not page.exists():
        return {}
    homes = {}
    for target in targets:
        for path in sorted((tests / target).rglob("*.swift")):
            text = path.read_text(encoding="utf-8")
            for suite in re.finditer(r"^(?:struct|enum|class|actor) (\w+)", text, re.M):
                for test in re.findall(r'@Test\(\s*"([^"]*)"', text[suite.end():]):
                    homes.setdefault(test, rf"^{target}\.{suite.group(1)}/")
                for test in re.findall(r"\bfunc (\w+)\(", text[suite.end():]):
                    homes.setdefault(test + "()", rf"^{target}\.{suite.group(1)}/")
    rows = re.findall(r"^\| `([^`]+)` \|.*\| (.+) \|$", page.read_text(encoding="utf-8"), re.M)
    return {key: homes[test] for key, test in rows if test in homes}


def rewrite(plan):
    """Turns every default of a copy into a choice."""
    texts = {}
    for place, defaults in sorted(
            plan.places.items(), key=lambda item: (str(item[0].path), -item[0].start)):
        first = defaults[0]
        if first.others is None:
            continue
        text = texts.get(place.path) or place.path.read_text(encoding="utf-8")
        choice = f'ThresholdMutant.pick("{first.key}", {first.literal}, {", ".join(first.others)})'
        texts[place.path] = text[:place.start] + choice + text[place.end:]
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")


def stage(folder):
    """A copy of the package with nothing but what is needed, defaults rewritten; its plan."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("Sources", "Tests", "testdata", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    if (ROOT / "Package.resolved").exists():
        shutil.copy2(ROOT / "Package.resolved", folder / "Package.resolved")
    plan = Plan(folder)
    rewrite(plan)
    for room in plan.mutated_rooms:
        (folder / "Sources" / room / "ThresholdMutant.swift").write_text(MUTANT, encoding="utf-8")
    printer = folder / "Sources" / PRINTER / "main.swift"
    printer.parent.mkdir()
    printer.write_text(PRINT % plan.profile_room, encoding="utf-8")
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8")
    listed = ", ".join(f'"{name}"' for name in plan.targets())
    slim = SLIM % (PRINTER, plan.profile_room, listed)
    (folder / "Package.swift").write_text(manifest + slim, encoding="utf-8")
    return plan


def update(scratch, staged):
    """Makes the scratch package like the staged one, leaving equal files alone: they stay built."""
    wanted = {path.relative_to(staged) for path in staged.rglob("*") if path.is_file()}
    for path in wanted:
        target = scratch / path
        if not target.exists() or not filecmp.cmp(staged / path, target, shallow=False):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(staged / path, target)
    for name in ("Sources", "Tests", "testdata", "schemas"):
        for path in (scratch / name).rglob("*"):
            if path.is_file() and path.relative_to(scratch) not in wanted:
                path.unlink()


def build(scratch):
    """Builds the tests and the program that prints the profile."""
    command = ["swift", "test", "-c", "release", "--disable-testable-imports", "--filter", "^$"]
    ended = subprocess.run(
        command, cwd=scratch, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    bundles = list((scratch / ".build" / "release").glob("*PackageTests.xctest"))
    printer = scratch / ".build" / "release" / PRINTER
    if ended.returncode != 0 or not bundles or not printer.exists():
        raise Failed(f"the build failed\n{ended.stdout[-3000:]}")
    return bundles[0], printer


def printed(printer, mutant=""):
    """The profile's thresholds by name, with a mutant."""
    environment = dict(os.environ, THRESHOLD_MUTANT=mutant)
    text = subprocess.run(
        [printer], env=environment, text=True, stdout=subprocess.PIPE, check=True).stdout
    return dict(line.split("\t") for line in text.splitlines())


def hold_names(defaults, names):
    """Fails unless the defaults found are those of the profile."""
    found = [default.key for default in defaults]
    if not names:
        raise Failed("the profile prints no threshold")
    if missing := sorted(set(names) - set(found)):
        raise Failed(f"no default was found for {', '.join(missing)}")
    if unknown := sorted(set(found) - set(names)):
        raise Failed(f"the profile does not print {', '.join(unknown)}")


def hold_changes(places, kept, mutated):
    """Fails unless each mutant changes what the profile prints under its names, and nothing else.

    `mutated` gives what the profile prints with a mutant.
    """
    for defaults in places.values():
        names = sorted(default.key for default in defaults)
        for sign in signs(defaults[0]):
            now = mutated(defaults[0].key + sign)
            changed = sorted(name for name in kept if now.get(name) != kept[name])
            if changed != names:
                raise Failed(
                    f"the mutant {names[0]}{sign} changes {', '.join(changed) or 'nothing'} "
                    f"instead of {', '.join(names)}")


def signs(default):
    """The mutants of a default: both ways, or one if both are the same."""
    if default.others is None:
        return ""
    return "+" if default.others[0] == default.others[1] else "+-"


def run_tests(bundle, filter_, skipped, mutant=""):
    """Runs tests; returns how many there were and the names of tests and of suites that failed."""
    command = [bundle, "--testing-library", "swift-testing", "--filter", filter_]
    for name in skipped:
        command += ["--skip", name]
    environment = dict(os.environ, THRESHOLD_MUTANT=mutant, SWIFT_BACKTRACE="enable=no")
    try:
        ended = subprocess.run(
            command, env=environment, text=True, timeout=TIMEOUT,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return 1, ["no end"], []
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ended.stdout)
    count = re.search(r"Test run with (\d+) tests?", plain)
    number = int(count.group(1)) if count else 0
    if ended.returncode == 0:
        return number, [], []
    failed = re.findall(
        r"^. Test (?!run|case)(.+?) (?:with \d+ test cases? )?failed after", plain, re.M)
    suites_failed = re.findall(r"^. Suite (.+) failed after", plain, re.M)
    return number, failed or ["the run crashed"], suites_failed


def hold_tests(filters, run):
    """Fails unless each filter has tests, and all of them pass without a mutant."""
    if not filters:
        raise Failed("there are no tests to ask")
    for filter_ in filters:
        number, failed, _ = run(filter_)
        if failed:
            raise Failed(f"without a mutant these fail: {', '.join(failed)}")
        if number == 0:
            raise Failed(f"no test is named {filter_}")


def seen_by(default, filters, run):
    """How a change of a default is seen: the way, the test that fails and the suites that do.

    None if no test sees any change.
    """
    for sign in signs(default):
        for filter_ in filters:
            _, failed, suites_failed = run(filter_, default.key + sign)
            if failed:
                return sign, failed[0], suites_failed
    return None


class Memory:
    """The suites that saw defaults of a room before, the last one first: the next one is often near."""

    LENGTH = 4

    def __init__(self, filters):
        self.filters, self.recent = filters, {}

    def keep(self, room, suites_failed):
        recent = self.recent.get(room, [])
        for name in suites_failed:
            if filter_ := self.filters.get(name):
                recent = [filter_] + [one for one in recent if one != filter_]
        self.recent[room] = recent[:self.LENGTH]

    def of(self, room):
        return self.recent.get(room, [])


def shown(literal):
    """A literal as one short text for the table."""
    text = re.sub(r"\s+", " ", literal).replace(",]", "]").replace(", ]", "]").replace("[ ", "[")
    if len(text) > 40 and text.startswith("["):
        items = text.strip("[] ").split(", ")
        return f"[{items[0]}, …, {items[-1]}], {len(items)} values"
    return text


def table(results):
    """The page of documentation."""
    lines = [
        "# Threshold mutants", "",
        "Which tests see a threshold: every default of the profile, made larger and smaller.", "",
        "## Overview", "",
        "`make mutation` writes this page. The names are those of the profile in every run record.",
        "Numbers change by a tenth, whole numbers by at least 1; a range is cut at its lower, then its",
        "upper end; of a list the first, then the last value changes, and an empty one gets a value; a",
        "word becomes another one. Named is a test that fails where the default is larger",
        "or another, or, if none was found, where it is smaller; a dash means that none fails.",
        "Tests that only repeat the defaults do not count. An option with one case has no other",
        "value: it names what the program does, and a second case brings its own tests.", "",
        "| default | value | change | seen by |", "|---|---|---|---|",
    ]
    words = {"+": "larger", "-": "smaller"}
    for default, seen in results:
        change = "one case" if default.others is None else words[seen[0]] if seen else "none"
        test = seen[1].replace("|", "/").strip('"') if seen else "–"
        lines.append(f"| `{default.key}` | {shown(default.literal)} | {change} | {test} |")
    changeable = [seen for default, seen in results if default.others is not None]
    lines += [
        "",
        f"The profile has {len(results)} defaults; {len(results) - len(changeable)} have no other "
        f"value. {sum(map(bool, changeable))} of the other {len(changeable)} are seen.", "",
    ]
    return "\n".join(lines)


def hold_results(results):
    """Fails if there is nothing, or a default that no test sees."""
    if not any(default.others for default, _ in results):
        raise Failed("no default was changed")
    missed = [default.key for default, seen in results if default.others is not None and not seen]
    if missed:
        raise Failed(f"no test sees {', '.join(missed)}")


def check(arguments):
    staged = arguments.scratch.with_name(arguments.scratch.name + "-staged")
    plan = stage(staged)
    if arguments.list:
        for default in plan.defaults:
            print(f"{default.key}\t{shown(default.literal)}")
        return
    update(arguments.scratch, staged)
    print(f"{len(plan.defaults)} defaults; building", flush=True)
    bundle, printer = build(arguments.scratch)
    kept = printed(printer)
    hold_names(plan.defaults, kept)
    hold_changes(plan.places, kept, lambda mutant: printed(printer, mutant))

    skipped = plan.skipped()

    def run(filter_, mutant=""):
        return run_tests(bundle, filter_, skipped, mutant)

    hold_tests(plan.filters(plan.defaults[0], staged), run)
    if skipped:  # a repeating test that is not found would count
        hold_tests(skipped, lambda filter_: run_tests(bundle, filter_, []))

    seen, results, memory = {}, [], Memory(plan.suites)
    last = remembered(
        arguments.table, staged / "Tests", [f"{room}Tests" for room in plan.rooms])
    for default in plan.defaults:
        if not re.search(arguments.only, default.key):
            continue
        first = plan.places[default.place][0]
        if default.place not in seen:
            room = plan.room(first, staged)
            hints = [last[first.key]] if first.key in last else []
            found = seen_by(first, hints, run) or seen_by(first, memory.of(room), run)
            found = found or seen_by(first, plan.filters(default, staged), run)
            memory.keep(room, found[2] if found else [])
            seen[default.place] = found
        found = seen[default.place]
        results.append((default, found))
        words = "no other value" if default.others is None else found[1] if found else "NOT SEEN"
        print(f"{default.key} = {shown(default.literal)}: {words}", flush=True)
    if arguments.table:
        arguments.table.write_text(table(results), encoding="utf-8")
    hold_results(results)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build" / "thresholds")
    parser.add_argument("--only", default="", help="check only the defaults whose names match")
    parser.add_argument("--table", type=Path, help="write the page of documentation")
    parser.add_argument("--list", action="store_true", help="print the defaults and end")
    try:
        check(parser.parse_args())
    except (Failed, Unreadable) as problem:
        sys.exit(f"check_thresholds: {problem}")


if __name__ == "__main__":
    main()
