"""What some bytes are, by their content: an extension is only somebody's word.

Refusals are made here too, before any parser sees the bytes: archives could
hold anything, pictures hold no text, and a text of fifty megabytes is no report.
"""

import re
from typing import Literal

from untold.codebook.errors import UnreadableReport

Format = Literal["text", "web_page", "pdf", "word", "letter", "feed"]

# The longest book in a recorder's inbox is below this; above it is a dump.
MOST_BYTES = 20_000_000
# Text has no pictures in it: five million characters are some 800 pages.
MOST_TEXT = 5_000_000
_HEAD = 4096
# The stamps of the servers that passed a letter on may fill several kilobytes above its date.
_LETTER_HEAD = 65_536
_KINDS = "give a text, web page, PDF, DOCX, EML or feed file"
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\x1f\x8b", "is a gzip archive", "unpack it and give the folder"),
    (b"BZh", "is a bzip2 archive", "unpack it and give the folder"),
    (b"\xfd7zXZ\x00", "is an xz archive", "unpack it and give the folder"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7-Zip archive", "unpack it and give the folder"),
    (b"Rar!\x1a\x07", "is a RAR archive", "unpack it and give the folder"),
    (b"\x28\xb5\x2f\xfd", "is a zstd archive", "unpack it and give the folder"),
    (b"\x89PNG", "is a picture", "give its text; pictures are not read"),
    (b"\xff\xd8\xff", "is a picture", "give its text; pictures are not read"),
    (b"GIF8", "is a picture", "give its text; pictures are not read"),
    (b"RIFF", "is sound or a picture", "give its text; only text is read"),
    (b"\x7fELF", "is a program", _KINDS),
    (b"MZ\x90", "is a program", _KINDS),
    (b"SQLite format 3", "is a database", "export it as text first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word, Excel or Outlook file", "save it as DOCX and read it again"),
    (b"{\\rtf", "is a rich text file", "save it as DOCX or plain text and read it again"),
)
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|article|main|div|p|meta|title|h1|span|table|script)\b", re.IGNORECASE
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_LETTER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,998}(?:\r?\n[ \t][^\r\n]{0,998}){0,100}\r?\n){2,2000}")
_LETTER_FIELD = re.compile(
    rb"^(?:from|date|message-id|received|mime-version|subject|to):", re.IGNORECASE | re.MULTILINE
)


def format_of(origin: str, content: bytes) -> Format:
    """Return what some bytes are, by their content alone.

    Raises `UnreadableReport` for what is empty, too big, packed or no text at all.

    >>> format_of("a.txt", b"%PDF-1.7 ..."), format_of("a.pdf", b"Two people were killed.")
    ('pdf', 'text')
    """
    _check_size(origin, content)
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    check_kind(origin, head)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_format(origin, content)
    return _text_format(_narrow(content[:_LETTER_HEAD]).lstrip(b" \t\r\n"))


def _check_size(origin: str, content: bytes) -> None:
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableReport(origin, "is empty", "check that it was saved or downloaded whole")
    if len(content) > MOST_BYTES:
        size = len(content) / 1_000_000
        why = f"is {size:.0f} MB, and the limit is {MOST_BYTES // 1_000_000} MB"
        raise UnreadableReport(origin, why, "split it into single reports")


def check_kind(origin: str, head: bytes) -> None:
    """Raise `UnreadableReport` for an archive, a picture or a program, by how its bytes begin."""
    for magic, why, remedy in _REFUSED:
        if head.startswith(magic):
            raise UnreadableReport(origin, why, remedy)
    if head[257:262] == b"ustar":
        raise UnreadableReport(origin, "is a tar archive", "unpack it and give the folder")


def _zip_format(origin: str, content: bytes) -> Format:
    if b"word/" in content:
        return "word"
    if b"xl/workbook" in content:
        raise UnreadableReport(origin, "is a spreadsheet", "import it with a mapping of its columns")
    raise UnreadableReport(origin, "is a zip archive", "unpack it and give the folder")


def _narrow(head: bytes) -> bytes:
    """Return the head of UTF-16 text with its zero bytes left out, which is enough to see markup."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[2:].replace(b"\x00", b"")
    return head.lstrip(b"\xef\xbb\xbf")


def _text_format(head: bytes) -> Format:
    if head.startswith(b"<") and _FEED.search(head, 0, _HEAD):
        return "feed"
    if head.startswith(b"<") and (_HTML.search(head, 0, _HEAD) or head.startswith((b"<!--", b"<?xml"))):
        return "web_page"
    return "letter" if _is_letter(head) else "text"


def _is_letter(head: bytes) -> bool:
    """Return whether a text begins with the head of a letter, after the line that a mailbox puts before it."""
    start = head.split(b"\n", 1)[1] if head.startswith(b"From ") and b"\n" in head else head
    letter = _LETTER.match(start)
    return letter is not None and len({field.lower() for field in _LETTER_FIELD.findall(letter.group())}) > 1
