"""Makes a library of any size out of a smaller one: repeats its pairs and gives repeats errors.

    scale_reads.py COUNT SEED OUT_R1.gz OUT_R2.gz SOURCE_R1.fastq.gz ... [--level N | --igzip]

The first mates of the sources are named; second mates are found beside them by `_R2.` for `_R1.`.
The pairs are taken source after source, over and over, until there are COUNT. With seed 0 the
first time round leaves them as they are; every other time a mate gets one wrong base with the
probability that its qualities state for an error in it (at most one), at the least sure of four
places drawn. So errors are as frequent as the sequencer says, and copies of a pair are mostly
equal, as PCR makes them.

The same call gives the same bytes. A smaller COUNT gives a prefix. Standard library only.
"""

import argparse
import gzip
import itertools
import os
import random
import subprocess
import sys

CHUNK = 4_000
OTHERS = {base: "ACGT".replace(base, "") for base in "ACGT"}


def pairs(sources):
    """The pairs of the sources as bases and qualities of both mates."""
    for path in sources:
        with gzip.open(path, "rt") as one, gzip.open(path.replace("_R1.", "_R2."), "rt") as two:
            lines = zip(map(str.rstrip, one), map(str.rstrip, two))
            for _, bases, _, qualities in zip(lines, lines, lines, lines):
                yield bases + qualities


def scaled(sources, seed):
    """The pairs over and over, repeats with errors."""
    draw = random.Random(seed).random
    letters = sorted(set("".join(q for pair in itertools.islice(pairs(sources), 1_000)
                                 for q in pair[2:])))
    chances = [(letter, 10 ** (-(ord(letter) - 33) / 10)) for letter in letters]

    def expected(qualities):
        return sum(qualities.count(letter) * chance for letter, chance in chances)

    def misread(bases, qualities):
        place = min((int(draw() * len(bases)) for _ in range(4)), key=qualities.__getitem__)
        others = OTHERS.get(bases[place])
        if others is None:
            return bases
        return bases[:place] + others[int(draw() * 3)] + bases[place + 1 :]

    def repeated(pool):
        for first, second, one, two, errors_one, errors_two in pool:
            if draw() < errors_one:
                first = misread(first, one)
            if draw() < errors_two:
                second = misread(second, two)
            yield first, second, one, two

    # The pairs with the errors expected of each mate; kept, because reading them again is slow.
    pool = []
    for pair in pairs(sources):
        pool.append((*pair, expected(pair[2]), expected(pair[3])))
        yield from [pair] if seed == 0 else repeated(pool[-1:])
    while pool:
        yield from repeated(pool)


def main():
    """Writes the library, both mates at once."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("outputs", nargs=2)
    parser.add_argument("sources", nargs="+")
    parser.add_argument(
        "--level", type=int, default=1,
        help="of gzip, by default that of BCL Convert; 0 writes plain FASTQ",
    )
    parser.add_argument("--igzip", action="store_true", help="compress with igzip -1: faster")
    a = parser.parse_args()
    writers = []
    for path in a.outputs:
        command = ["gzip", "-n", f"-{a.level}"] if a.level else ["cat"]
        if a.igzip:
            command = ["igzip", "-n", "-1", "-c"]
        output = open(f"{path}.part", "wb")
        writers.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output))
    numbered = enumerate(itertools.islice(scaled(a.sources, a.seed), a.count))
    while chunk := list(itertools.islice(numbered, CHUNK)):
        for mate, writer in enumerate(writers):
            text = "".join(
                f"@BENCH:{a.seed}:FC:1:{number:09d} {mate + 1}:N:0:ACGTACGT\n"
                f"{pair[mate]}\n+\n{pair[mate + 2]}\n"
                for number, pair in chunk
            )
            writer.stdin.write(text.encode())
    for writer, path in zip(writers, a.outputs):
        writer.stdin.close()
        if writer.wait():
            sys.exit(f"scale_reads: could not write {path}")
        os.rename(f"{path}.part", path)


if __name__ == "__main__":
    main()
