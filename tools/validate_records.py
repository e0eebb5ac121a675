"""Validates result folders: JSON records against schemas/, AIRR tables with airr.

    python tools/validate_records.py DIR_OR_FILE...

Needs the packages of tools/requirements.txt. Prints the first fault and exits 1; exits 2 if there
was nothing to validate.
"""
import json
import sys
from pathlib import Path

import airr
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"

FILE_NAMES = {"qa": "failure_summary.json"}


def validators():
    """The validator of every record file name."""
    found = {}
    for name in ("baseline", "followup", "batch", "qa", "run"):
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        found[FILE_NAMES.get(name, f"{name}.json")] = Draft202012Validator(schema)
    return found


def refuse_constant(text):
    """JSON has no NaN and no infinity, though Python reads them."""
    raise ValueError(f"{text} is no JSON number")


def record_fault(path, validator):
    """What is wrong with one record, with its place; None if nothing is."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse_constant)
    except ValueError as error:
        return str(error)
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
            if path.name in known:
                fault = record_fault(path, known[path.name])
            elif path.name.endswith(".airr.tsv"):
                fault = table_fault(path)
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
