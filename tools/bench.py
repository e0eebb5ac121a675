"""Measures clonetrack end to end beside gzip, igzip and, if there, IgBLAST and vidjil-algo.

    bench.py --program PATH --parser PATH [--pairs N] [--rounds N] [--micro FILE]

`bench_reads.py` makes the reads; they are kept under .build/bench. Every round runs every command
once, so that a slow moment of the machine meets all of them; ratios are taken within a round.
Writes Benchmarks/RESULTS.md. Nothing fails for being slow. Environment:

    IGBLAST          a script called as: script IN.fasta OUT.tsv THREADS
    VIDJIL_GERMLINE  homo-sapiens.g, if vidjil-algo is on the path

Standard library only.
"""

import argparse
import hashlib
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENT = ROOT / "testdata" / "patient"
CACHE = ROOT / ".build" / "bench"
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
MAKER = Path(__file__).with_name("bench_reads.py")
ANNOTATED, IGBLAST_READS = 20_000, 500
GOALS = {
    ("followup", 1): "tracking pass alone ≤ 2 × igzip, ≤ 0.35 × gzip CPU",
    ("followup", 2): "≤ 0.5 × gzip",
    ("baseline", 2): "≤ 0.6 × gzip",
}


@dataclass
class Work:
    """One command that every round runs, and what was measured of it."""

    name: str
    command: list
    reads: int
    goal: str = ""
    reference: str = ""  # The library whose decompression it is compared with.
    wall: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    peak: list = field(default_factory=list)

    def run(self):
        """Runs the command once, its output dropped, and notes its use of the machine."""
        with open(CACHE / "stderr", "w+") as errors:
            start = time.monotonic()
            child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall.append(time.monotonic() - start)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                errors.seek(0)
                sys.exit(f"bench: code {child.returncode} from {self.command}\n{errors.read()}")
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)

    def cpu_per_read(self):
        """Median seconds of CPU a read or pair."""
        return statistics.median(self.cpu) / self.reads


def ratio(values, others):
    """The median of the ratios within a round."""
    return statistics.median(a / b for a, b in zip(values, others))


def cached(kind, count, *names):
    """Makes files of reads unless they are there.

    In a process of its own: a child's peak memory starts at its parent's, so this one stays small.
    """
    paths = [str(CACHE / name) for name in names]
    if not all(map(os.path.exists, paths)):
        print(f"bench: making {', '.join(names)}", file=sys.stderr)
        subprocess.run(
            [sys.executable, str(MAKER), str(PATIENT), kind, str(count), *paths], check=True
        )
    return paths


def library(role, count):
    """The two files of `count` pairs of a role (DX, FU)."""
    return cached(role, count, *(f"{role}-{count}_R{mate}.fastq.gz" for mate in (1, 2)))


def clear_stale_reads():
    """Removes cached reads that were made of other data or in another way."""
    digest = hashlib.sha256(MAKER.read_bytes())
    for path in sorted(PATIENT.glob("reads/*.gz")):
        digest.update(path.read_bytes())
    stamp = CACHE / "made-from"
    if not stamp.exists() or stamp.read_text() != digest.hexdigest():
        shutil.rmtree(CACHE, ignore_errors=True)
        CACHE.mkdir(parents=True)
        stamp.write_text(digest.hexdigest())


def tracked_baseline(program):
    """The record of the patient's clone, from the reads as they are."""
    folder = CACHE / "patient"
    command = [program, "baseline", "--sample", "P1-DX", "--subject", "P1", "--dna-ng", "8"]
    for first in sorted(PATIENT.glob("reads/P1-DX*_R1.fastq.gz")):
        command += ["-1", str(first), "-2", str(first).replace("_R1.", "_R2.")]
    command += ["--assay", str(PATIENT / "assay.yaml"), "--quiet", "--force", "-o", str(folder)]
    Work("patient", command, 1).run()
    return str(folder / "baseline.json")


def pipeline(program, command, files, threads, *options):
    """The command line of a baseline or follow-up run."""
    return [
        program, command, "-1", files[0], "-2", files[1], "--sample", "B", *options,
        "--assay", str(PATIENT / "assay.yaml"), "--threads", str(threads), "--quiet", "--force",
        "-o", str(CACHE / command),
    ]


def plan(options):
    """Everything to measure, in the order of a round; keys name the rows that others refer to."""
    works, sizes = {}, [n for n in (10_000, 100_000) if n < options.pairs] + [options.pairs]
    record = tracked_baseline(options.program)
    own = {
        "baseline": ["--subject", "B", "--dna-ng", "8"],
        "followup": ["--baseline", record, "--dna-ng", "150"],
    }
    for command, role in (("baseline", "DX"), ("followup", "FU")):
        files = library(role, options.pairs)
        for tool in ("gzip", "igzip"):
            if shutil.which(tool):
                works[f"{tool} {role}"] = Work(
                    f"`{tool} -dc`, {command} reads", [tool, "-dc", *files], options.pairs,
                    reference=role,
                )
        works[f"parse {role}"] = Work(
            f"parse only, {command} reads", [options.parser, *files], options.pairs,
            "≤ 1.15 × igzip", role,
        )
        for threads in (1, 2):
            works[f"{command} {threads}"] = Work(
                f"`{command}`, {threads} thread{'s'[: threads - 1]}",
                pipeline(options.program, command, files, threads, *own[command]),
                options.pairs, GOALS.get((command, threads), ""), role,
            )
        for size in sizes[:-1]:
            works[f"{command} {size}"] = Work(
                "", pipeline(options.program, command, library(role, size), 2, *own[command]), size
            )
    merged, few = cached("merged", ANNOTATED, "merged.fasta", "merged-few.fasta")
    works["annotate"] = Work(
        "`annotate`, 1 thread, distinct merged IGH reads",
        [options.program, "annotate", merged, "--assay", str(PATIENT / "assay.yaml"),
         "--threads", "1", "--quiet", "--force", "-o", str(CACHE / "annotated.tsv")],
        ANNOTATED, "≥ 500 × IgBLAST",
    )
    if script := os.environ.get("IGBLAST"):
        command = [script, few, str(CACHE / "igblast.tsv"), "1"]
        works["igblast"] = Work("IgBLAST, 1 thread, of the same reads", command, IGBLAST_READS)
    germline = os.environ.get("VIDJIL_GERMLINE")
    if germline and shutil.which("vidjil-algo"):
        command = f"vidjil-algo -c clones -g {germline}:IGH -o {CACHE}/vidjil {merged}"
        works["vidjil"] = Work("vidjil-algo, the same reads", command.split(), ANNOTATED)
    return works, sizes


def said(command):
    """The first line that a shell command prints; empty if it cannot run."""
    return subprocess.getoutput(f"cd '{ROOT}' && {command} 2>/dev/null").partition("\n")[0]


def machine():
    """The lines about machine, system, compiler and commit."""
    processor = said("sed -n 's/^model name.*: //p' /proc/cpuinfo") or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = said(". /etc/os-release && echo $PRETTY_NAME") or platform.system()
    dirty = ", with changes" if said("git status --porcelain -uno") else ""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return [
        f"- Machine: {processor}, {os.cpu_count()} cores, {memory:.0f} GiB; {system},"
        f" {platform.release()}",
        "- " + "; ".join(said(f"{tool} --version") for tool in ("swift", "gzip", "igzip")),
        f"- Commit: {said('git rev-parse --short=12 HEAD')}{dirty}",
        f"- Load before the first round (1, 5, 15 min): {load}",
    ]


def row(*cells):
    """A line of a table."""
    return f"| {' | '.join(cells)} |"


def times(value):
    """A ratio, as exact as it deserves."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def measured_row(work, works):
    """The line of one command in the table of results."""
    cells = [
        work.name,
        f"{statistics.median(work.wall):.2f} ({min(work.wall):.2f}–{max(work.wall):.2f})",
        f"{statistics.median(work.cpu):.2f}", f"{max(work.peak):.0f}",
        f"{work.reads / statistics.median(work.wall):,.0f}", f"{work.cpu_per_read() * 1e6:.2f}",
    ]
    for tool in ("gzip", "igzip"):
        base = works.get(f"{tool} {work.reference}")
        parts = base and (ratio(work.wall, base.wall), ratio(work.cpu, base.cpu))
        cells.append(" / ".join(map(times, parts)) if parts else "")
    return row(*cells, work.goal)


def comparisons(works):
    """Ratios that are not to gzip or igzip: measured, and the goal."""
    for command, goal in (("baseline", "–"), ("followup", "1.7 × (tracking pass)")):
        one, two = works[f"{command} 1"], works[f"{command} 2"]
        yield f"`{command}`: two threads against one", ratio(one.wall, two.wall), goal
    if other := works.get("igblast"):
        faster = other.cpu_per_read() / works["annotate"].cpu_per_read()
        yield "`annotate` against IgBLAST, reads per CPU second", faster, "≥ 500 ×"
    if other := works.get("vidjil"):
        faster = other.cpu_per_read() / works["baseline 1"].cpu_per_read()
        yield "`baseline` (pairs) against vidjil-algo (reads), per CPU second", faster, "≥ 30 ×"


def report(works, sizes, options, facts):
    """The text of RESULTS.md."""
    pairs = options.pairs
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    stored = {role: sum(map(os.path.getsize, library(role, pairs))) for role in ("DX", "FU")}
    lines = [
        "# Results of the benchmarks", "",
        "Written by `make bench` (`tools/bench.py`); goals are those of the design. Compare"
        " ratios, not seconds.", "", *facts,
        f"- Reads: {pairs:,} pairs 2 × 150 for each command, from `testdata/patient` (baseline:"
        " DX, follow-up: FU), repeated with one wrong base in each mate from the second time on;"
        " bytes of gzip a pair: "
        + ", ".join(f"{role} {size / pairs:.0f}" for role, size in stored.items()),
        f"- Interleaved rounds: {options.rounds}; medians, of wall time also (min–max); peak memory"
        f" is the largest, and never shown below the {floor:.0f} MiB of the script itself", "",
        "## End to end", "",
        row("work", "wall s", "CPU s", "peak MiB", "pairs or reads/s", "µs CPU each",
            "× gzip wall / CPU", "× igzip wall / CPU", "goal (wall)"),
        "|---|" + "---:|" * 7 + "---|",
        *(measured_row(work, works) for work in works.values() if work.name), "",
        row("comparison", "measured", "goal"), "|---|---:|---|",
        *(row(name, f"{times(value)} ×", goal) for name, value, goal in comparisons(works)), "",
        "## Time and memory against reads, two threads", "",
        row("pairs", *(f"{size:,}" for size in sizes)), "|---|" + "---:|" * len(sizes),
    ]
    for command in ("baseline", "followup"):
        scaled = [works[f"{command} {size if size < pairs else 2}"] for size in sizes]
        walls = (f"{statistics.median(work.wall):.2f}" for work in scaled)
        lines.append(row(f"`{command}`, wall s", *walls))
        lines.append(row(f"`{command}`, peak MiB", *(f"{max(w.peak):.0f}" for w in scaled)))
    lines += ["", "## Commands", "", "```"]
    for work in filter(lambda work: work.name, works.values()):
        line = " ".join(work.command).replace(f"{ROOT}/", "")
        for name in ("IGBLAST", "VIDJIL_GERMLINE"):
            line = line.replace(os.environ.get(name) or "\0", f"${name}")
        lines.append(line)
    lines += ["```", ""]
    if options.micro:
        lines += ["## Micro benchmarks", "", Path(options.micro).read_text().strip(), ""]
    return "\n".join(lines)


def main():
    """Makes the reads, runs the rounds, writes the report."""
    parser = argparse.ArgumentParser()
    for option in ("--program", "--parser"):
        parser.add_argument(option, required=True)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--micro")
    options = parser.parse_args()
    clear_stale_reads()
    works, sizes = plan(options)
    facts = machine()
    for number in range(options.rounds):
        print(f"bench: round {number + 1} of {options.rounds}", file=sys.stderr)
        for work in works.values():
            work.run()
    RESULTS.write_text(report(works, sizes, options, facts))
    print(RESULTS.read_text())


if __name__ == "__main__":
    main()
