"""Which Java runs Spark: the machine's own, of a version that Spark 4 knows.

Spark is a Java program, and with a wrong or missing Java it ends in a page of
its own traces. The version is asked first, and the answer is one line.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from untold.codebook.errors import EngineUnusable

# Spark 4.0 is built for these; Java 24 took away what its file access needs (JEP 486).
VERSIONS = (17, 21)
_INSTALLED = Path("/usr/lib/jvm")  # where Debian, Ubuntu and Fedora put them
_REMEDY = "install Java 17 (Debian and Ubuntu: apt-get install openjdk-17-jre-headless), or set JAVA_HOME to it"


def java_home() -> str:
    """Return the folder of a Java that Spark runs on: `JAVA_HOME`'s, the path's, or an installed one.

    Raises `EngineUnusable` where the machine has none, naming what was found.
    """
    found: dict[str, int | None] = {}
    for home in dict.fromkeys(_candidates()):
        found[str(home)] = _version(home)
        if found[str(home)] in VERSIONS:
            return str(home)
    seen = ", ".join(f"Java {version} in {home}" for home, version in found.items() if version is not None)
    wanted = " or ".join(str(version) for version in VERSIONS)
    raise EngineUnusable("spark", f"needs Java {wanted}; found {seen or 'none'}", _REMEDY)


def _candidates() -> Iterator[Path]:
    named = os.environ.get("JAVA_HOME")
    if named:
        yield Path(named)
    program = shutil.which("java")
    if program:
        yield Path(program).resolve().parent.parent
    if _INSTALLED.is_dir():
        yield from sorted(each.resolve() for each in _INSTALLED.iterdir())


def _version(home: Path) -> int | None:
    """Return the major version of the Java in a folder, or null where none runs."""
    program = home / "bin" / "java"
    if not program.is_file():
        return None
    try:
        told = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r'version "(\d+)', told.stderr)
    return None if version is None else int(version[1])
