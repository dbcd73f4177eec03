"""The edge: where every error of the program becomes one line and an exit code.

This is one of the two places that catch everything (the site's views are the
other), because beyond it there is only a person at a terminal.
"""

import io
import logging
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


EPILOG = (
    "Exit codes: 0 fine; 1 an error; 2 wrong usage; 3 refused (an estimate, a release); "
    "4 some of the inputs failed, the others were read."
)


def complain(message: str) -> None:
    """Say one line on standard error, whatever characters the message brings along."""
    from untold.tallies.ledger.cleaning import printable

    sys.stderr.write(f"untold: {printable(message)}\n")


def main() -> NoReturn:
    """Run the command line, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without Arabic shows "?" for it, and the rest
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
            logging.getLogger("untold").exception("unforeseen")
        sys.exit(ExitCode.ERROR)
    sys.exit(ExitCode.FINE)
