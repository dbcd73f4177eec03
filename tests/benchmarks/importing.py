"""How long an import takes: `python -m tests.benchmarks.importing [ROWS]`.

A list of 10,000 rows with errors in every way must be in, each error told, in
under ten seconds; the whole program is timed, from its start to its end.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.broken_list import broken_list

MOST_SECONDS = 10.0


def main(rows: int) -> None:
    """Print how long the import of a broken list takes, and whether every fault was told."""
    made = broken_list(rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "broken.csv"
        path.write_bytes(made.content)
        command = [sys.executable, "-m", "untold", "import", str(path), "--from", "airwars", "--casebook"]
        start = time.perf_counter()
        ran = subprocess.run([*command, f"{folder}/cases"], capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        kept = (Path(folder) / "cases" / "accounts.jsonl").read_text("utf-8").count("\n")
    told = sum(
        f"{path.name}, row {row}, " in ran.stderr or f"{path.name}, row {row}:" in ran.stderr for row, _ in made.faults
    )
    print(f"{rows:,} rows: {seconds:.2f} s (at most {MOST_SECONDS:.0f}), exit code {ran.returncode}")
    print(f"{told:,} of {len(made.faults):,} faults told; {kept:,} of {len(made.good):,} good rows in")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
