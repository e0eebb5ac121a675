"""Opens qa.html over simulated runs in headless Chromium, sorts and filters it, and holds what it
shows against failures.tsv. Opens the reports of finished samples and subjects with --reports.

    python tools/browser_test.py PROGRAM [--samples 500] [--seed 1] [--screenshot FILE]
        [--reports DIR]

Needs the package of tools/browser_requirements.txt and Debian's chromium. Exits 1 at the first fault.
"""
import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

TOOLS = Path(__file__).resolve().parent
ROWS = "#findings tbody tr"
SHOWN = ROWS + ":not([hidden])"


def expect(found, wanted, what):
    if found != wanted:
        sys.exit(f"browser_test: {what}: found {found!r}, expected {wanted!r}")


def make_page(program, folder, options):
    """Quality control over simulated runs; the page's path and the rows of failures.tsv."""
    runs, results = folder / "runs", folder / "qa"
    simulate = [sys.executable, TOOLS / "qa_runs.py", runs]
    subprocess.run(simulate + ["--samples", str(options.samples), "--seed", str(options.seed)], check=True)
    subprocess.run([program, "qa", runs, "-o", results], check=True, stdout=subprocess.DEVNULL)
    with open(results / "failures.tsv", encoding="utf-8", newline="") as table:
        return results / "qa.html", list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def column(page, number):
    """The texts of a column in the rows that are shown, from top to bottom."""
    return page.locator(SHOWN).locator(f"td:nth-child({number})").all_text_contents()


def choose(page, label, option):
    page.locator("#findings").get_by_label(label, exact=True).select_option(label=option)


def check_script(page, rows):
    shown = page.locator("#findings output")
    expect(shown.text_content(), f"{len(rows)} of {len(rows)} findings", "findings at first")
    head = page.locator("#findings th").nth(6)
    expect(head.text_content(), "Code", "the seventh column")
    head.get_by_role("button").click()
    expect(column(page, 7), sorted(row["code"] for row in rows), "codes after sorting")
    expect(head.get_attribute("aria-sort"), "ascending", "the direction of sorting")
    head.get_by_role("button").click()
    expect(column(page, 7), sorted((row["code"] for row in rows), reverse=True), "codes the other way")
    choose(page, "Code", "IC-DROP")
    wanted = [row for row in rows if row["code"] == "IC-DROP"]
    expect(shown.text_content(), f"{len(wanted)} of {len(rows)} findings", "findings of one code")
    choose(page, "Run", "R11")
    wanted = [row for row in wanted if row["run"] == "R11"]
    expect(sorted(column(page, 1)), sorted(row["sample"] for row in wanted), "samples of code and run")
    page.locator("#findings").get_by_label("Search").fill(wanted[0]["sample"].lower())
    expect(set(column(page, 1)), {wanted[0]["sample"]}, "samples after searching")
    page.locator("#findings").get_by_role("button", name="Show all").click()
    expect(page.locator(SHOWN).count(), len(rows), "findings after 'Show all'")
    numbers = page.locator("#libraries th").nth(5)
    numbers.get_by_role("button").click()
    keys = [float(key) for key in page.locator("#libraries td:nth-child(6)").evaluate_all(
        "cells => cells.map(cell => cell.dataset.key)")]
    expect(keys, sorted(keys), "shares after sorting")


def check_links(page, place):
    """Every sample with a report leads to it."""
    links = page.locator(ROWS + " a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    if not links:
        sys.exit("browser_test: no finding leads to a report")
    for link in links:
        expect((place.parent / link).is_file(), True, f"the report {link}")
    name = page.locator(ROWS + " a").first.text_content()
    page.locator(ROWS + " a").first.click()
    expect(page.title(), name, "the report behind the first link")


def check_without_script(browser, place, count):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(place.as_uri())
    expect(page.locator(ROWS).count(), count, "findings without the script")
    expect(page.locator(".filters").count(), 0, "filters without the script")
    expect(page.locator(ROWS).last.is_visible(), True, "whether the last finding can be seen")


def check_report(browser, place):
    """One report, offline: nothing is requested, nothing faulty, nothing beyond the page's edge; its
    tables can be sorted, its drawings have names, and it prints."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    faults, requests = [], []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(place.as_uri())
    expect(requests, [place.as_uri()], f"requests of {place}")
    expect(page.evaluate("document.documentElement.scrollWidth"), 1280, f"the width of {place}")
    drawings = page.get_by_role("img")
    for number in range(drawings.count()):
        name = drawings.nth(number).evaluate("e => document.getElementById(e.getAttribute('aria-labelledby').split(' ')[0]).textContent")
        expect(bool(name), True, f"the name of drawing {number + 1} of {place}")
    for role in ("banner", "main", "navigation"):
        expect(page.get_by_role(role).count(), 1, f"{role} landmarks of {place}")
    for link in page.locator("nav a").evaluate_all("links => links.map(link => link.hash)"):
        expect(page.locator(link).count(), 1, f"the place {link} of {place}")
    tables = page.locator("table.data")
    for number in range(tables.count()):
        head = tables.nth(number).locator("thead th").first
        head.get_by_role("button").click()
        texts = tables.nth(number).locator("tbody tr td:first-child").all_text_contents()
        order = page.evaluate(
            "texts => [...texts].sort((a, b) => a.localeCompare(b, 'en', {numeric: true}))", texts)
        expect(texts, order, f"the first column of table {number + 1} of {place}, sorted")
    expect(faults, [], f"faults in the console of {place}")
    for paper in ("A4", "Letter"):
        expect(page.pdf(format=paper)[:5], b"%PDF-", f"{place} on {paper}")
    context.close()
    return place.stat().st_size


def check_reports(folder):
    """Every report below a folder."""
    chromium = shutil.which("chromium") or sys.exit("browser_test: chromium is not installed")
    places = sorted(path.resolve() for path in folder.rglob("*.html") if path.name != "qa.html")
    expect(bool(places), True, f"whether {folder} holds reports")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        sizes = [check_report(browser, place) for place in places]
        browser.close()
    print(f"{len(places)} reports: nothing requested, at most {max(sizes) / 1e3:.0f} kB")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--samples", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--screenshot", type=Path)
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    if options.reports:
        check_reports(options.reports)
    chromium = shutil.which("chromium") or sys.exit("browser_test: chromium is not installed")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        place, rows = make_page(options.program.resolve(), Path(name), options)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        faults, requests = [], []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(place.as_uri())
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        if options.screenshot:
            page.screenshot(path=options.screenshot, full_page=True)
        check_script(page, rows)
        expect(requests, [place.as_uri()], "requests")
        expect(faults, [], "faults in the console")
        expect(page.evaluate("document.documentElement.scrollWidth"), 1280, "the width of the page")
        check_links(page, place)
        check_without_script(browser, place, len(rows))
        size = place.stat().st_size
        browser.close()
    print(f"qa.html of {options.samples} samples: {size / 1e3:.0f} kB, first paint after {paint or 0:.0f} ms")


if __name__ == "__main__":
    main()
