"""Makes single reads of as many distinct rearrangements as wanted.

    distinct_reads.py COUNT SEED OUT.fastq.gz RESULTS/rearrangements.airr.tsv

The reads of the table that have a junction of 40 nt and more are taken over and over, each time with
other bases in the middle of the junction: so nearly every read is a rearrangement of its own, as in a
very deep polyclonal library or one with many errors. Every tenth read comes twice.

The same call gives the same bytes. A smaller COUNT gives a prefix. Standard library and igzip only.
"""

import argparse
import csv
import itertools
import os
import random
import subprocess
import sys

CHUNK = 4_000
# Bases at both ends of a junction that are V and J, and bases between them that are made up.
EDGE, RECOMBINED = 12, 16


def templates(path):
    """The bases before and behind the recombined ones of every read of a table."""
    with open(path) as table:
        for row in csv.DictReader(table, delimiter="\t"):
            read, junction = row["sequence"], row["junction"]
            start = read.find(junction) if len(junction) >= 2 * EDGE + RECOMBINED else -1
            if start >= 0:
                yield read[: start + EDGE], read[start + EDGE + RECOMBINED :]


def reads(path, seed):
    """Bases of reads, without end."""
    draw = random.Random(seed)
    for number, (before, behind) in enumerate(itertools.cycle(list(templates(path)))):
        code = draw.getrandbits(2 * RECOMBINED)
        middle = "".join("ACGT"[code >> 2 * place & 3] for place in range(RECOMBINED))
        yield before + middle + behind
        if number % 10 == 0:
            yield before + middle + behind


def main():
    """Writes the library."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("output")
    parser.add_argument("table")
    a = parser.parse_args()
    with open(f"{a.output}.part", "wb") as output:
        packer = subprocess.Popen(["igzip", "-n", "-1", "-c"], stdin=subprocess.PIPE, stdout=output)
        numbered = enumerate(itertools.islice(reads(a.table, a.seed), a.count))
        while chunk := list(itertools.islice(numbered, CHUNK)):
            text = "".join(f"@D:{n:09d}\n{read}\n+\n{'F' * len(read)}\n" for n, read in chunk)
            packer.stdin.write(text.encode())
        packer.stdin.close()
        if packer.wait():
            sys.exit(f"distinct_reads: could not write {a.output}")
    os.rename(f"{a.output}.part", a.output)


if __name__ == "__main__":
    main()
