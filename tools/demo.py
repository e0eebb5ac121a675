"""Runs clonetrack on a patient with known truth and prints what it found beside what is true.

    demo.py --program PATH --patient DIR --results DIR

The patient is a folder as the simulator writes it: samplesheet.csv (one row for each replicate),
assay.yaml, truth.json and reads/. Every sample with role DX is a baseline, every FU a follow-up of
its subject's baseline, judged with the visits before it. Ends with status 1 if a run fails, if a verdict, call or status is not one
the truth allows, or if an interval does not hold the true level.
Standard library only.
"""

import argparse
import csv
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sample:
    """One sample of the sheet with its replicates in the order of the rows."""

    name: str
    subject: str
    role: str
    visit: str
    dna_ng: str
    pairs: list


def read_sheet(path):
    """The samples of a sheet, in its order; rows of one sample are its replicates."""
    samples = {}
    with open(path, newline="") as handle:
        for row in csv.DictReader(handle):
            sample = samples.setdefault(
                row["sample"],
                Sample(
                    row["sample"], row["subject"], row["role"], row["visit"], row["dna_ng"], []
                ),
            )
            folder = path.parent
            mates = [row["fastq_1"], row.get("fastq_2") or None]
            sample.pairs.append([str(folder / mate) for mate in mates if mate])
    return list(samples.values())


def input_options(sample):
    """The -1 and -2 options of a sample, replicate by replicate."""
    for pair in sample.pairs:
        for number, path in enumerate(pair, start=1):
            yield from (f"-{number}", path)


def run(program, command, sample, folder, *options):
    """Runs one command of the program, silent unless it fails; returns seconds."""
    arguments = [program, command, *input_options(sample), "--sample", sample.name, *options]
    arguments += ["--quiet", "--force", "-o", str(folder)]
    start = time.monotonic()
    ended = subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if ended.returncode:
        sys.stderr.write(ended.stderr)
        sys.exit(f"demo: exit code {ended.returncode} from: {' '.join(arguments)}")
    return time.monotonic() - start


def level(value):
    """A level in words: `null` is not known, zero is none."""
    if value is None:
        return "-"
    return f"{value:.1e}" if value else "0"


def agrees(result, expected):
    """Whether call, statuses and interval of a result are what the truth allows."""
    true, (lower, upper) = expected.get("mrd_true"), result.get("mrd_ci") or (None, None)
    if None not in (true, lower, upper) and not lower <= true <= upper:
        return False
    status = result["status"]
    return result["call"] in expected["call"] and all(
        status.get(cutoff) in allowed for cutoff, allowed in expected["status"].items()
    )


def codes(record):
    """The codes of a record's findings, for `clonetrack explain`."""
    return " ".join(finding["code"] for finding in record["findings"]) or "-"


def row(*cells):
    """One line of the table."""
    widths = (10, 7, 9, 9, 21, 20, 33, 24)
    print("  ".join(f"{str(cell):<{width}}" for cell, width in zip(cells, widths)).rstrip())


def main():
    """Runs every baseline, then every follow-up; prints one line for each."""
    parser = argparse.ArgumentParser()
    for option in ("--program", "--patient", "--results"):
        parser.add_argument(option, required=True)
    options = parser.parse_args()
    patient, results = Path(options.patient), Path(options.results)
    truth = json.loads((patient / "truth.json").read_text())["samples"]
    samples = read_sheet(patient / "samplesheet.csv")
    assay = ["--assay", str(patient / "assay.yaml")]
    baselines, earlier, wrong = {}, {}, []

    for sample in (s for s in samples if s.role == "DX"):
        folder = results / sample.name
        seconds = run(
            options.program, "baseline", sample, folder, "--subject", sample.subject, *assay,
            "--dna-ng", sample.dna_ng,
        )
        record = json.loads((folder / "baseline.json").read_text())
        baselines[sample.subject] = folder / "baseline.json"
        print(f"{sample.name}: {record['verdict']}, {seconds:.1f} s, {folder / 'report.html'}")
        for clonotype in record["clonotypes"]:
            print(
                f"  {clonotype['role']:<10} {clonotype['rearrangement_type']:<11}"
                f" {clonotype['clone_id']}"
            )
        if record["verdict"] not in truth[sample.name]["expected"].get("verdict", []):
            wrong.append(sample.name)

    print()
    row("sample", "visit", "true", "found", "95 % interval", "call", "findings", "report")
    for sample in (s for s in samples if s.role == "FU" and s.subject in baselines):
        folder = results / sample.name
        run(
            options.program, "followup", sample, folder, "--baseline",
            str(baselines[sample.subject]), *assay, "--visit", sample.visit, "--dna-ng",
            sample.dna_ng, *earlier.get(sample.subject, []),
        )
        earlier.setdefault(sample.subject, []).extend(["--earlier", str(folder / "followup.json")])
        record = json.loads((folder / "followup.json").read_text())
        result = record["result"]
        expected = truth[sample.name]["expected"]
        interval = result.get("mrd_ci") or [None, None]
        row(
            sample.name, sample.visit, level(expected.get("mrd_true")), level(result.get("mrd")),
            " to ".join(map(level, interval)), result["call"], codes(record),
            folder / "report.html",
        )
        if not agrees(result, expected):
            wrong.append(sample.name)

    if wrong:
        sys.exit(f"demo: not what the truth allows: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
