"""The read libraries that the benchmarks run on: simulated series scaled to any number of pairs.

Libraries are kept under .build/bench and made again when their sources or `scale_reads.py` change.
Standard library only.
"""

import csv
import gzip
import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".build" / "bench"
SCALER = Path(__file__).with_name("scale_reads.py")
COMPLEMENT = str.maketrans("ACGTN", "TGCAN")
# IGH amplicons begin with it in the second mate; it is the consensus JH primer of the series.
JH_PRIMER = "CTTACCTGAGGAGACGG"


@dataclass
class Series:
    """A simulated patient: a clonal baseline (DX) and a polyclonal follow-up (FU)."""

    label: str  # Read length, such as 2×150.
    folder: Path

    def __post_init__(self):
        rows = list(csv.DictReader(open(self.folder / "samplesheet.csv")))
        subject = next(row["subject"] for row in rows if row["role"] == "DX")
        own = [row for row in rows if row["subject"] == subject]
        self.rows = {}
        for role in ("DX", "FU"):
            # The last follow-up has the fewest clonal cells.
            name = [row["sample"] for row in own if row["role"] == role][-1]
            self.rows[role] = [row for row in own if row["sample"] == name]
        digest = hashlib.sha256(SCALER.read_bytes())
        for role in self.rows:
            for path in self.sources(role):
                digest.update(f"{Path(path).name} {Path(path).stat().st_size}\n".encode())
        self.key = self.label.replace("2×", "")
        stamp = CACHE / f"{self.key}.made-from"
        if not stamp.exists() or stamp.read_text() != digest.hexdigest():
            CACHE.mkdir(parents=True, exist_ok=True)
            for path in CACHE.glob(f"{self.key}-*"):
                path.unlink()
            stamp.write_text(digest.hexdigest())

    @property
    def assay(self):
        """The path of the assay's description."""
        return str(self.folder / "assay.yaml")

    def sources(self, role):
        """The first mates of a role's replicates."""
        return [str(self.folder / row["fastq_1"]) for row in self.rows[role]]

    def dna(self, role):
        """DNA in a replicate, ng."""
        return self.rows[role][0]["dna_ng"]

    def library(self, role, count, seed=0, level=1):
        """The two files of `count` pairs; seed 0 begins with the pairs as they are.

        Other seeds are for large libraries and are compressed by what is fastest.
        """
        ending = "fastq.gz" if level else "fastq"
        paths = [
            str(CACHE / f"{self.key}-{role}-{count}-{seed}_R{mate}.{ending}") for mate in (1, 2)
        ]
        if not all(map(Path.exists, map(Path, paths))):
            print(f"bench: making {count:,} pairs {self.label} {role}", file=sys.stderr)
            fast = level and seed and shutil.which("igzip")
            # In a process of its own: a child's peak memory starts at its parent's.
            subprocess.run(
                [sys.executable, str(SCALER), str(count), str(seed), *paths,
                 *self.sources(role), *(["--igzip"] if fast else ["--level", str(level)])],
                check=True,
            )
        return paths

    def blocks(self, role, count):
        """The first mates of a library as BGZF; `None` without bgzip."""
        if not shutil.which("bgzip"):
            return None
        source = self.library(role, count)[0]
        path = Path(source.replace(".fastq.gz", ".bgzf.fastq.gz"))
        if not path.exists():
            print(f"bench: making blocks of {self.label} {role}", file=sys.stderr)
            partial = path.with_suffix(".partial")
            with gzip.open(source) as plain, open(partial, "wb") as target:
                packer = subprocess.Popen(["bgzip", "-c"], stdin=subprocess.PIPE, stdout=target)
                shutil.copyfileobj(plain, packer.stdin, 1 << 20)
                packer.stdin.close()
                if packer.wait():
                    sys.exit("bench: bgzip failed")
            partial.rename(path)
        return str(path)

    def baseline(self, program, run):
        """The record of the patient's clone, from the reads as they are."""
        folder = CACHE / f"{self.key}-patient"
        record = folder / "baseline.json"
        if not record.exists() or record.stat().st_mtime < Path(program).stat().st_mtime:
            command = [program, "baseline", "--sample", "B", "--subject", "B",
                       "--dna-ng", self.dna("DX"), "--assay", self.assay]
            for first in self.sources("DX"):
                command += ["-1", first, "-2", first.replace("_R1.", "_R2.")]
            run([*command, "--quiet", "--force", "-o", str(folder)])
        return str(record)

    def merged_heavy_chains(self, count, few):
        """Two FASTA files: distinct IGH reads merged by exact overlap, and a few of them."""
        paths = [CACHE / f"{self.key}-merged-{number}.fasta" for number in (count, few)]
        if not all(map(Path.exists, paths)):
            reads = {}
            for first in self.sources("FU"):
                with gzip.open(first, "rt") as one, gzip.open(
                    first.replace("_R1.", "_R2."), "rt"
                ) as two:
                    for number, (left, right) in enumerate(zip(one, two)):
                        if number % 4 != 1 or not right.startswith(JH_PRIMER):
                            continue
                        if len(reads) == count:
                            break
                        left = left.rstrip()
                        mate = right.rstrip().translate(COMPLEMENT)[::-1]
                        start = left.find(mate[:20])
                        if start > 0 and mate.startswith(left[start:]):
                            reads[left[:start] + mate] = None
            records = [f">read{number}\n{bases}\n" for number, bases in enumerate(reads)]
            # Spread over the file, so that the few are as mixed as all of them.
            paths[1].write_text("".join(records[:: max(1, len(records) // few)][:few]))
            paths[0].write_text("".join(records))
        return [str(path) for path in paths]


def records(fasta):
    """The number of records of a FASTA file."""
    with open(fasta) as lines:
        return sum(line.startswith(">") for line in lines)
