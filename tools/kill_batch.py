"""Kills a batch at random moments and asks whether --resume ends in the same bytes.

    python tools/kill_batch.py PROGRAM SHEET ASSAY WORK [--kills N] [--seed N]

Runs the batch once undisturbed; then N times: start it in a new folder, `kill -9` it after a random
part of the undisturbed time, start it again with --resume, and compare every file but run.json and
audit.jsonl, which hold times; the exit code must be the same, too. `verify` must find nothing. Exits 1
at the first difference.
"""
import argparse
import hashlib
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

# How a batch ends that has a sample it cannot read.
DATA_FAULT = 65


def command(a, out, *more):
    return [a.program, "batch", a.sheet, "--assay", a.assay, "-o", str(out), "--quiet", *more]


def run(words, codes=(0,)):
    """The exit code of a command; ends the script if it is none of those that may be."""
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"{' '.join(words)}: exit {done.returncode}\n{done.stderr}")
    return done.returncode


def digests(folder):
    """The sha256 of every file that may not differ, by path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("run.json", "audit.jsonl")
    }


def killed(a, out, seconds):
    """Starts a batch and kills it; whether it was still running then."""
    process = subprocess.Popen(command(a, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "sheet", "assay"):
        parser.add_argument(name)
    parser.add_argument("work", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    chance = random.Random(a.seed)
    whole = a.work / "whole"
    start = time.monotonic()
    code = run(command(a, whole), (0, DATA_FAULT))
    seconds = time.monotonic() - start
    wanted = digests(whole)
    print(f"undisturbed: {seconds:.1f} s, exit {code}, {len(wanted)} files")
    for number in range(1, a.kills + 1):
        out = a.work / f"killed-{number}"
        shutil.rmtree(out, ignore_errors=True)
        moment = chance.uniform(0, seconds)
        was_running = killed(a, out, moment)
        kept = len(list(out.rglob("*.counts")))
        run(command(a, out, "--resume"), (code,))
        found = digests(out)
        different = [p for p in sorted({*wanted, *found}) if wanted.get(p) != found.get(p)]
        if different:
            print(f"kill {number} after {moment:.2f} s: {len(different)} files differ, first {different[0]}")
            return 1
        run([a.program, "verify", str(out)])
        state = "killed" if was_running else "finished before"
        print(f"kill {number} after {moment:.2f} s: {state}, {kept} counts kept, same bytes")
        shutil.rmtree(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
