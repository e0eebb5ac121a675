"""Sets mergers of read pairs side by side on amplicons that overlap by known lengths.

    compare_merging.py --merger NAME=COMMAND [--merger ...] [--pairs N] [--seed N] [--folder DIR]

A COMMAND is a shell command in which {r1}, {r2} and {out} stand for the two FASTQ files and the FASTA
file it must write; `vsearch` and `fastp` alone stand for

    vsearch --fastq_mergepairs {r1} --reverse {r2} --fastaout {out} --fastq_minovlen 10 --fastq_qmax 60
    fastp -m --overlap_len_require 10 -A -Q -L -i {r1} -I {r2} --merged_out {out}.fq …

with the shortest overlap they can be asked for, as amplicons of myeloma assays need it.

Pairs are 2×150. Half of the bases of each amplicon come from a V-like random sequence, and one in four
carries a tandem repeat at the place of the overlap, where wrong merges come from. Errors follow the
qualities, which fall from 37 to 20 along the read with jitter, and are truthful. Amplicons overlap by
10, 15, 21, 30 or 60 nt, are read through into the adapter (amplicon of 120 nt), or do not overlap at
all (a gap of 20 nt: every merge is wrong).

Prints a Markdown table: a row an overlap, for each merger the share merged to the true length and the
number merged to another. Standard library only; everything is seeded.
"""

import argparse
import random
import subprocess
import tempfile
import time
from pathlib import Path

LENGTH = 150
OVERLAPS = (10, 15, 21, 30, 60)
READ_THROUGH, GAP = 120, 20
ADAPTERS = ("AGATCGGAAGAGCACACGTCTGAACTCCAGTCA", "AGATCGGAAGAGCGTCGTGTAGGGAAAGAGTGT")
COMPLEMENT = str.maketrans("ACGT", "TGCA")
COMMANDS = {
    "vsearch": "vsearch --fastq_mergepairs {r1} --reverse {r2} --fastaout {out} "
    "--fastq_minovlen 10 --fastq_qmax 60 --fastq_allowmergestagger --fasta_width 0 --threads 1 "
    "--quiet",
    "fastp": "fastp -m --overlap_len_require 10 -A -Q -L -w 1 -i {r1} -I {r2} "
    "--merged_out {out}.fq --out1 {out}.1 --out2 {out}.2 -j {out}.json -h {out}.html "
    "&& awk 'NR%4==1{{print \">\" substr($1,2)}} NR%4==2' {out}.fq > {out}",
}


def qualities(rng):
    """Phred scores that fall along the read, with jitter."""
    return [max(2, min(40, round(37 - 17 * i / LENGTH + rng.gauss(0, 3)))) for i in range(LENGTH)]


def sequenced(rng, bases):
    """A read of the bases with errors as its qualities say, and the qualities' letters."""
    scores = qualities(rng)
    read = [
        rng.choice("ACGT".replace(base, "")) if rng.random() < 10 ** (-score / 10) else base
        for base, score in zip(bases, scores)
    ]
    return "".join(read), "".join(chr(33 + score) for score in scores)


def amplicon(rng, length, overlap):
    """Random bases; one in four with a tandem repeat over the overlap and what lies beside it."""
    bases = rng.choices("ACGT", k=length)
    if overlap and rng.random() < 0.25:
        unit = rng.choices("ACGT", k=rng.randint(1, 4))
        span = overlap + rng.randint(5, 30)
        start = max(0, (length - span) // 2)
        for offset in range(min(span, length - start)):
            bases[start + offset] = unit[offset % len(unit)]
    return "".join(bases)


def write_pairs(folder, cases, count, seed):
    """Both FASTQ files; the name of a pair says its case and the true length."""
    rng = random.Random(seed)
    with open(folder / "r1.fq", "w") as one, open(folder / "r2.fq", "w") as two:
        for case, length, overlap in cases:
            for number in range(count):
                fragment = amplicon(rng, length, overlap)
                mates = fragment, fragment[::-1].translate(COMPLEMENT)
                for handle, mate, adapter in zip((one, two), mates, ADAPTERS):
                    padded = (mate + adapter + "G" * LENGTH)[:LENGTH]
                    read, letters = sequenced(rng, padded)
                    handle.write(f"@{case}_{number}_{length}\n{read}\n+\n{letters}\n")


def outcomes(path):
    """Case to (merged rightly, merged wrongly)."""
    found = {}
    name = ""
    for line in open(path):
        if line.startswith(">"):
            name = line[1:].split()[0]
            continue
        case, _, length = name.split("/")[0].rsplit("_", 2)
        tally = found.setdefault(case, [0, 0])
        right = len(line.strip()) == int(length) and case != "none"
        tally[0 if right else 1] += 1
    return found


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--merger", action="append", required=True, metavar="NAME=COMMAND")
    parser.add_argument("--pairs", type=int, default=5000, help="pairs of each case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keep the files here")
    a = parser.parse_args()

    cases = [(str(n), 2 * LENGTH - n, n) for n in OVERLAPS]
    cases += [("read-through", READ_THROUGH, 0), ("none", 2 * LENGTH + GAP, 0)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        write_pairs(folder, cases, a.pairs, a.seed)
        results, seconds = {}, {}
        for item in a.merger:
            name, _, command = item.partition("=")
            out = folder / f"{name}.fa"
            words = {"r1": folder / "r1.fq", "r2": folder / "r2.fq", "out": out}
            start = time.monotonic()
            command = (command or COMMANDS[name]).format(**words)
            subprocess.run(command, shell=True, check=True, stderr=subprocess.DEVNULL)
            seconds[name] = time.monotonic() - start
            results[name] = outcomes(out)
    print("| overlap |", " | ".join(f"{name}: right % | wrong" for name in results), "|")
    print("|---|", "--:|--:|" * len(results), sep="")
    for case, *_ in cases:
        cells = []
        for found in results.values():
            right, wrong = found.get(case, (0, 0))
            cells.append("–" if case == "none" else f"{100 * right / a.pairs:.2f}")
            cells.append(str(wrong))
        print(f"| {case} |", " | ".join(cells), "|")
    total = len(cases) * a.pairs
    print("\n" + "; ".join(f"{n}: {total / s:,.0f} pairs/s" for n, s in seconds.items()))


if __name__ == "__main__":
    main()
