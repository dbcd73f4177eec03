"""Whether the locks are safe to install from: hashes for everything, addresses of nothing.

A line of a lock without a hash would install whatever a server sends; a lock that
names a server ties every reader of this repository to it.
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-spark.lock")


def faults(lock: str) -> list[str]:
    r"""Return what is wrong with the text of a lock, one line each.

    >>> faults("rich==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")
    []
    >>> faults("rich==1.0\n--index-url https://example.org\n")
    ['no hash: rich==1.0', 'an option or an address: --index-url https://example.org']
    """
    return [fault for entry in re.split(r"\n(?=\S)", lock.strip()) if (fault := _fault(entry))]


def _fault(entry: str) -> str | None:
    head = entry.splitlines()[0].rstrip(" \\")
    if head.startswith("#"):
        return None
    if head.startswith("-") or "://" in entry or " @ " in entry:
        return f"an option or an address: {head}"
    if not re.match(r"[A-Za-z0-9._-]+(\[[a-z,-]+\])?==\S+", head):
        return f"no exact version: {head}"
    if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry):
        return f"no hash: {head}"
    return None


def main() -> int:
    """Print what is wrong with the locks, and return 1 where anything is."""
    found = [f"{name}: {fault}" for name in LOCKS for fault in faults((ROOT / name).read_text("utf-8"))]
    for fault in found:
        print(fault)
    if not found:
        print(f"{', '.join(LOCKS)}: every line has its hash, no line an address")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
