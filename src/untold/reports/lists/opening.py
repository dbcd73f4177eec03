"""Opening a list: what kind of table file some bytes are, told by their content, and the reader for it."""

from pathlib import Path

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.laying import RawSheet, lay_out
from untold.reports.lists.table import ListReport
from untold.reports.report import Source
from untold.reports.sniffing import check_kind

# The whole of UCDP's event data is a quarter of this; above it is somebody's database.
MOST_BYTES = 1_000_000_000
_KINDS = "give a CSV, TSV, XLSX, JSON Lines or Parquet file"


def open_list(path: str, *, source: Source | None = None, captured_at: str | None = None) -> ListReport:
    """Return the list in a file, its path the report's origin.

    Raises `UnreadableReport` in one line: what, why, and what to do.
    """
    place = Path(path)
    try:
        if place.stat().st_size > MOST_BYTES:
            raise _too_big(path, place.stat().st_size)
        content = place.read_bytes()
    except OSError as error:
        raise UnreadableReport(path, (error.strerror or "cannot be read").lower(), "check the path") from None
    return read_list(path, content, source=source, captured_at=captured_at)


def read_list(
    origin: str, content: bytes, *, source: Source | None = None, captured_at: str | None = None
) -> ListReport:
    """Return the list that some bytes hold; what they are is told by their content, not by a name.

    `source` is who publishes it. A row that cannot be read as a row is there
    with its `fault`, and the others are not lost with it.

    Raises `UnreadableReport` for what is no table, empty, too big or built to do harm.

    >>> listed = read_list("strikes.csv", b"code,killed\\nS1,3\\n")
    >>> listed.sheets[0].rows[1].texts, listed.report.text
    (('S1', '3'), 'code\\tkilled\\nS1\\t3')
    """
    if len(content) > MOST_BYTES:
        raise _too_big(origin, len(content))
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableReport(origin, "is empty", "check that it was saved or downloaded whole")
    sheets, media_type = _sheets(origin, content)
    listed = lay_out(origin, content, sheets, media_type=media_type, source=source, captured_at=captured_at)
    if not listed.report.text.strip():
        raise UnreadableReport(origin, "holds no rows", "check that it was saved or downloaded whole")
    return listed


def _sheets(origin: str, content: bytes) -> tuple[tuple[RawSheet, ...], str]:
    """Return the sheets by the reader of their format, loaded only now."""
    if content.startswith(b"PK\x03\x04"):
        from untold.reports.lists.workbook import read_workbook

        return read_workbook(origin, content), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    if content.startswith(b"PAR1") and content.endswith(b"PAR1"):
        from untold.reports.lists.parquet import read_parquet

        return (read_parquet(origin, content),), "application/vnd.apache.parquet"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableReport(origin, "is an old Excel file, or one with a password", "save it as XLSX without one")
    if content.startswith(b"%PDF"):
        raise UnreadableReport(origin, "is a PDF", _KINDS)
    check_kind(origin, content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n"))
    return _text_sheets(origin, content)


def _text_sheets(origin: str, content: bytes) -> tuple[tuple[RawSheet, ...], str]:
    from untold.reports.lists.decoded_lines import text_of
    from untold.reports.lists.delimited import read_delimited
    from untold.reports.lists.json_lines import read_json_lines

    text = text_of(origin, content)
    head = text.lstrip()[:1]
    if head in {"{", "["}:
        return (read_json_lines(origin, text),), "application/x-ndjson"
    if head == "<":
        raise UnreadableReport(origin, "is a web page or XML", _KINDS)
    sheet, media_type = read_delimited(origin, text)
    return (sheet,), media_type


def _too_big(origin: str, size: int) -> UnreadableReport:
    why = f"is {size / 1_000_000:.0f} MB, and the limit is {MOST_BYTES // 1_000_000} MB"
    return UnreadableReport(origin, why, "split it by year or by country")
