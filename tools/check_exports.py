"""Holds pages and exports against programs of others: html5lib (strict), MultiQC, airr, roc-validator.

    python tools/check_exports.py RESULTS

RESULTS holds results with crates and, in its folder report, what 'clonetrack report' wrote. Needs the
packages of tools/exports_requirements.txt. Exits 1 at the first fault.
"""
import io
import json
import subprocess
import sys
import tempfile
from email.message import Message
from pathlib import Path
from urllib.error import URLError
from urllib.response import addinfourl

import html5lib
import rdflib.parser
import requests
import rocrate
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

BIN = Path(sys.executable).parent

# What the crates' contexts say, so that no network is needed: that of RO-Crate as the package rocrate
# ships it, and the one term of workflow runs that the crates use.
CONTEXTS = {
    "https://w3id.org/ro/crate/1.1/context": Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld",
    "https://w3id.org/ro/terms/workflow-run/context": {
        "@context": {"sha256": "https://w3id.org/ro/terms/workflow-run#sha256"}
    },
}


def fail(message):
    sys.exit(f"check_exports: {message}")


def check_pages(results):
    """Every page is HTML without a parse error, every identifier on it stands once."""
    pages = sorted(results.rglob("*.html"))
    for page in pages:
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(page.read_text(encoding="utf-8"))
        if parser.errors:
            fail(f"{page}: {parser.errors[0]}")
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        twins = {name for name in ids if ids.count(name) > 1}
        if twins:
            fail(f"{page}: the identifiers {sorted(twins)} stand more than once")
    return len(pages)


def check_multiqc(results):
    """MultiQC reads the files and shows every sample, the levels and the versions."""
    with tempfile.TemporaryDirectory() as folder:
        command = [BIN / "multiqc", "--strict", "--quiet", "--outdir", folder, results]
        ended = subprocess.run(command, capture_output=True, text=True)
        if ended.returncode:
            fail(f"multiqc: {ended.stdout}{ended.stderr}")
        data = Path(folder) / "multiqc_data"
        general = (data / "multiqc_general_stats.txt").read_text(encoding="utf-8")
        samples = [path.parent.name for path in results.glob("*/run.json")]
        for wanted in samples + ["clonetrack-mrd", "clonetrack-lod95", "clonetrack-findings"]:
            if wanted not in general:
                fail(f"the general statistics of multiqc lack {wanted}")
        for plot in ("levels", "findings"):
            if not (data / f"multiqc_clonetrack_{plot}_plot.txt").exists():
                fail(f"multiqc does not draw the {plot}")
        if "germline set" not in (data / "multiqc_software_versions.txt").read_text():
            fail("multiqc does not show the versions")
    return len(samples)


def check_airr(results):
    """The AIRR Community's validator accepts the repertoire metadata both ways."""
    file = results / "report" / "repertoires.airr.json"
    for kind in ("repertoire", "airr"):
        ended = subprocess.run(
            [BIN / "airr-tools", "validate", kind, "-a", file], capture_output=True, text=True
        )
        if ended.returncode:
            fail(f"airr-tools validate {kind}: {ended.stdout}{ended.stderr}")


def context(address):
    """The bytes of a context; all other addresses are refused."""
    content = CONTEXTS.get(str(address).split("#")[0].rstrip("/"))
    if content is None:
        raise URLError(f"{address} is not fetched")
    return content.read_bytes() if isinstance(content, Path) else json.dumps(content).encode()


def opened(request):
    """What rdflib is answered."""
    headers = Message()
    headers["Content-Type"] = "application/ld+json"
    return addinfourl(io.BytesIO(context(request.full_url)), headers, request.full_url, 200)


def answered(_requester, address, **_options):
    """What the validator's own requests are answered."""
    response = requests.Response()
    response.status_code, response.url, response._content = 200, address, context(address)
    response.headers["Content-Type"] = "application/ld+json"
    return response


def check_crates(results):
    """The crate validator finds nothing that RO-Crate 1.1 or Process Run Crate 0.5 requires missing."""
    rdflib.parser._urlopen, HttpRequester.get = opened, answered
    crates = sorted(results.glob("*/ro-crate-metadata.json"))
    for crate in crates:
        settings = services.ValidationSettings(
            rocrate_uri=str(crate.parent),
            profile_identifier="process-run-crate-0.5",
            requirement_severity=models.Severity.REQUIRED,
        )
        outcome = services.validate(settings)
        if outcome.has_issues():
            issue = outcome.get_issues()[0]
            fail(f"{crate}: {issue.check.identifier}: {issue.message}")
    return len(crates)


def main():
    results = Path(sys.argv[1])
    pages = check_pages(results)
    samples = check_multiqc(results)
    check_airr(results)
    crates = check_crates(results)
    print(f"accepted: {pages} pages (html5lib), {samples} samples (multiqc), "
          f"repertoires (airr-tools), {crates} crates (roc-validator)")


if __name__ == "__main__":
    main()
