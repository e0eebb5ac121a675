"""One follow-up of 50 million polyclonal pairs: time and peak memory.

    bench_scale.py --program PATH --stages PATH --series LABEL=DIR [--pairs N]

The pairs are five lanes of one fifth each, every one with errors of its own. Needs about 10 GB of
disk for the reads, which are kept under .build/bench, and the better part of an hour. Writes
Benchmarks/SCALE.md. Standard library only.
"""

import argparse
import os
import statistics
from pathlib import Path

from bench import machine
from bench_libraries import CACHE, ROOT, Series
from bench_work import Work

LANES = 5
LIMIT = 2048  # MiB, the goal of the design.


def main():
    """Makes the lanes, runs the follow-up, writes the page."""
    parser = argparse.ArgumentParser()
    for option in ("--program", "--stages", "--series"):
        parser.add_argument(option, required=True)
    parser.add_argument("--pairs", type=int, default=int(os.environ.get("BENCH_PAIRS", 50_000_000)))
    options = parser.parse_args()
    CACHE.mkdir(parents=True, exist_ok=True)
    label, _, folder = options.series.partition("=")
    series = Series(label, Path(folder))
    record = series.baseline(options.program, Work.run_once)
    lanes = [
        series.library("FU", options.pairs // LANES, seed) for seed in range(1, LANES + 1)
    ]
    command = [
        options.program, "followup", "-1", ",".join(lane[0] for lane in lanes),
        "-2", ",".join(lane[1] for lane in lanes), "--sample", "B", "--baseline", record,
        "--dna-ng", series.dna("FU"), "--assay", series.assay, "--threads", "2", "--quiet",
        "--force", "-o", str(CACHE / "scale"),
    ]
    work = Work("followup", command, options.pairs)
    facts = machine()
    work.run()
    table = CACHE / "scale" / "rearrangements.airr.tsv"
    with open(table, "rb") as lines:
        rows = sum(1 for _ in lines) - 1
    peak = work.peak[0]
    text = [
        "# A large sample", "",
        "Written by `make bench-scale` (`tools/bench_scale.py`).", "", *facts,
        f"- Reads: {options.pairs:,} polyclonal pairs {label} in {LANES} lanes, scaled up by"
        f" `tools/scale_reads.py`, each repeat with errors of its own;"
        f" {sum(map(os.path.getsize, sum(lanes, []))) / 1e9:.1f} GB of gzip", "",
        "| `followup`, two threads | |", "|---|---:|",
        f"| pairs | {options.pairs:,} |",
        f"| clonotypes of two reads and more | {rows:,} |",
        f"| CPU s | {work.cpu[0]:,.0f} |", f"| wall s | {work.wall[0]:,.0f} |",
        f"| µs CPU a pair | {statistics.median(work.cpu) / options.pairs * 1e6:.2f} |",
        f"| peak memory, MiB | {peak:,.0f} |",
        f"| goal, MiB | {LIMIT:,}: {'met' if peak <= LIMIT else 'missed'} |", "",
    ]
    (ROOT / "Benchmarks" / "SCALE.md").write_text("\n".join(text))
    print("\n".join(text))


if __name__ == "__main__":
    main()
