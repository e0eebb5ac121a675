#!/usr/bin/env python3
"""Make germline.tsv, the default germline set, out of its published sources.

usage: make_default_germline.py WHEEL REFERENCE > germline.tsv

Beside this script, v-functionality.tsv states which V of these sets are not functional, and
v-set-apart.tsv has other V that are not.
WHEEL is abstar-0.8.0-py3-none-any.whl (`pip download --no-deps abstar==0.8.0`), which carries the
AIRR Community sets; REFERENCE is the folder with ighd-flanks.tsv, j-flanks.tsv and
kappa-deleting-elements.tsv. Only the standard library is needed.
"""

import csv
import hashlib
import io
import pathlib
import re
import sys
import zipfile

WHEEL_SHA256 = "c3c25dd4c0ebcd8173fdd4737539957dfd2f5ca25a0a71cc7a1f2643cdb898f4"
SUFFIX = "__homo_sapiens"
FOLDER = "abstar/germline_dbs/bcr/human"
COUNTS = {
    ("IGH", "V"): 198, ("IGH", "D"): 31, ("IGH", "J"): 7,
    ("IGK", "V"): 64, ("IGK", "J"): 7,
    ("IGL", "V"): 80, ("IGL", "J"): 9,
}
METADATA = [
    ("format", "clonetrack.germline/1"),
    ("name", "AIRR-C human IG"),
    ("version", "IGH 9, IGK 4, IGL 3, set apart 1"),
    ("source", "AIRR Community germline sets on OGRDB, human IGH 9, IGK 4, IGL 3 (2024-10-12); "
               "flanks and kappa elements: GRCh38; V set apart: INSDC records as listed in "
               "crowelab_pyir 1.5.0"),
    ("licence", "CC0-1.0 AND CC-BY-4.0"),
    ("citation", "Collins et al. 2024, doi:10.3389/fimmu.2023.1330153"),
]
COLUMNS = ["locus", "segment", "name", "sequence", "upstream", "downstream",
           "accession", "start", "end", "strand"]


def read_fasta(text):
    """The records of a FASTA text as {name: letters}."""
    records = {}
    for block in text.split(">")[1:]:
        name, *lines = block.split("\n")
        name = name.strip().removesuffix(SUFFIX)
        if name in records:
            sys.exit(f"{name} stands twice in the wheel")
        records[name] = "".join(line.strip() for line in lines).upper()
    return records


def read_table(path):
    """The rows of a TSV file as dictionaries."""
    with open(path, newline="", encoding="ascii") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def natural(name):
    """A sort key that puts IGHV1-2 before IGHV1-18."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part)
            for part in re.findall(r"\d+|\D+", name)]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    wheel_bytes = pathlib.Path(sys.argv[1]).read_bytes()
    found = hashlib.sha256(wheel_bytes).hexdigest()
    if found != WHEEL_SHA256:
        sys.exit(f"{sys.argv[1]} has sha256 {found}, not {WHEEL_SHA256}")
    wheel = zipfile.ZipFile(io.BytesIO(wheel_bytes))
    reference = pathlib.Path(sys.argv[2])

    def genes(kind, segment):
        return read_fasta(wheel.read(f"{FOLDER}/{kind}/{segment.lower()}.fasta").decode("ascii"))

    upstream = {row["allele"]: row for row in read_table(reference / "ighd-flanks.tsv")}
    downstream = {row["allele"]: row for row in read_table(reference / "j-flanks.tsv")}
    rows = []
    for (locus, segment), count in COUNTS.items():
        gapped = genes("imgt_gapped" if segment == "V" else "ungapped", segment)
        plain = genes("ungapped", segment)
        names = sorted((name for name in gapped if name.startswith(locus)), key=natural)
        if len(names) != count:
            sys.exit(f"{locus}{segment}: {len(names)} alleles, not {count}")
        for name in names:
            if gapped[name].replace(".", "") != plain[name]:
                sys.exit(f"{name}: the gapped and the plain sequence differ")
            before = after = ""
            if segment == "D":
                flank = upstream[name]
                before = flank["upstream"]
                rss = flank["up5_nonamer"] + flank["up5_spacer"] + flank["up5_heptamer"]
                if flank["d_region"] != plain[name] or not before.endswith(rss):
                    sys.exit(f"{name}: the flanks are those of another sequence")
            if segment == "J":
                if downstream[name]["j_region"] != plain[name]:
                    sys.exit(f"{name}: the flanks are those of another sequence")
                after = downstream[name]["downstream120"]
            rows.append([locus, segment, name, gapped[name], before, after, "", "", "", ""])

    beside = pathlib.Path(__file__).parent
    marks = {row["allele"]: row["functionality"] for row in read_table(beside / "v-functionality.tsv")}
    for row in rows:
        if row[2] in marks:
            row[1] += f"-{marks.pop(row[2])}"
    if marks:
        sys.exit(f"v-functionality.tsv names alleles that no set has: {', '.join(marks)}")
    for row in read_table(beside / "v-set-apart.tsv"):
        kind = f"V-{row['functionality']}-apart"
        rows.append([row["locus"], kind, row["name"], row["sequence"],
                     "", "", "", "", "", ""])

    elements = {row["element"]: row
                for row in read_table(reference / "kappa-deleting-elements.tsv")}
    # The intron element ends at its coding end; on the minus strand that is its lowest coordinate.
    intron, core = elements["IGKINTR_ext"], elements["IGKINTR"]
    excess = int(core["start"]) - int(intron["start"])
    rows.append(["IGK", "IGKINTR", "IGKINTR", intron["sequence"][:-excess], "", "",
                 intron["accession"], core["start"], intron["end"], intron["strand"]])
    if not rows[-1][3].endswith(core["sequence"]):
        sys.exit("IGKINTR_ext does not hold IGKINTR where its coordinates say")
    deleting = elements["IGKDEL_ext"]
    rows.append(["IGK", "IGKDEL", "IGKDEL", deleting["sequence"], "", "",
                 deleting["accession"], deleting["start"], deleting["end"], deleting["strand"]])
    for row in rows[-2:]:
        if len(row[3]) != int(row[8]) - int(row[7]) + 1:
            sys.exit(f"{row[2]}: the coordinates do not fit the sequence")

    for key, value in METADATA:
        print(f"#{key}\t{value}")
    print("\t".join(COLUMNS))
    for row in rows:
        print("\t".join(row))


if __name__ == "__main__":
    main()
