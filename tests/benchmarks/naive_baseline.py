"""The peer of the bench: what thirty lines of regular expressions read, in the same run.

Documents per second on one machine say little about another; the ratio to a
reader that does the least possible work says it anywhere.
"""

import re
from dataclasses import dataclass
from typing import Literal

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+|" + "|".join(_WORDS) + r")"
_BEFORE = re.compile(
    _NUMBER + r"\s+(?:\w+\s+){0,4}?(?:was|were|been|have been)?\s*(?P<verb>killed|dead|wounded|injured)"
)
_AFTER = re.compile(r"(?P<verb>kill|wound|injur)(?:ed|ing|s|es)?\s+(?:at least |more than )?" + _NUMBER)


@dataclass(frozen=True, slots=True)
class Finding:
    """A number beside a word of harm."""

    harm: Literal["killed", "injured"]
    number: int
    start: int


def findings(text: str) -> list[Finding]:
    """Return each number that stands before or after a word of harm.

    >>> [(f.harm, f.number) for f in findings("Three people were killed; a bomb wounded 12.")]
    [('killed', 3), ('injured', 12)]
    """
    matches = [match for pattern in (_BEFORE, _AFTER) for match in pattern.finditer(text.lower())]
    return [_finding(match) for match in matches]


def _finding(match: re.Match[str]) -> Finding:
    words = match["number"]
    number = _WORDS.index(words) + 1 if words in _WORDS else int(words.replace(",", ""))
    return Finding("killed" if match["verb"][:1] in "kd" else "injured", number, match.start("number"))
