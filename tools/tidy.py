"""Whether files end in one newline and are small enough to keep for ever.

What is committed once stays in every clone; what has no last newline shows as
changed in every later difference.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZE_LIMIT = 1_000_000  # bytes; larger things are made by a command or fetched by a person
FROZEN = ("tests/articles/", "src/untold/demo/")  # articles are kept as they are, to the byte


def fault(name: str, content: bytes) -> str | None:
    """Return what is wrong with a file's content, or None.

    >>> fault("notes.md", b"one line")
    'does not end in one newline'
    """
    if len(content) > SIZE_LIMIT:
        return f"has {len(content):,} bytes, more than {SIZE_LIMIT:,}"
    if b"\0" in content or name.startswith(FROZEN) or not content:
        return None
    if not content.endswith(b"\n") or content.endswith(b"\n\n"):
        return "does not end in one newline"
    return None


def tracked() -> list[str]:
    """Return the names of all files that git keeps, relative to the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name]


def main(names: list[str]) -> int:
    """Print what is wrong with the named files, or with all that git keeps; return 1 where anything is."""
    present = [(name, ROOT / name) for name in names or tracked()]
    found = [(n, why) for n, path in present if path.is_file() and (why := fault(n, path.read_bytes()))]
    for name, why in found:
        print(f"{name}: {why}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
