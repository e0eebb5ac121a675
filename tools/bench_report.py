"""Writes what `bench.py` measured as Benchmarks/RESULTS.md. Standard library only."""

import os
import resource
import statistics

from bench_libraries import ROOT
from bench_work import ratio

# Reads a CPU second that vidjil-algo does on this kind of machine (measured: 7 to 11 k).
VIDJIL_READS = 11_000
KERNELS = {
    "parse": "decompress and parse a pair", "merge": "merge a pair",
    "match": "look for the tracked signatures in a merged read",
    "locate": "V, J and junction of a merged read",
    "annotate": "the whole annotation of a merged read",
    "collect": "add a located read to the table of clonotypes",
}


def row(*cells):
    """A line of a table."""
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def times(value):
    """A ratio, as exact as it deserves."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def spread(values, form="{:.2f}"):
    """Median and range."""
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{form.format(middle)} ({form.format(low)}–{form.format(high)})"


class Goals:
    """The table of the design, row by row: goal, what was measured for each series, met or not."""

    def __init__(self, works, all_series):
        self.works = works
        self.labels = [series.label for series in all_series]

    def rows(self):
        """The rows that the rounds measured."""
        yield self.against("parse only, clonal reads", 1.15, "DX", "parse", "igzip")
        yield self.against("parse only, polyclonal reads", 1.15, "FU", "parse", "igzip")
        yield self.against("tracking pass, one thread", 2, "FU", "track 1", "igzip")
        yield self.against("tracking pass, one thread", 0.35, "FU", "track 1", "gzip")
        yield self.faster("tracking pass, two threads against one (wall)", 1.7, "track")
        yield self.against("`followup`, everything included, two threads", 0.5, "FU",
                           "followup", "gzip")
        yield self.against("`baseline`, everything included, two threads", 0.6, "DX",
                           "baseline", "gzip")
        yield self.peer("`annotate`, distinct 2×250 IGH reads, one core", 500, "annotate",
                        "igblast", "IgBLAST")
        yield self.clonotypes()
        yield self.peer("merging pairs, one core", 3, "merge", "vsearch", "vsearch")

    def measured(self, name, goal, values, met):
        """A row; `met` says whether a value meets the goal."""
        if not values:
            return row(name, goal, "not measured", "–")
        words = " · ".join(text for text, _ in values)
        return row(name, goal, words, "yes" if all(met(value) for _, value in values) else "no")

    def against(self, name, limit, role, key, tool):
        """A row whose goal is a multiple of a decompressor's time."""
        values = []
        for label in self.labels:
            work, base = self.works[label, role, key], self.works.get((label, role, tool))
            if base:
                cpu, wall = ratio(work.cpu, base.cpu), ratio(work.wall, base.wall)
                values.append((f"{label}: {times(cpu)} (wall {times(wall)})", cpu))
        return self.measured(name, f"≤ {limit} × `{tool} -dc`", values, lambda x: x <= limit)

    def faster(self, name, limit, key):
        """A row whose goal is a gain by the second thread."""
        values = []
        for label in self.labels:
            one, two = (self.works[label, "FU", f"{key} {threads}"] for threads in (1, 2))
            gain = ratio(one.wall, two.wall)
            values.append((f"{label}: {times(gain)}", gain))
        return self.measured(name, f"≥ {limit} ×", values, lambda x: x >= limit)

    def peer(self, name, limit, key, other, peer):
        """A row whose goal is a multiple of another program's reads a CPU second."""
        values = []
        if key in self.works and other in self.works:
            gain = self.works[other].cpu_per_read() / self.works[key].cpu_per_read()
            values.append((f"{times(gain)} × (wall {times(self.wall_gain(key, other))})", gain))
        return self.measured(name, f"≥ {limit} × {peer}", values, lambda x: x >= limit)

    def wall_gain(self, key, other):
        """The same by wall time."""
        mine, theirs = self.works[key], self.works[other]
        return (statistics.median(theirs.wall) / theirs.reads) / (
            statistics.median(mine.wall) / mine.reads
        )

    def clonotypes(self):
        """Clonotypes from pairs against vidjil-algo, or against its documented speed."""
        values = []
        for label in self.labels:
            speed = 1 / self.works[label, "DX", "baseline"].cpu_per_read()
            if other := self.works.get("vidjil"):
                gain = speed * other.cpu_per_read()
                values.append((f"{label}: {times(gain)} ×", gain))
            else:
                gain = speed / VIDJIL_READS
                text = f"{label}: {times(gain)} × {VIDJIL_READS:,} reads/s as documented, not run"
                values.append((text, gain))
        return self.measured("clonotypes from pairs (`baseline`), one core",
                             "≥ 30 × vidjil-algo", values, lambda x: x >= 30)


def measured_rows(works, key_filter):
    """The lines of the commands in a table of measurements."""
    yield row("work", "CPU s", "wall s", "peak MiB", "reads or pairs/CPU s", "µs CPU each",
              "× gzip CPU / wall", "× igzip CPU / wall")
    yield "|---|" + "---:|" * 7
    for key, work in works.items():
        if not key_filter(key):
            continue
        cells = [work.name, spread(work.cpu), spread(work.wall), f"{max(work.peak):.0f}",
                 f"{1 / work.cpu_per_read():,.0f}", f"{work.cpu_per_read() * 1e6:.2f}"]
        for tool in ("gzip", "igzip"):
            base = works.get((*key[:2], tool)) if isinstance(key, tuple) else None
            cells.append(
                f"{times(ratio(work.cpu, base.cpu))} / {times(ratio(work.wall, base.wall))}"
                if base else ""
            )
        yield row(*cells)


def scale_rows(found):
    """The lines of the runs of growing size, and the slope between the two largest."""
    yield row("command", "pairs", "CPU s", "wall s", "µs CPU a pair", "peak MiB")
    yield "|---|" + "---:|" * 5
    for (command, size), work in found.items():
        yield row(f"`{command}`", f"{size:,}", f"{work.cpu[0]:.2f}", f"{work.wall[0]:.2f}",
                  f"{work.cpu[0] / size * 1e6:.2f}", f"{work.peak[0]:.0f}")
    yield ""
    for command in dict.fromkeys(command for command, _ in found):
        sizes = sorted(size for name, size in found if name == command)
        for low, high in zip(sizes, sizes[1:]):
            slope = (found[command, high].cpu[0] / found[command, low].cpu[0]) / (high / low)
            yield (f"- `{command}`, {low:,} to {high:,} pairs: {high / low:g} times the reads,"
                   f" {slope * high / low:.2f} times the CPU time; slope {slope:.2f} (linear is 1)")


def report(options, all_series, works, facts, scaled=None, instructions=None, merging=None):
    """The text of RESULTS.md."""
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = [
        "# Results of the benchmarks", "",
        "Written by `make bench` (`tools/bench.py`); goals are those of the design. The main figure"
        " is CPU time (user and system) against that of the other program in the same round,"
        " because the machine is shared; wall time stands beside it.", "", *facts,
    ]
    for series in all_series:
        stored = {
            role: sum(map(os.path.getsize, series.library(role, options.pairs))) / options.pairs
            for role in ("DX", "FU")
        }
        lines.append(
            f"- Reads {series.label}: {options.pairs:,} pairs of a clonal baseline (DX) and of a"
            f" polyclonal follow-up (FU), scaled up by `tools/scale_reads.py` from the simulated"
            f" series in `{series.folder.name}`; bytes of gzip a pair: "
            + ", ".join(f"{role} {size:.0f}" for role, size in stored.items())
        )
    lines += [
        f"- Interleaved rounds: {len(next(iter(works.values())).cpu)}; medians (min–max), ratios within a round; peak"
        f" memory is the largest, never shown below the {floor:.0f} MiB of the script itself", "",
        "## Goals of the design", "", row("work", "goal", "measured, CPU", "met"),
        "|---|---|---|---|",
        *Goals(works, all_series).rows(),
        row("peak memory, 50 M pairs", "≤ 2 GiB", "`make bench-scale` writes SCALE.md", "–"),
        row("time against reads", "linear", "below", "–"), "",
    ]
    for series in all_series:
        for role, words in (("DX", "clonal baseline"), ("FU", "polyclonal follow-up")):
            lines += [f"## {series.label}, {words}", ""]
            lines += measured_rows(works, lambda key: key[:2] == (series.label, role))
            lines.append("")
    blocks = list(measured_rows(works, lambda key: key[1:2] == ("BGZF",)))
    if len(blocks) > 2:
        lines += [f"## One BGZF file, {all_series[0].label}, polyclonal follow-up, first mates", "",
                  *blocks, ""]
    lines += ["## Against other programs", "",
              *measured_rows(works, lambda key: isinstance(key, str)), ""]
    if merging:
        lines += ["Merging by the length of the overlap, 5,000 simulated pairs each, truth known"
              " (`tools/compare_merging.py`; `none`: mates that do not overlap, every merge is"
              " wrong):", "", merging.strip(), ""]
    if scaled:
        lines += ["## Time and memory against reads, two threads", "",
                  f"{all_series[0].label}; baseline of clonal, follow-up of polyclonal reads; one"
                  " run each.", "", *scale_rows(scaled), ""]
    if instructions:
        lines += ["## Instructions of the kernels", "",
                  "By callgrind: the difference of two runs that differ in the number of calls, so"
                  " the same on any load.", "", row("kernel", "instructions"), "|---|---:|"]
        lines += [row(KERNELS[name], f"{count:,.0f}") for name, count in instructions.items()]
        lines.append("")
    lines += ["## Commands", "", "```"]
    folders = {str(series.folder): f"SERIES_{series.key}" for series in all_series}
    for work in works.values():
        line = " ".join(work.command).replace(f"{ROOT}/", "")
        for name in ("IGBLAST", "VIDJIL_GERMLINE"):
            line = line.replace(os.environ.get(name) or "\0", f"${name}")
        for folder, name in folders.items():
            line = line.replace(folder, name)
        lines.append(line)
    lines += ["```", ""]
    if options.micro:
        lines += ["## Micro benchmarks", "", options.micro.read_text().strip(), ""]
    return "\n".join(lines)
