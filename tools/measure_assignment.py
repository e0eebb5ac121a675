"""Measures which reads `baseline` and `followup` count to a clone: its own, and others'.

    measure_assignment.py SIMULATE PROGRAM [--shm 0.08] [--seed N] [--work FOLDER]

Makes a diagnostic sample with the simulator of SIMULATE (run it with that simulator's python), keeps the
origin of every pair, and splits the sample into the pairs of each clone and all others. Prints, for each
clone, the share of its own pairs that are counted to it and the share of all others that are, both by
`baseline` (reads of the index clonotype) and by `followup` (reads matched to its signature).
"""

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

import numpy as np


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("simulate", type=Path)
    parser.add_argument("program")
    parser.add_argument("--shm", default="0.08")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--b-cells", default="0.2", help="polyclonal B cells per cell, to have many other reads")
    parser.add_argument("--work", type=Path, default=Path("assignment"))
    options = parser.parse_args()
    sys.path.insert(0, str(options.simulate))
    import outputs
    import plans
    import sequencing
    import series

    changes = [f"subjects.S1.shm={options.shm}", f"subjects.S1.seed={options.seed + 10}"]
    plan = plans.load("dev-small", None, options.seed, changes)
    plan["samples"] = [
        sample | {"replicates": 1, "b_cells": float(options.b_cells)}
        for sample in plan["samples"] if sample["role"] == "DX"
    ]
    experiment = series.Experiment(plan)
    sample = experiment.samples[0]
    numbers, reads, truth = experiment.draw(sample, 1)
    (options.work / "reads").mkdir(parents=True, exist_ok=True)

    # The order of the pairs in the files, as the simulator shuffles them.
    kept = {}
    plain = sequencing.write_pairs

    def write_pairs(paths, amplicons, order, *rest):
        kept["order"] = order
        return plain(paths, amplicons, order, *rest)

    sequencing.write_pairs = write_pairs
    experiment.write_replicate(sample, 1, numbers, reads, options.work)
    used = np.unique(numbers)
    name_of = {number: name for name, number in experiment.number.items()}
    origin = [name_of.get(used[i], "other") for i in kept["order"]]
    clones = [name for name in dict.fromkeys(origin) if name.startswith("S1.")]
    outputs.write_tables(experiment, {(sample["sample"], 1): truth | outputs.origins(experiment, numbers, reads)},
                         options.work)

    files = [options.work / name for name in outputs.files(sample, 1)]
    for part in [*clones, "rest"]:
        for mate, path in enumerate(files):
            with gzip.open(path, "rb") as source, open(options.work / f"{part}_R{mate + 1}.fastq", "wb") as out:
                for read, home in enumerate(origin):
                    record = b"".join(source.readline() for _ in range(4))
                    if home == part or part == "rest" and home not in clones:
                        out.write(record)

    def run(command, first, second, *more):
        folder = options.work / f"out-{command}-{Path(str(first).partition(',')[0]).stem}"
        line = [options.program, command, "-1", str(first), "-2", str(second), "--sample", "M", "--assay",
                str(options.work / "assay.yaml"), "--force", "--quiet", "--dna-ng", "100", "-o", str(folder), *more]
        done = subprocess.run(line, check=False, capture_output=True, text=True)
        if not (folder / f"{command}.json").exists():
            sys.exit(done.stderr)
        return json.loads((folder / f"{command}.json").read_text())

    baseline = run("baseline", *files, "--subject", "S1")
    record = options.work / f"out-baseline-{files[0].stem}" / "baseline.json"
    index = {f"S1.{clone['rearrangement_type']}": clone for clone in baseline["clonotypes"][::-1]}
    matched = {}
    for part in [*clones, "rest"]:
        pair = [options.work / f"{part}_R{mate}.fastq" for mate in (1, 2)]
        # The rest goes along: without its controls no replicate counts.
        lanes = pair if part == "rest" else [
            f"{one},{options.work}/rest_R{mate + 1}.fastq" for mate, one in enumerate(pair)]
        found = run("followup", *lanes, "--baseline", str(record))
        matched[part] = {f"S1.{clone['rearrangement_type']}": clone["duplicate_count"]
                         for clone in found["clonotypes"][::-1]}
        alone = run("baseline", *pair, "--subject", "S1")
        matched[part]["baseline"] = {
            clone["junction"] or clone["signature"]: clone["duplicate_count"]
            for clone in alone["clonotypes"] + alone["candidates"]}
    count = {name: origin.count(name) for name in clones}
    print("clone\tpairs\tcounted_by_baseline_%\tcounted_by_followup_%\tothers\tothers_by_baseline_%\t"
          "others_by_followup_%")
    for name in clones:
        clone = index.get(name)
        if not clone:
            print(name, count[name], "no index", sep="\t")
            continue
        key = clone["junction"] or clone["signature"]
        others = len(origin) - count[name]
        own = matched[name]["baseline"].get(key, 0)
        foreign = sum(matched[part]["baseline"].get(key, 0) for part in [*clones, "rest"] if part != name)
        rest = matched["rest"].get(name, 0)
        strange = rest + sum(matched[part].get(name, 0) - rest for part in clones if part != name)
        # In the mixture `baseline` counts both; what it counts beyond its own is others', too.
        foreign = max(foreign, clone["duplicate_count"] - count[name])
        print(name, count[name], f"{100 * min(own, clone['duplicate_count']) / count[name]:.2f}",
              f"{100 * (matched[name].get(name, 0) - rest) / count[name]:.2f}", others, f"{100 * foreign / others:.4f}",
              f"{100 * strange / others:.4f}", sep="\t")


if __name__ == "__main__":
    main()
