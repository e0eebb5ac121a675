"""Makes reads for the benchmarks from a simulated patient.

    bench_reads.py PATIENT ROLE COUNT R1.fastq.gz R2.fastq.gz
    bench_reads.py PATIENT merged COUNT ALL.fasta FEW.fasta

The pairs of the patient's samples of a role (DX or FU) are shuffled and repeated; from the second
time on each mate has one wrong base, so that reads are no copies of each other. `merged` writes
distinct merged IGH reads of the baseline, and a few of them for slow programs. Everything is
seeded: the same call gives the same reads. Standard library only.
"""

import gzip
import itertools
import os
import random
import subprocess
import sys
from pathlib import Path

# IGH amplicons begin with it in the second mate; it is the assay's consensus JH primer.
JH_PRIMER = "CTTACCTGAGGAGACGGTGACC"
COMPLEMENT = str.maketrans("ACGTN", "TGCAN")
FEW = 500


def patient_pairs(patient, role):
    """The pairs of the patient's samples of a role (DX, FU): bases and qualities of both mates."""
    pairs = []
    for first in sorted(patient.glob(f"reads/*-{role}*_R1.fastq.gz")):
        second = first.with_name(first.name.replace("_R1.", "_R2."))
        with gzip.open(first, "rt") as one, gzip.open(second, "rt") as two:
            lines = zip((line.rstrip() for line in one), (line.rstrip() for line in two))
            for _, bases, _, qualities in zip(lines, lines, lines, lines):
                pairs.append(bases + qualities)
    random.Random(1).shuffle(pairs)
    return pairs


def endless_pairs(patient, role):
    """The pairs of a role over and over; from the second time on, one wrong base in each mate."""
    rng = random.Random(2)

    def misread(bases):
        place = int(rng.random() * len(bases))
        others = "ACGT".replace(bases[place], "")
        return bases[:place] + others[int(rng.random() * 3)] + bases[place + 1 :]

    pairs = patient_pairs(patient, role)
    yield from pairs
    while True:
        for first, second, *qualities in pairs:
            yield misread(first), misread(second), *qualities


def write_library(patient, role, count, paths):
    """Writes the first `count` pairs of a role as gzip, both mates at once."""
    writers = []
    for path in paths:
        output = open(f"{path}.part", "wb")
        writers.append(subprocess.Popen(["gzip", "-n"], stdin=subprocess.PIPE, stdout=output))
    pairs = enumerate(itertools.islice(endless_pairs(patient, role), count))
    while chunk := list(itertools.islice(pairs, 5_000)):
        for mate, writer in enumerate(writers):
            text = "".join(
                f"@BENCH:1:FC:1:{number:09d} {mate + 1}:N:0:ACGTACGT\n"
                f"{pair[mate]}\n+\n{pair[mate + 2]}\n"
                for number, pair in chunk
            )
            writer.stdin.write(text.encode())
    for writer, path in zip(writers, paths):
        writer.stdin.close()
        if writer.wait():
            sys.exit(f"bench_reads: gzip could not write {path}")
        os.rename(f"{path}.part", path)


def write_merged(patient, count, paths):
    """Writes distinct merged IGH reads of the baseline as FASTA: all, and a few for IgBLAST."""
    merged = {}
    for first, second, *_ in endless_pairs(patient, "DX"):
        if not second.startswith(JH_PRIMER[:16]):
            continue
        mate = second.translate(COMPLEMENT)[::-1]
        start = first.find(mate[:20])
        if start > 0 and mate.startswith(first[start:]):
            merged[first[:start] + mate] = None
            if len(merged) == count:
                break
    records = [f">read{number}\n{bases}\n" for number, bases in enumerate(merged)]
    # Spread over the file, so that the few are as mixed as all of them.
    Path(paths[1]).write_text("".join(records[:: len(records) // FEW][:FEW]))
    Path(paths[0]).write_text("".join(records))


def main():
    """Makes what the command line says."""
    patient, kind, count, *paths = sys.argv[1:]
    if kind == "merged":
        write_merged(Path(patient), int(count), paths)
    else:
        write_library(Path(patient), kind, int(count), paths)


if __name__ == "__main__":
    main()
