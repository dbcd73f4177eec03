"""Named periods: a file that says from when to when each of them ran, for a tally by president or by campaign.

Whose years a period is called after is nobody's guess but its author's, so it
is data that stands beside the table.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from untold.codebook.errors import BrokenVocabulary
from untold.tallies.tally import NamedPeriod, Window

_ISO_PREFIX = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_KEYS = {"from", "to"}


def periods_of(path: Path) -> tuple[NamedPeriod, ...]:
    """Return the periods of a file, in its order.

    Raises `BrokenVocabulary` for a file that is no list of periods.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BrokenVocabulary(str(path), f"is not in UTF-8 ({error.reason})") from None
    return periods_in(text, str(path))


def periods_in(text: str, where: str) -> tuple[NamedPeriod, ...]:
    """Return the periods of a text of TOML, each `[period."NAME"]` with `from` or `to` or both; raises as `periods_of`.

    >>> periods_in('[period."The first year"]\\nto = "2015-08"', "periods.toml")
    (NamedPeriod(name='The first year', window=Window(start=None, end='2015-08')),)
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BrokenVocabulary(where, str(error)) from None
    named = found.get("period")
    if not isinstance(named, dict) or not named or len(found) > 1:
        raise BrokenVocabulary(where, 'expected [period."NAME"] with from and to')
    return tuple(NamedPeriod(name, _window(name, entry, where)) for name, entry in named.items())


def _window(name: str, entry: Any, where: str) -> Window:
    if not isinstance(entry, dict) or not entry or set(entry) - _KEYS:
        raise BrokenVocabulary(f"{where}, {name}", "expected from, to or both, and nothing else")
    start, end = (_day(name, entry.get(key), where) for key in ("from", "to"))
    if start is not None and end is not None and end < start[: len(end)]:
        raise BrokenVocabulary(f"{where}, {name}", f"ends before it begins: {start} to {end}")
    return Window(start, end)


def _day(name: str, value: Any, where: str) -> str | None:
    """Return a day, a month or a year as an ISO prefix; TOML's own dates are days."""
    if value is None:
        return None
    written = value.isoformat() if hasattr(value, "isoformat") else value
    if not isinstance(written, str) or _ISO_PREFIX.fullmatch(written) is None:
        raise BrokenVocabulary(f"{where}, {name}", f"{value!r} is no date; write 2016, 2016-03 or 2016-03-23")
    return written
