"""What a cell says of a number: nothing, not known, a number, or bounds; four different things.

An empty cell states nothing. "Unknown" states that nobody knows. "0–1" may be
nobody and may be one person, and 0 is nobody. None of them becomes another.
"""

import re

from untold.codebook.counts import Count
from untold.codebook.folding import fold

_SILENT = frozenset({"", "null", "nan", "na", "n/a", "n.a.", "-", "--", "\u2013", "\u2014"})
_UNKNOWN = frozenset({"unknown", "not known", "undetermined", "?"})
_NOBODY = frozenset({"none", "nobody", "no one"})
_DIGITS = r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.0+)?"
_RANGE = re.compile(rf"(?:between )?{_DIGITS} ?(?:-|\u2013|\u2014|to|and) ?{_DIGITS}")
_PLAIN = re.compile(_DIGITS)
_MORE = re.compile(rf"{_DIGITS} ?(?:\+|or more)")
_BY_WORD = {
    **dict.fromkeys(("at least", "minimum of", ">=", "\u2265"), Count.at_least),
    **dict.fromkeys(("more than", "over", ">"), Count.more_than),
    **dict.fromkeys(("at most", "up to", "<=", "\u2264"), Count.at_most),
    **dict.fromkeys(("less than", "fewer than", "<"), Count.less_than),
    **dict.fromkeys(("about", "around", "some", "~", "c", "c."), Count.about),
}
_BOUNDED = re.compile(rf"({'|'.join(map(re.escape, _BY_WORD))}) ?{_DIGITS}")


def is_silent(words: str) -> bool:
    """Return whether a cell's words say that nothing is said: empty, NULL, NA, a dash.

    >>> is_silent("NULL"), is_silent("0"), is_silent("unknown")
    (True, False, False)
    """
    return words.strip().casefold() in _SILENT


def digits_of(words: str) -> int | None:
    """Return the whole number that some words are, or null.

    >>> digits_of("1,044"), digits_of("3.0"), digits_of("-1"), digits_of("3.5")
    (1044, 3, None, None)
    """
    found = _PLAIN.fullmatch(fold(words).strip())
    return None if found is None else int(found[1].replace(",", ""))


def count_of(words: str) -> Count | None:
    """Return what a cell states of a number of people, or null for words that are no count.

    >>> str(count_of("0-1")), str(count_of("3+")), str(count_of("unknown")), count_of("many")
    ('0–1', 'at least 3', 'not stated', None)
    """
    plain = " ".join(fold(words).casefold().split())
    if (number := digits_of(plain)) is not None:
        return Count.exactly(number)
    if plain in _UNKNOWN:
        return Count.vague()
    if plain in _NOBODY:
        return Count.nobody()
    if (found := _RANGE.fullmatch(plain)) is not None:
        return _between(_number(found[1]), _number(found[2]))
    if (found := _MORE.fullmatch(plain)) is not None:
        return Count.at_least(_number(found[1]))
    if (found := _BOUNDED.fullmatch(plain)) is not None:
        return _BY_WORD[found[1]](_number(found[2]))
    return None


def range_of(low: Count | None, high: Count | None) -> Count | None:
    """Return what a minimum and a maximum say together, or null where both are silent or they contradict each other.

    Equal bounds are one number; a bound alone is a floor or a ceiling;
    "unknown" in place of a bound sets none.

    >>> str(range_of(Count.exactly(0), Count.exactly(1))), str(range_of(Count.exactly(3), None))
    ('0–1', 'at least 3')
    """
    if low is None and high is None:
        return None
    floor = None if low is None else low.low
    ceiling = None if high is None else high.high
    if floor is None and ceiling is None:
        return Count.vague()
    if ceiling is None:
        return Count.at_least(floor) if floor is not None else None
    if floor is None:
        return Count.at_most(ceiling)
    return _between(floor, ceiling)


def _between(low: int, high: int) -> Count | None:
    if low > high:
        return None
    return Count.exactly(low) if low == high else Count.between(low, high)


def _number(digits: str) -> int:
    return int(digits.replace(",", ""))
