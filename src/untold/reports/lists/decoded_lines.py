"""The text of a delimited file, decoded so that one spoilt line does not spoil the rest.

A list that several people pasted into holds a line or two in another encoding.
The file is UTF-8 all the same: its other letters say so, and no other table
would make them readable.
"""

import re
from codecs import BOM_UTF8
from functools import partial

from untold.codebook.errors import UnreadableReport
from untold.reports.decoding import decode

# Letters of another encoding are next to never UTF-8 by chance, so that two good lines outweigh a spoilt one.
_GOOD_FOR_SPOILT = 2
# Where nothing tells the encoding of a few lines, these alone are given up; of many, the file is.
_MOST_DOUBTFUL = 0.1
# In UTF-16 without its mark every other byte of Latin text is zero; in UTF-8 a zero is a broken cell.
_MOST_ZEROS = 0.05
# How Python writes a byte that is no UTF-8; no file's own letters look so.
SPOILT = re.compile("[\udc80-\udcff]")


def text_of(origin: str, content: bytes) -> str:
    """Return the text; bytes of single lines that are no UTF-8 are `SPOILT`, which the rows' readers refuse.

    Raises `UnreadableReport` where the encoding of the whole is not sure.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:2000].count(0) > _MOST_ZEROS * len(content[:2000]):
        return decode(origin, content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _with_spoilt_lines(origin, content)


def _with_spoilt_lines(origin: str, content: bytes) -> str:
    lines = content.split(b"\n")
    beyond = [line for line in lines if not line.isascii()]
    spoilt = sum(not _is_utf8(line) for line in beyond)
    lenient = partial(content.decode, "utf-8-sig", "surrogateescape")
    if content.startswith(BOM_UTF8) or len(beyond) - spoilt >= _GOOD_FOR_SPOILT * spoilt:
        return lenient()
    try:
        return decode(origin, content)
    except UnreadableReport:
        if spoilt > _MOST_DOUBTFUL * len(lines):
            raise
        return lenient()


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
