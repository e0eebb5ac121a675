"""Validates result folders: JSON records against schemas/, AIRR tables with airr.

    python tools/validate_records.py DIR_OR_FILE...

In folders, files are known by their names; a file given by its own name may hold any record, such as
one that a command printed with --json.

Needs the packages of tools/requirements.txt. Prints the first fault and exits 1; exits 2 if there
was nothing to validate.
"""
import json
import sys
from pathlib import Path

import airr
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"

FILE_NAMES = {
    "baseline.json": "baseline", "followup.json": "followup", "batch.json": "batch",
    "failure_summary.json": "qa", "run.json": "run",
}


def validators():
    """The validator of every schema by its identifier, such as clonetrack.run/1."""
    found = {}
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        found[schema["$id"]] = Draft202012Validator(schema)
    return found


def refuse_constant(text):
    """JSON has no NaN and no infinity, though Python reads them."""
    raise ValueError(f"{text} is no JSON number")


def record_fault(path, wanted, known):
    """What is wrong with one record, with its place; None if nothing is.

    wanted is the name of the schema that the file should have; None takes the one that it states.
    """
    try:
        record = json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse_constant)
        stated = record["schema"]
    except (ValueError, KeyError, TypeError) as error:
        return f"no record: {error!r}"
    validator = known.get(f"clonetrack.{wanted}/1" if wanted else stated)
    if validator is None:
        return f"the schema {stated} is not in {SCHEMAS}"
    for error in sorted(validator.iter_errors(record), key=lambda e: list(map(str, e.absolute_path))):
        place = "/".join(map(str, error.absolute_path)) or "the record"
        return f"{place}: {error.message}"
    for stage in record.get("counts", []):
        rejected = sum(stage["rejected"].values())
        if stage["in"] != stage["out"] + rejected:
            return f"counts/{stage['stage']}: in {stage['in']} is not out {stage['out']} + rejected {rejected}"
    return None


def table_fault(path):
    """What is wrong with one AIRR table; None if nothing is. airr prints the place itself."""
    if airr.validate_rearrangement(str(path), debug=True):
        return None
    return "airr refuses the table"


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    known, checked = validators(), 0
    for argument in map(Path, arguments):
        files = [argument] if argument.is_file() else sorted(argument.rglob("*"))
        for path in files:
            if path.name.endswith(".airr.tsv"):
                fault = table_fault(path)
            elif path.name in FILE_NAMES or argument.is_file():
                fault = record_fault(path, FILE_NAMES.get(path.name), known)
            else:
                continue
            if fault:
                print(f"{path}: {fault}", file=sys.stderr)
                return 1
            checked += 1
    if not checked:
        print("nothing to validate", file=sys.stderr)
        return 2
    print(f"{checked} files are valid")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
