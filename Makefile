# make demo   installs what is missing, builds, follows the patient in testdata, prints the result
# make test   installs what is missing, builds, runs every test, checks the records of the demo
# make lint   format and warnings; the build treats warnings as errors
# make fuzz   gives the readers made-up files, 20 s for each kind
# make bench  measures every stage and the whole beside other programs, writes Benchmarks/RESULTS.md
# make bench-scale  runs 50 million pairs, slow, 10 GB of disk; writes Benchmarks/SCALE.md
# make experiment  measures the quantification on simulated follow-ups, writes the article of the docs
# make mutation  changes every threshold and asks whether a test sees it, writes the article of the docs
# make browser  opens the reports and the page of clonetrack qa in headless Chromium, sorts and filters
# make exports  holds pages and exports of the demo against html5lib, MultiQC, airr and roc-validator
# make man    writes the manual pages into .build/man
# make docs   makes the documentation into .build/docs, without a warning
# make tutorial  runs every command of README, tutorial and how-to pages, compares what it prints
# make package   makes the Debian package in .build/package, the same bytes for the same commit
# make static    links the program without any shared library into .build/package
# make clean  removes builds and results, keeps installed packages

.PHONY: setup build demo test fuzz bench bench-scale experiment mutation browser exports man docs \
  tutorial package static lint clean

# One configuration and one set of flags for program and tests, so that both share every object.
configuration := release
test_flags := -c $(configuration) --disable-testable-imports
python := .venv/bin/python
results := demo-results
pages := README.md $(patsubst %,Sources/Workflows/Workflows.docc/%.md,Tutorial OwnPrimers \
  OwnControls AnotherGermline SlurmArray ValidatingAnAssay)

setup:
	@tools/setup.sh

build: setup
	swift build -c $(configuration)

demo: build
	@tools/demo.sh $(results)

test: setup
	swift test $(test_flags)
	@tools/check_demo.sh $(results)

fuzz: setup
	@tools/fuzz.sh

# Programs to measure beside; those that are on the path only are used, too.
bench_packages := isal tabix vsearch valgrind

bench:
	@tools/setup.sh $(bench_packages)
	@tools/bench.sh

bench-scale: setup
	@tools/bench.sh scale

# Replaces the article only when the whole of it is there.
experiment: setup
	swift build -c $(configuration) --product QuantificationExperiment
	@swift run -c $(configuration) --skip-build QuantificationExperiment >.build/Experiment.md
	@mv .build/Experiment.md Sources/Quantification/Quantification.docc/Experiment.md

mutation: setup
	@python3 tools/check_thresholds_test.py
	@python3 tools/check_thresholds.py --table Sources/Workflows/Workflows.docc/Thresholds.md

browser: build
	@tools/browser.sh

man: build
	@python3 tools/man_pages.py "$$(swift build -c $(configuration) --show-bin-path)/clonetrack" .build/man

docs: build
	@python3 tools/columns.py --check
	@tools/docs.sh

tutorial: build
	@python3 tools/tutorial.py "$$(swift build -c $(configuration) --show-bin-path)/clonetrack" $(pages)

package: setup
	@tools/package.sh

static: setup
	@tools/static.sh

exports: build
	@tools/exports.sh

lint:
	swift format lint --strict -r Sources Tests Package.swift
	CI=1 swift build -c $(configuration)

clean:
	rm -rf .build Tests/Fuzz/.build $(results)
