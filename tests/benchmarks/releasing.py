"""How long a release takes: `python -m tests.benchmarks.releasing [INCIDENTS]`.

A casebook of 100,000 incidents (`record.py`: 269,000 accounts and 398,000
claims of seven sources) must be released in under 60 seconds and 500 MB. The
whole command is timed as a process of its own, from its start to its end, and
so is the peer: a program that holds every record and writes each as JSON with
the standard library, redacting, sorting, linking and hashing nothing. The
processor-seconds are those of the longer of the processes that work beside
each other, which is how long it takes on two cores that nobody else uses.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tests.benchmarks.record import write_record
from untold.claims.account import Account
from untold.claims.claim import Claim
from untold.incidents.incident import Incident
from untold.reports.casebook import read_records
from untold.reports.report import Report

MOST_SECONDS, MOST_MB = 60.0, 500.0
_FILES: dict[str, type] = {"incidents": Incident, "accounts": Account, "claims": Claim, "reports": Report}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds on the clock, processor-seconds of itself and of what worked beside it, megabytes."""

    seconds: float
    own: float
    beside: float
    megabytes: float


def measured(*arguments: str) -> Cost:
    """Run a program and return what it took; raises `CalledProcessError` where it fails."""
    program = [sys.executable, "-c", _MEASURING, *arguments]
    start = perf_counter()
    ran = subprocess.run(program, capture_output=True, text=True, check=True, env=dict(os.environ))
    seconds = perf_counter() - start
    own, beside, megabytes = map(float, ran.stderr.split()[-3:])
    return Cost(seconds, own, beside, megabytes)


def naive(casebook: Path, out: Path) -> None:
    """Write every record of a casebook as JSON, all at once: the peer."""
    out.mkdir()
    for name, kind in _FILES.items():
        records: tuple[Any, ...] = read_records(casebook, f"{name}.jsonl", kind)
        (out / f"{name}.json").write_text(json.dumps([asdict(each) for each in records]), "utf-8")


# Runs a module as its own program, and says at the end what it took.
_MEASURING = """
import atexit, resource, runpy, sys
def tell():
    own, beside = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    took = [each.ru_utime + each.ru_stime for each in (own, beside)]
    sys.stderr.write(f"\\n{took[0]:.2f} {took[1]:.2f} {(own.ru_maxrss + beside.ru_maxrss) / 1000:.1f}")
atexit.register(tell)
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def main(incidents: int) -> None:
    """Print what a release takes, and how much that is of what the peer takes."""
    with TemporaryDirectory() as folder:
        casebook, out = Path(folder, "cases"), Path(folder, "release")
        write_record(casebook, incidents)
        release = measured("untold", "release", "--casebook", str(casebook), "--out", str(out), "--date", "2026-11-24")
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
        shutil.rmtree(out)
        peer = measured("tests.benchmarks.releasing", "--naive", str(casebook), str(out))
    print(f"{incidents:,} incidents released: {release.seconds:.1f} s on the clock (at most {MOST_SECONDS:.0f} s)")
    print(f"  processor: {release.own:.1f} s, and {release.beside:.1f} s beside it; files: {size / 1e6:,.0f} MB")
    print(f"  memory: {release.megabytes:.0f} MB (at most {MOST_MB:.0f} MB)")
    print(f"json.dumps of everything: {peer.seconds:.1f} s, processor {peer.own:.1f} s, {peer.megabytes:.0f} MB")
    times = release.own / peer.own, release.megabytes / peer.megabytes
    print(f"  the release takes {times[0]:.2f} times its processor-seconds, {times[1]:.2f} times its memory")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--naive"]:
        naive(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
