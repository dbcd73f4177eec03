"""Bytes to text, never by force: an encoding is known, found with confidence, or the report is refused.

Text decoded with the wrong table looks like text and quotes like text; a
number in it may even be right, and the name beside it is not. So a doubtful
encoding is an error with a remedy, not a guess.
"""

import codecs
import re
from typing import TYPE_CHECKING

from untold.codebook.errors import UnreadableReport
from untold.reports.language import closest_language
from untold.reports.page_words import language_words

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# The longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The single-byte tables that the press of these wars is found in.
_TABLES = [
    *("windows-1256", "windows-1251", "windows-1252", "windows-1250", "windows-1254", "windows-1255"),
    *("koi8-r", "iso8859-6", "iso8859-5"),
]
_LATIN = {"cp1250", "cp1252"}
# Chaos is charset-normalizer's share of improbable neighbors; above this its texts were not language in our trials.
_MOST_CHAOS = 0.1
_SAMPLE = 60_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_MOST_CONTROLS = 0.001
_KINDS = "give a text, web page, PDF, DOCX, EML or feed file"
_REMEDY = "save the file as UTF-8 and read it again"


def decode(origin: str, content: bytes, declared: str | None = None) -> str:
    """Return the text of some bytes, without its byte-order mark.

    A byte-order mark decides; then UTF-8, which other tables' text does not
    pass by accident; then the encoding `declared` by a header or a page; then
    what the letters say, if they say it clearly.

    Raises `UnreadableReport` where none of them yields clean text.

    >>> decode("note.txt", b"\\xef\\xbb\\xbfTwo killed")
    'Two killed'
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _clean(origin, _strictly(origin, content[len(mark) :], encoding))
    text = _try(content, "utf-8")
    if text is None or "\x00" in text:
        text = _try_wide(content) or _try_declared(content, declared) or _try_found(content)
    if text is None:
        raise _undecodable(origin, content)
    return _clean(origin, text)


def _undecodable(origin: str, content: bytes) -> UnreadableReport:
    head = content[:4096]
    if sum(byte < 9 for byte in head) * 100 > len(head):  # noqa: PLR2004 - below the tab, more than one in a hundred
        return UnreadableReport(origin, "is binary, not text", _KINDS)
    return UnreadableReport(origin, "encoding unknown", _REMEDY)


def _strictly(origin: str, content: bytes, encoding: str) -> str:
    text = _try(content, encoding)
    if text is None:
        raise UnreadableReport(origin, f"marked as {encoding} but is not", _REMEDY)
    return text


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _try_wide(content: bytes) -> str | None:
    """Return UTF-16 text without a mark, which shows as a zero in nearly every other byte."""
    head = content[:2000]
    if len(head) < 4 or len(content) % 2:  # noqa: PLR2004 - two characters
        return None
    half = len(head) // 2
    for encoding, zeros in (("utf-16-le", head[1::2].count(0)), ("utf-16-be", head[0::2].count(0))):
        if zeros * 3 >= half * 2:
            return _try(content, encoding)
    return None


def _try_declared(content: bytes, declared: str | None) -> str | None:
    """Return the text by its declared encoding, unless it is one that fits any bytes and says nothing."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii", "utf-8"):
        return None if name != "iso8859-1" else _try_found(content) or _plausible(_try(content, "windows-1252"))
    return _plausible(_try(content, name))


def _plausible(text: str | None) -> str | None:
    return None if text is None or _CONTROLS.search(text) else text


def _try_found(content: bytes) -> str | None:
    """Return the text by the table under which its letters read as language, if one clearly does."""
    if any(byte < 9 for byte in content[:2000]):  # noqa: PLR2004 - below the tab
        return None
    from charset_normalizer import from_bytes  # nearly every text is UTF-8, and needs no guess

    found = list(from_bytes(content[:_SAMPLE], cp_isolation=_TABLES, threshold=_MOST_CHAOS))
    if not found:
        return None
    best = found[0]
    rivals = {rival.encoding for rival in found[1:] if _is_as_good(rival, best)}
    if best.encoding in _LATIN and rivals <= _LATIN:
        is_doubtful = {match.encoding for match in found} >= _LATIN
        return _plausible(_latin(content) if is_doubtful else _try(content, best.encoding))
    return None if rivals else _plausible(_try(content, best.encoding))


def _latin(content: bytes) -> str | None:
    """Return text in western or central Europe's table, which differ by a few letters, by the language of the rest."""
    plain = "".join(chr(byte) if byte < 128 else " " for byte in content[:_SAMPLE])  # noqa: PLR2004 - ASCII
    known = language_words()
    language = closest_language(plain.lower(), known.western + known.central)
    if language is None:
        return None
    return _try(content, "cp1252" if language in known.western else "cp1250")


def _is_as_good(rival: "CharsetMatch", best: "CharsetMatch") -> bool:
    return rival.chaos <= best.chaos and rival.coherence >= best.coherence


def _clean(origin: str, text: str) -> str:
    """Return the text unless control characters show that it is none."""
    controls = _CONTROLS.findall(text[:200_000])
    if len(controls) > max(2, _MOST_CONTROLS * min(len(text), 200_000)):
        raise UnreadableReport(origin, "is binary, not text", _KINDS)
    return text
