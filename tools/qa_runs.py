"""Writes finished runs as `clonetrack batch` leaves them, for trying `clonetrack qa`: no reads, only
records with findings that a seed decides.

    python3 tools/qa_runs.py OUT [--samples 500] [--seed 1]

What is wrong is told in OUT/truth.json: a lot whose DNA does not amplify, a run whose internal
control dropped out, a contaminated no-template control, a depth that sinks from a run on, subjects
without index clonotype. Everything else fails by chance.
"""
import argparse
import datetime
import json
import random
from pathlib import Path

PER_RUN = 24
LOTS = ("LOT-A", "LOT-B", "LOT-C", "LOT-D")
LABS = ("CENTRAL", "NORTH")
SITES = ("S01", "S02", "S03", "S04", "S05")
MEANINGS = {
    "IC-DROP": ("failure", "control reads", 0, 50, "the control spike-1 has 0 reads, at least 50 are needed"),
    "DNA-AMP": ("failure", "amplifiable share", 0.12, 0.2, "0.12 of the cells are amplifiable, at least 0.2 are needed"),
    "QT-SENS": ("warning", "LOD95", 1.6e-5, 1e-5, "LOD95 of 1.6e-5 does not reach the cutoffs 1e-5, 1e-6"),
    "RUN-RDS": ("failure", "reads", 812, 20000, "812 reads, at least 20000 are needed"),
    "RUN-OT": ("warning", "on-target share", 0.52, 0.6, "0.52 of the reads are on target, 0.6 are expected"),
    "CON-HOP": ("indeterminate", "expected hop reads", 7.4, None, "9 reads of the clone, 7.4 are expected from index hopping"),
    "BL-NOIDX": ("failure", "index clonotypes", 0, 1, "no candidate passes every gate"),
    "RUN-NTC": ("failure", "index reads", 14, 3, "14 reads of P003.IGH_VDJ.1 in the no-template control, at most 3 are allowed"),
    "SW-FAIL": ("failure", None, None, None, "reads_R2.fastq.gz: the gzip stream ends in the middle of a member"),
}


def finding(code):
    severity, metric, value, limit, message = MEANINGS[code]
    return {
        "code": code, "severity": severity, "message": message, "remedy": None, "meaning": None,
        "metric": metric, "value": value, "limit": limit,
    }


def control(copies):
    return {
        "name": "spike-1", "kind": "spike", "duplicate_count": round(100 * copies), "copies": 100.0,
        "reads_per_copy": copies, "findings": [],
    }


class Laboratory:
    """Draws samples in order of time; a failed visit is repeated in a later run, mostly."""

    def __init__(self, seed, samples):
        self.random = random.Random(seed)
        self.runs = -(-samples // PER_RUN)
        self.samples = samples
        self.waiting = []
        self.subjects = 0
        self.visits = []
        self.bad_run = self.runs // 2
        self.bad_lot = LOTS[1]
        self.dirty_run = self.runs // 4
        self.deep_until = self.runs - 4
        self.without_index = set()

    def next_visit(self):
        """The subject and visit of the next library: a repeat, a due visit or a new subject."""
        if self.waiting and self.random.random() < 0.7:
            return self.waiting.pop(0)
        if self.visits and self.random.random() < 0.75:
            subject, done, site = self.random.choice(self.visits)
            number = done[0] = done[0] + 3
            return subject, "FU", f"M{number}", site, 1
        self.subjects += 1
        subject, site = f"P{self.subjects:03d}", self.random.choice(SITES)
        if self.random.random() < 0.06:
            self.without_index.add(subject)
        self.visits.append((subject, [0], site))
        return subject, "DX", "DX", site, 1

    def codes(self, role, subject, run, lot):
        chance, found = self.random.random, []
        if run == self.bad_run and chance() < 0.6:
            found.append("IC-DROP")
        elif chance() < 0.015:
            found.append("IC-DROP")
        if chance() < (0.22 if lot == self.bad_lot else 0.02):
            found.append("DNA-AMP")
        if chance() < 0.01:
            found.append("RUN-RDS")
        if chance() < 0.05:
            found.append("RUN-OT")
        if subject in self.without_index:
            found.append("BL-NOIDX")
        if role == "FU":
            if chance() < 0.02:
                found.append("CON-HOP")
            if chance() < 0.3:
                found.append("QT-SENS")
        return found

    def patient(self, run, lot):
        subject, role, visit, site, attempt = self.next_visit()
        codes = self.codes(role, subject, run, lot)
        is_error = self.random.random() < 0.006
        if is_error:
            codes = ["SW-FAIL"]
        found = [finding(code) for code in codes]
        worst = {item["severity"] for item in found}
        verdict = call = mrd = None
        if not is_error and role == "DX":
            verdict = "NO_INDEX" if "BL-NOIDX" in codes else "FAILED" if "failure" in worst else "INDEX_FOUND"
        elif not is_error:
            if "failure" in worst:
                call = "FAILED"
            elif "indeterminate" in worst:
                call = "INDETERMINATE"
            else:
                detected = self.random.random() < 0.4
                call = "DETECTED" if detected else "NOT_DETECTED"
                mrd = 10 ** self.random.uniform(-5, -2) if detected else 0.0
        lost = is_error or "failure" in worst or "indeterminate" in worst
        if lost and subject not in self.without_index and self.random.random() < 0.8:
            self.waiting.append((subject, role, visit, site, attempt + 1))
        suffix = f"-r{attempt}" if attempt > 1 else ""
        return f"{subject}-{visit}{suffix}", subject, role, visit, site, is_error, verdict, call, mrd, found

    def depth(self, run):
        mean = 40 if run < self.deep_until else 17
        return mean * 10 ** self.random.gauss(0, 0.08)

    def run(self, run, count):
        lot, lab = LOTS[run * len(LOTS) // self.runs], LABS[run % 3 == 2]
        day = datetime.date(2025, 9, 1) + datetime.timedelta(days=14 * run)
        depth, samples = self.depth(run), []
        for place in range(count):
            kind = {0: "NTC", 1: "POS", 2: "NEG"}.get(place, "")
            if kind:
                found = [finding("RUN-NTC")] if kind == "NTC" and run == self.dirty_run else []
                level = 1e-3 * 10 ** self.random.gauss(0, 0.06) if kind == "POS" else 0.0
                row = (f"R{run + 1:02d}-{kind}", f"{kind}-1", kind, None, "", False, None, None, level, found)
            else:
                row = self.patient(run, lot)
            name, subject, role, visit, site, is_error, verdict, call, mrd, found = row
            codes = {item["code"] for item in found}
            copies = 0.0 if "IC-DROP" in codes else depth * 10 ** self.random.gauss(0, 0.05)
            collected = day - datetime.timedelta(days=self.random.randint(2, 12))
            samples.append({
                "sample": name, "subject": subject, "role": role, "visit": visit,
                "folder": name, "state": "error" if is_error else "done", "verdict": verdict,
                "call": call, "mrd": mrd, "mrd_ci": [None, None], "lod95": None, "loq": None,
                "cell_equivalents": None, "status": {}, "reads_per_template": copies or None,
                "findings": found, "controls": [] if is_error or role == "NTC" else [control(copies)],
                "metadata": {
                    "collection_date": collected.isoformat(), "index": f"I{place + 1:02d}",
                    "lab": lab, "lot": lot, "role": role, "run": f"R{run + 1:02d}",
                    "run_date": day.isoformat(), "site": site, "specimen": "BM" if role in ("DX", "FU") else "",
                    "study": "STUDY-1" if role in ("DX", "FU") else "", "visit": visit or "",
                },
            })
        return day, samples


def write(path, record):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--samples", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    laboratory = Laboratory(options.seed, options.samples)
    left = options.samples
    for run in range(laboratory.runs):
        day, samples = laboratory.run(run, min(PER_RUN, left))
        left -= len(samples)
        folder = options.out / f"run-{run + 1:02d}"
        write(folder / "batch.json", {
            "schema": "clonetrack.batch/1", "program_version": "0.1.0", "findings": [],
            "profile": {"id": "clonetrack-mm-v1", "sha256": "5e" * 32}, "samples": samples,
        })
        ended = day + datetime.timedelta(days=3)
        for sample in samples:
            if sample["state"] == "error":
                continue
            place = folder / sample["folder"]
            write(place / "run.json", {"schema": "clonetrack.run/1", "ended": f"{ended}T08:00:00Z"})
            (place / "report.html").write_text(
                f"<!DOCTYPE html><title>{sample['sample']}</title><h1>{sample['sample']}</h1>\n",
                encoding="utf-8",
            )
    write(options.out / "truth.json", {
        "samples": options.samples, "control_dropped_in": f"R{laboratory.bad_run + 1:02d}",
        "lot_that_does_not_amplify": laboratory.bad_lot,
        "contaminated_run": f"R{laboratory.dirty_run + 1:02d}",
        "shallow_from": f"R{laboratory.deep_until + 1:02d}",
        "subjects_without_index": sorted(laboratory.without_index),
    })


if __name__ == "__main__":
    main()
