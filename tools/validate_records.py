"""Holds the records of finished runs against their JSON Schemas and against arithmetic.

    validate_records.py RESULTS...

Checks every baseline.json and followup.json below the folders: the schema of tools/schemas, that
every stage's reads add up (in = out + rejected), and that every interval holds its level. Prints
each fault with its file and place; ends with status 1 if there is one or if there is no record.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(__file__).parent / "schemas"


def validators():
    """A validator for each kind of record, by file name."""
    loaded = {p.name: json.loads(p.read_text()) for p in sorted(SCHEMAS.glob("*.schema.json"))}
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in loaded.items()
    )
    return {
        f"{kind}.json": Draft202012Validator(loaded[f"{kind}.schema.json"], registry=registry)
        for kind in ("baseline", "followup")
    }


def stage_faults(value, place=""):
    """Stages whose reads do not add up, wherever they stand in the record."""
    if isinstance(value, dict):
        rejected = value.get("rejected")
        if isinstance(rejected, dict) and {"in", "out"} <= value.keys():
            lost = sum(rejected.values())
            if value["in"] != value["out"] + lost:
                yield f"{place}: in {value['in']} is not out {value['out']} + rejected {lost}"
        for key, item in value.items():
            yield from stage_faults(item, f"{place}/{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from stage_faults(item, f"{place}/{number}")


def interval_faults(value, place=""):
    """Levels outside their own interval, wherever they stand in the record."""
    if isinstance(value, dict):
        level, interval = value.get("mrd"), value.get("mrd_ci")
        if level is not None and interval and None not in interval:
            if not interval[0] <= level <= interval[1]:
                yield f"{place}: level {level} lies outside its interval {interval}"
        for key, item in value.items():
            yield from interval_faults(item, f"{place}/{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from interval_faults(item, f"{place}/{number}")


def faults(record, validator):
    """Everything wrong with one record, one line each."""
    for error in sorted(validator.iter_errors(record), key=lambda e: e.json_path):
        yield f"{error.json_path}: {error.message}"
    yield from stage_faults(record)
    yield from interval_faults(record)


def main(folders):
    """Checks the folders; returns the exit status."""
    checked = wrong = 0
    for name, validator in validators().items():
        for path in sorted(found for folder in folders for found in Path(folder).rglob(name)):
            checked += 1
            for fault in faults(json.loads(path.read_text()), validator):
                wrong += 1
                print(f"{path}: {fault}", file=sys.stderr)
    print(f"{checked} records checked, {wrong} faults")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
