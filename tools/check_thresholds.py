"""Mutation check: changes every default of the threshold profile and demands that a test sees it.

    python3 tools/check_thresholds.py [--scratch DIR] [--only REGEX] [--table FILE] [--workflows]

Works on a copy of the rooms that hold or use thresholds. In the copy every default becomes a
choice between the value, one above and one below, made by the environment variable
THRESHOLD_MUTANT; so one build serves all mutants. Tests that compare the list of defaults with
itself do not count. --table writes the result as a page of documentation.

Exits 1 if a default can be changed either way without a test failing.
"""
import argparse
import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The files that hold defaults and the group of the specification.
SOURCES = {
    "Clonotyping/SelectionCriteria.swift": "baseline",
    "Clonotyping/ErrorCollapse.swift": "merge",
    "Clonotyping/MatchTolerance.swift": "match",
    "Quantification/QuantificationParameters*.swift": "",
    "Monitoring/MonitoringLimits*.swift": "qc",
    "Monitoring/Drift/DriftLimits.swift": "drift",
}
# Rooms whose tests are built; tests are asked room by room, the quick ones first.
ROOMS = ["Clonotyping", "Quantification", "Monitoring"]
NEAR = {
    "baseline": "ClonotypingTests", "merge": "ClonotypingTests", "match": "ClonotypingTests",
    "qc": "MonitoringTests", "drift": "MonitoringTests",
}
LATE = r"WorkflowsTests\.(CountScenarioTests|RunScenarioTests|PlanTests)"
# Tests that only repeat the defaults.
REPEATING = ["QuantificationTests/parameters"]
TIMEOUT = 300

STORED = re.compile(r"^(\s*package var (\w+)(?:: [^=]+?)?) = (.+)$")
OPENING = re.compile(r"^(\s*)package (struct|enum) (\w+)")
NUMBER = r"\d[\d_]*(?:\.\d+)?(?:e-?\d+)?"

MUTANT = """import Glibc

/// Chooses between a default and its mutants.
enum ThresholdMutant {
  private static let wanted: String =
    unsafe getenv("THRESHOLD_MUTANT").map { unsafe String(cString: $0) } ?? ""

  static func pick<Value>(_ name: String, _ kept: Value, _ up: Value, _ down: Value) -> Value {
    if wanted == name + "+" { return up }
    return wanted == name + "-" ? down : kept
  }
}
"""

SLIM = """
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
for room in [%s] { need(room); need(room + "Tests") }
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


def scaled(text, factor):
    """A number literal times a factor; whole numbers change by one at least."""
    if re.fullmatch(r"\d[\d_]*", text):
        value = int(text.replace("_", ""))
        step = max(1, round(abs(value * (factor - 1))))
        return str(value + step if factor > 1 or value == 0 else value - step)
    if 0.9 <= float(text.replace("_", "")) < 1:  # a probability: what is left of it changes
        return f"(1 - (1 - {text}) * {2 - factor:.1f})"
    return f"({text} * {factor})" if factor > 1 else f"({text} / {2 - factor})"


def mutants(literal, enums):
    """The literal made larger and smaller, or otherwise other; None if there is no other value."""
    if re.fullmatch(NUMBER, literal):
        return scaled(literal, 1.1), scaled(literal, 0.9)
    if literal in ("true", "false"):
        other = "false" if literal == "true" else "true"
        return other, other
    match = re.fullmatch(rf"({NUMBER})\.\.\.({NUMBER})", literal)
    if match:
        low, high = match.groups()
        return f"{scaled(low, 1.1)}...{high}", f"{low}...{scaled(high, 0.9)}"
    match = re.fullmatch(r"\[(.+)\]", literal)
    if match:
        items = match.group(1).split(", ")
        if items[0].startswith('"'):
            return f"[{', '.join(items[1:])}]", f"[{', '.join(items[:-1])}]"
        first = [scaled(items[0], 1.1)] + items[1:]
        last = items[:-1] + [scaled(items[-1], 0.9)]
        return f"[{', '.join(first)}]", f"[{', '.join(last)}]"
    match = re.fullmatch(r"([\w.]*)\.(\w+)", literal)
    if match:
        kind, case = match.groups()
        others = [name for name in enums.get(kind.split(".")[-1], []) if name != case]
        return (f"{kind}.{others[0]}", f"{kind}.{others[-1]}") if others else None
    raise SystemExit(f"check_thresholds: no mutant is known for '{literal}'")


def enum_cases(sources):
    """The cases of every enumeration of the rooms, by name."""
    cases = {}
    for path in sources.rglob("*.swift"):
        name = None
        for line in path.read_text(encoding="utf-8").splitlines():
            opening = re.match(r"\s*(?:package |private )?enum (\w+)", line)
            if opening:
                name = opening.group(1)
            elif re.match(r"\s*(?:package |private )?(?:struct|extension) ", line):
                name = None
            case = re.match(r"\s*case (\w+)(?: = \"[^\"]*\")?$", line)
            if case and name:
                cases.setdefault(name, []).append(case.group(1))
    return cases


def rewrite(sources):
    """Turns every default into a choice; returns (name, file, literal, mutants or None) for each."""
    enums, found, rooms = enum_cases(sources), [], set()
    for pattern, group in SOURCES.items():
        for path in sorted(sources.glob(pattern)):
            lines, owner = [], group
            for line in path.read_text(encoding="utf-8").splitlines():
                opening = OPENING.match(line)
                if opening and opening.group(2) == "struct":
                    owner = group or opening.group(3)
                stored = STORED.match(line)
                if stored and not stored.group(3).endswith("()"):
                    head, name, literal = stored.groups()
                    name = f"{owner}.{name}"
                    other = mutants(literal, enums)
                    found.append((name, literal, other))
                    if other:
                        line = f'{head} = ThresholdMutant.pick("{name}", {literal}, {other[0]}, {other[1]})'
                lines.append(line)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            rooms.add(path.relative_to(sources).parts[0])
    for room in rooms:
        (sources / room / "ThresholdMutant.swift").write_text(MUTANT, encoding="utf-8")
    return found


def stage(folder, rooms):
    """A copy of the package with nothing but these rooms and what they need, defaults rewritten."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("Sources", "Tests", "testdata", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    if (ROOT / "Package.resolved").exists():
        shutil.copy2(ROOT / "Package.resolved", folder / "Package.resolved")
    manifest = (ROOT / "Package.swift").read_text(encoding="utf-8")
    listed = ", ".join(f'"{room}"' for room in rooms)
    (folder / "Package.swift").write_text(manifest + SLIM % listed, encoding="utf-8")
    return rewrite(folder / "Sources")


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
    shutil.rmtree(staged)


def build(scratch):
    """Builds the tests; ends the check if that fails."""
    command = ["swift", "test", "-c", "release", "--disable-testable-imports", "--filter", "^$"]
    ended = subprocess.run(
        command, cwd=scratch, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    bundles = list((scratch / ".build" / "release").glob("*PackageTests.xctest"))
    if ended.returncode != 0 or not bundles:
        sys.exit(f"check_thresholds: the build failed\n{ended.stdout[-3000:]}")
    return bundles[0]


def run_tests(bundle, filter_, mutant=""):
    """Runs tests; returns the names of those that failed, None if all passed."""
    command = [bundle, "--testing-library", "swift-testing", "--filter", filter_]
    for name in REPEATING:
        command += ["--skip", name]
    environment = dict(os.environ, THRESHOLD_MUTANT=mutant, SWIFT_BACKTRACE="enable=no")
    try:
        ended = subprocess.run(
            command, env=environment, text=True, timeout=TIMEOUT,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return ["no end"]
    if ended.returncode == 0:
        return None
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ended.stdout)
    failed = re.findall(
        r"^. Test (?!run|case)(.+?) (?:with \d+ test cases? )?failed after", plain, re.M)
    return failed or ["the run crashed"]


def first_failures(bundle, filters, mutant):
    """The failed tests of the first filter with any; None if all pass."""
    for filter_ in filters:
        failed = run_tests(bundle, filter_, mutant)
        if failed:
            return failed
    return None


def table(results):
    """The page of documentation."""
    lines = [
        "# Threshold mutants", "",
        "Which tests see a threshold: every default of the profile, made larger and smaller.", "",
        "## Overview", "",
        "`make mutation` writes this page. Numbers change by a tenth, whole numbers by at least 1; a",
        "range is cut at its lower, then at its upper end; of a list the first, then the last value",
        "changes. Named is the first test that fails where the default is larger, or, if none does,",
        "where it is smaller; a dash means that none fails. Tests that only compare the list of",
        "defaults do not count.", "",
        "| default | value | change | seen by |", "|---|---|---|---|",
    ]
    for name, literal, seen in results:
        sign, failed = seen or ("", None)
        word = {"+": "larger", "-": "smaller", "": "none"}[sign]
        test = failed[0].replace("|", "/").strip('"') if failed else "–"
        lines.append(f"| `{name}` | {literal} | {word} | {test} |")
    seen_some = sum(1 for _, _, seen in results if seen and seen[1])
    changeable = sum(1 for _, _, seen in results if seen)
    lines += ["", f"{seen_some} of {changeable} defaults that have another value are seen.", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--scratch", type=Path, default=ROOT / ".build" / "thresholds")
    parser.add_argument("--only", default="", help="check only the defaults whose names match")
    parser.add_argument("--table", type=Path, help="write the page of documentation")
    parser.add_argument("--workflows", action="store_true", help="ask the tests of Workflows too")
    arguments = parser.parse_args()

    rooms = ROOMS + (["Workflows"] if arguments.workflows else [])
    staged = arguments.scratch.with_name(arguments.scratch.name + "-staged")
    defaults = stage(staged, rooms)
    update(arguments.scratch, staged)
    print(f"{len(defaults)} defaults; building", flush=True)
    bundle = build(arguments.scratch)
    all_rooms = [f"{room}Tests" for room in reversed(ROOMS)] + ([LATE] if arguments.workflows else [])
    for room in all_rooms:
        if failed := run_tests(bundle, room):
            sys.exit(f"check_thresholds: without a mutant these fail: {', '.join(failed)}")

    results = []
    for name, literal, other in defaults:
        if not re.search(arguments.only, name):
            continue
        near = NEAR.get(name.split(".")[0], "QuantificationTests")
        filters = [near] + [room for room in all_rooms if room != near]
        seen = None
        if other:
            for sign in "+" if other[0] == other[1] else "+-":
                seen = sign, first_failures(bundle, filters, name + sign)
                if seen[1]:
                    break
        results.append((name, literal, seen))
        words = "no other value" if seen is None else (seen[1] or ["NOT SEEN"])[0]
        print(f"{name} = {literal}: {words}", flush=True)
    if arguments.table:
        arguments.table.write_text(table(results), encoding="utf-8")
    missed = [name for name, _, seen in results if seen and not seen[1]]
    if missed:
        sys.exit(f"check_thresholds: no test sees {', '.join(missed)}")


if __name__ == "__main__":
    main()
