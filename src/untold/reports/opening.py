"""Sources as people name them: a file, a folder, standard input, an address.

One broken file among a thousand stops none of the others: each input yields
either its reports or the error for it, and the caller decides what to print.
"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from untold.codebook.errors import UnreadableReport
from untold.reports.intake import take
from untold.reports.sniffing import MOST_BYTES
from untold.reports.taken import Opened, Taken

STANDARD_INPUT = "-"


def open_source(
    source: str,
    *,
    captured_at: str | None = None,
    published: str | None = None,
    language: str | None = None,
    allow_private: bool = False,
) -> Iterator[Opened]:
    """Yield each input of a source in order, with its reports or its error.

    A folder is walked in sorted order, hidden files left out; the origin of a
    file in it is the folder as given and the file's path within it. "-" is
    standard input. An address is fetched under guard; `allow_private` lets a
    test reach a server on this machine. `captured_at` (ISO, UTC) is when the
    bytes came in, for those that were not fetched.
    """

    def taken(origin: str, content: bytes) -> tuple[Taken, ...]:
        return take(origin, content, captured_at=captured_at, published=published, language=language)

    if source.lower().startswith(("http://", "https://")):
        yield _fetched(source, published=published, language=language, allow_private=allow_private)
        return
    for origin, path in _inputs(source):
        try:
            content = sys.stdin.buffer.read(MOST_BYTES + 1) if path is None else read_bytes(origin, path)
            yield Opened(origin, taken=taken(origin, content))
        except UnreadableReport as error:
            yield Opened(origin, error=error)


def _fetched(source: str, *, published: str | None, language: str | None, allow_private: bool) -> Opened:
    from untold.reports.fetching import fetch

    try:
        fetched = fetch(source, allow_private=allow_private)
        taken = take(
            source,
            fetched.content,
            media_type=fetched.media_type,
            url=fetched.url,
            headers=fetched.headers,
            captured_at=fetched.captured_at,
            published=published,
            language=language,
        )
    except UnreadableReport as error:
        return Opened(source, error=error)
    return Opened(source, taken=taken)


def _inputs(source: str) -> Iterator[tuple[str, Path | None]]:
    """Yield each origin with its file; null is standard input."""
    if source == STANDARD_INPUT:
        yield "standard input", None
    elif os.path.isdir(source):  # noqa: PTH112 - the source is kept as it was given
        yield from _files_in(source)
    else:
        yield source, Path(source)


def _files_in(folder: str) -> Iterator[tuple[str, Path]]:
    is_empty = True
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                is_empty = False
                path = Path(place, name)
                yield f"{folder.rstrip('/') or '/'}/{path.relative_to(folder).as_posix()}", path
    if is_empty:
        yield folder, Path(folder)


def read_bytes(origin: str, path: Path) -> bytes:
    """Return a file's bytes, no more than one above the limit.

    Raises `UnreadableReport` for a file that is missing, closed to the reader, or no file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableReport(origin, "is a folder without files", "give a folder that holds reports")
        if not stat.S_ISREG(mode):
            raise UnreadableReport(origin, "is not a file", "give a file, a folder, an address or - for standard input")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
            return content if len(content) <= MOST_BYTES else _refuse_size(origin, path)
    except FileNotFoundError:
        raise UnreadableReport(origin, "is not there", "check the path") from None
    except PermissionError:
        raise UnreadableReport(origin, "may not be read", "change its permissions") from None
    except OSError as error:
        raise UnreadableReport(origin, f"cannot be read ({error.strerror})", "check the path and the disk") from None
    except ValueError:
        raise UnreadableReport(origin, "is no path", "check the path") from None


def _refuse_size(origin: str, path: Path) -> bytes:
    size = path.stat().st_size / 1_000_000
    why = f"is {size:.0f} MB, and the limit is {MOST_BYTES // 1_000_000} MB"
    raise UnreadableReport(origin, why, "split it into single reports")
