"""The edge: where every error of the program becomes one line and an exit code.

This is one of the two places that catch everything (the site's views are the
other), because beyond it there is only a person at a terminal.
"""

import atexit
import gc
import io
import os
import sys
from enum import IntEnum
from typing import NoReturn

from untold.codebook.errors import UntoldError


class ExitCode(IntEnum):
    """How a command ended."""

    FINE = 0
    ERROR = 1
    USAGE = 2
    REFUSED = 3
    SOME_FAILED = 4


_NEW_OBJECTS = 50_000  # more than a page leaves behind, and far fewer than memory would notice

EPILOG = (
    "Exit codes: 0 fine; 1 an error; 2 wrong usage; 3 refused (an estimate, a release); "
    "4 some of the inputs failed, the others were read."
)


def complain(message: str) -> None:
    """Say one line on standard error, whatever characters the message brings along."""
    from untold.tallies.ledger.cleaning import printable

    sys.stderr.write(f"untold: {printable(message)}\n")


def _spare_the_collector() -> None:
    """Let Python look for garbage rarely, and not at all while it ends.

    The word lists are a hundred thousand objects, all needed to the end. To
    look through them again and again while they grow, and to take them apart
    one by one before the process goes, took longer than to read a report.
    """
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)


def main() -> NoReturn:
    """Run the command line, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without Arabic shows "?" for it, and the rest
    _spare_the_collector()
    from untold.cli.commands import app

    try:
        app()
    except UntoldError as error:
        complain(str(error))
        sys.exit(ExitCode.ERROR)
    except OSError as error:
        complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
        sys.exit(ExitCode.ERROR)
    except Exception as error:
        complain(f"an error that nobody foresaw: {type(error).__name__}: {error}; UNTOLD_DEBUG=1 shows where")
        if os.environ.get("UNTOLD_DEBUG"):
            import logging

            logging.getLogger("untold").exception("unforeseen")
        sys.exit(ExitCode.ERROR)
    sys.exit(ExitCode.FINE)
