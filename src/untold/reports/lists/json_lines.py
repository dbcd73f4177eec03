"""JSON Lines: one object a line, its keys the columns; a JSON array of objects is taken the same way."""

import json
from collections.abc import Iterator
from typing import Any

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.laying import RawRow, RawSheet, check_size


def read_json_lines(origin: str, text: str) -> RawSheet:
    """Return the table of some objects; the columns are their keys in the order in which they first appear.

    A key that an object lacks and a null are both an empty cell. A line that
    is no object is a row with its fault.

    Raises `UnreadableReport` where nothing of it is an object, and for more cells than a list may have.
    """
    found = list(_objects(origin, text))
    columns = tuple(dict.fromkeys(key for _, item in found if isinstance(item, dict) for key in item))
    if not columns:
        raise UnreadableReport(origin, "holds no JSON objects", "give one object a line, its keys the columns")
    check_size(origin, len(found) * len(columns))
    return RawSheet(None, tuple(_row(number, item, columns) for number, item in found), columns=columns)


def _objects(origin: str, text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    """Yield the number of each line, or of each item of an array, with its object or its words where it has none."""
    if text.lstrip().startswith("["):
        yield from enumerate(_array(origin, text), 1)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _object(line)


def _array(origin: str, text: str) -> list[dict[str, Any] | str]:
    try:
        items = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(origin, f"is no JSON ({error})", "give one object a line") from None
    return [item if isinstance(item, dict) and _is_text(item) else str(item)[:200] for item in items]


def _object(line: str) -> dict[str, Any] | str:
    try:
        item = json.loads(line, parse_constant=_refused)
    except (ValueError, RecursionError):
        return line
    return item if isinstance(item, dict) and _is_text(item) else line


def _refused(constant: str) -> None:
    msg = f"{constant} is no JSON"
    raise ValueError(msg)


def _is_text(item: dict[str, Any]) -> bool:
    """Return whether every word of an object can be written again: half a surrogate pair cannot."""
    try:
        json.dumps(item, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _row(number: int, item: dict[str, Any] | str, columns: tuple[str, ...]) -> RawRow:
    if isinstance(item, str):
        clean = item.encode("utf-8", "replace").decode("utf-8")
        return RawRow(number, (clean,), "one JSON object")
    return RawRow(number, tuple([item.get(column) for column in columns]))
