"""Where a ledger goes: to the terminal or to a file, whole or not at all.

A file is written beside its place and then moved there, so that whoever opens
it finds the old one or the new one and never half of either.
"""

import os
import sys
import tempfile
from io import StringIO
from pathlib import Path

from untold.cli.forms import Form
from untold.tallies.ledger import Ledger, as_csv, as_json, as_jsonl

_WIDEST = 100  # columns; longer lines of prose are hard to follow


def put_out(ledger: Ledger, form: Form, out: Path | None, *, explained: bool, language: str | None) -> None:
    """Write the ledger in one form, to a file or to standard output."""
    if form is Form.TABLE and out is None:
        from rich.console import Console

        from untold.tallies.ledger.terminal import print_ledger

        console = Console(highlight=False)
        console.width = min(console.width, _WIDEST)
        print_ledger(ledger, console, explained=explained)
        return
    put(render(ledger, form, explained=explained, language=language), out)


def put(content: str | bytes, out: Path | None) -> None:
    """Write what a command made to a file, whole or not at all, or to standard output."""
    if out is not None:
        write_whole(out, content)
        return
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def render(ledger: Ledger, form: Form, *, explained: bool, language: str | None) -> str:
    """Return the ledger as text in one form."""
    match form:
        case Form.JSON:
            return as_json(ledger)
        case Form.JSONL:
            return as_jsonl(ledger)
        case Form.CSV:
            return as_csv(ledger)
        case Form.HTML:
            from untold.tallies.ledger.page import as_page

            return as_page(ledger, language=language)
        case _:
            from rich.console import Console

            from untold.tallies.ledger.terminal import print_ledger

            plain = StringIO()
            print_ledger(ledger, Console(file=plain, width=80), explained=explained)
            return plain.getvalue()


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one move; an interruption leaves what was there before."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content.encode("utf-8") if isinstance(content, str) else content)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(_usual_mode())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
