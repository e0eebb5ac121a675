"""Measures clonetrack beside gzip, igzip, vsearch and, if there, IgBLAST and vidjil-algo.

    bench.py --program PATH --stages PATH --parser PATH --series LABEL=DIR [--series ...]
             [--pairs N] [--rounds N] [--sizes N,N,...] [--micro FILE]

A series is what `../shared/simulate/series.py` writes, or `testdata/patient`. Every round runs
every command once, so that a slow moment of the machine meets all of them; ratios are taken within
a round. Where a figure is compared with a goal it is CPU time, which other work on the machine
changes least.
Writes Benchmarks/RESULTS.md. Nothing fails for being slow. Environment:

    IGBLAST          a script called as: script IN.fasta OUT.tsv THREADS
    VIDJIL_GERMLINE  homo-sapiens.g, if vidjil-algo is on the path

Standard library only.
"""

import argparse
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from bench_libraries import CACHE, ROOT, Series, records
from bench_report import report
from bench_work import Work

RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
ANNOTATED, IGBLAST_READS, MERGED_PAIRS = 20_000, 500, 200_000
KERNELS = {
    "parse": (2_000, 4_000), "merge": (2_000, 4_000), "match": (2_000, 4_000),
    "locate": (1_000, 2_000), "annotate": (200, 400), "collect": (2_000, 4_000),
}


def pipeline(program, series, command, role, files, threads, record):
    """The command line of a baseline or follow-up run."""
    own = ["--subject", "B"] if command == "baseline" else ["--baseline", record]
    return [
        program, command, "-1", files[0], "-2", files[1], "--sample", "B", *own,
        "--dna-ng", series.dna(role), "--assay", series.assay, "--threads", str(threads),
        "--quiet", "--force", "-o", str(CACHE / f"{series.key}-{command}"),
    ]


def plan(options, all_series):
    """Everything that a round runs, by the keys that the report refers to."""
    works = {}

    def add(key, name, command, reads):
        works[key] = Work(name, command, reads)

    for series in all_series:
        label, count = series.label, options.pairs
        record = series.baseline(options.program, Work.run_once)
        for role, command in (("DX", "baseline"), ("FU", "followup")):
            files = series.library(role, count)
            for tool in ("gzip", "igzip"):
                if shutil.which(tool):
                    add((label, role, tool), f"`{tool} -dc`", [tool, "-dc", *files], count)
            add((label, role, "parse"), "parse only", [options.parser, *files], count)
            for threads in (1, 2) if role == "FU" else ():
                add(
                    (label, role, f"track {threads}"),
                    f"tracking pass, {threads} thread{'s'[: threads - 1]}",
                    [options.stages, "track", *files, "--baseline", record,
                     "--threads", str(threads)], count,
                )
            # The whole takes most of the time, and its CPU time hardly depends on the threads.
            add(
                (label, role, command), f"`{command}`, 2 threads",
                pipeline(options.program, series, command, role, files, 2, record), count,
            )
    short, long = all_series[0], all_series[-1]
    if blocks := short.blocks("FU", options.pairs):
        key, count = (short.label, "BGZF"), options.pairs
        add((*key, "gzip"), "`gzip -dc`", ["gzip", "-dc", blocks], count)
        if shutil.which("igzip"):
            add((*key, "igzip"), "`igzip -dc`", ["igzip", "-dc", blocks], count)
        for threads in (1, 2):
            words = f"{threads} thread{'s'[: threads - 1]}"
            add((*key, f"bgzip {threads}"), f"`bgzip -dc`, {words}",
                ["bgzip", "-dc", "-@", str(threads), blocks], count)
            add((*key, f"read {threads}"), f"reading, {words}",
                [options.stages, "read", blocks, "--threads", str(threads)], count)
    if shutil.which("vsearch"):
        plain = short.library("FU", min(MERGED_PAIRS, options.pairs), level=0)
        count = min(MERGED_PAIRS, options.pairs)
        add("vsearch", "`vsearch --fastq_mergepairs`", [
            "vsearch", "--fastq_mergepairs", plain[0], "--reverse", plain[1], "--fastaout",
            str(CACHE / "vsearch.fa"), "--fastq_minovlen", "10", "--fastq_qmax", "60",
            "--fastq_allowmergestagger", "--fasta_width", "0", "--threads", "1", "--quiet",
        ], count)
        add("merge", "merging, 1 thread", [
            options.stages, "merge", *plain, "--fasta", str(CACHE / "merged.fa"),
        ], count)
    merged, few = long.merged_heavy_chains(ANNOTATED, IGBLAST_READS)
    add("annotate", f"`annotate`, 1 thread, distinct merged IGH reads {long.label}", [
        options.program, "annotate", merged, "--assay", long.assay, "--threads", "1", "--quiet",
        "--force", "-o", str(CACHE / "annotated.tsv"),
    ], records(merged))
    if script := os.environ.get("IGBLAST"):
        add("igblast", "IgBLAST, 1 thread, some of the same reads",
            [script, few, str(CACHE / "igblast.tsv"), "1"], records(few))
    germline = os.environ.get("VIDJIL_GERMLINE")
    if germline and shutil.which("vidjil-algo"):
        command = f"vidjil-algo -c clones -g {germline}:IGH -o {CACHE}/vidjil {merged}"
        add("vidjil", "vidjil-algo, the same reads", command.split(), records(merged))
    return works


def scale(options, series):
    """One run of each size: (command, size) to what was measured."""
    found = {}
    record = series.baseline(options.program, Work.run_once)
    for role, command in (("DX", "baseline"), ("FU", "followup")):
        for size in options.sizes:
            files = series.library(role, size, seed=1)
            line = pipeline(options.program, series, command, role, files, 2, record)
            print(f"bench: {command} of {size:,} pairs", file=sys.stderr)
            found[command, size] = Work(command, line, size)
            found[command, size].run()
    return found


def instructions(options, series):
    """Instructions of one call of each kernel, by callgrind: the difference of two runs."""
    if not shutil.which("valgrind"):
        return {}
    files = series.library("FU", options.pairs)
    record = series.baseline(options.program, Work.run_once)
    # Valgrind gives up on debug information that is newer than itself.
    stages = str(CACHE / "stages-without-debug-information")
    subprocess.run(["strip", "--strip-debug", "-o", stages, options.stages], check=True)
    found = {}
    for kernel, counts in KERNELS.items():
        print(f"bench: instructions of {kernel}", file=sys.stderr)
        totals = []
        for count in counts:
            child = subprocess.run(
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", stages,
                 "kernel", kernel, str(count), *files, "--baseline", record],
                capture_output=True, text=True,
            )
            total = re.search(r"Collected : (\d+)", child.stderr)
            if child.returncode or not total:
                sys.exit(f"bench: callgrind of {kernel}: {child.stderr[-2000:]}")
            totals.append(int(total[1]))
        found[kernel] = (totals[1] - totals[0]) / (counts[1] - counts[0])
    return found


def merging(options, _):
    """The table of `compare_merging.py`: yield and wrong merges by overlap."""
    mergers = [f"clonetrack={options.stages} merge {{r1}} {{r2}} --fasta {{out}}"]
    mergers += ["vsearch"] if shutil.which("vsearch") else []
    arguments = [word for merger in mergers for word in ("--merger", merger)]
    tool = Path(__file__).with_name("compare_merging.py")
    return subprocess.run(
        [sys.executable, str(tool), *arguments, "--pairs", "5000"],
        capture_output=True, text=True, check=True,
    ).stdout


def said(command):
    """The first line that a shell command prints; empty if it cannot run."""
    return subprocess.getoutput(f"cd '{ROOT}' && {command} 2>&1").partition("\n")[0]


def machine():
    """The lines about machine, system, compiler and commit."""
    processor = said("sed -n 's/^model name.*: //p' /proc/cpuinfo") or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = said(". /etc/os-release && echo $PRETTY_NAME") or platform.system()
    dirty = ", with changes" if said("git status --porcelain -uno") else ""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    tools = filter(shutil.which, ("swift", "gzip", "igzip", "bgzip", "vsearch", "valgrind"))
    return [
        f"- Machine: {processor}, {os.cpu_count()} cores, {memory:.0f} GiB; {system},"
        f" {platform.release()}",
        "- " + "; ".join(said(f"{tool} --version") for tool in tools),
        f"- Commit: {said('git rev-parse --short=12 HEAD')}{dirty}",
        f"- Load before the first round (1, 5, 15 min): {load}, of {os.cpu_count()} cores",
    ]


def main():
    """Makes the reads, runs the rounds, writes the report."""
    parser = argparse.ArgumentParser()
    for option in ("--program", "--stages", "--parser"):
        parser.add_argument(option, required=True)
    parser.add_argument("--series", action="append", required=True, metavar="LABEL=DIR")
    parser.add_argument("--pairs", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--sizes", type=lambda text: [int(size) for size in text.split(",")],
        default=[100_000, 1_000_000, 10_000_000],
    )
    parser.add_argument("--micro", type=Path)
    options = parser.parse_args()
    CACHE.mkdir(parents=True, exist_ok=True)
    named = (text.split("=", 1) for text in options.series)
    all_series = [Series(label, Path(folder)) for label, folder in named]
    works = plan(options, all_series)
    facts = machine()
    extras = {}

    def write():
        load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
        last = f"- Load when this was written: {load}"
        RESULTS.write_text(report(options, all_series, works, [*facts, last], **extras))

    # Written after every step: what was measured is not lost when a later one is stopped.
    for number in range(options.rounds):
        print(f"bench: round {number + 1} of {options.rounds}", file=sys.stderr)
        for work in works.values():
            work.run()
        write()
    for name, measure in (("merging", merging), ("instructions", instructions), ("scaled", scale)):
        extras[name] = measure(options, all_series[0])
        write()
    print(RESULTS.read_text())


if __name__ == "__main__":
    main()
