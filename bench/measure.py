"""Whole processes, one core, in turn (A B C A B C …): CPU seconds, peak memory, and each command's ratio to the first.

python bench/measure.py [--runs 5] CORPUS          # see `make bench`
"""

import argparse
import os
import resource
import shlex
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE / ".peers/bin"


@dataclass
class Timing:
    """The runs of one command."""

    name: str
    command: list[str]
    cpu: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)

    def run(self) -> None:
        """One run: user plus system seconds, and peak memory in MiB, as the kernel accounts them."""
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)


def commands(corpus: Path, rules: bool) -> list[Timing]:
    """The floor first; then eplan, and the peers that are installed."""
    python, eplan = sys.executable, str(Path(sys.executable).with_name("eplan"))
    validate = [eplan, "validate", "-C", str(corpus), "--as-of", "2012-12-31", "--fail-on", "never"]
    found = [
        Timing("floor: read + bare C events", [python, str(HERE / "floor.py"), str(corpus)]),
        Timing("eplan validate, all rules", validate),
    ]
    if rules:
        found.append(Timing("eplan validate, no rules", [*validate, "--select", "Y"]))
    shell = lambda line: ["sh", "-c", line]  # noqa: E731 - a name for one line
    data = shlex.quote(str(corpus / "data"))
    if (PEERS / "yamale").exists():
        check = " && ".join(
            f"{PEERS}/yamale --no-strict -p pyyaml -s {HERE}/yamale/{kind}.yaml {data}/{folder}"
            for kind, folder in (("plan", "plans"), ("tasks", "tasks"), ("supplies", "supplies"))
        )
        found.append(Timing("yamale (schema only)", shell(check)))
    if (PEERS / "check-jsonschema").exists():
        check = " && ".join(
            f"find {data}/{folder} -name '*.yaml' | xargs {PEERS}/check-jsonschema --schemafile {HERE}/corpus/{kind}.schema.json"
            for kind, folder in (("plans", "plans"), ("tasks", "tasks"), ("supplies", "supplies"))
        )
        found.append(Timing("check-jsonschema (schema only)", shell(check)))
    if (PEERS / "yamllint").exists():
        found.append(Timing("yamllint (style only)", [str(PEERS / "yamllint"), "-d", "relaxed", str(corpus / "data")]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rules", action="store_true", help="also without rules")
    parser.add_argument("--own", action="store_true", help="only the floor and eplan")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    timings = commands(arguments.corpus, arguments.rules)
    timings = [item for item in timings if not arguments.own or "eplan" in item.name or "floor" in item.name]
    for turn in range(arguments.runs + 1):
        for item in timings:
            item.run()
            if turn == 0:
                item.cpu.clear()
    floor = timings[0]
    print(f"{'':34}{'cpu s':>8}{'min':>8}{'MiB':>7}{'x floor':>9}")
    for item in timings:
        ratios = [own / base for own, base in zip(item.cpu, floor.cpu, strict=True)]
        print(f"{item.name:34}{statistics.median(item.cpu):8.2f}{min(item.cpu):8.2f}{max(item.peak):7.0f}"
              f"{statistics.median(ratios):9.2f}")  # fmt: skip
    print(f"largest child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
