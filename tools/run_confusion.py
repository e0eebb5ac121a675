"""Simulates a run of 24 samples with known faults, judges it, and holds the codes against the faults.

    python tools/run_confusion.py PROGRAM SIMULATOR WORK [--seeds 1,2,3,4,5] [--python PYTHON]

SIMULATOR is the folder with series.py; PYTHON is that of its virtual environment. Eight subjects with
a baseline each; follow-ups with one fault each, or none; a blank, a polyclonal and a positive control.
Prints, as a table in Markdown, how often each code was injected and found, how often it was raised
because the sample is so by design ("entailed", with the reason), and how often without a cause.
Exits 1 if a fault was missed or a code has no cause.
"""
import argparse
import collections
import csv
import json
import subprocess
import sys
import time
from pathlib import Path

LOW = {"dna_ng": 20, "b_cells": 0.01, "plasma_cell_percent": 5}
TYPES = ["IGH_VDJ", "IGH_DJ", "IGK_VJ", "IGK_VKDE", "IGK_INTRKDE"]
CLONES = [["IGH_VDJ", "IGH_DJ", "IGK_VJ", "IGK_VKDE"], ["IGH_VDJ", "IGK_VJ", "IGK_INTRKDE"]]
SHM = [0.07, 0.05, 0.03, 0.08, 0.06, 0.04, 0.05, 0.07]
TRUNCATED = "S6-M3"
# The faults: what must be found in which sample.
INJECTED = {
    "S1-M3": {"ID-SWAP"}, "S4-M3": {"ID-SWAP"},
    "S2-M3": {"IC-DROP"}, "S3-M3": {"DNA-AMP", "DNA-DIN"}, "S5-M3": {"CON-HOP"},
    "S6-PD": {"DR-SHM"}, "S7-PD": {"DR-VREPL"}, "S8-PD": {"DR-LC"},
    "S2-PD": {"DR-NEW?", "DR-LOSS"}, TRUNCATED: {"SW-FAIL"},
}


def follow_ups():
    """The samples behind the baselines, those of one subject in the order of their days."""
    def fu(subject, visit, **fields):
        return {"sample": f"{subject}-{visit}", "subject": subject, "role": "FU", "visit": visit, "mrd": 0} | fields
    return [
        # Two tubes that changed places.
        fu("S1", "M3", scenario="sample_swap", dna_of="S4"),
        fu("S4", "M3", scenario="sample_swap", dna_of="S1", mrd=0.1, **LOW),
        fu("S2", "M3", scenario="ic_dropout", ic_drop="all"),
        fu("S2", "PD", scenario="drift_new_clone", drift={"kind": "new_clone", "level": 0.06}, **LOW),
        fu("S3", "M3", scenario="degraded", amplifiable=0.1, dna_din=4.5),
        fu("S5", "M3", scenario="index_hopping", run="R2", udi="F", hop=[{"from": "S5-PD", "rate": 0.001}]),
        fu("S5", "PD", scenario="hop_source", run="R2", udi="F", mrd=0.05, **LOW),
        fu("S6", "M3", scenario="truncated", mrd=0.0001),
        fu("S6", "PD", scenario="drift_shm", drift={"kind": "shm", "fraction": 0.9}, mrd=0.05, **LOW),
        fu("S7", "M3", mrd=0.0002),
        fu("S7", "PD", scenario="drift_v_replacement", mrd=0.05,
           drift={"kind": "v_replacement", "fraction": 1.0}, **LOW),
        fu("S8", "M3"),
        fu("S8", "PD", scenario="drift_igh_loss", drift={"kind": "igh_loss", "fraction": 1.0}, mrd=0.05, **LOW),
        {"sample": "NTC1", "subject": "NTC", "role": "NTC", "dna_ng": 0, "replicates": 1, "ic_drop": "all",
         "background_pairs": 60, "scenario": "blank"},
        {"sample": "NEG1", "subject": "POLY", "role": "NEG", "mrd": 0, "dna_of": "S3", "scenario": "polyclonal"},
        {"sample": "POS1", "subject": "S3", "role": "POS", "mrd": 0.001, "dna_ng": 100, "b_cells": 0.003,
         "scenario": "positive_control"},
    ]


def plan(seed):
    baselines = [
        {"sample": f"S{i}-DX", "subject": f"S{i}", "role": "DX", "visit": "BASELINE", "run": "R0", "lane": i,
         "mrd": 0.3, "dna_ng": 10, "replicates": 2, "g": 30, "b_cells": 0.02, "plasma_cell_percent": 30,
         "scenario": "baseline"} for i in range(1, 9)]
    return {
        "description": "A run of 24 samples with known faults.", "seed": seed, "read_length": 150, "pool": 3000,
        "assay": {"name": "FR2-DJ-K 2x150", "primers": "fr2", "types": TYPES, "pg_per_cell": 6.5,
                  "spikes": [{"name": "IC1", "type": "IGH_VDJ", "copies": 60},
                             {"name": "IC2", "type": "IGK_VJ", "copies": 40}],
                  "genomic": {"name": "GC1", "copies": 60000, "reads_per_copy": 0.006}},
        "pcr": {"v_amp": 0.5, "error": 5e-06, "cycles": 35, "chimera": 0.002}, "efficiency": {},
        "defaults": {"b_cells": 0.0002, "g": 25},
        "subjects": {f"S{i}": {"seed": 100 * seed + i, "shm": SHM[i - 1], "clone": CLONES[(i - 1) % 2]}
                     for i in range(1, 9)},
        "samples": baselines + follow_ups(),
    }


def entailed(sample):
    """Codes that are right although no fault: the sample's design asks for them."""
    if sample["role"] == "DX":
        return {"BL-RDS": "10 ng at 30 reads per template give classes without a clone few reads"}
    if sample["role"] not in ("FU", "POS", "NEG"):
        return {}
    s = {"dna_ng": 1000, "amplifiable": 1.0, "drift": None} | sample
    cells = 3 * s["dna_ng"] * 1000 / 6.5 * s["amplifiable"]
    codes = {}
    if cells < 2.996e6:
        codes["QT-SENS"] = "too few cells for 1e-6"
    if cells < 2.996e5:
        codes["DNA-QTY"] = "too few cells for 1e-5"
    if s["role"] == "FU" and s["mrd"] == 0:
        codes["ID-FEW"] = "no clone, and few B cells at baseline whose V alleles could be compared"
    if s["amplifiable"] < 1:
        codes["IC-RNG"] = "controls are most reads where little DNA amplifies"
        codes["LIB-BG"] = "another subject's clone, or DNA that hardly amplifies, leaves few clonotypes"
    if s.get("dna_of", s.get("subject")) != s.get("subject") and s["mrd"] > 0:
        codes["LIB-BG"] = "another subject's clone, or DNA that hardly amplifies, leaves few clonotypes"
    if (s["drift"] or {}).get("kind") in ("igh_loss", "v_replacement", "shm"):
        codes["QT-HET"] = "a clone that changed at one locus has levels that differ"
    return codes


def simulate(a, seed):
    folder = a.work / f"run-{seed}"
    if not (folder / "truth.json").exists():
        file = a.work / f"plan-{seed}.json"
        file.write_text(json.dumps(plan(seed), indent=1))
        words = [a.python, "series.py", str(folder.resolve()), "--plan", str(file.resolve())]
        subprocess.run(words, cwd=a.simulator, check=True)
        cut = sorted((folder / "reads").glob(f"{TRUNCATED}_2_*R1*"))[0]
        cut.write_bytes(cut.read_bytes()[: cut.stat().st_size * 2 // 3])
        state_level(folder / "samplesheet.csv")
    return folder


def state_level(sheet):
    """Adds the level that the positive control was made with."""
    rows = list(csv.DictReader(sheet.open()))
    for row in rows:
        row["expected_mrd"] = "0.001" if row["role"] == "POS" else ""
    with sheet.open("w", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def judge(a, folder, seed):
    """The codes of each sample, and of the run as a whole under an empty name."""
    out = a.work / f"results-{seed}"
    words = [a.program, "batch", str(folder / "samplesheet.csv"), "--assay", str(folder / "assay.yaml"),
             "-o", str(out), "--quiet"] + (["--force"] if not (out / "audit.jsonl").exists() else
                                           ["--resume", "--supersede", "judged again"])
    start = time.monotonic()
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 65:  # the truncated file
        sys.exit(f"{' '.join(words)}: exit {done.returncode}, expected 65\n{done.stderr}")
    print(f"seed {seed}: {time.monotonic() - start:.0f} s", file=sys.stderr)
    record = json.loads((out / "batch.json").read_text())
    codes = {s["sample"]: {f["code"] for f in s["findings"]} for s in record["samples"]}
    return codes | {"": {f["code"] for f in record["findings"]}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("simulator", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--seeds", default="1,2,3,4,5")
    parser.add_argument("--python", default=sys.executable)
    a = parser.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    seeds = [int(seed) for seed in a.seeds.split(",")]
    counts = collections.defaultdict(collections.Counter)
    reasons, wrong = {}, []
    samples = {s["sample"]: s for s in plan(0)["samples"]}
    for seed in seeds:
        found = judge(a, simulate(a, seed), seed)
        for name, codes in found.items():
            wanted, allowed = INJECTED.get(name, set()), entailed(samples[name]) if name else {}
            for code in wanted:
                counts[code]["injected"] += 1
                counts[code]["found" if code in codes else "missed"] += 1
                if code not in codes:
                    wrong.append(f"seed {seed}: {name} lacks {code}")
            for code in codes - wanted:
                kind = "entailed" if code in allowed else "other"
                counts[code][kind] += 1
                reasons.setdefault(code, allowed.get(code, ""))
                if kind == "other":
                    wrong.append(f"seed {seed}: {name or 'the run'} has {code}")
    print(f"{len(seeds)} runs of {len(samples)} samples, seeds {a.seeds}\n")
    print("| code | injected | found | missed | entailed | without a cause | entailed because |")
    print("|---|---:|---:|---:|---:|---:|---|")
    for code in sorted(counts, key=lambda code: (-counts[code]["injected"], code)):
        c = counts[code]
        print(f"| `{code}` | {c['injected']} | {c['found']} | {c['missed']} | {c['entailed']} | {c['other']} "
              f"| {reasons.get(code, '')} |")
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
