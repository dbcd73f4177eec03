"""The codes, numbers and grids that a line prints: by them it is found again, whatever its words.

"3296/CS1958 37SFV002107" is the belligerent's number of the allegation, the
monitor's code that it answers, and the square of the ground that was looked at.
"""

import re
from collections.abc import Iterator

from untold.claims.official_statements.flat import Flat, Told, each_once

_CODE = re.compile(
    r"(?<![\w/])(?:(?P<number>\d{1,5}) ?/ ?|(?:code|report|incident|reference) (?:no\.? )?)"
    r"(?P<code>[A-Z]{1,6}\d{1,5}[A-Za-z]{0,2})\b"
)
_GRID = re.compile(
    r"\b(?<![./])\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2}[A-Z]? ?"
    r"(?:\d{10}|\d{8}|\d{6}|\d{5} \d{5}|\d{4} \d{4}|\d{3} \d{3}|\d{2} \d{2}|\d{4})\b(?!/\w{3})"
)
# "68 37SBA923201": the number alone before its grid, at the end of a line.
_NUMBER_BEFORE_GRID = re.compile(r"(?<=[.)\u061f] )(?P<number>\d{1,5}),? (?=\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2})")
_NAMED_NUMBER = re.compile(
    r"\b(?:allegation|assessment|tracker) (?:number|no\.|#) ?(?P<number>\d{1,5})\b(?!/)", re.IGNORECASE
)


def codes_in(flat: Flat) -> Iterator[Told[str]]:
    """Yield the codes of others that a line cites, each as printed, each once."""
    yield from each_once(Told(found["code"], *found.span("code")) for found in _CODE.finditer(flat.text))


def numbers_in(flat: Flat) -> Iterator[Told[str]]:
    """Yield the belligerent's own numbers of the allegation: before a code, before a grid, or called so."""
    patterns = (_CODE, _NUMBER_BEFORE_GRID, _NAMED_NUMBER)
    found = [each for pattern in patterns for each in pattern.finditer(flat.text) if each["number"]]
    found.sort(key=lambda each: each.start())
    yield from each_once(Told(each["number"], *each.span("number")) for each in found)


def grids_in(flat: Flat) -> Iterator[Told[str]]:
    """Yield the MGRS references that a line prints, without their spaces, each once.

    >>> from untold.claims.official_statements.flat import flatten
    >>> [grid.value for grid in grids_in(flatten("4711/CS999 37S EV 0001 1122"))]
    ['37SEV00011122']
    """
    yield from each_once(Told("".join(found[0].split()), *found.span()) for found in _GRID.finditer(flat.text))
