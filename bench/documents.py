"""How long documents take: the book of 200 plans (500 documents of the bench folder) and the quarterly report of data/.

python bench/documents.py [--runs 3] CORPUS        # see `make bench-documents`
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Run(NamedTuple):
    """Seconds on the wall and of all processors; MiB of the largest process of the run."""

    wall: float
    cpu: float
    peak: float


def one(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def commands(corpus: Path, folder: str) -> dict[str, list[str]]:
    eplan = [sys.executable, "-m", "eplan"]
    day = ["--as-of", "2012-12-31", "--quiet", "--force"]
    made: dict[str, list[str]] = {}
    for form in ("html", "md", "pdf", "docx"):
        made[f"book of 200 plans, {form}"] = [
            *eplan, "book", "-C", str(corpus), *day, "--format", form, "-o", f"{folder}/book.{form}",
        ]  # fmt: skip
    for form in ("html", "md", "json", "pdf", "docx", "xlsx"):
        made[f"quarterly report, {form}"] = [
            *eplan, "report", "-C", str(ROOT), *day, "--quarter", "2012Q4", "--format", form, "-o", f"{folder}/report.{form}",
        ]  # fmt: skip
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print(
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; medians of {arguments.runs} runs, least in brackets"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, command in commands(arguments.corpus, folder).items():
            runs = [one(command) for _ in range(arguments.runs)]
            wall, cpu = ([run[place] for run in runs] for place in (0, 1))
            print(
                f"{name:28} wall {statistics.median(wall):5.1f} s ({min(wall):4.1f})   cpu {statistics.median(cpu):5.1f} s "
                f"({min(cpu):4.1f})   largest process {max(run.peak for run in runs):4.0f} MiB"
            )


if __name__ == "__main__":
    main()
