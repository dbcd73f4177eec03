"""The text of a delimited file, decoded so that one spoilt line does not spoil the rest.

A list that several people pasted into holds a line or two in another encoding.
The file is UTF-8 all the same: its other letters say so, and no other table
would make them readable.
"""

from untold.reports.decoding import decode

# A file with more spoilt lines than one in fifty is in another encoding, not a little broken.
_MOST_SPOILT = 0.02
# In UTF-16 without its mark every other byte of Latin text is zero; in UTF-8 a zero is a broken cell.
_MOST_ZEROS = 0.05
SPOILT = "\ufffd"


def text_of(origin: str, content: bytes) -> str:
    """Return the text; letters of single lines that are no UTF-8 come as U+FFFD, which the rows' readers refuse.

    Raises `UnreadableReport` where the encoding of the whole is not sure.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:2000].count(0) > _MOST_ZEROS * len(content[:2000]):
        return decode(origin, content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("utf-8-sig", "replace") if _is_mostly_utf8(content) else decode(origin, content)


def _is_mostly_utf8(content: bytes) -> bool:
    """Return whether letters beyond ASCII stand in lines that are UTF-8, and few lines are not."""
    lines = content.split(b"\n")
    beyond = [line for line in lines if not line.isascii()]
    spoilt = sum(not _is_utf8(line) for line in beyond)
    return spoilt < len(beyond) and spoilt <= max(1, _MOST_SPOILT * len(lines))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
