"""The child that reads one PDF: limited in memory, time and files, and thrown away afterwards.

A PDF is a program that strangers wrote. It is parsed in a process of its own,
which can open no file and no socket once it has begun, and whose crash is a
sentence in the parent. It runs alone, without the rest of this package.
"""

import codecs
import json
import resource
import sys
from typing import Any

_MEMORY = 1_500_000_000
_PROCESSOR_SECONDS = 40
_MOST_PAGES = 3000
_MOST_CHARACTERS = 5_000_000


def read(content: bytes) -> dict[str, Any]:
    """Return the PDF's pages as texts with its title and dates, or an error's name."""
    import pypdfium2

    _close_doors()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "broken"}
    if len(document) > _MOST_PAGES:
        return {"error": "long", "pages": len(document)}
    pages: list[str] = []
    left = _MOST_CHARACTERS
    for number in range(len(document)):
        try:
            words = document[number].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            return {"error": "broken"}
        left -= len(words)
        if left < 0:
            return {"error": "text"}
        pages.append(words)
    found = document.get_metadata_dict(skip_empty=True)
    return {
        "pages": pages,
        "title": found.get("Title"),
        "made": found.get("CreationDate"),
        "changed": found.get("ModDate"),
    }


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _close_doors() -> None:
    """Allow no further file, socket or process: everything that reading needs is loaded."""
    codecs.lookup("utf-16-le")  # PDFium's strings; Python would load it at the first one
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def main() -> None:
    """Read a PDF from standard input and write what it holds, as JSON, to standard output."""
    _limit()
    content = sys.stdin.buffer.read()
    try:
        found = read(content)
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
