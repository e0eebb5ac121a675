"""Writes the page that lists every column and field of every result, with its unit.

    columns.py [--check]

Names and meanings come from schemas/ and from the lists of columns in Sources/Records; units from this
file. Fails if a number has no unit or a column no meaning here. --check compares with the page that is
there and writes nothing. Standard library only.
"""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "Sources/Records/Records.docc/Columns.md"

READS, CELLS, TEMPLATES, SHARE = "reads", "nucleated cells", "templates", "fraction 0…1"
LEVEL, COUNT, NG = "clonal cells per nucleated cell", "count", "ng"

# The unit of a number by the last part of its path.
UNITS = {
    "value": "the metric's", "limit": "the metric's", "v_identity": SHARE, "start": "bases, from 0",
    "end": "bases, from 0, behind the last", "duplicate_count": READS, "templates": TEMPLATES,
    "like_fraction": SHARE, "cell_fraction": SHARE, "expected_background": TEMPLATES,
    "usable_reads": READS, "clonotypes": COUNT, "cell_equivalents": CELLS,
    "rank": "place, from 1", "reads_per_template": "reads per template", "v_mutations[]": "position and base, coded",
    "unlisted_reads.*": READS, "v_alleles.*.*": COUNT, "copies": "copies",
    "reads_per_copy": "reads per copy", "molecules": "molecules", "residual": "ratio minus 1",
    "in": "records", "out": "records", "rejected.*": "records", "mrd": LEVEL, "mrd_ci[]": LEVEL,
    "family_mrd": LEVEL, "lod95": LEVEL, "loq": LEVEL, "mrd_mean": LEVEL,
    "heterogeneity_p": "probability", "dispersion": "variance / mean",
    "capture_efficiency": "molecules per template", "amplifiability": SHARE,
    "amplifiability_ci[]": SHARE, "count": "reads or molecules",
    "counts_per_copy": "reads or molecules per copy", "r_squared": "r², 0…1",
    "blank": "reads or molecules", "hop": "reads or molecules", "error": "reads or molecules",
    "unrelated": "reads or molecules", "total": "reads or molecules", "k_min": "reads or molecules",
    "rank": "place, from 1",
    "exit_code": "exit code", "line": "number, from 1", "entries": COUNT, "files": COUNT,
    "segments[].alleles": COUNT, "genes": COUNT, "with_anchor": COUNT, "with_flank": COUNT,
    "length": "bases", "anchor": "bases, from 0", "frame": "bases, from 0",
    "replicate": "number, from 1", "distance": "bases", "fold_change": "ratio",
    "p_value": "probability", "polyclonal_fraction": SHARE, "dj_to_vdj": "ratio",
    "igh_to_igk": "ratio", "unmutated_fraction": SHARE,
    "set_apart": COUNT, "compared_clonotypes": COUNT, "shared_clonotypes": COUNT, "needed_clonotypes": COUNT,
    "clonotypes_per_1e5_cells": "clonotypes per 100,000 cells", "dna_ng": NG, "cells": CELLS,
    "control_reads": READS, "rate": SHARE, "rate_ci[]": SHARE, "foreign_reads": READS,
    "exposed_reads": READS, "libraries": COUNT, "subject_visits": COUNT,
    "visits_without_index": COUNT, "subjects": COUNT, "runs": COUNT, "numerator": COUNT,
    "denominator": COUNT, "ci[]": SHARE, "cumulative_share": SHARE, "lower": SHARE, "upper": SHARE,
    "reference_points": COUNT, "mean_log10": "log10 of the value", "sd_log10": "log10 of the value",
    "z": "standard deviations", "visits": COUNT, "median_days": "days",
    "p_value_adjusted": "probability", "tests": COUNT, "power": "probability", "pg_per_genome": "pg",
    "minimum_reads": READS, "single_template_detection": "probability", "control_copies": "copies",
    "cutoff": LEVEL, "replicates": COUNT, "reads_per_percent": READS, "reads": READS,
    "upper_without_reads": LEVEL, "control_cv": "SD / mean", "size": "bytes", "wall_seconds": "s",
    "peak_memory_bytes": "bytes", "threads": COUNT,
}

AIRR_UNITS = {
    "score": "nats", "identity": SHARE, "length": "bases", "start": "position, from 1",
    "end": "position, from 1", "duplicate_count": READS, "ct_templates": TEMPLATES,
    "ct_f_like": SHARE, "confidence": "probability",
}

# Meaning and unit of the columns of the other tables.
TABLES = {
    "drift.tsv": ("Sources/Records/Followup/DriftTable.swift", {
        "subject": ("the subject", ""), "visit": ("the visit", ""),
        "event": ("what happened, a code of the stage `DR`", ""),
        "index_id": ("the tracked clonotype", ""), "new_id": ("the emerged clonotype", ""),
        "stem": ("what both share", ""), "distance": ("bases that differ", "bases"),
        "templates": ("molecules of the emerged clonotype", TEMPLATES),
        "like_fraction": ("its share of its locus class", SHARE),
        "cell_fraction": ("its share of nucleated cells", SHARE),
        "fold_change": ("its frequency over the earlier one", "ratio"),
        "p_value": ("the probability of as much by chance", "probability"),
        "verdict": ("what is concluded", ""), "action": ("what to do", ""),
    }),
    "failures.tsv": ("Sources/Records/Quality/FailureRow.swift", {
        "study": ("the study", ""), "subject": ("the subject", ""), "visit": ("the visit", ""),
        "sample": ("the sample; empty for a run", ""), "run": ("the sequencing run", ""),
        "lab": ("the laboratory", ""), "lot": ("the reagent lot", ""),
        "stage": ("the step of the assay", ""), "code": ("the finding's code", ""),
        "severity": ("how bad it is", ""), "metric": ("what was measured", ""),
        "value": ("what was found", "the metric's"), "limit": ("what it was held against", "the metric's"),
        "detected_at": ("when the result was made", "ISO 8601"),
        "action": ("what to do, abbreviated", ""), "resolved_by": ("the run that answered instead", ""),
        "resolution": ("what became of the visit", ""),
        "final_status": ("the final result of the visit", ""),
    }),
    "failure_summary.tsv": ("Sources/Records/Quality/QualityRecord+Table.swift", {
        "level": ("`library` (attempts) or `visit` (final results)", ""),
        "dimension": ("by what is counted", ""), "group": ("its value", ""),
        "event": ("what is counted", ""), "numerator": ("how many it befell", COUNT),
        "denominator": ("how many it could have befallen", COUNT), "rate": ("the share", SHARE),
        "ci_lower": ("lower end of the exact 95 % interval", SHARE),
        "ci_upper": ("upper end of the exact 95 % interval", SHARE),
    }),
    "batch.tsv": ("Sources/Records/Run/BatchTable.swift", {
        "sample": ("the sample", ""), "subject": ("the subject", ""), "role": ("its role", ""),
        "visit": ("the visit", ""), "state": ("`done`, or why there is no result", ""),
        "verdict": ("of a baseline", ""), "call": ("of a follow-up", ""),
        "mrd": ("the level", LEVEL), "mrd_low": ("lower end of its 95 % interval", LEVEL),
        "mrd_high": ("upper end of its 95 % interval", LEVEL),
        "lod95": ("the level detected with 95 % probability", LEVEL),
        "loq": ("the lowest level that is quantified", LEVEL),
        "cell_equivalents": ("cells analysed", CELLS),
        "reads_per_template": ("depth, from the controls", "reads per template"),
        "status_1e-4": ("`POS`, `NEG`, `NEG_DETECTED`, `INDET` or `NE` at 1e-4", ""),
        "status_1e-5": ("the same at 1e-5", ""), "status_1e-6": ("the same at 1e-6", ""),
        "findings": ("codes, worst first", ""), "folder": ("where the results are", ""),
    }),
}

RECORDS = {
    "baseline": "baseline.json", "followup": "followup.json", "batch": "batch.json",
    "qa": "failure_summary.json", "plan": "clonetrack plan --json", "run": "run.json",
    "codes": "clonetrack explain --json", "report": "clonetrack report --json",
    "verification": "clonetrack verify --json", "germline": "clonetrack germline list --json",
}


def fail(words):
    sys.exit(f"columns: {words}")


def resolve(schema, root, seen):
    """A schema with what it refers to, `null` left out of alternatives; None in a circle."""
    words = schema.get("description")
    while "$ref" in schema:
        reference = schema["$ref"]
        if reference in seen:
            return None, seen
        seen = seen | {reference}
        target = root
        for part in reference.split("/")[1:]:
            target = target[part]
        schema = {**target, **{k: v for k, v in schema.items() if k != "$ref"}}
    for kind in ("anyOf", "oneOf"):
        for choice in schema.get(kind, []):
            if choice.get("type") != "null":
                return resolve({**choice, "description": words or choice.get("description", "")},
                               root, seen)
    return schema, seen


def fields(schema, root, path="", seen=frozenset()):
    """Path, type and description of every field of a record."""
    schema, seen = resolve(schema, root, seen)
    if schema is None:
        return
    if path:
        kinds = schema.get("type", [])
        yield path, [kinds] if isinstance(kinds, str) else kinds, schema.get("description", "")
    dot = f"{path}." if path else ""
    for name, child in schema.get("properties", {}).items():
        yield from fields(child, root, dot + name, seen)
    for name, suffix in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(schema.get(name), dict):
            yield from fields(schema[name], root, path + suffix, seen)


def unit(path, kinds):
    """The unit of a field; empty for what is no number."""
    if not {"number", "integer"} & set(kinds):
        return ""
    parts = path.split(".")
    for count in range(1, len(parts) + 1):
        found = UNITS.get(".".join(parts[-count:]))
        if found:
            return found
    fail(f"{path} is a number without a unit; add it to UNITS in tools/columns.py")


def cell(words):
    """Words that cannot end a cell."""
    return words.replace("|", "\\|").replace("\n", " ")


def table(rows):
    """A Markdown table of names, units and meanings."""
    lines = ["| name | unit | meaning |", "|---|---|---|"]
    lines += [f"| `{name}` | {cell(of)} | {cell(words)} |" for name, of, words in rows]
    return "\n".join(lines)


def airr_rows():
    """The columns of the Rearrangement table, as the source documents them."""
    text = (ROOT / "Sources/Records/AIRR/AIRRColumn.swift").read_text(encoding="utf-8")
    for words, case, raw in re.findall(r'((?:  /// .*\n)+)  case (\w+)(?: = "(\w+)")?', text):
        name = raw or case
        of = next((u for end, u in AIRR_UNITS.items() if name.endswith(end)), "")
        yield name, of, " ".join(line.strip()[4:] for line in words.strip().splitlines())


def table_rows(name):
    """The columns of another table, in the order of the source."""
    path, meanings = TABLES[name]
    text = (ROOT / path).read_text(encoding="utf-8")
    listed = re.search(r"\[\s*(\"\w+\",\s*)+(\"\w+\",?\s*)\]", text)
    columns = re.findall(r'"([^"]+)"', listed.group(0)) if listed else fail(f"{path} lists no columns")
    if name == "batch.tsv":
        cutoffs = re.findall(r'"([^"]+)"', re.search(r"cutoffs = \[(.*?)\]", text).group(1))
        listed = next(m for m in re.finditer(r"\[\s*(\"\w+\",\s*)+(\"\w+\",?\s*)\]", text)
                      if '"verdict"' in m.group(0))
        columns = re.findall(r'"([^"]+)"', listed.group(0))
        columns += [f"status_{cutoff}" for cutoff in cutoffs] + ["findings", "folder"]
    if set(columns) != set(meanings):
        fail(f"{name}: {sorted(set(columns) ^ set(meanings))} differ between {path} and TABLES")
    return [(column, meanings[column][1], meanings[column][0]) for column in columns]


def page():
    """The whole page."""
    parts = [
        "# Columns and fields\n\nEvery column and every field of every result, with its unit.",
        "## Overview\n\nMade by `tools/columns.py` from the schemas and the lists of columns; `make docs`"
        " holds it against them.\nFractions and levels are plain numbers, never percent. Empty cells and"
        " `null` are \"not known\",\nnever zero. `[]` is each element of a list, `.*` each value of a"
        " dictionary.",
        "### rearrangements.airr.tsv\n\nAlso what `annotate` writes. Positions are counted from 1 and"
        " closed; `T` and `F` are true and false.\n\n" + table(airr_rows()),
    ]
    for name in TABLES:
        parts.append(f"### {name}\n\n" + table(table_rows(name)))
    for schema, title in RECORDS.items():
        root = json.loads((ROOT / f"schemas/{schema}.schema.json").read_text(encoding="utf-8"))
        rows = [(path, unit(path, kinds), words) for path, kinds, words in fields(root, root)]
        parts.append(f"### {title}\n\n" + table(rows))
    return "\n\n".join(parts) + "\n"


def main():
    text = page()
    if sys.argv[1:] == ["--check"]:
        if PAGE.read_text(encoding="utf-8") != text:
            fail(f"{PAGE.relative_to(ROOT)} is old; run: python3 tools/columns.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        PAGE.write_text(text, encoding="utf-8")
    print(f"columns: {text.count(chr(10) + '| `')} columns and fields")


if __name__ == "__main__":
    main()
