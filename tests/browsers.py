"""Which Chromium the tests open pages with.

The system's own is preferred: it is updated with the system and needs no
download. Playwright's build is the fallback, where somebody installed it.
"""

import os
import shutil
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PLAYWRIGHT = "chromium-*/chrome-linux*/chrome"  # where Playwright unpacks its build


def chromium_path() -> str | None:
    """Return the path of a Chromium, or None where the machine has none.

    `UNTOLD_CHROMIUM` names one. A path under `/snap` is passed over: a snap
    cannot open a page from the folders that tests write to.
    """
    named = os.environ.get("UNTOLD_CHROMIUM")
    if named:
        return named
    for name in _NAMES:
        path = shutil.which(name)
        if path and not _is_snap(Path(path)):
            return path
    built = sorted((Path.home() / ".cache" / "ms-playwright").glob(_PLAYWRIGHT))
    return str(built[-1]) if built else None


def _is_snap(path: Path) -> bool:
    """Return whether a program is a snap, or Ubuntu's script that asks for one."""
    real = path.resolve()
    if real.parts[:2] == ("/", "snap") or real.name == "snap":
        return True
    with real.open("rb") as program:
        return b"/snap/bin/" in program.read(4096)
