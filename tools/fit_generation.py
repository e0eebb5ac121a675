"""Fits the generation model's tables to rearrangements of known making.

    fit_generation.py SIMULATE [--count N] [--seed N] > Sources/Tracking/Background/GenerationParameters+Default.swift

SIMULATE is the folder of the simulator with molecules.py; run it with that simulator's python. VDJ and VJ
molecules come from GenAIRR, whose tables are fitted to published human repertoires; DJ and Kde molecules
have trimming and additions of the simulator's own. No hypermutation, no primers: nothing is selected.
"""

import argparse
import re
import sys
from collections import Counter

TYPES = {
    "IGH_VDJ": "vdj", "IGH_DJ": "dj", "IGK_VJ": "kappa", "IGK_VKDE": "kde",
    "IGK_INTRKDE": "intronKde", "IGL_VJ": "lambda",
}
LEFT_OUT = 0.001  # share of the rarest long trims and additions that a table may lack


def table(counts):
    """Shares of 0, 1, 2, … with four digits, without the long thin tail."""
    total = sum(counts.values())
    last, covered = 0, counts[0]
    while covered < (1 - LEFT_OUT) * total:
        last += 1
        covered += counts[last]
    # A gap inside the table gets half a molecule, so that nothing shorter than the longest is impossible.
    return [round(max(counts[i], 0.5) / total, 5) for i in range(last + 1)]


def literal(numbers):
    text, line = "[", "\n        "
    for number in numbers:
        item = f"{number:g}, "
        item = re.sub(r"e-0?", "e-", item)
        if len(line) + len(item) > 96:
            text, line = text + line.rstrip(), "\n        "
        line += item
    return text + line.rstrip().rstrip(",") + ",\n      ]"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("simulate")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20_001)
    options = parser.parse_args()
    sys.path.insert(0, options.simulate)
    import molecules as mol

    print("// Made by tools/fit_generation.py; see <doc:ChanceOfARearrangement> for the data behind it.")
    print("\nextension GenerationParameters {")
    print("  /// The tables of profile `clonetrack-mm-v1`.")
    print("  package static let clonetrackMMv1 = GenerationParameters(")
    body = []
    for kind, name in TYPES.items():
        draw = mol.recombined if kind in mol.RECOMBINED else mol.joined
        more = (0.0, None) if kind in mol.RECOMBINED else (None,)
        five, three, first, second, d_five, d_three = (Counter() for _ in range(6))
        bases = Counter()
        for m in draw(kind, options.count, options.seed, *more):
            three[m.j_start - m.j_origin] += 1
            if kind == "IGH_DJ":
                five[len(mol.germline("IGHD")[m.d]) - (m.d_end - m.d_start)] += 1
            elif m.v:
                five[len(mol.germline(kind[:3] + "V")[m.v]) - m.v_end] += 1
            else:
                intron = mol.column("kappa-deleting-elements.tsv", "element", "sequence")
                whole = intron["IGKINTR_ext"]
                whole = whole[: whole.index(intron["IGKINTR"]) + len(intron["IGKINTR"])]
                five[len(whole) - m.v_end] += 1
            if kind == "IGH_VDJ":
                d = mol.germline("IGHD")[m.d]
                kept = m.sequence[m.d_start : m.d_end]
                at = d.find(kept)
                if not kept or at < 0:
                    continue
                d_five[at] += 1
                d_three[len(d) - at - len(kept)] += 1
                one, two = m.sequence[m.v_end : m.d_start], m.sequence[m.d_end : m.j_start]
                second[len(two)] += 1
                bases.update(two)
            else:
                one = m.sequence[(m.d_end if kind == "IGH_DJ" else m.v_end) : m.j_start]
            first[len(one)] += 1
            bases.update(one)
        total = sum(bases[b] for b in "ACGT")
        parts = [f"fiveTrim: {literal(table(five))}", f"threeTrim: {literal(table(three))}",
                 f"firstAddition: {literal(table(first))}"]
        if kind == "IGH_VDJ":
            parts += [f"secondAddition: {literal(table(second))}",
                      f"diversityFiveTrim: {literal(table(d_five))}",
                      f"diversityThreeTrim: {literal(table(d_three))}"]
        parts.append("bases: [" + ", ".join(f"{bases[b] / total:.4f}" for b in "ACGT") + "]")
        parts.append("isMutated: " + ("false" if kind in ("IGH_DJ", "IGK_INTRKDE") else "true"))
        body.append(f"    {name}: JunctionHabits(\n      " + ",\n      ".join(parts) + "\n    )")
        print(kind, {n: round(sum(k * v for k, v in c.items()) / max(1, sum(c.values())), 2) for n, c in
                     zip(("five", "three", "first", "second", "d5", "d3"),
                         (five, three, first, second, d_five, d_three))}, file=sys.stderr)
    print(",\n".join(body))
    print("  )\n}")


if __name__ == "__main__":
    main()
