"""Sets the annotations of clonetrack beside those of IgBLAST on simulated reads with known truth.

    compare_annotation.py --program PATH --scorer score_annotate.py [--igblast SCRIPT] LIBRARY...

A LIBRARY is a folder with `library.fasta` and `truth.tsv` as simulate/library.py writes them; a name
that begins with fr1, fr2 or fr3 is annotated with that BIOMED-2 preset, any other with fr2's.
`--igblast` is a script called as: SCRIPT IN.fasta OUT.tsv THREADS; its table is kept beside the
library and used again until the reads change. The scorer's rules decide what is right.

Prints one Markdown table: a row a library, rearrangement type and hypermutation bin (the molecule's
own share of substituted V bases, rounded to the nearest of 0, 2, 5, 10, 15, 20, 25 %). Every figure
is a percentage of the molecules whose truth has the item, so that a read not called counts as wrong.
`ours / IgBLAST`; an arrow marks ours below, with the number of molecules it lacks and the probability
that as many of the molecules that only one of the two has right fall to one side by chance (McNemar's
test, exact, two-sided). Standard library only. `--failures FILE` lists the molecules that only IgBLAST has right, for a closer look.
"""

import argparse
import csv
import hashlib
import importlib.util
import subprocess
import sys
from collections import Counter
from math import comb
from pathlib import Path

BINS = (0, 2, 5, 10, 15, 20, 25)
ITEMS = ("called", "type", "v", "d", "j", "junction")
NOT_KNOWN_TO_IGBLAST = ("IGH_DJ", "IGK_VKDE", "IGK_INTRKDE")


def scorer_from(path):
    spec = importlib.util.spec_from_file_location("score_annotate", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_table(path):
    csv.field_size_limit(1 << 30)
    with open(path, newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t"))


def annotate(program, library, preset):
    out = library / "clonetrack.tsv"
    command = [program, "annotate", str(library / "library.fasta"), "-o", str(out)]
    subprocess.run([*command, "--preset", preset, "--force", "--quiet"], check=True)
    return read_table(out)


def igblast(script, library):
    """IgBLAST's rows, from the kept table if it was made of the same reads."""
    reads, out = library / "library.fasta", library / "igblast.tsv"
    mark, digest = library / "igblast.sha256", hashlib.sha256(reads.read_bytes()).hexdigest()
    if not (out.exists() and mark.exists() and mark.read_text() == digest):
        subprocess.run([script, str(reads), str(out), "2"], check=True)
        mark.write_text(digest)
    return read_table(out)


def bin_of(truth):
    percent = 100 * float(truth.get("shm") or 0)
    return min(BINS, key=lambda limit: abs(limit - percent))


def outcomes(scorer, truth, row, min_d):
    """Item to whether it is right; items the truth does not have are absent."""
    tally = scorer.score_one(truth, row, min_d, False)
    found = {"called": tally["called"], "type": tally["type"]}
    for segment in "vdj":
        known = truth.get(f"{segment}_set")
        if known and (segment != "d" or int(truth["d_length"]) >= min_d):
            found[segment] = tally[f"{segment}_right"]
    if truth.get("junction"):
        found["junction"] = tally["junction_right"]
    return {item: bool(value) for item, value in found.items()}


def by_chance(one, other):
    """The probability that so uneven a division of one + other molecules is chance."""
    total = one + other
    tail = sum(comb(total, count) for count in range(min(one, other) + 1))
    return min(1, 2 * tail / 2**total)


def cell(ours, theirs, item, known):
    total = ours["n", item]
    if not total:
        return "–"
    mine = 100 * ours[item] / total
    if not known:
        return f"{mine:.2f}"
    lacking = theirs[item] - ours[item]
    mark = f" ▼{lacking} (p {by_chance(ours['alone', item], theirs['alone', item]):.2f})" if lacking > 0 else ""
    return f"{mine:.2f} / {100 * theirs[item] / total:.2f}{mark}"


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("libraries", nargs="+", type=Path, metavar="LIBRARY")
    parser.add_argument("--program", required=True)
    parser.add_argument("--scorer", required=True, help="score_annotate.py")
    parser.add_argument("--igblast", help="a script: IN.fasta OUT.tsv THREADS")
    parser.add_argument("--min-d", type=int, default=10, help="shortest D that is judged, nt")
    parser.add_argument("--failures", type=Path, help="list what only IgBLAST has right")
    a = parser.parse_args()

    scorer, failures = scorer_from(a.scorer), []
    print("| reads | type | SHM % | n |", " | ".join(ITEMS), "|")
    print("|---|---|--:|--:|", "--:|" * len(ITEMS), sep="")
    below = cells = 0
    for library in a.libraries:
        region = library.name[:3] if library.name[:3] in ("fr1", "fr2", "fr3") else "fr2"
        rows = {r["sequence_id"]: r for r in annotate(a.program, library, f"biomed2-{region}")}
        peers = {}
        if a.igblast:
            peers = {r["sequence_id"]: r for r in igblast(a.igblast, library)}
        groups = {}
        for truth in read_table(library / "truth.tsv"):
            kind = truth["rearrangement_type"]
            if kind == "OFF_TARGET":
                continue
            name = truth["sequence_id"]
            mine = outcomes(scorer, truth, rows.get(name, {}), a.min_d)
            peer = outcomes(scorer, truth, peers.get(name, {}), a.min_d)
            both = groups.setdefault((kind, bin_of(truth)), (Counter(), Counter()))
            for tally, found, beside in ((both[0], mine, peer), (both[1], peer, mine)):
                for item, right in found.items():
                    tally[item] += right
                    tally["alone", item] += right and not beside[item]
                    tally["n", item] += 1
            for item in mine:
                if peer[item] and not mine[item]:
                    truths = truth.get(f"{item}_call") or truth.get(item) or kind
                    called = rows.get(name, {}).get(f"{item}_call") or rows.get(name, {}).get(item)
                    failures.append((library.name, name, kind, bin_of(truth), item, truths, called))
        for (kind, percent), (mine, peer) in sorted(groups.items()):
            known = bool(a.igblast) and kind not in NOT_KNOWN_TO_IGBLAST
            shown = [cell(mine, peer, item, known) for item in ITEMS]
            cells += len(shown) if known else 0
            below += sum("▼" in text for text in shown)
            total = mine["n", "called"]
            print(f"| {library.name} | {kind} | {percent} | {total} |", " | ".join(shown), "|")
    if a.igblast:
        print(f"\n{below} of {cells} cells below IgBLAST.", file=sys.stderr)
    if a.failures:
        lines = ("\t".join(str(field) for field in failure) for failure in failures)
        a.failures.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
