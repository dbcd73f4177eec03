"""A PDF as a report: its words, page after page, read by a child that may fail alone."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from untold.codebook.errors import UnreadableReport
from untold.reports.content import Content
from untold.reports.page_dates import is_iso_prefix
from untold.reports.report import DateCandidate

_SECONDS = 60
_WORKER = Path(__file__).with_name("pdf_worker.py")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
# PDFium writes a hyphen at a line's end as one of these.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\x00": " "})
_ERRORS = {
    "password": ("is locked with a password", "save a copy without the password"),
    "broken": ("is a broken PDF", "open it in a viewer and save it again, or save its text"),
    "long": ("has too many pages", "split it into single reports"),
    "text": ("holds more text than any report", "split it into single reports"),
    "memory": ("needs too much memory", "open it in a viewer and save its text"),
}


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What the child found: the text of each page and the file's own title and dates, or an error's name."""

    pages: tuple[str, ...] | int = ()
    title: str | None = None
    made: str | None = None
    changed: str | None = None
    error: str | None = None


def read_pdf(origin: str, content: bytes, charset: str | None) -> tuple[Content, ...]:  # noqa: ARG001 - as every reader
    """Return the content of a PDF, its pages joined by blank lines.

    Raises `UnreadableReport` for a PDF that is broken, locked, too long, or made of pictures.
    """
    found = _ask_child(origin, content)
    if found.error is not None or isinstance(found.pages, int):
        why, remedy = _ERRORS.get(found.error or "", _ERRORS["broken"])
        raise UnreadableReport(origin, why, remedy)
    text = "\n\n".join(clean_page(page) for page in found.pages).strip("\n")
    if not text.strip():
        raise UnreadableReport(
            origin, "holds pictures of pages and no text", "run it through text recognition (OCR) first"
        )
    dates = (*_dates(found.made, "made"), *_dates(found.changed, "last changed"))
    return (Content(text, "application/pdf", title=_title(found.title), dates=dates),)


def clean_page(page: str) -> str:
    """Return a page's text with plain line breaks and plain hyphens.

    >>> clean_page("air\\x02\\r\\nstrike ")
    'air-\\nstrike'
    """
    lines = page.translate(_HYPHENS).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _ask_child(origin: str, content: bytes) -> PdfWords:
    command = [sys.executable, "-I", str(_WORKER)]
    try:
        answer = subprocess.run(  # noqa: S603 - our own file, by our own interpreter, with nothing of the input in it
            command, input=content, capture_output=True, timeout=_SECONDS, check=False, env={}
        )
        if answer.returncode == 0:
            return msgspec.json.decode(answer.stdout, type=PdfWords)
    except subprocess.TimeoutExpired:
        raise UnreadableReport(origin, f"took more than {_SECONDS} seconds", "save its text and read that") from None
    except msgspec.DecodeError:
        pass
    raise UnreadableReport(origin, "is a PDF that its reader could not survive", "save its text and read that")


def _title(title: str | None) -> str | None:
    """Return a PDF's own title, unless it is a file's name, as word processors leave it."""
    words = " ".join((title or "").split())
    is_name = words.lower().endswith((".doc", ".docx", ".pdf", ".indd", ".qxd", ".rtf")) or words.startswith(
        "Microsoft Word"
    )
    return words if " " in words and not is_name else None


def _dates(written: str | None, what: str) -> tuple[DateCandidate, ...]:
    match = _DATE.match(written or "")
    value = "-".join(match.groups()) if match else ""
    if not value or not is_iso_prefix(value):
        return ()
    return (DateCandidate("modified", value, None, f"the file was {what} then, which may be long after publication"),)
