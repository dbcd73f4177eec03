"""JSON Lines: one object a line, its keys the columns; a JSON array of objects is taken the same way.

An object within an object is no cell that anybody could point at. Its keys are
columns of their own, under the names that a person would write
(`verified.killed_cum`).
"""

import json
from collections.abc import Iterator
from typing import Any

from untold.codebook.errors import UnreadableReport
from untold.reports.lists.laying import RawRow, RawSheet, check_size

_DEEPEST = 4  # objects within objects; what lies deeper is a document, and stays one cell of JSON


def read_json_lines(origin: str, text: str) -> RawSheet:
    """Return the table of some objects; the columns are their keys in the order in which they first appear.

    A key that an object lacks and a null are both an empty cell. The keys of
    an object within it are columns `outer.inner`. A line that is no object is
    a row with its fault.

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
    return [flat(item) if isinstance(item, dict) and _is_text(item) else str(item)[:200] for item in items]


def _object(line: str) -> dict[str, Any] | str:
    try:
        item = json.loads(line, parse_constant=_refused)
    except (ValueError, RecursionError):
        return line
    return flat(item) if isinstance(item, dict) and _is_text(item) else line


def flat(item: dict[str, Any], depth: int = 1) -> dict[str, Any]:
    """Return an object with the keys of the objects within it as its own; two of one name stay as they are.

    >>> flat({"day": "2016-03-14", "verified": {"killed": 3, "women": {"killed": 1}}})
    {'day': '2016-03-14', 'verified.killed': 3, 'verified.women.killed': 1}
    >>> flat({"a": {"b": 1}, "a.b": 2})
    {'a': {'b': 1}, 'a.b': 2}
    """
    found: dict[str, Any] = {}
    for key, value in item.items():
        inner = flat(value, depth + 1) if isinstance(value, dict) and depth < _DEEPEST else None
        named = {f"{key}.{name}": each for name, each in (inner or {}).items()}
        is_clear = bool(named) and not named.keys() & item.keys()
        found.update(named if is_clear else {key: value})
    return found


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
