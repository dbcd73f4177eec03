"""Ten thousand records with canaries, released and searched: `make canaries`, some minutes.

A test of every commit looks at a few hundred; what is rare is found here.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from tests.releases.redaction.canaries import found_in
from tests.releases.redaction.test_canaries import released

_RECORDS = 10_000
_INCIDENTS = 40


def main(wanted: int = _RECORDS) -> int:
    """Release casebooks by chance until so many records were searched; return 1 where a canary got out."""
    records = seed = leaks = 0
    while records < wanted:
        with TemporaryDirectory() as folder:
            out, _ = released(Path(folder), seed, incidents=_INCIDENTS)
            found = found_in(out)
            records += sum(map(_lines, Path(folder, "cases").glob("*.jsonl")))
        for each in found:
            print(f"seed {seed}: {each}")
        leaks += len(found)
        seed += 1
    print(f"{records:,} records in {seed} casebooks: {leaks} canaries in what was released")
    return 1 if leaks else 0


def _lines(path: Path) -> int:
    return len(msgspec.json.Decoder().decode_lines(path.read_bytes()))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
