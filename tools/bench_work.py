"""One command of the benchmarks and what was measured of it. Standard library only."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

from bench_libraries import CACHE


@dataclass
class Work:
    """A command, the reads it handles, and its wall seconds, CPU seconds and peak MiB by round."""

    name: str
    command: list
    reads: int
    wall: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    peak: list = field(default_factory=list)

    def run(self):
        """Runs the command once, its output dropped, and notes its use of the machine."""
        with open(CACHE / "stderr", "w+") as errors:
            start = time.monotonic()
            child = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall.append(time.monotonic() - start)
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                errors.seek(0)
                sys.exit(f"bench: code {child.returncode} from {self.command}\n{errors.read()}")
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)

    @staticmethod
    def run_once(command):
        """Runs a command that is not measured."""
        Work("", command, 1).run()

    def cpu_per_read(self):
        """Median seconds of CPU a read or pair."""
        return statistics.median(self.cpu) / self.reads


def ratio(values, others):
    """The median of the ratios within a round."""
    return statistics.median(a / b for a, b in zip(values, others))
